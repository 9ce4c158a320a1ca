"""The directory of service points: known places and sources, numbers that can be dialled, nobody without a hot line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gigdesk.domain.injury.places import HOTLINE, KINDS, ServicePoint
from gigdesk.domain.law import NATIONAL
from gigdesk.store.guard.finding import Finding
from gigdesk.store.records import Release

PHONE = re.compile(r"(0\d{2,3}-)?\d{7,8}|1\d{2,4}|95\d{3,4}|400-?\d{3}-?\d{4}|")
AREA_CODE = re.compile(r"0\d{2,3}|")
"""Either may be empty: not known."""


def directory(release: Release) -> Iterator[Finding]:
    """What is off in the directory."""
    known = {region.code for region in release.regions}
    for point in release.service_points:
        yield from (Finding(_place(point), what) for what in _point(point, known, set(release.book.sources)))
    places = Counter(map(_place, release.service_points))
    yield from (Finding(place, "stands twice") for place, times in places.items() if times > 1)
    nation = [point for point in release.service_points if point.region == NATIONAL and point.kind == HOTLINE]
    if not any(point.phone for point in nation):
        yield Finding(f"service_points {NATIONAL}", "no hot line of the nation: some places would have none")


def _point(point: ServicePoint, regions: set[str], sources: set[str]) -> Iterator[str]:
    if point.region not in regions:
        yield "not in regions.csv"
    if point.kind not in KINDS:
        yield f"unknown kind {point.kind!r}"
    if point.source not in sources:
        yield f"unknown source {point.source!r}"
    if not all(point.names.values()):
        yield "no name"
    if not PHONE.fullmatch(point.phone):
        yield f"{point.phone!r} cannot be dialled"
    if not AREA_CODE.fullmatch(point.area_code):
        yield f"{point.area_code!r} is no area code"


def _place(point: ServicePoint) -> str:
    return f"service_points {point.region} {point.kind}"
