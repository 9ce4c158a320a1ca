"""What a disability grade brings: the grant, and the monthly allowance of grades 1 to 6 (条例, articles 35 to 37)."""

from __future__ import annotations

from dataclasses import replace

from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.floor import floors, not_below
from gigdesk.domain.injury.benefits.head import Why, Worked
from gigdesk.domain.injury.benefits.own_wage import NOT_KNOWN, own_wage
from gigdesk.domain.money import half_up

MONTHS = "ordinary.disability_months"
FOR_LIFE = "ordinary.disability_allowance_shares"
BY_EMPLOYER = "ordinary.employer_allowance_shares"
NO_GRADE = Why("grade_not_known")


def grant_months(case: Case, table: str) -> tuple[int, int]:
    """The months of the grant: of the grade once it is appraised, before that from the lightest to the heaviest."""
    by_grade = case.law.table(table)
    months = by_grade.values() if case.claim.grade is None else (by_grade[str(case.claim.grade)],)
    return int(min(months)), int(max(months))


def grant(case: Case) -> Worked:
    """The one-off grant: so many months of the own wage."""
    months = grant_months(case, MONTHS)
    low, high = months
    inputs: dict[str, object] = {"low": low, "high": high} if low != high else {"months": low}
    rule = Worked("disability-grant" if low == high else "disability-grant-range", inputs, months=months)
    wage = own_wage(case)
    if wage is None:
        return replace(rule, why=NOT_KNOWN)
    inputs["wage"] = wage.amount
    if low != high:
        return replace(rule, why=NO_GRADE, between=(half_up(wage.amount * low), half_up(wage.amount * high)))
    return replace(rule, amount=half_up(wage.amount * low))


def allowance(case: Case) -> Worked | None:
    """Grades 1 to 4: a share of the own wage each month, for life."""
    return _allowance(case, FOR_LIFE, "" if case.claim.grade else "grade_for_life")


def employer_allowance(case: Case) -> Worked | None:
    """Grades 5 and 6: a share of the own wage each month, where the employer has no suitable work."""
    if case.claim.hard_to_place is False:
        return None
    unknown = "" if case.claim.hard_to_place else "hard_to_place"
    return _allowance(case, BY_EMPLOYER, unknown if case.claim.grade else "grade_hard_to_place")


def _allowance(case: Case, table: str, condition: str) -> Worked | None:
    """A share of the own wage, but not less than the minimum wage of today."""
    shares, grade = case.law.table(table), case.claim.grade
    percents = [f"{share * 100:.0f}" for share in shares.values()]
    rule = Worked(
        "disability-allowance", {"percent": "/".join(percents)}, unit="CNY/month", condition=condition, why=NO_GRADE
    )
    if grade is None:
        return rule
    if str(grade) not in shares:
        return None
    inputs: dict[str, object] = {"percent": f"{shares[str(grade)] * 100:.0f}"}
    wage = own_wage(case)
    if wage is None:
        return replace(rule, inputs=inputs, why=NOT_KNOWN)
    lowest = floors(case.paying, case.claim.tier)
    found = not_below(half_up(wage.amount * shares[str(grade)]), lowest)
    if isinstance(found, Why):
        return replace(rule, inputs=inputs, why=found)
    inputs |= {"wage": wage.amount, "minimum": max(lowest)}
    return replace(rule, inputs=inputs, why=None, amount=half_up(found), status=case.claim.tier.status)
