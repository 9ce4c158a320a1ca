"""The pension cases of the JSON contract, read exactly; what is unknown, impossible or misspelt is refused by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import BOTH, NOTHING, InputError, Phrase, either
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.domain.pension.case import Case, Override, Record
from gigdesk.domain.pension.contribution import HIGHEST_PERCENT, LOWEST_PERCENT, Choice
from gigdesk.domain.pension.index import Period
from gigdesk.domain.pension.projection import ASSUMED, Assumptions, Plan
from gigdesk.domain.pension.subsidy import Claim
from gigdesk.services.fields import Fields, month
from gigdesk.services.pension import categories
from gigdesk.services.subsidy_input import read_claim

CASE_NAMES = {
    "base": "plan.base",
    "base_percent": "plan.base_percent",
    "category": "person.category",
    "shift_months": "retirement.shift_months",
}
"""What the input calls the fields that the law speaks of."""
MOST_MONTHS = 720
LARGEST_INDEX = 6
LEAST_BASE, MOST_BASE = 1, 1_000_000
FARTHEST_SHIFT = 36
LOWEST_RATE, HIGHEST_RATE = Decimal("-0.2"), Decimal("0.2")


@dataclass(frozen=True)
class Request:
    """One case for each category that the person may belong to."""

    region: str
    as_of: YearMonth
    cases: tuple[Case, ...]
    history: tuple[Period, ...]
    claim: Claim | None = None


def read_request(found: object, today: date) -> Request:
    """Read the input of `pension estimate`.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    top = Fields(found)
    region = top.text("region")
    as_of = top.month("as_of") if top.has("as_of") else YearMonth.of(today)
    birth, possible = _person(top.inner("person"))
    record, history = _record(top.inner("record"))
    plan, to_minimum = read_plan(top.inner("plan"), as_of) if top.has("plan") else (None, False)
    if birth >= as_of:
        raise InputError("person.birth", birth, Phrase.of("before", last=as_of))
    _possible(top.inner("record"), record, as_of - birth)
    shift = _shift(top.inner("retirement"))
    assumptions = _assumptions(top.inner("assumptions")) if top.has("assumptions") else None
    override = _override(top.inner("override"))
    if shift and override.retirement_month:
        raise InputError("override.retirement_month", override.retirement_month, Phrase("null-with-shift"))
    claim = read_claim(top, as_of)
    top.done()
    cases = tuple(
        Case(as_of, birth, category, record, plan, to_minimum, shift, assumptions, override) for category in possible
    )
    return Request(region, as_of, cases, history, claim)


def only_case(found: object, today: date) -> Request:
    """Read a case of `pension estimate` that has one category only.

    Raises:
        InputError: naming the field, what it got and what it accepts; the category must be given.
    """
    request = read_request(found, today)
    if len(request.cases) > 1:
        raise InputError("person.category", NOTHING, "female55 | female50")
    return request


def _person(person: Fields) -> tuple[YearMonth, tuple[str, ...]]:
    sex = person.one_of("sex", ("male", "female"))
    category = person.text("category") if person.has("category") else None
    birth = person.month("birth")
    person.done()
    return birth, categories(sex, category)


def _record(record: Fields) -> tuple[Record, tuple[Period, ...]]:
    history = tuple(_period(period) for period in record.several("history"))
    read = Record(
        paid_months=whole_or_0(record, "paid_months"),
        deemed_months=whole_or_0(record, "deemed_months"),
        months_before_account=whole_or_0(record, "months_before_account"),
        average_index=record.number("average_index", 0, LARGEST_INDEX) if record.has("average_index") else None,
        account_balance=record.number("account_balance", 0) if record.has("account_balance") else None,
        months_known=bool(history) or record.has("paid_months"),
    )
    if history and (record.has("paid_months") or record.has("average_index")):
        raise InputError(record.name("history"), BOTH, either("history", "paid_months, average_index"))
    record.done()
    return read, history


def _possible(fields: Fields, record: Record, lived: int) -> None:
    """Nobody has paid longer than he has lived, nor before his account for longer than at all."""
    paid = record.paid_months + record.deemed_months
    if paid > lived:
        raise InputError(fields.name("paid_months"), paid, Phrase.of("with-deemed", most=lived))
    if not fields.has("history") and record.months_before_account > paid:
        raise InputError(fields.name("months_before_account"), record.months_before_account, f"0..{paid}")


def whole_or_0(record: Fields, field: str) -> int:
    """Months as a whole number; none where the field is absent."""
    return record.whole(field, 0, MOST_MONTHS) if record.has(field) else 0


def _period(period: Fields) -> Period:
    found = Period(period.month("month_from"), period.month("month_to"), period.number("base", LEAST_BASE, MOST_BASE))
    if found.month_to < found.month_from:
        raise InputError(period.name("month_to"), found.month_to, Phrase.of("from", first=found.month_from))
    period.done()
    return found


def read_plan(plan: Fields, as_of: YearMonth) -> tuple[Plan, bool]:
    """A plan, and whether it stops once the months required are paid.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    if plan.has("base") == plan.has("base_percent"):
        got = BOTH if plan.has("base") else NOTHING
        raise InputError(plan.name("base_percent"), got, either("base_percent", "base"))
    if plan.has("base"):
        choice = Choice(amount=plan.number("base", 0))
    else:
        choice = Choice(percent=plan.number("base_percent", LOWEST_PERCENT, HIGHEST_PERCENT))
    months = plan.whole("months_per_year", 1, MONTHS_A_YEAR) if plan.has("months_per_year") else MONTHS_A_YEAR
    stop = plan.text("stop") if plan.has("stop") else "retirement"
    stop_before = None
    if stop not in ("retirement", "minimum"):
        stop_before = stop_month(plan.name("stop"), stop, as_of)
    plan.done()
    return Plan(choice, months, stop_before), stop == "minimum"


def stop_month(name: str, stop: object, as_of: YearMonth) -> YearMonth:
    """The month before which a plan stops: the last month paid is the one named.

    Raises:
        InputError: it is neither a word that says when, nor a month to come; one that has passed would pay nothing.
    """
    try:
        last = month(str(stop))
    except ValueError:
        last = None
    if last is None or last < as_of:
        raise InputError(name, stop, Phrase.of("stop", first=as_of))
    return last + 1


def _shift(retirement: Fields) -> int:
    shift = retirement.whole("shift_months", -FARTHEST_SHIFT, FARTHEST_SHIFT) if retirement.has("shift_months") else 0
    retirement.done()
    return shift


def _assumptions(given: Fields) -> Assumptions:
    read = {name: given.number(name, LOWEST_RATE, HIGHEST_RATE) for name in ASSUMED}
    given.done()
    return Assumptions(**read)


def _override(override: Fields) -> Override:
    read = Override(
        benefit_base=override.number("benefit_base", 1) if override.has("benefit_base") else None,
        divisor=override.number("divisor", 1) if override.has("divisor") else None,
        retirement_month=override.month("retirement_month") if override.has("retirement_month") else None,
    )
    override.done()
    return read
