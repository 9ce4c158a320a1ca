"""Up to four occupations or places side by side: what is compared, and its figures in words. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.wages.levels import MEASURES, Flag
from gigdesk.domain.wages.own_pay import OwnPay
from gigdesk.services import wages_words as say
from gigdesk.services import words
from gigdesk.services.answer import Answer
from gigdesk.services.wages import Comparison, Query, Row
from gigdesk.services.wages_groups import Group, grouped, own_net
from gigdesk.services.wages_view import LevelLine, data_chips, level_line
from gigdesk.services.words import Chip
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

MOST = 4


@dataclass(frozen=True)
class Item:
    """An occupation or a place that is compared; one's own cannot be removed."""

    kind: str
    key: str
    label: str
    own: bool


@dataclass(frozen=True)
class Compared:
    """One row: what it is of, what it speaks of, its figures as numbers for the chart and in words for the table."""

    name: str
    note: str
    statistics: Mapping[str, Decimal]
    flags: Mapping[str, Flag]
    figures: tuple[str, ...]
    middle: str


@dataclass(frozen=True)
class GroupView:
    """What may stand on one scale: whose pay, its rows, the heads of their figures, what must be said of them.

    `together` says whether more than one of what is compared stands in it.
    """

    population: str
    together: bool
    who: str
    notes: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[Compared, ...]
    has_median: bool
    unit: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True)
class CompareView:
    """The comparison. `own` is one's own net pay in the measure, None where that is not known."""

    title: str
    items: tuple[Item, ...]
    measure: str
    measures: tuple[tuple[str, str], ...]
    groups: tuple[GroupView, ...]
    own: Decimal | None
    notes: tuple[str, ...]


class Comparing:
    """What is compared besides one's own occupation and place. `message` says why one more was not taken."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget it all."""
        self.occupations: list[str] = []
        self.regions: list[str] = []
        self.measure = "monthly"
        self.message = ""

    def query(self, own: Query) -> Query:
        """The question behind the comparison, as the command line takes it too."""
        occupations = dict.fromkeys((*own.occupations, *self.occupations))
        regions = dict.fromkeys((*own.regions, *self.regions))
        return replace(own, occupations=tuple(occupations), regions=tuple(regions), measure=self.measure)

    def has_room(self, kind: str, own: Query, t: Texts) -> bool:
        """Whether one more of a kind can be compared; a message says so where it cannot."""
        before = self.query(own)
        occupations, regions = len(before.occupations), len(before.regions)
        more = (occupations + 1) * regions if kind == "occupation" else occupations * (regions + 1)
        self.message = "" if more <= MOST else t("wages.compare.full", most=MOST)
        return not self.message

    def add(self, kind: str, code: str, own: Query, t: Texts) -> bool:
        """Add an occupation or a region by its code; False, with a message, where it is there or too many are."""
        before = self.query(own)
        if code in (before.occupations if kind == "occupation" else before.regions):
            self.message = t("wages.compare.there-already")
            return False
        if not self.has_room(kind, own, t):
            return False
        self._of(kind).append(code)
        return True

    def remove(self, kind: str, code: str) -> None:
        """Take one out."""
        self.message = ""
        if code in self._of(kind):
            self._of(kind).remove(code)

    def show_by(self, measure: str) -> None:
        """Compare by the year, the month or the hour."""
        self.measure, self.message = measure, ""

    def _of(self, kind: str) -> list[str]:
        return self.occupations if kind == "occupation" else self.regions


def compare_view(
    answer: Answer[Comparison],
    query: Query,
    regions: Mapping[str, Region],
    called: Callable[[str], str],
    t: Texts,
) -> CompareView:
    """A comparison in words; `called` names an occupation by its code."""
    found = answer.result
    own = own_net(found.own, query.measure) if found.own else None
    items = [
        *(Item("occupation", code, called(code), own=not at) for at, code in enumerate(query.occupations)),
        *(Item("region", code, say.region_name(code, regions, t), own=not at) for at, code in enumerate(query.regions)),
    ]
    groups = grouped(found.rows)
    asked = len(query.occupations) * len(query.regions)
    return CompareView(
        title=t("wages.compare.title", count=asked) if asked > 1 else t("wages.compare.alone"),
        items=tuple(items),
        measure=query.measure,
        measures=tuple((measure, t(f"wages.measure.{measure}")) for measure in MEASURES),
        groups=tuple(_group(group, asked, answer, regions, t) for group in groups),
        own=own,
        notes=tuple(_notes(groups, own, found.own, query, t)),
    )


def _notes(groups: tuple[Group, ...], own: Decimal | None, pay: OwnPay | None, query: Query, t: Texts) -> list[str]:
    several = [t("wages.compare.apart", count=len(groups))] if len(groups) > 1 else []
    hours = [t("wages.compare.no-hours")] if pay and own is None else []
    by_hour = [t("wages.compare.by-hour")] if query.measure == "hourly" and own is not None else []
    return [*several, *hours, *by_hour]


def _group(group: Group, asked: int, answer: Answer[Comparison], regions: Mapping[str, Region], t: Texts) -> GroupView:
    first = group.rows[0].found.level
    lines = [level_line(row, answer, regions, t) for row in group.rows]
    sources = [words.chip(answer.sources[row.found.level.source], t, row.found.level.status) for row in group.rows]
    chips = [chip for row in group.rows for chip in data_chips(row.found.level, answer, t)]
    return GroupView(
        population=say.population(first, t),
        together=group.items > 1,
        who=say.who(first, t),
        notes=tuple(dict.fromkeys(_said(group, asked, lines, t))),
        heads=tuple(t(f"statistic.{name}") for name in group.statistics),
        rows=tuple(_row(row, line, group, regions, t) for row, line in zip(group.rows, lines, strict=True)),
        has_median=any("p50" in row.statistics for row in group.rows),
        unit=say.unit(group.rows[0].measure, group.currency, t),
        chips=tuple(dict.fromkeys([*chips, *sources])),
    )


def _said(group: Group, asked: int, lines: list[LevelLine], t: Texts) -> list[str]:
    alone = [t("wages.compare.only-one")] if group.items == 1 and asked > 1 else []
    same = [t("wages.compare.same-figure")] if group.is_one_figure else []
    return [*alone, *same, *(line.rule for line in lines if line.rule), *(one for line in lines for one in line.hidden)]


def _row(row: Row, line: LevelLine, group: Group, regions: Mapping[str, Region], t: Texts) -> Compared:
    statistics, flags = row.statistics, row.found.level.flags
    middle = next((one for one in ("p50", "mean") if one in statistics), "")
    name = f"{say.occupation_name(row.occupation, t)} · {say.region_name(row.region, regions, t)}"
    return Compared(
        name=name,
        note=f"{line.what} · {line.period}",
        statistics=statistics,
        flags=flags,
        figures=tuple(_cell(name, row, t) for name in group.statistics),
        middle=say.figure(middle, statistics, flags, t) if middle else t("wages.not-published"),
    )


def _cell(name: str, row: Row, t: Texts) -> str:
    """A figure of the table; one that nobody speaks of stays blank, one that is said not to be published says so."""
    known = name in row.statistics or name in row.found.level.flags
    return say.figure(name, row.statistics, row.found.level.flags, t) if known else t("wages.none")
