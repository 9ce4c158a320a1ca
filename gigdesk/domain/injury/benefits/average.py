"""The region's average wage of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import NotInForceError
from gigdesk.domain.injury.benefits.head import Why
from gigdesk.domain.law import Law, expect
from gigdesk.domain.money import UseYear, statistical_year_used_in
from gigdesk.domain.working import Working

AVERAGE = "pension.average_wage"
NOT_KNOWN = Why("not_in_data", {"name": AVERAGE})


@dataclass(frozen=True)
class Average:
    """Yuan a month, and the year it speaks about."""

    amount: Decimal
    year: int


def average_wage(law: Law, working: Working) -> Average | None:
    """The average used on the law's day: that of the year before. None where the release has none for the region.

    A year not yet published is answered with the last one and a warning, as the office pays on account itself.
    """
    year = UseYear(law.day.year)
    try:
        found = law.for_year(AVERAGE, year)
    except NotInForceError:
        return None
    speaks_of = found.value.statistical_year or statistical_year_used_in(year)
    if found.provisional:
        working.warn("provisional-average-wage", year=statistical_year_used_in(year), stands_in=speaks_of)
    return Average(expect(found.value, Decimal), speaks_of)
