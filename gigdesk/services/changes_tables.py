"""What changed in the tables of a release: how many entries came, went and read otherwise, and the followed series."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal

from gigdesk.domain.wages.levels import WageLevel
from gigdesk.store.records import Dataset, Release

MEAN = "mean"


@dataclass(frozen=True)
class Counted:
    """How many entries of a table came, went, and read otherwise."""

    table: str
    came: int
    gone: int
    changed: int


@dataclass(frozen=True)
class Level:
    """The newest mean of a followed series and the one before it, with their periods."""

    dataset: str
    region: str
    period: str
    new: Decimal
    unit: str
    old: Decimal
    old_period: str


def followed_levels(before: Release, after: Release) -> Iterator[Level]:
    """The followed series whose newest mean is another than the newest before."""
    for dataset in after.about.datasets:
        old, new = _newest(before, dataset), _newest(after, dataset)
        if old and new and _said(old) != _said(new):
            unit = f"{new.currency}/{new.unit}"
            yield Level(
                dataset.id, new.region, new.period, new.statistics[MEAN], unit, old.statistics[MEAN], old.period
            )


def counts(before: Release, after: Release) -> Iterator[Counted]:
    """The tables in which anything changed."""
    old_tables, new_tables = _tables(before), _tables(after)
    for name, new in new_tables.items():
        old = old_tables[name]
        changed = sum(new[key] != old[key] for key in new.keys() & old.keys())
        found = Counted(name, len(new.keys() - old.keys()), len(old.keys() - new.keys()), changed)
        if found.came or found.gone or found.changed:
            yield found


def _newest(release: Release, dataset: Dataset) -> WageLevel | None:
    levels = (level for level in release.levels if level.series == dataset.series and MEAN in level.statistics)
    return max(levels, key=lambda level: level.period, default=None) if dataset.series else None


def _said(level: WageLevel) -> tuple[str, Decimal]:
    return level.period, level.statistics[MEAN]


def _tables(release: Release) -> dict[str, Mapping[Hashable, object]]:
    """Each table by the key of its entries. A published figure that only moved to another row is the same."""
    return {
        "wage": {
            (one.series, one.region, one.subject, one.label, one.period, one.population): replace(one, row=None)
            for one in release.levels
        },
        "price": {one.year: one for one in release.prices},
        "source": {one.id: one for one in release.book.sources.values()},
        "region": {one.code: one for one in release.regions},
        "occupation": {one.code: one for one in release.occupations},
        "said_word": {one.word: one for one in release.said_words},
        "form": {one.id: asdict(one) for one in release.forms},
        "service_point": {(one.region, one.kind): one for one in release.service_points},
        "notice": {(one.region, one.name, one.year): one for one in release.book.calendar},
    }
