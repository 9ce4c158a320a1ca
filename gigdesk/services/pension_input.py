"""The pension cases of the JSON contract, read exactly; what is unknown, impossible or misspelt is refused by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.domain.pension.case import Case, Override, Record
from gigdesk.domain.pension.contribution import HIGHEST_PERCENT, LOWEST_PERCENT, Choice
from gigdesk.domain.pension.index import Period
from gigdesk.domain.pension.projection import Assumptions, Plan
from gigdesk.services.fields import Fields
from gigdesk.services.pension import categories

MOST_MONTHS = 720
LARGEST_INDEX = 6
LOWEST_RATE, HIGHEST_RATE = Decimal("-0.2"), Decimal("0.2")
ASSUMPTIONS = ("wage_growth", "base_growth", "account_rate", "inflation")


@dataclass(frozen=True)
class Request:
    """One case for each category that the person may belong to."""

    region: str
    as_of: YearMonth
    cases: tuple[Case, ...]
    history: tuple[Period, ...]


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
    plan, to_minimum = _plan(top.inner("plan"), as_of) if top.has("plan") else (None, False)
    _possible(top.inner("record"), record, as_of - birth)
    shift = _shift(top.inner("retirement"))
    assumptions = _assumptions(top.inner("assumptions")) if top.has("assumptions") else None
    override = _override(top.inner("override"))
    top.done()
    cases = tuple(
        Case(as_of, birth, category, record, plan, to_minimum, shift, assumptions, override) for category in possible
    )
    return Request(region, as_of, cases, history)


@dataclass(frozen=True)
class Plans:
    """Several plans of one person, by name; the first is the one the others are compared with."""

    region: str
    cases: Mapping[str, Case]
    net_income: Decimal | None


def read_plans(found: object, today: date) -> Plans:
    """Read the input of `pension compare`: a case of `pension estimate` with `plans` in the place of `plan`.

    Raises:
        InputError: naming the field, what it got and what it accepts; the category must be given.
    """
    top = Fields(found)
    if top.has("plan") or not top.has("plans"):
        raise InputError("plans", "plan" if top.has("plan") else "nothing", '{"name": {plan}, …}')
    named = top.inner("plans")
    income = top.number("net_income", 1) if top.has("net_income") else None
    rest = {field: inner for field, inner in top.fields().items() if field not in ("plans", "net_income")}
    request = read_request(rest, today)
    if len(request.cases) > 1:
        raise InputError("person.category", "nothing", "female55 | female50")
    if request.history:
        raise InputError("record.history", "a history", "paid_months, average_index")
    cases = {}
    for name in named.fields():
        plan, to_minimum = _plan(named.inner(name), request.as_of) if named.has(name) else (None, False)
        cases[name] = replace(request.cases[0], plan=plan, to_minimum=to_minimum)
    if not cases:
        raise InputError("plans", "{}", '{"name": {plan}, …}')
    return Plans(request.region, cases, income)


def _person(person: Fields) -> tuple[YearMonth, tuple[str, ...]]:
    sex = person.one_of("sex", ("male", "female"))
    category = person.text("category") if person.has("category") else None
    birth = person.month("birth")
    person.done()
    return birth, categories(sex, category)


def _record(record: Fields) -> tuple[Record, tuple[Period, ...]]:
    history = tuple(_period(period) for period in record.several("history"))
    read = Record(
        paid_months=_whole_or_0(record, "paid_months"),
        deemed_months=_whole_or_0(record, "deemed_months"),
        months_before_account=_whole_or_0(record, "months_before_account"),
        average_index=record.number("average_index", 0, LARGEST_INDEX) if record.has("average_index") else None,
        account_balance=record.number("account_balance", 0) if record.has("account_balance") else None,
    )
    if history and (record.has("paid_months") or record.has("average_index")):
        raise InputError(record.name("history"), "both", "either history, or paid_months and average_index")
    record.done()
    return read, history


def _possible(fields: Fields, record: Record, lived: int) -> None:
    """Nobody has paid longer than he has lived, nor before his account for longer than at all."""
    if lived <= 0:
        raise InputError("person.birth", "a later month", "before as_of")
    paid = record.paid_months + record.deemed_months
    if paid > lived:
        raise InputError(fields.name("paid_months"), paid, f"0..{lived} (with deemed_months)")
    if not fields.has("history") and record.months_before_account > paid:
        raise InputError(fields.name("months_before_account"), record.months_before_account, f"0..{paid}")


def _whole_or_0(record: Fields, field: str) -> int:
    return record.whole(field, 0, MOST_MONTHS) if record.has(field) else 0


def _period(period: Fields) -> Period:
    found = Period(period.month("month_from"), period.month("month_to"), period.number("base", 0))
    if found.month_to < found.month_from:
        raise InputError(period.name("month_to"), found.month_to, f"{found.month_from} or later")
    period.done()
    return found


def _plan(plan: Fields, as_of: YearMonth) -> tuple[Plan, bool]:
    if plan.has("base") == plan.has("base_percent"):
        got = "both" if plan.has("base") else "neither"
        raise InputError(plan.name("base_percent"), got, "either base_percent or base")
    if plan.has("base"):
        choice = Choice(amount=plan.number("base", 0))
    else:
        choice = Choice(percent=plan.number("base_percent", LOWEST_PERCENT, HIGHEST_PERCENT))
    months = plan.whole("months_per_year", 1, MONTHS_A_YEAR) if plan.has("months_per_year") else MONTHS_A_YEAR
    stop = plan.text("stop") if plan.has("stop") else "retirement"
    stop_before = None
    if stop not in ("retirement", "minimum"):
        stop_before = _stop_month(plan, as_of)
    plan.done()
    return Plan(choice, months, stop_before), stop == "minimum"


def _stop_month(plan: Fields, as_of: YearMonth) -> YearMonth:
    """The last month paid is the one named; one that has passed would be a plan that pays nothing, unseen."""
    try:
        last = YearMonth.parse(plan.text("stop"))
    except ValueError:
        last = None
    if last is None or last < as_of:
        accepts = f"retirement | minimum | YYYY-MM ({as_of} or later)"
        raise InputError(plan.name("stop"), plan.text("stop"), accepts)
    return last + 1


def _shift(retirement: Fields) -> int:
    shift = retirement.whole("shift_months", -36, 36) if retirement.has("shift_months") else 0
    retirement.done()
    return shift


def _assumptions(given: Fields) -> Assumptions:
    read = {name: given.number(name, LOWEST_RATE, HIGHEST_RATE) for name in ASSUMPTIONS}
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
