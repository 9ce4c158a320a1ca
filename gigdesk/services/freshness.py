"""How new a part of the data is: its newest figure, and whether the next one should be out by now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gigdesk.store.records import Dataset
from gigdesk.store.reference import Reference


class Freshness(StrEnum):
    """How a part of the data stands on a day."""

    FRESH = "fresh"
    WAITING = "waiting"
    PROVISIONAL = "provisional"


@dataclass(frozen=True)
class Newest:
    """The newest figure of a part. `behind`: this year's own is not there yet."""

    period: str
    source: str
    rows: int
    behind: bool = False


def newest(dataset: Dataset, reference: Reference, today: date) -> Newest:
    """The newest figure of a wage series, or of a parameter of the law."""
    if dataset.series:
        levels = reference.series(dataset.series)
        last = max(levels, key=lambda level: level.period)
        return Newest(last.period, last.source, len(levels))
    history = reference.book.on(today, dataset.region).parameters[dataset.parameter]
    value = history[max(history)]
    behind = value.use_year is not None and value.use_year < today.year
    return Newest(str(value.use_year or value.since), value.source, len(history), behind)


def freshness(dataset: Dataset, found: Newest, today: date) -> Freshness:
    """How a part stands on a day."""
    if found.behind:
        return Freshness.PROVISIONAL
    return Freshness.WAITING if due(dataset, today) else Freshness.FRESH


def due(dataset: Dataset, today: date) -> bool:
    """Whether the month in which the next figure was expected has begun."""
    return bool(dataset.expected) and dataset.expected <= f"{today:%Y-%m}"


def overdue(reference: Reference, sources: Iterable[str], today: date) -> Iterator[Dataset]:
    """The parts whose newest figure is among these sources although the next one should be out."""
    used = set(sources)
    for dataset in reference.about.datasets:
        if due(dataset, today) and newest(dataset, reference, today).source in used:
            yield dataset
