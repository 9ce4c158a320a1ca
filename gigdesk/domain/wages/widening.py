"""Finding the nearest published figure where the one asked for is not published, and saying so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gigdesk.domain.law import chain
from gigdesk.domain.wages.codes import ALL
from gigdesk.domain.wages.levels import WageLevel

POSTS = {"2": "专业技术人员", "3": "办事人员和有关人员", "4": "社会生产服务和生活服务人员", "6": "生产制造及有关人员"}
"""The major groups of occupations that figures by post are published for under the same name."""
GROUPS = (("small-group", 3), ("middle-group", 2))
"""The groups around an occupation, and how many parts of its code name them: 4-10-08 and 4-10 of 4-10-08-01."""


@dataclass(frozen=True)
class Asked:
    """The cell asked for. Without a period the newest one is meant."""

    occupation: str
    region: str
    period: str | None = None


@dataclass(frozen=True)
class Found:
    """A level, and what had to be widened to find it: any of "occupation", "region", "period".

    `step` says how near its subject is (see `subjects`). `passed_over` are the nearer ones without a figure to show:
    too few people stand behind it, or it is published as not available.
    """

    level: WageLevel
    widened: tuple[str, ...]
    step: str
    passed_over: tuple[WageLevel, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether it speaks of a part of the occupation only, such as frequent riders in large cities."""
        return self.step == "occupation" and _is_part(self.level)


def subjects(occupation: str, industry_of: Mapping[str, str]) -> dict[str, str]:
    """What a figure may speak about to stand for an occupation, the nearest step first.

    The occupation, its small and its middle group, its posts in its industry, its industry, and all together.
    """
    parts, section, post = occupation.split("-"), industry(occupation, industry_of), POSTS.get(occupation[:1])
    steps = {"occupation": occupation} | {step: "-".join(parts[:length]) for step, length in GROUPS}
    if section and post:
        steps["industry-post"] = f"{section}|{post}"
    if section:
        steps["industry"] = section
    return steps | {"all": ALL}


def nearest(asked: Asked, levels: Iterable[WageLevel], industry_of: Mapping[str, str]) -> list[Found]:
    """The nearest figure of each population and concept of pay; different concepts are never ranked together.

    The occupation widens first, then the region (city, province, nation), then the year (back from the one asked).
    Where figures are published for parts of the occupation only, each part is given, and never first while there is a
    figure of the whole. Of equally near subjects the nearer place stands first. The first also names what of other
    populations is published and not shown.
    """
    steps = subjects(asked.occupation, industry_of)
    groups: dict[tuple[str, str], list[WageLevel]] = {}
    for level in levels:
        groups.setdefault((level.population, level.pay_concept), []).append(level)
    found: list[Found] = []
    withheld: list[WageLevel] = []
    for group in groups.values():
        shown = _nearest_in(asked, group, steps)
        found += shown
        withheld += [] if shown else _withheld(asked, group, steps)
    order, places = list(steps), chain(asked.region)
    found.sort(key=lambda one: (order.index(one.step), one.is_part, places.index(one.level.region), one.level.series))
    head = next((one for one in found if not one.is_part), None)
    if head is None:
        return found
    first = replace(head, passed_over=(*head.passed_over, *withheld))
    return [first, *(one for one in found if one is not head)]


def industry(occupation: str, industry_of: Mapping[str, str]) -> str | None:
    """The industry an occupation is nearest to: the longest prefix of its code in the table."""
    prefixes = [prefix for prefix in industry_of if occupation.startswith(prefix)]
    return industry_of[max(prefixes, key=len)] if prefixes else None


def _nearest_in(asked: Asked, levels: Sequence[WageLevel], steps: Mapping[str, str]) -> list[Found]:
    """Of one population and concept of pay: the first place in the order of widening where a figure may be shown."""
    passed_over: list[WageLevel] = []
    for there in _in_order(asked, levels, steps):
        newest = max(there, key=lambda level: level.period)
        together = _parts(newest, there)
        shown = [level for level in together if level.statistics and not level.too_few]
        if shown:
            return [_found(level, asked, steps, passed_over) for level in shown]
        passed_over += together
    return []


def _withheld(asked: Asked, levels: Sequence[WageLevel], steps: Mapping[str, str]) -> list[WageLevel]:
    """The nearest cells of a population of which none may be shown."""
    there = next(iter(_in_order(asked, levels, steps)), ())
    return _parts(max(there, key=lambda level: level.period), there) if there else []


def _in_order(asked: Asked, levels: Sequence[WageLevel], steps: Mapping[str, str]) -> Iterator[Sequence[WageLevel]]:
    """What is published at each place that may stand in for the cell asked for, the nearest place first."""
    periods = sorted({level.period[:4] for level in levels if level.period[:4] <= (asked.period or "")}, reverse=True)
    for period in periods if asked.period else [""]:
        for region in chain(asked.region):
            for subject in steps.values():
                there = [one for one in levels if (one.region, one.subject) == (region, subject)]
                there = [one for one in there if one.period.startswith(period)]
                if there:
                    yield there


def _parts(level: WageLevel, there: Sequence[WageLevel]) -> list[WageLevel]:
    """The level, or where it speaks of a part only, all parts published with it: which one applies is not known."""
    if not _is_part(level):
        return [level]
    return [one for one in there if _is_part(one) and (one.series, one.period) == (level.series, level.period)]


def _is_part(level: WageLevel) -> bool:
    return "|" in level.label


def _found(level: WageLevel, asked: Asked, steps: Mapping[str, str], passed_over: Iterable[WageLevel]) -> Found:
    step = next(name for name, subject in steps.items() if subject == level.subject)
    widened = {
        "occupation": step != "occupation",
        "region": level.region != asked.region,
        "period": asked.period is not None and not level.period.startswith(asked.period),
    }
    return Found(level, tuple(name for name, is_wider in widened.items() if is_wider), step, tuple(passed_over))
