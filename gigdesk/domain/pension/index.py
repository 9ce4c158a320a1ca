"""The average contribution index of a person, from the bases actually paid on (鲁政发〔2006〕92号)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from gigdesk.domain.errors import InputError, MissingDataError, NotInForceError
from gigdesk.domain.law import Law, Status, Value, number_of
from gigdesk.domain.money import UseYear, YearMonth, half_up, statistical_year_used_in
from gigdesk.domain.pension.contribution import HIGHEST_PERCENT, LOWEST_PERCENT, PERCENT, published_limits
from gigdesk.domain.working import Working

INDEX_STEP = Decimal("0.0001")
FORM_STEP = Decimal("0.001")
ONE_YUAN = Decimal(1)
AVERAGE_WAGE = "pension.average_wage"


@dataclass(frozen=True)
class Period:
    """Months paid in a row on one base, both ends included."""

    month_from: YearMonth
    month_to: YearMonth
    base: Decimal

    @property
    def months(self) -> int:
        """How many they are."""
        return self.month_to - self.month_from + 1


@dataclass(frozen=True)
class YearIndex:
    """A year's index: the average base of the months paid in it over the average wage of the year before, yuan."""

    year: int
    months: int
    average_base: Decimal
    average_wage: Decimal
    index: Decimal


@dataclass(frozen=True)
class HistoryIndex:
    """The months paid, the average of the yearly indices weighted by months, and these."""

    months: int
    average_index: Decimal
    years: tuple[YearIndex, ...]


def average_index(history: Sequence[Period], law: Law, working: Working) -> tuple[int, Decimal]:
    """The months paid and the average index: see `history_index`."""
    found = history_index(history, law, working)
    return found.months, found.average_index


def history_index(history: Sequence[Period], law: Law, working: Working) -> HistoryIndex:
    """The index of each year paid in, and their average weighted by months.

    Gaps are left out, nothing is clamped: what lies outside the usual is said. Who paid in several provinces is
    measured by the averages of the one that pays the pension, so an index beyond the limits may well be right.

    Raises:
        InputError: a month stands in two periods; only one of them counts, and which is for the person to say.
        MissingDataError: a year lies outside the series of average wages.
    """
    _refuse_overlaps(history)
    months: dict[int, int] = defaultdict(int)
    bases: dict[int, Decimal] = defaultdict(Decimal)
    for period in history:
        for offset in range(period.months):
            year = (period.month_from + offset).year
            months[year] += 1
            bases[year] += period.base
    weighted = Decimal(0)
    years = []
    for year in sorted(months):
        average = _average_wage(law, year)
        base, wage = bases[year] / months[year], number_of(average, year)
        index = base / wage
        weighted += index * months[year]
        shown = YearIndex(year, months[year], half_up(base), wage, half_up(index, INDEX_STEP))
        years.append(shown)
        inputs = {name: value for name, value in vars(shown).items() if name != "index"}
        working.step("year-index", shown.index, "", average, **inputs)
    total = sum(months.values())
    result = half_up(weighted / total, INDEX_STEP) if total else Decimal(0)
    working.step("average-index", result, "", months=total)
    _warn_of_indices(years, working)
    _warn_of_bases(history, law, working)
    return HistoryIndex(total, result, tuple(years))


def _average_wage(law: Law, year: int) -> Value:
    """The average wage that a year's contributions are measured by.

    Raises:
        NotInForceError: the place has no series at all.
        MissingDataError: it is not in the series; the error names the year of the contributions.
    """
    measured_by = statistical_year_used_in(UseYear(year))
    try:
        return law.of_statistical_year(AVERAGE_WAGE, measured_by).value
    except NotInForceError as error:
        if error.code == "no-figure":
            raise
        known = {name: error.details[name] for name in ("first", "last")}
        raise MissingDataError("history-year", name=AVERAGE_WAGE, year=year, measured_by=measured_by, **known) from None


def _warn_of_indices(years: Sequence[YearIndex], working: Working) -> None:
    """An index below the lowest tier or above the highest, at the three decimals that forms show."""
    low, high = Decimal(LOWEST_PERCENT) / PERCENT, Decimal(HIGHEST_PERCENT) / PERCENT
    shown = [(each.year, half_up(each.index, FORM_STEP)) for each in years]
    below = [str(year) for year, index in shown if index < low]
    above = [str(year) for year, index in shown if index > high]
    if below:
        working.warn("index-below", years=", ".join(below), low=low)
    if above:
        working.warn("index-above", years=", ".join(above), high=high)


def _warn_of_bases(history: Sequence[Period], law: Law, working: Working) -> None:
    """A base outside the published limits of its year; a limit that was only derived may be a yuan off."""
    for period in history:
        for year in range(period.month_from.year, period.month_to.year + 1):
            month = max(period.month_from, YearMonth(year, 1))
            limits = published_limits(law, month)
            if limits is None:
                continue
            slack = ONE_YUAN if limits.value.status is Status.ASSUMPTION else Decimal(0)
            if not limits.low - slack <= period.base <= limits.high + slack:
                working.warn("base-outside-limits", year=year, base=period.base, low=limits.low, high=limits.high)


def _refuse_overlaps(history: Sequence[Period]) -> None:
    order = sorted(history, key=lambda period: period.month_from)
    for earlier, later in pairwise(order):
        if later.month_from <= earlier.month_to:
            raise InputError("record.history", later.month_from, f"> {earlier.month_to}")
