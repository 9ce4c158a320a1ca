"""What a release must satisfy before anyone sees it. Each finding says where, what and how far off."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.law import History, LawBook, Value
from gigdesk.store.records import Release

WITHIN = Decimal("1.5")
LOW, HIGH = Decimal("0.6"), Decimal(3)
LARGEST_STEP = Decimal("0.40")
YEARLY_MONEY = ("pension.average_wage", "pension.benefit_base", "pension.base_limits")


@dataclass(frozen=True)
class Finding:
    """One thing that is off."""

    place: str
    what: str


def check(release: Release) -> list[Finding]:
    """All findings; an empty list is a release that may be installed."""
    return [*_sources(release), *_series(release.book), *_limits(release.book), *_tables(release)]


def _sources(release: Release) -> Iterator[Finding]:
    known = release.book.sources
    used = [(f"wages {level.series} {level.period}", level.source) for level in release.levels]
    used += [(f"form {form.id}", form.source) for form in release.forms]
    used += [(f"cpi {price.year}", price.source) for price in release.prices]
    for place, source in used:
        if source not in known:
            yield Finding(place, f"unknown source {source!r}")


def _series(book: LawBook) -> Iterator[Finding]:
    """Yearly series have no gap and no step over 40 %."""
    for region, parameters in book.regions.items():
        for name in YEARLY_MONEY:
            values = _by_year(parameters.get(name, {}))
            years = sorted(values)
            missing = sorted(set(range(years[0], years[-1] + 1)) - set(years)) if years else []
            if missing:
                yield Finding(f"{region} {name}", f"no value for {', '.join(map(str, missing))}")
            for earlier, later in itertools.pairwise(years):
                before, after = _amount(values[earlier]), _amount(values[later])
                if abs(after - before) > before * LARGEST_STEP:
                    yield Finding(f"{region} {name} {later}", f"steps from {before} to {after}")


def _limits(book: LawBook) -> Iterator[Finding]:
    """Where the province says so, the limits are 60 % and 300 % of the average of the year they name."""
    for region, parameters in book.regions.items():
        if "pension.guard_limits" not in parameters:
            continue
        averages = {value.statistical_year: value for value in parameters.get("pension.average_wage", {}).values()}
        for limits in parameters.get("pension.base_limits", {}).values():
            average = averages.get(limits.statistical_year)
            place = f"{region} pension.base_limits {limits.use_year}"
            if average is None:
                yield Finding(place, f"no average of {limits.statistical_year}")
            else:
                yield from _off(place, limits, _amount(average))


def _off(place: str, limits: Value, average: Decimal) -> Iterator[Finding]:
    content = limits.content
    if not isinstance(content, dict) or not {"low", "high"} <= set(content):
        yield Finding(place, "needs low and high")
        return
    for end, share in (("low", LOW), ("high", HIGH)):
        if abs(content[end] / share - average) > WITHIN:
            yield Finding(place, f"{end} {content[end]} does not fit the average {average}")


def _tables(release: Release) -> Iterator[Finding]:
    for what, keys in (
        ("regions", [region.code for region in release.regions]),
        ("occupations", [occupation.code for occupation in release.occupations]),
        ("forms", [form.id for form in release.forms]),
    ):
        twice = sorted({key for key in keys if keys.count(key) > 1}) if len(set(keys)) < len(keys) else []
        if twice or not keys:
            yield Finding(what, f"stands twice: {', '.join(twice)}" if twice else "empty")
    known = {region.code for region in release.regions}
    for code in release.book.regions:
        if code not in known:
            yield Finding(f"law {code}", "not in regions.csv")
    for level in release.levels:
        if level.region not in known:
            yield Finding(f"wages {level.series}", f"region {level.region} not in regions.csv")


def _by_year(history: History) -> dict[int, Value]:
    return {value.use_year: value for value in history.values() if value.use_year}


def _amount(value: Value) -> Decimal:
    content = value.content
    return content["low"] if isinstance(content, dict) else Decimal(str(content))
