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
from typing import Any

from gigdesk.domain.errors import Phrase
from gigdesk.domain.law import LawBook
from gigdesk.domain.wages.levels import HOURS, PERCENTILES
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

CURRENCY = re.compile("[A-Z]{3}")
OF_CHINA = "(region GLOB '[0-9]*' OR region GLOB 'CN-*')"

YEARS = f"""
    SELECT here.row, here.measure, here.value, earlier.value, earlier.period
    FROM observation AS here
    JOIN observation AS earlier ON earlier.subject = here.subject AND earlier.region = here.region
        AND earlier.period = CAST(CAST(here.period AS INTEGER) - 1 AS TEXT)
        AND earlier.label = here.label AND earlier.measure = here.measure
    JOIN wage_table AS other ON other.id = earlier.table_id AND other.population = :population
        AND other.pay_concept = :pay_concept AND other.unit = :unit AND other.currency = :currency
    WHERE here.table_id = :table AND here.measure IN ('p50', 'mean') AND here.flag != 'break'
        AND length(here.period) = 4 AND earlier.value > 0
        AND here.value * 1.0 / earlier.value NOT BETWEEN {LEAST_CHANGE} AND {MOST_CHANGE}
    ORDER BY here.row LIMIT {MOST_FINDINGS}
"""  # noqa: S608 - the bounds are constants

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
        checks = (_twice, _sizes, _rising, _currency, _unit, _years)
        yield from itertools.chain.from_iterable(check(_Figures(connection, table, floor_of)) for check in checks)


class _Figures:
    """The figures of one table."""

    def __init__(self, connection: sqlite3.Connection, table: int, floor_of: Floors) -> None:
        self._connection, self._table, self.floor_of = connection, table, floor_of
        (said,) = self.ask("SELECT unit, currency, population, pay_concept FROM wage_table WHERE id = :table")
        self.unit, self.currency, self.population, self.pay_concept = said

    def ask(self, query: str, **blanks: object) -> list[tuple[Any, ...]]:
        """The rows of a query, with the number of the table as `:table`."""
        return self._connection.execute(query, {"table": self._table, **blanks}).fetchall()

    def off(self, where: str, **blanks: object) -> list[tuple[int, str, float]]:
        """Row, measure and yuan of the figures of which something holds, in the order of the file."""
        query = f"SELECT row, measure, value / 100.0 FROM observation WHERE table_id = :table AND {where}"  # noqa: S608
        return [tuple(row) for row in self.ask(f"{query} ORDER BY row LIMIT {MOST_FINDINGS}", **blanks)]

    def middle(self) -> tuple[str, list[int]]:
        """Which measure tells the middle, the median or else the mean, and its values in fen."""
        query = "SELECT value FROM observation WHERE table_id = :table AND measure = :measure AND value > 0"
        for measure in ("p50", "mean"):
            values = [value for (value,) in self.ask(query, measure=measure)]
            if values:
                return measure, values
        return "", []


def _twice(figures: _Figures) -> Iterator[Finding]:
    query = "SELECT row, measure, again FROM observation WHERE table_id = :table AND again IS NOT NULL ORDER BY again"
    for row, measure, again in figures.ask(f"{query} LIMIT {MOST_FINDINGS}"):
        said = Phrase.of("wage-twice", row=again, measure=measure, earlier=row)
        yield Finding(f"row {again}", f"{measure} stands in row {row} already", said=said)


def _sizes(figures: _Figures) -> Iterator[Finding]:
    for row, measure, value in figures.off("value <= 0"):
        said = Phrase.of("wage-not-above-zero", row=row, measure=measure, value=value)
        yield Finding(f"row {row}", f"{measure} is {value}, not above zero", said=said)
    for row, _, _ in figures.off("sample < 0"):
        yield Finding(f"row {row}", "the sample is below zero", said=Phrase.of("wage-sample-below-zero", row=row))


def _rising(figures: _Figures) -> Iterator[Finding]:
    """Percentiles never fall; equal ones occur."""
    columns = ", ".join(f"max(CASE measure WHEN '{name}' THEN value END) AS {name}" for name in PERCENTILES)
    falls = " OR ".join(f"{low} > {high}" for low, high in itertools.combinations(PERCENTILES, 2))
    cell = "subject, region, period, table_id, label"
    query = f"SELECT min(row), {columns} FROM observation WHERE table_id = :table GROUP BY {cell} HAVING {falls}"  # noqa: S608
    for row, *values in figures.ask(f"{query} ORDER BY 1 LIMIT {MOST_FINDINGS}"):
        known = [f"{name} {value / 100:,.2f}" for name, value in zip(PERCENTILES, values, strict=True) if value]
        said = Phrase.of("wage-percentiles-fall", row=row, figures=", ".join(known))
        yield Finding(f"row {row}", f"percentiles fall: {', '.join(known)}", said=said)


def _currency(figures: _Figures) -> Iterator[Finding]:
    if not CURRENCY.fullmatch(figures.currency):
        said = Phrase.of("wage-currency", currency=figures.currency)
        yield Finding("currency", f"{figures.currency!r} is no code of ISO 4217", said=said)
    elif figures.currency != "CNY":
        for row, _, _ in figures.off(OF_CHINA)[:1]:
            said = Phrase.of("wage-currency-of-china", row=row, currency=figures.currency)
            yield Finding(f"row {row}", f"a figure of China in {figures.currency}", said=said)


def _unit(figures: _Figures) -> Iterator[Finding]:
    """Figures of the wrong unit stand out: the whole table against the minimum wage, a row against its table."""
    measure, values = figures.middle()
    if not values:
        return
    usual = Decimal(statistics.median(values)) / 100
    by_month = usual * HOURS["month"] / HOURS[figures.unit]
    ((newest,),) = figures.ask("SELECT max(period) FROM observation WHERE table_id = :table")
    floor = figures.floor_of.get(max((year for year in figures.floor_of if year <= int(newest[:4])), default=0))
    if figures.currency == "CNY" and floor and not floor * LEAST_WAGE <= by_month <= floor * MOST_WAGE:
        what = f"half the figures are below {by_month:,.2f} CNY a month; the lowest minimum wage is {floor}"
        said = Phrase.of("wage-unit", month=f"{by_month:,.2f}", floor=floor)
        yield Finding("unit", what, f"{by_month / floor:.2f} times", said=said)
    far = {"low": int(usual * 100 / FAR_BELOW), "high": int(usual * 100 * FAR_ABOVE)}
    where = "measure = :measure AND value > 0 AND value NOT BETWEEN :low AND :high"
    for row, _, value in figures.off(where, measure=measure, **far):
        said = Phrase.of("wage-far", row=row, measure=measure, value=f"{value:,.2f}", usual=f"{usual:,.2f}")
        what = f"{measure} is {value:,.2f}, far from {usual:,.2f}, the middle of the table"
        yield Finding(f"row {row}", what, said=said)


def _years(figures: _Figures) -> Iterator[Finding]:
    """A figure against that of the year before, in this table or in another of the same population and pay."""
    said = {"population": figures.population, "pay_concept": figures.pay_concept, "unit": figures.unit}
    for row, measure, value, before, year in figures.ask(YEARS, **said, currency=figures.currency):
        what = f"{measure} is {value / 100:,.2f}, in {year} it was {before / 100:,.2f}"
        figures_said = {"value": f"{value / 100:,.2f}", "before": f"{before / 100:,.2f}"}
        told = Phrase.of("wage-years", row=row, measure=measure, year=year, **figures_said)
        yield Finding(f"row {row}", what, f"{value / before:.2f} times", said=told)
