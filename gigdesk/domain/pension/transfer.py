"""Moving between the two schemes (人社部发〔2014〕17号), and the province that pays (国办发〔2009〕66号)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.domain.pension.retirement import retirement
from gigdesk.domain.working import Working

RULE = "resident.transfer."
ASK = "12333"
CITED = {
    "merge": ("begins", "resident_years_count"),
    "keep-paying": ("begins", "resident_years_count"),
    "one-off": ("one_off_insured_before", "one_off_after"),
    "convert": ("begins", "employee_years_count"),
    "end-resident": ("both_ends_resident",),
}
DRAWING = ("none", "employee", "resident", "both")


@dataclass(frozen=True)
class TransferCase:
    """What was paid in each scheme up to `as_of`, or will be up to the statutory month where that is later.

    `double_months` were paid in both, `extra_months` after the statutory month; both are part of the others.
    `insured_since` is the first month in the employees' scheme, None if not known.
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


@dataclass(frozen=True)
class Way:
    """A way on: from when it pays, months still to be paid one by one and in one sum, what is kept and lost.

    `needs` names facts that are not known and decide whether the way is open.
    """

    id: str
    begins: YearMonth
    months_to_pay: int
    months_at_once: int
    kept: tuple[str, ...]
    lost: tuple[str, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Transfer:
    """The decision: "merge", "choose", "end-resident", "no-transfer"; "employee-alone", "resident-alone" need none."""

    outcome: str
    apply_from: YearMonth
    required_months: int
    months_short: int
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
        InputError: the category or what is drawn is unknown, or more months are double than were paid.
    """
    most = min(case.employee_months, case.resident_years * MONTHS_A_YEAR)
    if not 0 <= case.double_months <= most:
        raise InputError("double_months", case.double_months, f"0..{most}")
    if case.drawing not in DRAWING:
        raise InputError("drawing", case.drawing, " | ".join(DRAWING))
    when = retirement(case.birth, case.category, law, working)
    short = max(when.required_months - case.employee_months, 0)
    start = max(case.as_of, when.statutory_month)
    if case.drawing != "none":
        outcome, ways = _drawing(case, law, working)
    else:
        outcome, ways = _before_drawing(case, start, short, law)
        if ways and case.as_of < start:
            working.warn("transfer-not-yet", month=start)
    for way in ways:
        cited = [law.value(RULE + name) for name in CITED[way.id]]
        shown = {"start": start, "by_month": way.months_to_pay, "at_once": way.months_at_once}
        working.step(f"transfer-{way.id}", way.begins, "month", *cited, **shown)
    refund = _refund(case, law, working)
    return Transfer(outcome, when.statutory_month, when.required_months, short, refund, ways)


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
        later = (_in_employees(case, "keep-paying", start + short, (short, 0), law), *_one_off(case, start, short, law))
        return "choose", (*later, _convert(case, start, law))
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


def _one_off(case: TransferCase, start: YearMonth, short: int, law: Law) -> tuple[Way, ...]:
    """The rest in one sum, after some more years of paying, for those insured before the social insurance law."""
    before = YearMonth.parse(law.text(RULE + "one_off_insured_before"))
    first = max(law.whole(RULE + "one_off_after") - case.extra_months, 0)
    if short <= first or (case.insured_since and case.insured_since >= before):
        return ()
    way = _in_employees(case, "one-off", start + first, (first, short - first), law)
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
