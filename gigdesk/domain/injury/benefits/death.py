"""What is paid once on a death: for the funeral, and the lump sum (条例, article 39)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.errors import NotInForceError
from gigdesk.domain.injury.benefits.average import average_wage
from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.head import Why, Worked
from gigdesk.domain.law import Law, expect
from gigdesk.domain.money import UseYear, half_up, statistical_year_used_in

FUNERAL = "ordinary.funeral_months"
MULTIPLE = "ordinary.death_income_multiple"
INCOME = "ordinary.urban_disposable_income"


def funeral(case: Case) -> Worked:
    """So many months of the region's average wage of the year before the death."""
    months = int(expect(case.law.value(FUNERAL), Decimal))
    rule = Worked("funeral-grant", {"months": months}, months=(months, months))
    found = average_wage(case.at_death, case)
    if isinstance(found, Why):
        return replace(rule, why=found)
    inputs = {"months": months, "average": found.amount, "year": found.year}
    return replace(rule, inputs=inputs, amount=half_up(found.amount * months))


def lump_sum(case: Case, multiple: str = MULTIPLE, rule: str = "death-lump-sum") -> Worked:
    """So many times the nation's urban disposable income per head of the year before the accident.

    It goes by the accident and not by the death. A year whose income is not published has no stand-in: the figure is
    final and due within weeks.
    """
    times = int(expect(case.law.value(multiple), Decimal))
    worked = Worked(rule, {"times": times})
    found = income(case.law)
    if isinstance(found, Why):
        return replace(worked, why=found)
    year = statistical_year_used_in(UseYear(case.law.day.year))
    return replace(worked, inputs={"times": times, "income": found, "year": year}, amount=half_up(found * times))


def income(law: Law) -> Decimal | Why:
    """Yuan per head of the year before the law's day; why there is none."""
    year = statistical_year_used_in(UseYear(law.day.year))
    try:
        return expect(law.of_statistical_year(INCOME, year).value, Decimal)
    except NotInForceError as error:
        last = str(error.details["last"])
        if last.isdigit() and year > int(last):
            return Why("income_not_published", {"year": year, "accident": law.day.year})
        return Why("not_in_data", {"name": INCOME})
