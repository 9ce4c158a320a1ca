"""The heads of the pilot. What it pays in was found in no text that could be read, so months stand without amounts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.death import lump_sum
from gigdesk.domain.injury.benefits.disability import FOR_LIFE, NO_GRADE, grant_months
from gigdesk.domain.injury.benefits.head import Why, Worked
from gigdesk.domain.law import Status, expect
from gigdesk.domain.money import half_up
from gigdesk.domain.working import weakest

MONTHS = "injury.disability_months"
BASE = "injury.base_month"
MULTIPLE = "injury.death_income_multiple"
NO_BASE = Why("base_not_verified")
NOT_FOUND = Why("not_found")


def grant(case: Case) -> Worked:
    """The one-off grant: so many months of the pilot's own base, which is no wage."""
    months = grant_months(case, MONTHS)
    low, high = months
    inputs: dict[str, object] = {"low": low, "high": high} if low != high else {"months": low}
    rule = Worked("pilot-grant" if low == high else "pilot-grant-range", inputs, months=months)
    if not case.law.has(BASE):
        return replace(rule, why=NO_BASE)
    base = inputs["base"] = expect(case.law.value(BASE), Decimal)
    if low != high:
        return replace(rule, why=NO_GRADE, between=(half_up(base * low), half_up(base * high)))
    return replace(rule, amount=half_up(base * low))


def death_benefits(_: Case) -> Worked:
    """Paid by the fund, in heads and amounts that no text was found for."""
    return Worked("pilot-death", why=NOT_FOUND)


def death_lump_sum(case: Case) -> Worked:
    """Expected to be that of work-injury insurance, whose own sum is named beside it."""
    beside = case.fresh()
    expected, ordinary = lump_sum(case, MULTIPLE, "pilot-lump-sum"), lump_sum(beside)
    read = beside.law.citations
    if expected.amount is None or ordinary.amount is None or weakest(v.status for v in read) is Status.UNVERIFIED:
        return expected
    case.law.citations.extend(read)
    inputs = {**expected.inputs, "ordinary": ordinary.amount, "accident": case.law.day.year}
    return replace(expected, rule="pilot-lump-sum-compared", inputs=inputs)


def not_found(_: Case) -> Worked:
    """Named in reports, without an amount, the days or the payer."""
    return Worked("pilot-not-found", why=NOT_FOUND)


def allowance(case: Case) -> Worked | None:
    """A monthly allowance for the grades that work-injury insurance pays one for."""
    return not_found(case) if case.claim.grade is None or _for_life(case) else None


def subsidy(case: Case) -> Worked | None:
    """A one-off subsidy for the other grades."""
    return None if _for_life(case) else not_found(case)


def _for_life(case: Case) -> bool:
    return str(case.claim.grade) in case.law.table(FOR_LIFE)
