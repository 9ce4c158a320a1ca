"""Another benefit base: the year before's, paid provisionally, another year's, a city's or a province's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.law import Law, Value, chain, expect
from gigdesk.domain.pension.gap.causes import Cause
from gigdesk.domain.pension.gap.model import Change
from gigdesk.domain.pension.gap.variant import Ground, Variant

BASE = "pension.benefit_base"
PROVINCE_DIGITS = 2


def own_bases(ground: Ground) -> Iterator[Variant]:
    """The region's other years. A neighbouring year is the provisional base, on one side or the other.

    Another base of the same year is the region's own, where the figures stand on that of the province.
    """
    year = _year(ground)
    for value in published(ground.law):
        away = abs((value.use_year or 0) - year)
        near = Cause.PROVISIONAL_BASE if away else Cause.LOCAL_BASE
        yield _on(ground, Cause.OTHER_YEAR_BASE if away > 1 else near, value, away)


def other_bases(ground: Ground) -> Iterator[Variant]:
    """What other regions use in the same year, or used the year before. Those of the same province come first."""
    year, own = _year(ground), chain(ground.figures.region)
    for region, parameters in ground.book.regions.items():
        near = region[:PROVINCE_DIGITS] == ground.figures.region[:PROVINCE_DIGITS]
        for value in parameters.get(BASE, {}).values() if region != own[0] else ():
            away = year - (value.use_year or 0)
            if away in {0, 1}:
                found = _on(ground, Cause.LOCAL_BASE if near else Cause.OTHER_REGION_BASE, value, away)
                behind = (Change("region", ground.figures.region, region), *found.because)
                yield replace(found, because=behind, paired=near)


def published(law: Law) -> Iterable[Value]:
    """The region's benefit bases, as published so far; none where the release has no series."""
    return [value for value in law.parameters.get(BASE, {}).values() if value.use_year]


def _year(ground: Ground) -> int:
    """The year whose base the figures stand on, here or around; where it is nobody's, the year of retirement."""
    for region in chain(ground.figures.region):
        values = ground.book.regions.get(region, {}).get(BASE, {}).values()
        same = [value.use_year for value in values if value.use_year and value.content == ground.given.benefit_base]
        if same:
            return same[-1]
    return ground.law.day.year


def _on(ground: Ground, cause: Cause, value: Value, size: int) -> Variant:
    setting = replace(ground.given, benefit_base=expect(value, Decimal))
    behind = Change("use_year", _year(ground), value.use_year)
    return Variant(cause, setting, Decimal(size), (behind,), value.status, (value.source,))
