"""Moving between the two schemes (人社部发〔2014〕17号), and the province that pays (国办发〔2009〕66号)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.domain.pension.retirement import Retirement, retirement, with_known_months
from gigdesk.domain.working import Working

RULE = "resident.transfer."
PAYING_ON = "pension.paying_on"
ASK = "12333"
CITED = {
    "merge": (f"{RULE}begins", f"{RULE}resident_years_count"),
    "keep-paying": (PAYING_ON, f"{RULE}resident_years_count"),
    "one-off": (f"{RULE}one_off_insured_before", f"{RULE}one_off_after"),
    "convert": (f"{RULE}begins", f"{RULE}employee_years_count"),
    "end-resident": (f"{RULE}both_ends_resident",),
}
DRAWING = ("none", "employee", "resident", "both")


@dataclass(frozen=True)
class TransferCase:
    """What was paid in each scheme up to `as_of`, or will be up to the statutory month where that is later.

    `double_months` were paid in both, `extra_months` after the statutory month; both are part of the others.
    `insured_since` is the first month in the employees' scheme, None if not known. Who keeps paying begins at the
    statutory month, or already in `as_of` (`from_now`); then the months are those paid by now.
    """

    as_of: YearMonth
    birth: YearMonth
    category: str
    employee_months: int
    resident_years: int
    double_months: int = 0
    extra_months: int = 0
    insured_since: YearMonth | None = None
    drawing: str = "none"
    from_now: bool = False


@dataclass(frozen=True)
class Way:
    """A way on: months still to be paid one by one and in one sum, what is kept and lost.

    `begins` is the month in which it is settled; it is drawn from the next, as everywhere after a month of retirement.
    `needs` names facts that are not known and decide whether the way is open.
    """

    id: str
    begins: YearMonth
    months_to_pay: int
    months_at_once: int
    kept: tuple[str, ...]
    lost: tuple[str, ...]
    needs: tuple[str, ...] = ()

    @property
    def payment(self) -> str:
        """What is still to be paid: "none", "by-month", "at-once" or "both"."""
        if self.months_to_pay and self.months_at_once:
            return "both"
        return "by-month" if self.months_to_pay else "at-once" if self.months_at_once else "none"


@dataclass(frozen=True)
class Transfer:
    """The decision: "merge", "choose", "end-resident", "no-transfer"; "employee-alone", "resident-alone" need none.

    The months are None where the data has none for that statutory month and the decision needs none.
    """

    outcome: str
    apply_from: YearMonth
    required_months: int | None
    months_short: int | None
    refund_months: int
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Stay:
    """Months paid in the employees' scheme of a region. A temporary account never makes it the paying place."""

    region: str
    months: int
    temporary: bool = False


@dataclass(frozen=True)
class Place:
    """The province that pays, and why: "registered", "current", "earlier" or "gathered" (nowhere long enough)."""

    region: str
    reason: str
    months: int


def transfer(case: TransferCase, law: Law, working: Working) -> Transfer:
    """Decide what becomes of the two accounts and of the years.

    Raises:
        InputError: the category or what is drawn is unknown, or more was paid than a life or a count allows.
        NotInForceError: the months needed at the statutory month are not in the data.
    """
    when = retirement(case.birth, case.category, law, working)
    _possible(case, when, law)
    if case.drawing == "none":
        outcome, ways = ways_on(case, with_known_months(when, law), law)
        if ways and case.as_of < when.statutory_month:
            working.warn("transfer-not-yet", month=when.statutory_month)
    else:
        outcome, ways = _drawing(case, law, working)
    tell(ways, case, when, law, working)
    short = None if when.required_months is None else max(when.required_months - case.employee_months, 0)
    refund = _refund(case, law, working)
    return Transfer(outcome, when.statutory_month, when.required_months, short, refund, ways)


def ways_on(case: TransferCase, when: Retirement, law: Law) -> tuple[str, tuple[Way, ...]]:
    """The outcome and the ways of somebody who draws nothing yet, by a retirement whose months needed are known."""
    start, short = max(case.as_of, when.statutory_month), max(when.needed - case.employee_months, 0)
    return _before_drawing(case, start, short, law)


def tell(ways: Sequence[Way], case: TransferCase, when: Retirement, law: Law, working: Working) -> None:
    """A line of the working for each way."""
    for way in ways:
        cited = [law.value(name) for name in CITED[way.id]]
        paid_now = case.from_now and way.months_to_pay
        start = case.as_of if paid_now else max(case.as_of, when.statutory_month)
        shown = {"start": start, "by_month": way.months_to_pay, "at_once": way.months_at_once}
        working.step(f"transfer-{way.id}", way.begins, "month", *cited, **shown)


def one_off_before(law: Law) -> YearMonth:
    """The rest may be paid in one sum by those insured before this month."""
    return YearMonth.parse(law.text(RULE + "one_off_insured_before"))


def _possible(case: TransferCase, when: Retirement, law: Law) -> None:
    """Nobody has paid longer than he has lived, after the statutory month before it came, or twice what he paid."""
    if case.as_of <= case.birth:
        raise InputError("birth", case.birth, Phrase.of("before", last=case.as_of))
    until = max(case.as_of, when.statutory_month)
    at_age = case.birth + law.whole("resident.pension_age") * MONTHS_A_YEAR
    most = {
        "employee_months": until - case.birth,
        "resident_years": max(until, at_age).year - case.birth.year,
        "double_months": min(case.employee_months, case.resident_years * MONTHS_A_YEAR),
        "extra_months": min(case.employee_months, max(case.as_of - when.statutory_month + 1, 0)),
    }
    for field, high in most.items():
        if not 0 <= getattr(case, field) <= high:
            raise InputError(field, getattr(case, field), f"0..{high}")
    if case.insured_since and not case.birth < case.insured_since <= until:
        raise InputError("insured_since", case.insured_since, f"{case.birth + 1}..{until}")
    if case.drawing not in DRAWING:
        raise InputError("drawing", case.drawing, " | ".join(DRAWING))


def _drawing(case: TransferCase, law: Law, working: Working) -> tuple[str, tuple[Way, ...]]:
    """Who draws already moves no more; of two pensions the residents' ends."""
    if case.drawing == "both" and law.flag(RULE + "both_ends_resident"):
        lost = ("resident-pension", "resident-basic-drawn", "resident-subsidies")
        return "end-resident", (Way("end-resident", case.as_of, 0, 0, ("employee-pension", "own-payments"), lost),)
    working.step("transfer-no-transfer", case.as_of, "month", law.value(RULE + "after_drawing"), drawing=case.drawing)
    working.warn("transfer-drawing", drawing=case.drawing, ask=ASK)
    return "no-transfer", ()


def _before_drawing(case: TransferCase, start: YearMonth, short: int, law: Law) -> tuple[str, tuple[Way, ...]]:
    if case.employee_months == 0:
        return "resident-alone", ()
    if short:
        return "choose", (*_paying_on(case, start, short, law), _convert(case, start, law))
    if case.resident_years == 0:
        return "employee-alone", ()
    return "merge", (_in_employees(case, "merge", start, (0, 0), law),)


def _in_employees(case: TransferCase, id_: str, begins: YearMonth, months: tuple[int, int], law: Law) -> Way:
    """The resident account joins the employees' account; its years count there only if the law says so."""
    years_count = law.flag(RULE + "resident_years_count")
    kept: tuple[str, ...] = ("employee-years", "employee-account")
    lost: tuple[str, ...] = ()
    if case.resident_years:
        kept += ("resident-account", "resident-years") if years_count else ("resident-account",)
        lost += ("resident-basic",) if years_count else ("resident-years", "resident-basic")
    return Way(id_, begins, *months, kept, lost)


def _paying_on(case: TransferCase, start: YearMonth, short: int, law: Law) -> tuple[Way, ...]:
    if not law.flag(PAYING_ON):
        return ()
    ahead = min(start - case.as_of, short) if case.from_now else 0
    by_month = _in_employees(case, "keep-paying", start + (short - ahead), (short, 0), law)
    return by_month, *_one_off(case, start, (ahead, short - ahead), law)


def _one_off(case: TransferCase, start: YearMonth, months: tuple[int, int], law: Law) -> tuple[Way, ...]:
    """The rest in one sum, after some more years of paying, for those insured before the social insurance law.

    `months` are those paid until the statutory month and those still short then.
    """
    ahead, short = months
    before = one_off_before(law)
    first = max(law.whole(RULE + "one_off_after") - case.extra_months, 0)
    if short <= first or (case.insured_since and case.insured_since >= before):
        return ()
    way = _in_employees(case, "one-off", start + first, (ahead + first, short - first), law)
    return (way if case.insured_since else replace(way, needs=("insured_since",)),)


def _convert(case: TransferCase, start: YearMonth, law: Law) -> Way:
    """Into the residents' scheme: nothing is paid before its age, and what the pool got stays there."""
    at_age = case.birth + law.whole("resident.pension_age") * MONTHS_A_YEAR
    months = case.resident_years * MONTHS_A_YEAR
    kept: tuple[str, ...] = ("employee-account", "resident-account") if months else ("employee-account",)
    lost: tuple[str, ...] = ("employee-basic", "pool")
    if law.flag(RULE + "employee_years_count"):
        months += case.employee_months - case.double_months
        kept += ("employee-years-as-resident",)
    else:
        lost += ("employee-years",)
    short = max(law.whole("resident.minimum_years") * MONTHS_A_YEAR - months, 0)
    return Way("convert", max(start, at_age), 0, short, kept, lost)


def _refund(case: TransferCase, law: Law, working: Working) -> int:
    """Months paid in both schemes, for which one's own resident payments come back; subsidies do not."""
    rule = law.value(RULE + "double_months_refunded")
    if not case.double_months or not law.flag(rule.name):
        return 0
    working.step("transfer-double", case.double_months, "months", rule)
    return case.double_months


def paying_place(stays: Sequence[Stay], registered: str, law: Law, working: Working) -> Place:
    """Which province pays. `stays` are in order, the oldest first; the relation lies where the last lasting one is."""
    rule = law.value(RULE + "place_months")
    paid: dict[str, int] = {}
    for stay in stays:
        if stay.temporary:
            working.warn("temporary-account-not-known", region=stay.region, ask=ASK)
        else:
            province = _province(stay.region)
            paid[province] = paid.pop(province, 0) + stay.months
    home, order = _province(registered), list(reversed(paid))
    long_enough = [province for province in order if paid[province] >= law.whole(rule.name)]
    place, reason = home, "gathered"
    if order and order[0] == home:
        reason = "registered"
    elif long_enough:
        place = long_enough[0]
        reason = "current" if place == order[0] else "earlier"
    found = Place(place, reason, paid.get(place, 0))
    working.step("transfer-place", place, "region", rule, reason=reason, months=found.months, needed=rule.content)
    return found


def is_temporary(sex: str, birth: YearMonth, started: YearMonth, law: Law) -> bool:
    """Whether a first month of insurance outside the registered province opened a temporary account."""
    return started - birth >= law.table(RULE + "temporary_from_age")[sex] * MONTHS_A_YEAR


def _province(region: str) -> str:
    return region[:2] + "0000"
