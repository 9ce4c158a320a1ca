"""Months from rows: each counts once, neighbours on one base become a period, two bases become a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.index import Period
from gigdesk.services.history.result import Conflict

T = TypeVar("T")


@dataclass(frozen=True)
class Entry:
    """What one row says: months in a row, paid on one base."""

    row: str
    first: YearMonth
    last: YearMonth
    base: Decimal


@dataclass(frozen=True)
class Merged:
    """Periods, conflicts, and the spans in which several rows say the same."""

    periods: tuple[Period, ...]
    conflicts: tuple[Conflict, ...]
    doubled: tuple[tuple[YearMonth, YearMonth], ...]


def merge(entries: Iterable[Entry]) -> Merged:
    """Put rows together, month by month."""
    months: dict[YearMonth, dict[Decimal, tuple[str, ...]]] = {}
    for entry in entries:
        for offset in range(entry.last - entry.first + 1):
            bases = months.setdefault(entry.first + offset, {})
            bases[entry.base] = (*bases.get(entry.base, ()), entry.row)
    single = {month: next(iter(bases)) for month, bases in months.items() if len(bases) == 1}
    several = {month: tuple(sorted(bases)) for month, bases in months.items() if len(bases) > 1}
    doubled = {
        month: True for month, bases in months.items() if len(bases) == 1 and len(next(iter(bases.values()))) > 1
    }
    return Merged(
        tuple(Period(first, last, base) for first, last, base in runs(single)),
        tuple(Conflict(first, last, _rows(months, first, last, bases)) for first, last, bases in runs(several)),
        tuple((first, last) for first, last, _ in runs(doubled)),
    )


def _rows(
    months: Mapping[YearMonth, Mapping[Decimal, tuple[str, ...]]],
    first: YearMonth,
    last: YearMonth,
    bases: Iterable[Decimal],
) -> dict[Decimal, tuple[str, ...]]:
    span = [first + offset for offset in range(last - first + 1)]
    return {base: tuple(dict.fromkeys(row for month in span for row in months[month][base])) for base in bases}


def runs(found: Mapping[YearMonth, T]) -> list[tuple[YearMonth, YearMonth, T]]:
    """Months that follow one another and say the same, as spans."""
    runs: list[tuple[YearMonth, YearMonth, T]] = []
    for month in sorted(found):
        if runs and runs[-1][1] + 1 == month and runs[-1][2] == found[month]:
            runs[-1] = (runs[-1][0], month, found[month])
        else:
            runs.append((month, month, found[month]))
    return runs
