"""The years of a table: none missing, none twice, and an entry's day and statistic are of the same year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gigdesk.domain.law import Value
from gigdesk.domain.money import UseYear, statistical_year_used_in
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.table import AVERAGES, LIMITS, Table

CHANGED_WITHIN = 2019
"""国办发〔2019〕13号 began on 1 May 2019: in that year alone a base may begin on another day than those beside it."""


def years(table: Table) -> Iterator[Finding]:
    """What the table says about its own years."""
    for value in table.entries:
        if value.use_year is None:
            yield Finding(table.place(value.since), "names no year of use")
    for twice, times in Counter(value.use_year for value in table.entries if value.use_year).items():
        if times > 1:
            yield Finding(table.place(twice), "stands twice")
    for year in sorted(set(range(min(table.rows, default=0), max(table.rows, default=0))) - set(table.rows)):
        yield Finding(table.place(year), f"no value for {year}")
    yield from _days(table)


def _days(table: Table) -> Iterator[Finding]:
    """An entry begins in its year, and on the day of the year on which those on both sides of it begin."""
    for year, value in table.rows.items():
        if value.since.year != year:
            off = f"{value.since.year - year:+d} y"
            yield Finding(table.place(year), f"begins on {value.since}, not in {year}", off)
    days = [(year, (value.since.month, value.since.day)) for year, value in table.rows.items()]
    for (_, before), (year, day), (_, after) in zip(days, days[1:], days[2:], strict=False):
        if before == after != day and year != CHANGED_WITHIN:
            yield Finding(table.place(year), f"begins on {table.rows[year].since}, unlike the years beside it")


def statistics(table: Table) -> Iterator[Finding]:
    """Year Y is assessed on the statistic of Y - 1. A table that is off in every year is one slip and named once."""
    off = {year: slip for year, value in table.rows.items() if (slip := _slip(table, year, value)) is not None}
    if len(off) == len(table.rows) > 1 and len(set(off.values())) == 1:
        first, last = min(off), max(off)
        yield Finding(table.place(f"{first}-{last}"), "the statistic is not of the year before", off[first])
        return
    for year, slip in off.items():
        statistic = table.rows[year].statistical_year
        yield Finding(table.place(year), f"the statistic is of {statistic or 'no year'}, not of {year - 1}", slip)


def _slip(table: Table, year: int, value: Value) -> str | None:
    """How far the statistical year is off, or nothing; benefit bases and rates need not name one."""
    if value.statistical_year is None:
        return "missing" if table.name in {AVERAGES, LIMITS} else None
    slip = value.statistical_year - statistical_year_used_in(UseYear(year))
    return f"{slip:+d} y" if slip else None
