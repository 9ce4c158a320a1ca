"""The limits of each year beside the average wage they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import NotInForceError
from gigdesk.domain.law import LawBook, in_force
from gigdesk.store.guard.table import AVERAGES, LIMITS, WHOLE, Table, around, numbers

LOW, HIGH = Decimal("0.6"), Decimal(3)

WITHIN = Decimal("1.5")
"""Yuan a month by which an average worked back from a limit may be off: limits are whole yuan, and 0.6 widens that."""

BOTH_WITHIN = 2 * WITHIN
"""The same for two limits held against each other, where the average itself is not known."""


@dataclass(frozen=True)
class Pair:
    """The limits of a year and the averages of the statistical years around, by year. `held`: by the region's law."""

    place: str
    statistic: int | None
    low: Decimal
    high: Decimal
    averages: Mapping[int, Decimal]
    held: bool

    @property
    def average(self) -> Decimal | None:
        """The average that the limits rest on, where it is known."""
        return None if self.statistic is None else self.averages.get(self.statistic)

    @property
    def before(self) -> Decimal | None:
        """The average of the year before that, where it is known."""
        return None if self.statistic is None else self.averages.get(self.statistic - 1)

    @property
    def reference(self) -> Decimal:
        """The average, or the one that the upper limit implies."""
        return self.high / HIGH if self.average is None else self.average

    @property
    def share(self) -> Decimal:
        """The lower limit as a share of what it would be in full."""
        return self.low / LOW / self.reference

    @property
    def full(self) -> bool:
        """Whether the lower limit is 60 %, up to rounding."""
        return abs(self.low / LOW - self.reference) <= (BOTH_WITHIN if self.average is None else WITHIN)

    @property
    def high_fits(self) -> bool:
        """Whether the upper limit is 300 %, up to rounding."""
        return abs(self.high / HIGH - self.reference) <= WITHIN

    def is_of(self, average: Decimal | None) -> bool:
        """Whether the lower limit is 60 % of another average, up to rounding."""
        return average is not None and abs(self.low / LOW - average) <= WITHIN

    def shifted(self, implied: Decimal) -> str:
        """Says so where the average of a year beside fits what a limit implies: the mark of a table off by a year."""
        if self.statistic is None:
            return ""
        beside = ((year, self.averages.get(year)) for year in (self.statistic - 1, self.statistic + 1))
        fits = (year for year, average in beside if average is not None and abs(implied - average) <= WITHIN)
        return "".join(f"; it fits that of {year}: off by a year" for year in fits)


def pairs_of(book: LawBook, region: str) -> dict[int, Pair]:
    """A region's own limits by the year of their use."""
    table = Table.of(book, region, LIMITS)
    entries = around(book, region, AVERAGES).entries
    named = {int(value.statistical_year): numbers(value).get(WHOLE) for value in entries if value.statistical_year}
    averages = {year: average for year, average in named.items() if average is not None and average > 0}
    lows, highs = table.amounts("low"), table.amounts("high")
    return {
        year: Pair(
            place=table.place(year),
            statistic=table.rows[year].statistical_year,
            low=lows[year],
            high=highs[year],
            averages=averages,
            held=_held(book, table, year),
        )
        for year in table.rows
        if year in lows and year in highs
    }


def _held(book: LawBook, table: Table, year: int) -> bool:
    """Whether the region's own law holds the limits of that year to the average."""
    history = book.regions.get(table.region, {}).get("pension.guard_limits", {})
    try:
        return in_force(history, table.rows[year].since).content is True
    except NotInForceError:
        return False
