"""What grades 5 to 10 bring when the employment relationship ends (条例, articles 36 and 37; the province's table)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.injury.benefits.average import average_wage
from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.disability import FOR_LIFE, NO_GRADE
from gigdesk.domain.injury.benefits.head import Why, Worked
from gigdesk.domain.money import MONTHS_A_YEAR, half_up

NEAR_RETIREMENT = "ordinary.subsidy_near_retirement"


def subsidy(table: str) -> Callable[[Case], Worked | None]:
    """The head whose months a table of the province gives; nothing where grade or facts rule it out."""

    def work(case: Case) -> Worked | None:
        grade = case.claim.grade
        if case.claim.relationship_ends is False or str(grade) in case.law.table(FOR_LIFE):
            return None
        unknown = "" if case.claim.relationship_ends else "relationship_ends"
        rule = Worked("subsidy-by-grade", condition=unknown if grade else "grade_relationship_ends")
        if not case.law.has(table):
            return replace(rule, why=Why("not_in_data", {"name": table}))
        by_grade = case.law.table(table)
        if grade is None:
            months = (int(min(by_grade.values())), int(max(by_grade.values())))
            return replace(rule, months=months, why=NO_GRADE)
        return _of_grade(int(by_grade[str(grade)]), rule, case)

    return work


def _of_grade(months: int, rule: Worked, case: Case) -> Worked:
    inputs: dict[str, object] = {"months": months}
    rule = replace(rule, rule="subsidy")
    found = average_wage(case.paying, case)
    if isinstance(found, Why):
        return replace(rule, inputs=inputs, months=(months, months), why=found)
    inputs |= {"average": found.amount, "year": found.year}
    full, share = found.amount * months, _left(case)
    if share < 1:
        rule = replace(rule, rule="subsidy-near-retirement")
        inputs["percent"] = f"{share * 100:.0f}"
    return replace(rule, inputs=inputs, months=(months, months), amount=half_up(full * share))


def _left(case: Case) -> Decimal:
    """The share that is paid so many months before retirement: less for each full year missing to the limit."""
    before = case.claim.months_to_retirement
    if before is None or not case.law.has(NEAR_RETIREMENT):
        return Decimal(1)
    cuts = case.law.table(NEAR_RETIREMENT)
    if before >= cuts["years"] * MONTHS_A_YEAR:
        return Decimal(1)
    years = before // MONTHS_A_YEAR
    return 1 - cuts["cut"] * (cuts["years"] - years) if years else cuts["left"]
