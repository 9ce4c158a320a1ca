"""The region's average wage of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import NotInForceError
from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.head import Why
from gigdesk.domain.law import Law, Status, expect
from gigdesk.domain.money import UseYear, statistical_year_used_in

AVERAGE = "pension.average_wage"
NOT_KNOWN = Why("not_in_data", {"name": AVERAGE})
NOT_VERIFIED = Why("unverified", {"name": AVERAGE})


@dataclass(frozen=True)
class Average:
    """Yuan a month, and the year it speaks about."""

    amount: Decimal
    year: int


def average_wage(law: Law, case: Case) -> Average | Why:
    """The average used on the law's day, that of the year before; why there is none that may be used.

    A year not yet published is answered with the last one and a warning, as the office pays on account itself.
    """
    year = UseYear(law.day.year)
    try:
        found = law.fresh().for_year(AVERAGE, year)
    except NotInForceError:
        return NOT_KNOWN
    if found.value.status is Status.UNVERIFIED and not case.claim.accept_unverified:
        return NOT_VERIFIED
    law.for_year(AVERAGE, year)
    speaks_of = found.value.statistical_year or statistical_year_used_in(year)
    if found.provisional:
        case.working.warn_provisional("provisional-average-wage", found, statistical_year_used_in(year), speaks_of)
    return Average(expect(found.value, Decimal), speaks_of)
