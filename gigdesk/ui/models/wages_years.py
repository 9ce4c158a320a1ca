"""The years of a published figure in words: as published, and in the prices of one year. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from gigdesk.domain.wages.levels import STATISTICS, Flag
from gigdesk.domain.wages.occupations import Occupation
from gigdesk.domain.wages.series import Point, Series
from gigdesk.services import explain, words
from gigdesk.services import wages_words as say
from gigdesk.services.answer import Answer
from gigdesk.services.words import Chip
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

DIGITS = 4
A_QUARTER, A_MONTH = 4, 12
SURVEYED = "platform_or_survey_income"
"""Every such report is a survey of its own."""


@dataclass(frozen=True)
class YearLine:
    """One period: what the chart draws of it, and its figures in words, the last of them in other prices."""

    label: str
    short: str
    at: float
    statistics: Mapping[str, Decimal]
    flags: Mapping[str, Flag]
    real: Decimal | None
    breaks: bool
    figures: tuple[str, ...]


@dataclass(frozen=True)
class YearsView:
    """The years of one population; `choices` are the populations there are, `chosen` is the place of this one."""

    title: str
    subtitle: str
    choices: tuple[str, ...]
    chosen: int
    heads: tuple[str, ...]
    lines: tuple[YearLine, ...]
    has_median: bool
    has_real: bool
    prices: str
    unit: str
    who: str
    notes: tuple[str, ...]
    chips: tuple[Chip, ...]


@dataclass(frozen=True)
class Asked:
    """Whose work the years are of, and by which measure."""

    occupation: Occupation
    measure: str


def years_view(
    answer: Answer[tuple[Series, ...]], chosen: int, asked: Asked, regions: Mapping[str, Region], t: Texts
) -> YearsView:
    """One of the series in words."""
    every, measure = answer.result, asked.measure
    series = every[min(chosen, len(every) - 1)]
    level, points = series.level, series.points
    names = [name for name in STATISTICS if any(name in (*one.statistics, *one.flags) for one in points)]
    middle = next((name for name in ("p50", "mean") if name in names), "")
    has_real = any(point.real for point in points)
    prices = t("wages.years.real", year=series.prices_of) if has_real else ""
    heads = [t(f"statistic.{name}") for name in names]
    place = say.region_name(level.region, regions, t)
    elsewhere = "region" in series.found.widened  # then what it speaks of says so
    what = (say.population(level, t), say.speaks_of(series.found, asked.occupation, regions, t))
    statuses = {point.source: point.status for point in points}
    return YearsView(
        title=_title(points, middle, t),
        subtitle=" · ".join(what if elsewhere else (*what, place)),
        choices=tuple(_choice(one, every, t) for one in every),
        chosen=every.index(series),
        heads=(*heads, *([prices] if has_real else [])),
        lines=tuple(_line(point, names, middle, t, has_real=has_real) for point in points),
        has_median=middle == "p50",
        has_real=has_real,
        prices=prices,
        unit=say.unit(measure, level.currency, t),
        who=say.who(level, t),
        notes=(*_notes(series, measure, t), *_makers(series, answer, t), *explain.warnings(answer, t)),
        chips=tuple(words.chip(answer.sources[source], t, status) for source, status in statuses.items()),
    )


def _choice(series: Series, every: tuple[Series, ...], t: Texts) -> str:
    """The population, what of it where several are of the same, and how many periods there are."""
    alike = [one for one in every if one.level.population == series.level.population]
    name = say.population(series.level, t)
    name = f"{name} · {say.called(series.level.label, t)}" if len(alike) > 1 else name
    return t("wages.years.choice", name=name, count=len(series.points))


def _title(points: tuple[Point, ...], middle: str, t: Texts) -> str:
    """The oldest and the newest figure; no more is worked out here."""
    known = [point for point in points if middle in point.statistics]
    if not known:
        return t("wages.years.none")
    shown = [
        (say.period_in_words(one.period, t), say.figure(middle, one.statistics, one.flags, t))
        for one in (known[0], known[-1])
    ]
    (first, before), (last, now) = shown
    if len(known) == 1:
        return t("wages.years.one", last=last, now=now)
    key = "wages.years.title.broken" if any(one.break_before for one in known[1:]) else "wages.years.title"
    return t(key, first=first, before=before, last=last, now=now)


def _line(point: Point, names: list[str], middle: str, t: Texts, *, has_real: bool) -> YearLine:
    real = point.real.get(middle) if point.real else None
    figures = [
        say.figure(name, point.statistics, point.flags, t)
        if name in point.statistics or name in point.flags
        else t("wages.none")
        for name in names
    ]
    in_prices = say.amount_in_words(real) if real is not None else t("wages.years.no-prices")
    return YearLine(
        label=say.period_in_words(point.period, t),
        short=point.period,
        at=_at(point.period),
        statistics=point.statistics,
        flags=point.flags,
        real=real,
        breaks=point.break_before,
        figures=(*figures, *([in_prices] if has_real else [])),
    )


def _notes(series: Series, measure: str, t: Texts) -> list[str]:
    points = series.points
    notes = [t("wages.years.rule", year=series.prices_of)] if any(point.real for point in points) else []
    notes += [rule] if (rule := say.rule(series.level, measure, t)) else []
    lacking = [point.period[:DIGITS] for point in points if point.real is None]
    if lacking and len(lacking) < len(points):
        notes.append(t("wages.years.lacking", years=_span(lacking[0], lacking[-1], t)))
    notes += [t("wages.years.gap", years=_span(first, last, t)) for first, last in _gaps(points)]
    notes += [t("wages.years.break", period=say.period_in_words(p.period, t)) for p in points[1:] if p.break_before]
    for point in points:
        if printed := say.first_print(point.note):
            notes.append(t("wages.years.revised", period=say.period_in_words(point.period, t), printed=printed))
    return notes


def _makers(series: Series, answer: Answer[tuple[Series, ...]], t: Texts) -> list[str]:
    """Surveys of different makers ask different people, though the figure is called the same."""
    sources = {point.source for point in series.points}
    makers = {answer.sources[source].publisher for source in sources}
    differ = len(makers) > 1 or (len(sources) > 1 and series.level.pay_concept == SURVEYED)
    return [t("wages.years.makers")] if differ else []


def _span(first: object, last: object, t: Texts) -> str:
    years = [t("wages.year", year=year) for year in dict.fromkeys((str(first), str(last)))]
    return t("wages.years.to").join(years)


def _gaps(points: tuple[Point, ...]) -> list[tuple[int, int]]:
    """The years between two periods of which nothing is published."""
    years = [int(point.period[:DIGITS]) for point in points if point.period[:DIGITS].isdigit()]
    return [(before + 1, after - 1) for before, after in pairwise(years) if after - before > 1]


def _at(period: str) -> float:
    """The place of a period in years: 2025, 2025Q4 and 2024-06."""
    year, rest = period[:DIGITS], period[DIGITS:].lstrip("-")
    if not year.isdigit():
        return 0.0
    if rest.startswith("Q") and rest[1:].isdigit():
        return int(year) + (int(rest[1:]) - 1) / A_QUARTER
    return int(year) + ((int(rest) - 1) / A_MONTH if rest.isdigit() else 0)
