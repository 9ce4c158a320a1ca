"""Published wage levels and where an income stands among them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from gigdesk.domain.law import Status
from gigdesk.domain.money import MONTHS_A_YEAR, half_up

PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
STATISTICS = (*PERCENTILES, "mean")
MEASURES = {"annual": "year", "monthly": "month", "hourly": "hour"}
LEAST_SAMPLE = 30
"""Of fewer people no figure is shown, unless the publisher names a minimum of its own."""

PAID_HOURS_A_MONTH = Decimal(174)
"""21.75 paid days of 8 hours: `wages.paid_days_a_month` of the law."""

HOURS = {"year": MONTHS_A_YEAR * PAID_HOURS_A_MONTH, "month": PAID_HOURS_A_MONTH, "hour": Decimal(1)}
"""The paid hours of a unit."""


class Flag(StrEnum):
    """What a publisher says of a figure besides the figure."""

    TOP = "top"
    MISSING = "missing"
    BREAK = "break"


@dataclass(frozen=True)
class WageLevel:
    """One published cell: what some population earned, by one concept of pay, in one period.

    `statistics` holds percentiles and/or the mean, in units of `currency` per `unit` ("year", "month" or "hour");
    `flags` says of some of them that they are published as "this or more" (TOP) or as not available (MISSING: then
    there is no figure). `subject` is the one key of what the cell speaks about (see `codes.subject`). With
    `break_before` it must not be compared with earlier periods. `row` is that of the file it came from.
    """

    series: str
    publisher: str
    population: str
    pay_concept: str
    region: str
    dimension: str
    subject: str
    label: str
    period: str
    statistics: Mapping[str, Decimal]
    unit: str
    source: str
    status: Status
    sample: int | None = None
    note: str = ""
    currency: str = "CNY"
    flags: Mapping[str, Flag] = field(default_factory=dict)
    break_before: bool = False
    least_sample: int = LEAST_SAMPLE
    row: int | None = None

    @property
    def over_years(self) -> tuple[str, ...]:
        """What is the same in each period of a series."""
        return self.population, self.pay_concept, self.subject, self.label, self.region, self.unit, self.currency

    @property
    def too_few(self) -> bool:
        """Whether so few people stand behind it that it is not to be shown."""
        return self.sample is not None and self.sample < self.least_sample

    def per(self, measure: str) -> Mapping[str, Decimal]:
        """The same figures by the year, the month (a twelfth) or the hour (174 paid hours a month), to the fen."""
        wanted, published = HOURS[MEASURES[measure]], HOURS[self.unit]
        return {name: half_up(value * wanted / published) for name, value in self.statistics.items()}


class Outside(StrEnum):
    """Why there is no percentile."""

    BELOW_P10 = "below-p10"
    ABOVE_P90 = "above-p90"
    ONLY_MEAN = "only-mean"
    ONLY_PARTS = "only-parts"


@dataclass(frozen=True)
class Position:
    """Where an income stands: a percentile, or the reason why there is none; and the distance to the middle.

    The middle is the median or else the mean; where neither is published there is no distance.
    """

    percentile: int | None
    reason: Outside | None
    middle: str | None
    difference: Decimal | None


def position(income: Decimal, statistics: Mapping[str, Decimal]) -> Position:
    """Place an income among published figures of the same unit.

    Between two published percentiles it is interpolated in a straight line and rounded down, of equal ones the higher
    counts; outside P10 to
    P90, or where only a mean is published, there is no percentile.
    """
    middle = next((name for name in ("p50", "mean") if name in statistics), None)
    difference = income - statistics[middle] if middle else None
    known = [(int(name[1:]), statistics[name]) for name in PERCENTILES if name in statistics]
    if len(known) < 2:  # noqa: PLR2004 - one point makes no scale
        return Position(None, Outside.ONLY_MEAN, middle, difference)
    if income < known[0][1]:
        return Position(None, Outside.BELOW_P10, middle, difference)
    if income > known[-1][1]:
        return Position(None, Outside.ABOVE_P90, middle, difference)
    return Position(_between(income, known), None, middle, difference)


def _between(income: Decimal, known: list[tuple[int, Decimal]]) -> int:
    for (low, below), (high, above) in reversed(list(itertools.pairwise(known))):
        if income >= below:
            share = (income - below) / (above - below) if above > below else Decimal(1)
            return int(low + (high - low) * share)
    return known[0][0]
