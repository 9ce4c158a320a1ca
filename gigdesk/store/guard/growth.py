"""A table against its own years: steps, falls, repeats, and growth that changes more than the table's own years do."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from gigdesk.domain.law import LawBook
from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.store.guard.cities import joins, waits
from gigdesk.store.guard.finding import Finding, money, percent, points
from gigdesk.store.guard.table import AVERAGES, LIMITS, RATES, WHOLE, Table

LARGEST_STEP = Decimal("0.40")
"""No yearly figure moves by more. Shandong's averages moved by 23.8 % at most; a factor of ten or twelve does."""

NEW_CALIBER = 2019
"""The averages used from this year on count all urban units (国办发〔2019〕13号): only then may they fall."""

LARGEST_FALL = Decimal("0.15")
"""How far. Shandong's fell by 5.7 %, where private employment is smaller than elsewhere; chosen."""

RECENT, LARGEST_RECENT_GROWTH = 2020, Decimal("0.14")
"""From this year on. The most that is known: 8.3 % (Shandong 2021), by upper limits alone 13.0 % (Beijing 2022)."""

CHANGE_OF_GROWTH = Decimal("0.10")
"""The most that growth may change from one year to the next. Known: 8.0 points (Shandong 1998), by upper limits alone
8.7 (Jiangsu 2024)."""

LEAST_CHANGE_OF_GROWTH = Decimal("0.03")
"""What the table's own years are never taken to forbid. Shandong's growth since 2020 changed by up to 2.6 points."""

LEARNT, LEARNT_FROM, LEAST_LEARNT = Decimal(2), 5, 5
"""Where a long table shows how evenly it grows: growth may change twice as much as it ever does in the five years on
either side (the year itself and those it touches left out), if at least five such changes are known."""

A_TWELFTH = Decimal("0.065")
"""Averages are published in whole yuan a year: twelve times a monthly one is whole, up to twelve half fen."""

STATED = re.compile(r"([0-9]+(?:,[0-9]{3})+) a year")
"""A note may state the yearly average from which a monthly one comes; then both are held against each other."""

UNCHANGED = "unchanged"
"""The word in a note that says that a repeated value is meant."""


def growth(book: LawBook, table: Table) -> Iterator[Finding]:
    """What is off within a table. The finest test speaks only where the coarsest are silent."""
    coarse = [*_steps(table), *_repeats(book, table)]
    yield from coarse
    if table.name not in {LIMITS, RATES}:
        yield from _falls(book, table)
        yield from () if coarse else _uneven(table)
    if table.name == AVERAGES:
        yield from _twelfths(table)


def _steps(table: Table) -> Iterator[Finding]:
    """Steps of more than 40 %; the rates, which may halve, have bounds of their own."""
    for end in table.ends if table.name != RATES else ():
        for year, rate in growth_of(table.amounts(end)).items():
            if abs(rate) > LARGEST_STEP:
                amounts = table.amounts(end)
                what = f"steps from {amounts[year - 1]} to {amounts[year]}"
                yield Finding(table.place(year), what, points(rate))


def _repeats(book: LawBook, table: Table) -> Iterator[Finding]:
    """The same figure in two years. Rates may come back later, lower limits may stand still: not those."""
    amounts = table.amounts(table.ends[-1])
    for earlier, later in itertools.combinations(amounts, 2):
        near = later == earlier + 1
        if amounts[earlier] == amounts[later] and (near or table.name != RATES):
            meant = near and (UNCHANGED in table.rows[later].note or waits(book, table, later))
            if not meant:
                yield Finding(table.place(later), f"{amounts[later]} is also the value of {earlier}")


def _falls(book: LawBook, table: Table) -> Iterator[Finding]:
    """Averages and benefit bases do not fall, and of late they do not leap."""
    for year, rate in growth_of(table.amounts()).items():
        floor = -LARGEST_FALL if year == NEW_CALIBER else Decimal(0)
        if -LARGEST_STEP <= rate < floor and not joins(book, table, year):
            yield Finding(table.place(year), f"falls by {percent(-rate)}", points(rate))
        if year >= RECENT and LARGEST_RECENT_GROWTH < rate <= LARGEST_STEP:
            yield Finding(table.place(year), f"grows by {percent(rate)}", points(rate))


def _uneven(table: Table) -> Iterator[Finding]:
    """A figure that is too high makes growth rise in its year and fall in the next: named at the year it turns."""
    rates = growth_of(table.amounts())
    turns = {
        year: rates[year] - rates[year - 1]
        for year in rates
        if year - 1 in rates and NEW_CALIBER not in {year, year - 1}
    }
    for year, turn in turns.items():
        if abs(turn) > allowed(turns, year):
            what = f"growth turns from {percent(rates[year - 1])} to {percent(rates[year])} in {year}"
            yield Finding(table.place(year - 1), what, points(turn))


def allowed(turns: Mapping[int, Decimal], year: int) -> Decimal:
    """By how much growth may turn in a year, as the years around it show."""
    others = [abs(turn) for one, turn in turns.items() if 1 < abs(one - year) <= LEARNT_FROM]
    if len(others) < LEAST_LEARNT:
        return CHANGE_OF_GROWTH
    return min(max(LEARNT * max(others), LEAST_CHANGE_OF_GROWTH), CHANGE_OF_GROWTH)


def growth_of(amounts: Mapping[int, Decimal]) -> dict[int, Decimal]:
    """The growth of each year over the year before, where both are known."""
    return {year: amount / amounts[year - 1] - 1 for year, amount in amounts.items() if year - 1 in amounts}


def _twelfths(table: Table) -> Iterator[Finding]:
    """A monthly average is a twelfth of whole yuan, and of the yearly one that its note states."""
    for year, amount in table.amounts(WHOLE).items():
        a_year = amount * MONTHS_A_YEAR
        stated = STATED.search(table.rows[year].note)
        published = Decimal(stated[1].replace(",", "")) if stated else a_year.to_integral_value()
        if abs(a_year - published) > A_TWELFTH:
            what = f"{amount} is no twelfth of {published if stated else 'whole yuan'}"
            yield Finding(table.place(year), what, money(a_year - published))
