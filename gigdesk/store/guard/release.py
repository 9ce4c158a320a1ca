"""A release as a whole: its sources are known, nothing stands twice, its regions exist, its tables hold together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gigdesk.store.guard.book import check_book
from gigdesk.store.guard.directory import directory
from gigdesk.store.guard.finding import Finding, Severity
from gigdesk.store.guard.names import names
from gigdesk.store.guard.publication import publication
from gigdesk.store.records import Release


def check(release: Release) -> list[Finding]:
    """All errors; an empty list is a release that may be installed. `check_book` gives the notices too."""
    series = (finding for finding in check_book(release.book, release.forms) if finding.severity is Severity.ERROR)
    rest = (_tables, names, directory, publication)
    return [*_sources(release), *series, *(finding for part in rest for finding in part(release))]


def _sources(release: Release) -> Iterator[Finding]:
    known = release.book.sources
    used = [(f"wages {level.series} {level.period}", level.source) for level in release.levels]
    used += [(f"form {form.id}", form.source) for form in release.forms]
    used += [(f"cpi {price.year}", price.source) for price in release.prices]
    used += [(f"occupation_words {word.word}", word.source) for word in release.said_words]
    for place, source in used:
        if source not in known:
            yield Finding(place, f"unknown source {source!r}")


def _tables(release: Release) -> Iterator[Finding]:
    for what, keys in (
        ("regions", [region.code for region in release.regions]),
        ("occupations", [occupation.code for occupation in release.occupations]),
        ("occupation_words", [word.word for word in release.said_words]),
        ("forms", [form.id for form in release.forms]),
    ):
        twice = sorted(key for key, times in Counter(keys).items() if times > 1)
        if twice or not keys:
            yield Finding(what, f"stands twice: {', '.join(twice)}" if twice else "empty")
    known = {region.code for region in release.regions}
    for code in release.book.regions:
        if code not in known:
            yield Finding(f"law {code}", "not in regions.csv")
    for level in release.levels:
        if level.region not in known:
            yield Finding(f"wages {level.series}", f"region {level.region} not in regions.csv")
