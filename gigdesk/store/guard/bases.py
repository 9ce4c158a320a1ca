"""Benefit bases against the average wage.

The benefit base of a year rests on the same statistic as the limits of that year. It began above the average, which
since 2019 counts all urban units, and is led down to it, until in some provinces both are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.law import LawBook
from gigdesk.store.guard.finding import Finding, Severity, money, points
from gigdesk.store.guard.table import AVERAGES, BASES, Table

FROM = 2020
"""Before this year the averages counted other people, and the shares say nothing."""

ROUNDING = Decimal("0.0001")
"""A share is taken as a bound's if it is nearer than this: half a yuan of the smallest average."""


@dataclass(frozen=True)
class Bounds:
    """What is usual, and beyond what nothing is known to lie. Between the two a finding is a notice."""

    usual: tuple[Decimal, Decimal]
    possible: tuple[Decimal, Decimal]

    @classmethod
    def of(cls, *numbers: str) -> Bounds:
        """Lowest possible, lowest usual, highest usual, highest possible."""
        low, from_, to, high = (Decimal(number) for number in numbers)
        return cls((from_, to), (low, high))

    def judge(self, place: str, what: str, number: Decimal) -> Iterator[Finding]:
        """A finding, if the number lies outside."""
        low, high = self.usual
        if not low - ROUNDING <= number <= high + ROUNDING:
            possible = self.possible[0] <= number <= self.possible[1]
            off = points(number - (low if number < low else high))
            yield Finding(place, what, off, Severity.NOTICE if possible else Severity.ERROR)


SAME_YEAR = Bounds.of("0.99", "1", "1.16", "1.30")
"""The base over the average on which it rests, that of the statistical year before. Known: 1 (Shanghai, Zhejiang) to
1.142 (Jiangsu 2022, by the upper limit); above that, chosen. One year later, Beijing's would begin at 0.981."""

NEXT_YEAR = Bounds.of("0.90", "0.92", "1.13", "1.25")
"""The base over the average of its own calendar year. Known: 0.927 (Zhejiang 2022) to 1.127 (Yunnan 2024)."""

MOVES = Bounds.of("-0.07", "-0.045", "0.002", "0.02")
"""How the first of the two moves from year to year. Known: down by 0.037 (Shandong 2021), up by 0.00003 (Jiangsu 2025);
by upper limits alone, down by 0.068 (Jiangsu 2023) and up by 0.019 (Guangdong 2025)."""

MERGED_FROM = 2
"""Where base and average are one in most of at least so many years, they are in all."""

Amounts = Mapping[int, Decimal]


def bases(book: LawBook, region: str) -> Iterator[Finding]:
    """What is off in the benefit bases of a region that has averages of its own."""
    table, averages = Table.of(book, region, BASES), Table.of(book, region, AVERAGES).amounts()
    amounts = {year: amount for year, amount in table.amounts().items() if year >= FROM}
    shares = {year: amount / averages[year] for year, amount in amounts.items() if year in averages}
    ahead = {year: amount / averages[year + 1] for year, amount in amounts.items() if year + 1 in averages}
    for year, share in shares.items():
        before = shares.get(year - 1, share)
        yield from SAME_YEAR.judge(table.place(year), f"is {share:.4f} of the average it rests on", share)
        what = f"goes from {before:.4f} to {share:.4f} of the average"
        yield from MOVES.judge(table.place(year), what, share - before)
    for year, share in ahead.items():
        yield from NEXT_YEAR.judge(table.place(year), f"is {share:.4f} of the average of its own year", share)
    newest = max(averages, default=0)
    if amounts and max(amounts) < newest - 1:
        yield Finding(table.place(max(amounts) + 1), f"no value for {max(amounts) + 1}, the averages go to {newest}")
    yield from _merged(table, {year: amounts[year] for year in shares}, averages)


def _merged(table: Table, amounts: Amounts, averages: Amounts) -> Iterator[Finding]:
    """Where base and average have become one, they are one in every year, and in no year that of another."""
    one = [year for year, amount in amounts.items() if amount == averages[year]]
    merged = len(amounts) >= MERGED_FROM and 2 * len(one) > len(amounts)
    of = {average: year for year, average in averages.items()}
    for year, amount in amounts.items():
        other = of.get(amount, year)
        if abs(other - year) == 1:
            yield Finding(table.place(year), f"{amount} is the average used in {other}", f"{other - year:+d} y")
        elif merged and amount != averages[year]:
            what = f"{amount} is not the average {averages[year]}, as in other years"
            yield Finding(table.place(year), what, money(amount - averages[year]))
