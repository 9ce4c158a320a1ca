"""The calendar of publications: known datasets, parameters, regions and sources; no year that has its figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gigdesk.domain.law import Unpublished, chain
from gigdesk.store.guard.finding import Finding
from gigdesk.store.records import EVERY, Dataset, Release, Rule


def publication(release: Release) -> Iterator[Finding]:
    """What is off in the calendar."""
    for dataset in release.about.datasets:
        place = f"calendar rule {dataset.id}"
        yield from (Finding(place, what) for what in _followed(dataset, release))
        yield from (Finding(place, what) for what in _rule(dataset.rule, release))
    regions = {region.code for region in release.regions}
    for notice in release.book.calendar:
        place = f"calendar {notice.region} {notice.name} {notice.year}"
        yield from (Finding(place, what) for what in _notice(notice, release, regions))


def _followed(dataset: Dataset, release: Release) -> Iterator[str]:
    """A part is followed by something that is there."""
    if dataset.series:
        if not any(level.series == dataset.series for level in release.levels):
            yield f"unknown series {dataset.series!r}"
    elif not release.book.on(release.about.released, dataset.region).parameters.get(dataset.parameter):
        yield f"unknown parameter {dataset.parameter!r} of {dataset.region}"


def _rule(rule: Rule, release: Release) -> Iterator[str]:
    if rule.every not in EVERY:
        yield f"every {rule.every!r}, not {' | '.join(EVERY)}"
    elif bool(rule.months) == (rule.every == "change"):
        yield "names months although it has none" if rule.months else "names no month"
    if not all(1 <= month <= 12 for month in rule.months):  # noqa: PLR2004 - the months of a year
        yield f"months {list(rule.months)}"
    yield from _said(rule.source, rule.texts, release)


def _notice(notice: Unpublished, release: Release, regions: set[str]) -> Iterator[str]:
    if notice.region not in regions:
        yield "not in regions.csv"
    yield from _said(notice.source, notice.texts, release)
    if notice.checked_on > release.about.released:
        yield f"looked at on {notice.checked_on}, after the release"
    histories = (release.book.regions.get(code, {}).get(notice.name) for code in chain(notice.region))
    history = next((found for found in histories if found), None)
    if history is None:
        yield f"unknown parameter {notice.name!r}"
        return
    years = {value.use_year for value in history.values() if value.use_year}
    if notice.year in years:
        yield "has its figure: the notice goes"
    elif notice.year - 1 not in years:
        yield "nothing stands in: the year before has no figure either"


def _said(source: str, texts: Mapping[str, str], release: Release) -> Iterator[str]:
    if source not in release.book.sources:
        yield f"unknown source {source!r}"
    if not all(text.strip() for text in texts.values()):
        yield "says nothing"
