"""A published figure over the years, in the money of each year and in that of one year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.law import Status
from gigdesk.domain.money import half_up
from gigdesk.domain.wages.levels import Flag, WageLevel
from gigdesk.domain.wages.widening import Found

Prices = Mapping[int, Decimal]
"""The change of consumer prices against the year before, by year, as a share (0.002)."""


@dataclass(frozen=True)
class Point:
    """One period. `real` is in the prices of the series' own year, None where the prices between are not known."""

    period: str
    statistics: Mapping[str, Decimal]
    real: Mapping[str, Decimal] | None
    break_before: bool
    flags: Mapping[str, Flag]
    source: str
    status: Status
    note: str


@dataclass(frozen=True)
class Series:
    """The same cell over the years, oldest first, by the measure asked for.

    `found` is the newest cell: it says of whom, what and where, and what was widened. `prices_of` is the year whose
    prices `real` is in, None where no prices are known.
    """

    found: Found
    points: tuple[Point, ...]
    prices_of: int | None

    @property
    def level(self) -> WageLevel:
        """The newest cell."""
        return self.found.level


def series_of(found: Found, levels: Iterable[WageLevel], measure: str, prices: Prices) -> Series:
    """The cells that are the same as one but for their period."""
    same = [one for one in levels if one.over_years == found.level.over_years and not one.too_few]
    prices_of = max(prices, default=None)
    points = [_point(one, measure, prices) for one in sorted(same, key=lambda one: one.period)]
    return Series(found, tuple(points), prices_of)


def since(year: int, prices: Prices) -> Decimal | None:
    """What prices of a year are to be multiplied by to be those of the last year known; None where one is missing."""
    last = max(prices, default=None)
    if last is None or year > last or any(between not in prices for between in range(year + 1, last + 1)):
        return None
    factor = Decimal(1)
    for between in range(year + 1, last + 1):
        factor *= 1 + prices[between]
    return factor


def _point(level: WageLevel, measure: str, prices: Prices) -> Point:
    statistics, factor = level.per(measure), since(int(level.period[:4]), prices)
    real = None if factor is None else {name: half_up(value * factor) for name, value in statistics.items()}
    return Point(
        level.period, statistics, real, level.break_before, level.flags, level.source, level.status, level.note
    )
