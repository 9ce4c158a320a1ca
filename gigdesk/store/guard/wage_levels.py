"""Published wages: percentiles that rise, units and currencies that can be, years that follow, no figure twice.

The checks are queries over the figures where they lie: a table of a million rows is looked at where it is stored,
before anybody sees it. A finding names the row of the file.
"""

from __future__ import annotations

import itertools
import re
import sqlite3
import statistics
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

from gigdesk.domain.errors import Phrase
from gigdesk.domain.law import LawBook
from gigdesk.domain.wages.levels import HOURS, PERCENTILES, STATISTICS
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.minimum_wages import MONTHLY
from gigdesk.store.guard.table import numbers

MOST_FINDINGS = 1000
"""Of one kind: whoever reads them mends the file after the first few."""

LEAST_WAGE, MOST_WAGE = Decimal("0.5"), Decimal(12)
"""The middle of a table by the month, against the lowest minimum wage of its year. Known: 2.4 to 6.4 times."""

FAR_BELOW, FAR_ABOVE = 8, 10
"""A row against the middle of its table. The furthest known: an eighth and nine times (US occupations)."""

LEAST_CHANGE, MOST_CHANGE = Decimal("0.5"), Decimal(2)
"""From one year to the next. The largest known: 1.2 times (China's private units in 2013)."""

ENOUGH = 10_000
"""Cells to tell the middle of a table by."""

MIDDLES = ("p50", "mean")
NEVER_NULL = ", ".join(f"ifnull({name}, 1)" for name in STATISTICS)
FALLS = " OR ".join(f"{low} > {high}" for low, high in itertools.combinations(PERCENTILES, 2))
HUNDREDTHS, MOST = 100, 10**15
CURRENCY = re.compile("[A-Z]{3}")
OF_CHINA = "(region GLOB '[0-9]*' OR region GLOB 'CN-*')"

YEARS = """
    SELECT here.row, here.{measure}, earlier.{measure}, earlier.period
    FROM wage AS here
    JOIN wage AS earlier ON earlier.subject = here.subject AND earlier.region = here.region
        AND earlier.period = CAST(CAST(here.period AS INTEGER) - 1 AS TEXT) AND earlier.label = here.label
    JOIN wage_table AS other ON other.id = earlier.table_id AND other.population = :population
        AND other.pay_concept = :pay_concept AND other.unit = :unit AND other.currency = :currency
    WHERE here.table_id = :table AND here.flags NOT LIKE '%:break%' AND length(here.period) = 4
        AND here.{measure} * 1.0 / earlier.{measure} NOT BETWEEN {least} AND {most}
    ORDER BY here.row LIMIT {limit}
"""

Floors = Mapping[int, Decimal]


def floors(book: LawBook) -> Floors:
    """The lowest minimum wage by the month that was in force anywhere in a year, in yuan."""
    found: dict[int, Decimal] = {}
    for law in book.regions.values():
        for day, value in law.get(MONTHLY, {}).items():
            lowest = min(numbers(value).values(), default=None)
            if lowest is not None:
                found[day.year] = min(lowest, found.get(day.year, lowest))
    return found


def wage_levels(connection: sqlite3.Connection, floor_of: Floors, tables: Iterable[int] = ()) -> Iterator[Finding]:
    """What is off in some tables of a database, or in all."""
    chosen = list(tables) or [row[0] for row in connection.execute("SELECT id FROM wage_table ORDER BY id")]
    for table in chosen:
        figures = _Figures(connection, table, floor_of)
        yield from itertools.chain.from_iterable(check(figures) for check in (_rows, _currency, _unit, _years))


class _Figures:
    """The figures of one table."""

    def __init__(self, connection: sqlite3.Connection, table: int, floor_of: Floors) -> None:
        self._connection, self._table, self.floor_of = connection, table, floor_of
        (said,) = self.ask("SELECT unit, currency, population, pay_concept FROM wage_table WHERE id = :table")
        self.unit, self.currency, self.population, self.pay_concept = said

    def ask(self, query: str, **blanks: object) -> list[tuple[Any, ...]]:
        """The rows of a query, with the number of the table as `:table`."""
        return self._connection.execute(query, {"table": self._table, **blanks}).fetchall()

    @cached_property
    def middle(self) -> tuple[str, Decimal]:
        """Which measure tells the middle, the median or else the mean, and the middle of its values in yuan."""
        ((last,),) = self.ask("SELECT max(row) FROM wage WHERE table_id = :table")
        for measure in MIDDLES:
            query = f"SELECT {measure} FROM wage WHERE table_id = :table AND {measure} > 0 AND row % :each = 0"  # noqa: S608
            values = [value for (value,) in self.ask(query, each=(last or 0) // ENOUGH + 1)]
            if values:
                return measure, Decimal(statistics.median(values)) / HUNDREDTHS
        return "mean", Decimal(0)


def _rows(figures: _Figures) -> Iterator[Finding]:
    """Row by row: a cell that came twice, amounts and samples that cannot be, percentiles that fall, another unit."""
    measure, usual = figures.middle
    low, high = (usual * HUNDREDTHS / FAR_BELOW, usual * HUNDREDTHS * FAR_ABOVE) if usual else (0, MOST)
    columns = ", ".join(STATISTICS)
    query = f"""
        SELECT row, again, sample, {columns} FROM wage WHERE table_id = :table AND
        (again IS NOT NULL OR sample < 0 OR min({NEVER_NULL}) <= 0 OR {FALLS} OR {measure} NOT BETWEEN :low AND :high)
        ORDER BY row LIMIT {MOST_FINDINGS}
    """  # noqa: S608 - the blanks are columns
    for row, again, sample, *fen in figures.ask(query, low=int(low), high=int(high)):
        known = {name: value for name, value in zip(STATISTICS, fen, strict=True) if value is not None}
        at = again or row
        for what, said in _said(at, known, sample, again and row):
            yield Finding(f"row {at}", what, said=said)
        if measure in known and known[measure] > 0 and not low <= known[measure] <= high:
            figure = _listed({measure: known[measure]})
            what = f"{figure}, far from {usual:,.2f}, the middle of the table"
            yield Finding(
                f"row {row}", what, said=Phrase.of("wage-far", row=row, figures=figure, usual=f"{usual:,.2f}")
            )


def _said(row: int, known: Mapping[str, int], sample: int | None, first: int | None) -> Iterator[tuple[str, Phrase]]:
    figures = _listed(known)
    if first:
        yield f"stands in row {first} already", Phrase.of("wage-twice", row=row, earlier=first)
    if sample is not None and sample < 0:
        yield f"the sample is {sample}", Phrase.of("wage-sample-below-zero", row=row, sample=sample)
    if any(value <= 0 for value in known.values()):
        yield f"not above zero: {figures}", Phrase.of("wage-not-above-zero", row=row, figures=figures)
    percentiles = {name: known[name] for name in PERCENTILES if name in known}
    if list(percentiles.values()) != sorted(percentiles.values()):
        figures = _listed(percentiles)
        yield f"percentiles fall: {figures}", Phrase.of("wage-percentiles-fall", row=row, figures=figures)


def _listed(fen: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {value / HUNDREDTHS:,.2f}" for name, value in fen.items())


def _currency(figures: _Figures) -> Iterator[Finding]:
    if not CURRENCY.fullmatch(figures.currency):
        said = Phrase.of("wage-currency", currency=figures.currency)
        yield Finding("currency", f"{figures.currency!r} is no code of ISO 4217", said=said)
    elif figures.currency != "CNY":
        query = f"SELECT min(row) FROM wage WHERE table_id = :table AND {OF_CHINA}"  # noqa: S608
        for (row,) in figures.ask(query):
            if row is not None:
                said = Phrase.of("wage-currency-of-china", row=row, currency=figures.currency)
                yield Finding(f"row {row}", f"a figure of China in {figures.currency}", said=said)


def _unit(figures: _Figures) -> Iterator[Finding]:
    """A whole table in another unit than it says stands out against the minimum wage."""
    _, usual = figures.middle
    by_month = usual * HOURS["month"] / HOURS[figures.unit]
    ((newest,),) = figures.ask("SELECT max(period) FROM wage WHERE table_id = :table")
    known = [year for year in figures.floor_of if year <= int((newest or "0")[:4])]
    if not known or not usual or figures.currency != "CNY":
        return
    floor = figures.floor_of[max(known)]
    if not floor * LEAST_WAGE <= by_month <= floor * MOST_WAGE:
        what = f"half the figures are below {by_month:,.2f} CNY a month; the lowest minimum wage is {floor}"
        told = Phrase.of("wage-unit", month=f"{by_month:,.2f}", floor=floor)
        yield Finding("unit", what, f"{by_month / floor:.2f} times", said=told)


def _years(figures: _Figures) -> Iterator[Finding]:
    """A figure against that of the year before, in this table or in another of the same population and pay."""
    measure, _ = figures.middle
    said = {"population": figures.population, "pay_concept": figures.pay_concept, "unit": figures.unit}
    query = YEARS.format(measure=measure, least=LEAST_CHANGE, most=MOST_CHANGE, limit=MOST_FINDINGS)
    for row, value, before, year in figures.ask(query, **said, currency=figures.currency):
        figure, earlier = _listed({measure: value}), f"{before / HUNDREDTHS:,.2f}"
        told = Phrase.of("wage-years", row=row, figures=figure, year=year, before=earlier)
        yield Finding(f"row {row}", f"{figure}, in {year} it was {earlier}", f"{value / before:.2f} times", said=told)
