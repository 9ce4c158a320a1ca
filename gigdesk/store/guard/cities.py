"""A city's own table against that of its province."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gigdesk.domain.law import LawBook, chain
from gigdesk.store.guard.finding import Finding, Severity, money
from gigdesk.store.guard.table import AVERAGES, BASES, Table, around, is_province

SHARE = (Decimal("0.9"), Decimal("1.3"))
"""A city's benefit base over its province's. Known: 0.959 (Heze 2025) to 1.243 (Shenzhen 2022)."""

COPIED = Decimal("0.5")
"""A city's table that has the province's own figure in more than this share of its years is a copy with exceptions."""

ALMOST = Decimal("0.02")
"""In such a copy an exception is further away: Heze's of 2025 by 4.1 %. A slip of a digit is nearer."""


def cities(book: LawBook, region: str) -> Iterator[Finding]:
    """What is off in a city's benefit bases."""
    table, wider = Table.of(book, region, BASES), _wider(book, region, BASES)
    amounts, province = table.amounts(), wider.amounts()
    of = {amount: year for year, amount in province.items()}
    both = [year for year in amounts if year in province]
    same = [year for year in both if amounts[year] == province[year]]
    for year in both:
        share = amounts[year] / province[year]
        if not SHARE[0] <= share <= SHARE[1]:
            what = f"{amounts[year]} is {share:.4f} of the province's {province[year]}"
            yield Finding(table.place(year), what, money(amounts[year] - province[year]))
        elif of.get(amounts[year], year) != year and year not in same:
            other = of[amounts[year]]
            yield from _both(table, wider, year, f"the city's {amounts[year]} is the province's of {other}")
        elif year not in same and copied(book, region) and (year < max(same) or abs(share - 1) < ALMOST):
            yield from _both(table, wider, year, f"the city has {amounts[year]}, the province {province[year]}")


def copied(book: LawBook, region: str) -> bool:
    """Whether a city's benefit bases are the province's, with exceptions."""
    amounts, province = Table.of(book, region, BASES).amounts(), _wider(book, region, BASES).amounts()
    both = [year for year in amounts if year in province]
    return sum(amounts[year] == province[year] for year in both) > COPIED * len(both)


def whole(book: LawBook, table: Table) -> Iterator[Finding]:
    """A city's table takes the place of the province's as a whole: a year it lacks would have no answer there."""
    wider = _wider(book, table.region, table.name)
    for year in sorted(set(wider.rows) - set(table.rows)):
        yield Finding(table.place(year), f"no value for {year}, the province has one")
    for year in sorted(set(table.rows) - set(wider.rows)) if wider.rows else ():
        yield Finding(wider.place(year), f"no value for {year}, a city has one", severity=Severity.NOTICE)


def _both(table: Table, wider: Table, year: int, what: str) -> Iterator[Finding]:
    """Two tables that should agree: which of them is wrong is not known, so both are named."""
    for one in (wider, table):
        yield Finding(one.place(year), f"{what}, unlike the other years")


def waits(book: LawBook, table: Table, year: int) -> bool:
    """Whether a table may have the figure of the year before: never a province's.

    A city ahead of its province waits for it (Shenzhen's benefit base of 2023), and one source says so of both years.
    """
    amounts, province = table.amounts(), _wider(book, table.region, table.name).amounts()
    one_source = len({table.rows[one].source for one in (year - 1, year)}) == 1
    return one_source and all(one in province and amounts[one] > province[one] for one in (year - 1, year))


def joins(book: LawBook, table: Table, year: int) -> bool:
    """Whether a table may fall: a city gives up its own figure for one of the province's.

    Heze's benefit base of 2025 is the province's average.
    """
    wider = (_wider(book, table.region, name).amounts().get(year) for name in (table.name, AVERAGES))
    return table.amounts()[year] in wider


def _wider(book: LawBook, region: str, name: str) -> Table:
    """The table of the province around a city."""
    wider = next((code for code in chain(region) if is_province(code)), region)
    return around(book, wider, name) if wider != region else Table(region, name, (), {})
