"""Finding the nearest published figure where the one asked for is not published, and saying so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from gigdesk.domain.law import chain
from gigdesk.domain.wages.levels import WageLevel

SERVICE_POST = "社会生产服务和生活服务人员"


@dataclass(frozen=True)
class Asked:
    """The cell asked for. Without a period the newest one is meant."""

    occupation: str
    region: str
    period: str | None = None


@dataclass(frozen=True)
class Found:
    """A level, and what had to be widened to find it: any of "occupation", "region", "period"."""

    level: WageLevel
    widened: tuple[str, ...]
    step: str


def nearest(asked: Asked, levels: Iterable[WageLevel], industry_of: Mapping[str, str]) -> list[Found]:
    """The nearest figure of each population and concept of pay; different concepts are never ranked together.

    The occupation widens first (occupation, service posts of its industry, its industry, all), then the region
    (city, province, nation), then the year (the newest before the one asked).
    """
    groups: dict[tuple[str, str], list[WageLevel]] = {}
    for level in levels:
        groups.setdefault((level.population, level.pay_concept), []).append(level)
    found = [_nearest_in(asked, group, industry_of) for group in groups.values()]
    order = [name for name, _ in _occupation_steps(asked, industry_of)]
    return sorted(
        (one for one in found if one), key=lambda one: (order.index(one.step), _is_part(one), one.level.series)
    )


def _is_part(found: Found) -> bool:
    """A cell that speaks of a part of the occupation only, such as frequent riders in large cities."""
    return found.step == "occupation" and "|" in found.level.label


def industry(occupation: str, industry_of: Mapping[str, str]) -> str | None:
    """The industry an occupation is nearest to: the longest prefix of its code in the table."""
    prefixes = [prefix for prefix in industry_of if occupation.startswith(prefix)]
    return industry_of[max(prefixes, key=len)] if prefixes else None


def _nearest_in(asked: Asked, levels: list[WageLevel], industry_of: Mapping[str, str]) -> Found | None:
    for region in chain(asked.region):
        for step, fits in _occupation_steps(asked, industry_of):
            there = [level for level in levels if level.region == region and fits(level)]
            there = [level for level in there if asked.period is None or level.period[:4] <= asked.period]
            if there:
                level = max(there, key=_smallest_group_newest if step == "group" else _newest)
                return Found(level, _widened(asked, step, region, level), step)
    return None


def _newest(level: WageLevel) -> tuple[int, str]:
    return 0, level.period


def _smallest_group_newest(level: WageLevel) -> tuple[int, str]:
    return len(level.code), level.period


def _occupation_steps(
    asked: Asked, industry_of: Mapping[str, str]
) -> tuple[tuple[str, Callable[[WageLevel], bool]], ...]:
    section = industry(asked.occupation, industry_of)
    digits = asked.occupation.replace("-", "")
    return (
        ("occupation", lambda level: level.occupation == asked.occupation),
        ("group", lambda level: level.dimension.startswith("occupation_cn") and digits.startswith(level.code or "-")),
        ("industry-post", lambda level: level.code == f"{section}|{SERVICE_POST}"),
        ("industry", lambda level: level.dimension == "industry_gbt4754" and level.code == section),
        ("all", lambda level: level.dimension == "all"),
    )


def _widened(asked: Asked, step: str, region: str, level: WageLevel) -> tuple[str, ...]:
    widened = {
        "occupation": step != "occupation",
        "region": region != asked.region,
        "period": asked.period is not None and not level.period.startswith(asked.period),
    }
    return tuple(name for name, is_wider in widened.items() if is_wider)
