"""The average contribution index of a person, from the bases actually paid on (鲁政发〔2006〕92号)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Law, number_of
from gigdesk.domain.money import UseYear, YearMonth, half_up, statistical_year_used_in
from gigdesk.domain.working import Working

INDEX_STEP = Decimal("0.0001")


@dataclass(frozen=True)
class Period:
    """Months paid in a row on one base, both ends included."""

    month_from: YearMonth
    month_to: YearMonth
    base: Decimal


def average_index(history: Sequence[Period], law: Law, working: Working) -> tuple[int, Decimal]:
    """The months paid, and the average of their yearly indices weighted by months.

    A year's index is the average base of the months paid in it over the average wage of the year before.
    Gaps are left out, nothing is clamped.

    Raises:
        InputError: a month stands in two periods; only one of them counts, and which is for the person to say.
        NotInForceError: a year lies outside the series of average wages.
    """
    _refuse_overlaps(history)
    months: dict[int, int] = defaultdict(int)
    bases: dict[int, Decimal] = defaultdict(Decimal)
    for period in history:
        for offset in range(period.month_to - period.month_from + 1):
            year = (period.month_from + offset).year
            months[year] += 1
            bases[year] += period.base
    weighted = Decimal(0)
    for year in sorted(months):
        average = law.of_statistical_year("pension.average_wage", statistical_year_used_in(UseYear(year))).value
        index = bases[year] / months[year] / number_of(average, year)
        weighted += index * months[year]
        working.step(
            "year-index",
            half_up(index, INDEX_STEP),
            "",
            average,
            year=year,
            months=months[year],
            average_base=half_up(bases[year] / months[year]),
            average_wage=average.content,
        )
    total = sum(months.values())
    result = half_up(weighted / total, INDEX_STEP) if total else Decimal(0)
    working.step("average-index", result, "", months=total)
    return total, result


def _refuse_overlaps(history: Sequence[Period]) -> None:
    order = sorted(history, key=lambda period: period.month_from)
    for earlier, later in pairwise(order):
        if later.month_from <= earlier.month_to:
            raise InputError("record.history", later.month_from, f"> {earlier.month_to}")
