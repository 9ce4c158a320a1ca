"""Wage comparisons and series as tables to take away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from gigdesk.domain.wages.levels import STATISTICS, Flag, WageLevel
from gigdesk.domain.wages.occupations import Occupation
from gigdesk.domain.wages.series import Point, Series
from gigdesk.reports.sources import sources_of
from gigdesk.reports.tables import Cell, Table, Taken
from gigdesk.services import wages_words as say
from gigdesk.services.answer import Answer
from gigdesk.services.source_words import data_line
from gigdesk.services.wages import Comparison, Row
from gigdesk.services.wages_groups import grouped, own_net
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

COMPARED = ("occupation", "code", "place", "population", "speaks-of", "figures-of", "period", "unit")
OVER_YEARS = ("population", "speaks-of", "figures-of", "period", "unit")

Regions = Mapping[str, Region]


def compared(answer: Answer[Comparison], regions: Regions, t: Texts) -> Taken:
    """A comparison, the rows that share a scale together; the figures and one's own net pay as numbers."""
    found = answer.result
    own = found.own
    heads = [
        *(t(f"table.{name}") for name in COMPARED),
        *(t(f"statistic.{name}") for name in STATISTICS),
        *([t("wages.own-net")] if own else []),
        *(t(f"table.{name}") for name in ("sample", "remark", "source", "status")),
    ]
    rows = [_compared(row, regions, own_net(own, row.measure) if own else None, t, with_own=own is not None)
            for group in grouped(found.rows) for row in group.rows]  # fmt: skip
    levels = [row.found.level for row in found.rows]
    table = Table(t("table.wages.compared"), tuple(heads), tuple(rows))
    measure = found.rows[0].measure
    return Taken(table, sources_of(answer, t), _notes(levels, measure, answer, t), answer.data.released)


def over_years(
    answer: Answer[tuple[Series, ...]], occupation: Occupation, measure: str, regions: Regions, t: Texts
) -> Taken:
    """Series, one below the other: each figure as published and in the prices of one year."""
    real = [t("table.real", statistic=t(f"statistic.{name}")) for name in STATISTICS]
    heads = [
        *(t(f"table.{name}") for name in OVER_YEARS),
        *(t(f"statistic.{name}") for name in STATISTICS),
        *real,
        *(t(f"table.{name}") for name in ("prices-of", "remark", "source", "status")),
    ]
    rows = []
    for series in answer.result:
        said = (
            say.population(series.level, t),
            say.speaks_of(series.found, occupation, regions, t),
            say.region_name(series.level.region, regions, t),
        )
        rows += [(*said, *_of_year(point, series, measure, t)) for point in series.points]
    levels = [series.level for series in answer.result]
    table = Table(t("table.wages.years"), tuple(heads), tuple(rows))
    return Taken(table, sources_of(answer, t), _notes(levels, measure, answer, t), answer.data.released)


def _compared(row: Row, regions: Regions, own: Decimal | None, t: Texts, *, with_own: bool) -> tuple[Cell, ...]:
    level = row.found.level
    return (
        say.occupation_name(row.occupation, t),
        row.occupation.code,
        say.region_name(row.region, regions, t),
        say.population(level, t),
        say.speaks_of(row.found, row.occupation, regions, t),
        say.region_name(level.region, regions, t),
        level.period,
        say.unit(row.measure, level.currency, t),
        *(row.statistics.get(name) for name in STATISTICS),
        *([own] if with_own else []),
        level.sample,
        _flags(level.flags, t),
        level.source,
        t(f"status.{level.status}"),
    )


def _of_year(point: Point, series: Series, measure: str, t: Texts) -> tuple[Cell, ...]:
    real = point.real or {}
    remarks = [_flags(point.flags, t), t("wages.years.broken") if point.break_before else ""]
    return (
        point.period,
        say.unit(measure, series.level.currency, t),
        *(point.statistics.get(name) for name in STATISTICS),
        *(real.get(name) for name in STATISTICS),
        str(series.prices_of or "") if real else "",
        t("list.comma").join(remark for remark in remarks if remark),
        point.source,
        t(f"status.{point.status}"),
    )


def _flags(flags: Mapping[str, Flag], t: Texts) -> str:
    """What the publisher says of single figures."""
    words = {Flag.TOP: "wages.flag.top", Flag.MISSING: "wages.flag.missing"}
    said = [t(words[flag], statistic=t(f"statistic.{name}")) for name, flag in flags.items() if flag in words]
    return t("list.comma").join(said)


def _notes(levels: Sequence[WageLevel], measure: str, answer: Answer[Any], t: Texts) -> tuple[str, ...]:
    """Whose pay it is, how the figures were made, that different populations are not to be ranked, the data."""
    whose = [say.who(level, t) for level in levels]
    rules = [rule for level in levels if (rule := say.rule(level, measure, t))]
    apart = [t("wages.compare.apart", count=len(set(whose)))] if len(set(whose)) > 1 else []
    data = data_line(answer.data, t)
    return tuple(dict.fromkeys([*apart, *whose, *rules, data]))
