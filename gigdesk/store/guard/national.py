"""The nation's tables: bookkeeping rates, minimum months, the assumptions for the years to come, and the divisors."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from gigdesk.domain.law import LawBook, Value
from gigdesk.store.guard.divisors import divisors, sums
from gigdesk.store.guard.finding import Finding, percent, points
from gigdesk.store.guard.table import RATES, Table, numbers

DIVISORS, MINIMUM, ASSUMPTIONS = "pension.divisors", "pension.minimum_months", "pension.assumption."

LARGEST_RATE = Decimal("0.10")
"""No bookkeeping rate was ever higher; the highest, of 2016, was 8.31 %."""

LARGEST_JUMP = Decimal("0.04")
"""Between two years. The largest known: 2.15 points, in 2023."""

CLOSED, CLOSED_SUMS = range(2016, 2026), (Decimal("0.5827"), Decimal("1176.7543"))
"""The rates of 2016 to 2025 are published and closed: their sum, and that of each times its year."""

FIRST_MINIMUM, LAST_MINIMUM, RISES_FROM, A_YEAR = 180, 240, 2030, 6
"""全国人大常委会 2024-09-13: 180 months, from 2030-01-01 six more each year, until 240 in 2039."""

ASSUMED = (Decimal("-0.05"), Decimal("0.10"))
"""What growth, prices and interest may be assumed to be in a year."""


def national(book: LawBook, region: str) -> Iterator[Finding]:
    """What is off in those of these tables that a region has."""
    parameters = book.regions[region]
    for value in parameters.get(DIVISORS, {}).values():
        yield from divisors(value)
    yield from minimum_months(region, sorted(parameters.get(MINIMUM, {}).items()))
    yield from rates(Table.of(book, region, RATES))
    for name in parameters:
        if name.startswith(ASSUMPTIONS):
            for value in parameters[name].values():
                yield from assumption(value)


def rates(table: Table) -> Iterator[Finding]:
    """Bookkeeping rates: within 0 to 10 %, without jumps, and closed years with their known sums."""
    found = table.amounts()
    coarse = []
    for year, rate in found.items():
        jump = rate - found.get(year - 1, rate)
        if rate > LARGEST_RATE:
            off = points(rate - LARGEST_RATE)
            coarse.append(Finding(table.place(year), f"{percent(rate)} is more than any rate", off))
        elif abs(jump) > LARGEST_JUMP:
            what = f"jumps from {percent(found[year - 1])} to {percent(rate)}"
            coarse.append(Finding(table.place(year), what, points(jump)))
    yield from coarse
    for year in sorted(set(CLOSED) - set(found)) if found else ():
        yield Finding(table.place(year), f"no rate of {year}, which is published")
    closed = {year: found[year] for year in CLOSED if year in found}
    if len(closed) == len(CLOSED) and not coarse:
        yield from sums(table.place(), f"{CLOSED[0]}-{CLOSED[-1]}", closed, CLOSED_SUMS)


def minimum_months(region: str, history: list[tuple[date, Value]]) -> Iterator[Finding]:
    """180 months, and from 2030 on six more at the beginning of each year, until 240."""
    place = f"{region} {MINIMUM}"
    years = (LAST_MINIMUM - FIRST_MINIMUM) // A_YEAR
    expected = {date(RISES_FROM + n, 1, 1): FIRST_MINIMUM + A_YEAR * (n + 1) for n in range(years)}
    found = {since: numbers(value).get("value") for since, value in history}
    first = min(found, default=None)
    for since in sorted({*expected, *found}) if first else ():
        months = FIRST_MINIMUM if since == first else expected.get(since)
        if found.get(since) != months:
            what = f"{found.get(since, 'no')} months from {since}, the decision has {months or 'no step'}"
            yield Finding(f"{place} {since.year}", what, _months_off(found.get(since), months))


def _months_off(found: Decimal | None, expected: int | None) -> str:
    return "" if found is None or expected is None else f"{found - expected:+} months"


def assumption(value: Value) -> Iterator[Finding]:
    """Low, expected and high in that order, and none of them beyond what a year may bring."""
    place, found = f"{value.region} {value.name}", numbers(value)
    named = [(key, found[key]) for key in ("low", "expected", "high") if key in found]
    for (lower, less), (higher, more) in itertools.pairwise(named):
        if less > more:
            what = f"{lower} {less} is above {higher} {more}"
            yield Finding(f"{place} {value.since.year}", what, points(less - more))
    for key, share in named or found.items():
        if not ASSUMED[0] <= share <= ASSUMED[1]:
            what = f"{key} {share} is not within {ASSUMED[0]} to {ASSUMED[1]} a year"
            yield Finding(f"{place} {value.since.year}", what, points(share))
