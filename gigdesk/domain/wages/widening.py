"""Finding the nearest published figure where the one asked for is not published, and saying so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from gigdesk.domain.law import chain
from gigdesk.domain.wages.levels import WageLevel

POSTS = {"2": "专业技术人员", "3": "办事人员和有关人员", "4": "社会生产服务和生活服务人员", "6": "生产制造及有关人员"}
"""The major groups of occupations that figures by post are published for under the same name."""


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

    @property
    def is_part(self) -> bool:
        """Whether it speaks of a part of the occupation only, such as frequent riders in large cities."""
        return self.step == "occupation" and _is_part(self.level)


def nearest(asked: Asked, levels: Iterable[WageLevel], industry_of: Mapping[str, str]) -> list[Found]:
    """The nearest figure of each population and concept of pay; different concepts are never ranked together.

    The occupation widens first (occupation, its posts in its industry, its industry, all), then the region
    (city, province, nation), then the year (the newest before the one asked). Where figures are published for parts
    of the occupation only, each part is given, and never first while there is a figure of the whole.
    """
    groups: dict[tuple[str, str], list[WageLevel]] = {}
    for level in levels:
        groups.setdefault((level.population, level.pay_concept), []).append(level)
    found = [one for group in groups.values() for one in _nearest_in(asked, group, industry_of)]
    order = [name for name, _ in _occupation_steps(asked, industry_of)]
    found.sort(key=lambda one: (order.index(one.step), one.is_part, one.level.series))
    head = next((one for one in found if not one.is_part), None)
    return sorted(found, key=lambda one: one is not head)


def _is_part(level: WageLevel) -> bool:
    return "|" in level.label


def industry(occupation: str, industry_of: Mapping[str, str]) -> str | None:
    """The industry an occupation is nearest to: the longest prefix of its code in the table."""
    prefixes = [prefix for prefix in industry_of if occupation.startswith(prefix)]
    return industry_of[max(prefixes, key=len)] if prefixes else None


def _nearest_in(asked: Asked, levels: list[WageLevel], industry_of: Mapping[str, str]) -> list[Found]:
    for region in chain(asked.region):
        for step, fits in _occupation_steps(asked, industry_of):
            there = [level for level in levels if level.region == region and fits(level)]
            there = [level for level in there if asked.period is None or level.period[:4] <= asked.period]
            if there:
                level = max(there, key=_smallest_group_newest if step == "group" else _newest)
                parts = _parts(level, there) if step == "occupation" else [level]
                return [Found(part, _widened(asked, step, region, part), step) for part in parts]
    return []


def _parts(level: WageLevel, there: list[WageLevel]) -> list[WageLevel]:
    """The level, or where it speaks of a part only, all parts published with it: which one applies is not known."""
    if not _is_part(level):
        return [level]
    return [one for one in there if _is_part(one) and (one.series, one.period) == (level.series, level.period)]


def _newest(level: WageLevel) -> tuple[int, str]:
    return 0, level.period


def _smallest_group_newest(level: WageLevel) -> tuple[int, str]:
    return len(level.code), level.period


def _occupation_steps(
    asked: Asked, industry_of: Mapping[str, str]
) -> tuple[tuple[str, Callable[[WageLevel], bool]], ...]:
    section = industry(asked.occupation, industry_of)
    post = POSTS.get(asked.occupation[:1])
    digits = asked.occupation.replace("-", "")
    return (
        ("occupation", lambda level: level.occupation == asked.occupation),
        ("group", lambda level: level.dimension.startswith("occupation_cn") and digits.startswith(level.code or "-")),
        ("industry-post", lambda level: post is not None and level.code == f"{section}|{post}"),
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
