"""Exact amounts and whole months: Decimal, half-up, rounded where the office rounds and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import NewType, Self

StatisticalYear = NewType("StatisticalYear", int)
"""The calendar year that a statistic speaks about."""

UseYear = NewType("UseYear", int)
"""The calendar year in which a figure is applied."""

FEN = Decimal("0.01")
JIAO = Decimal("0.1")
MONTHS_A_YEAR = 12


def statistical_year_used_in(year: UseYear) -> StatisticalYear:
    """The one conversion between the two year axes: year Y is assessed on the average of Y - 1.

    Source: 国办发〔2019〕13号; for Shandong's index 鲁政发〔2006〕92号.
    """
    return StatisticalYear(year - 1)


def half_up(amount: Decimal, step: Decimal = FEN) -> Decimal:
    """Round half-up to a multiple of a power of ten (fen unless told otherwise)."""
    return amount.quantize(step, ROUND_HALF_UP)


def truncated(amount: Decimal, step: Decimal = FEN) -> Decimal:
    """Drop what lies behind a power of ten."""
    return amount.quantize(step, ROUND_DOWN)


def whole_up(amount: Decimal) -> int:
    """The smallest whole number that is not less than `amount`."""
    return int(amount.to_integral_value(ROUND_CEILING))


@dataclass(frozen=True, order=True)
class YearMonth:
    """A calendar month. `YearMonth(2026, 11) + 2` is January 2027; the difference of two is in months."""

    year: int
    month: int

    def __post_init__(self) -> None:
        if not (1 <= self.month <= MONTHS_A_YEAR and date.min.year <= self.year <= date.max.year):
            msg = f"not a month: {self.year}-{self.month}"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "YYYY-MM".

        Raises:
            ValueError: not in that form, or no such month.
        """
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
        if not match:
            msg = f"not a month: {text}"
            raise ValueError(msg)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> Self:
        """The month in which a day lies."""
        return cls(day.year, day.month)

    def __add__(self, months: int) -> YearMonth:
        year, month = divmod(self.year * MONTHS_A_YEAR + self.month - 1 + months, MONTHS_A_YEAR)
        return YearMonth(year, month + 1)

    def __sub__(self, other: YearMonth) -> int:
        return (self.year - other.year) * MONTHS_A_YEAR + self.month - other.month

    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def per_cent(share: Decimal) -> str:
    """A share for people: 0.0262 is "2.62%"."""
    return f"{(share * 100).normalize():f}%"


def age_text(months: int) -> str:
    """An age in the form used by the offices' calculators: 756 months are "63y0m"."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    return f"{years}y{rest}m"
