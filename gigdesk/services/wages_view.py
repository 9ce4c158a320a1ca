"""The wage result in words: the sentence, one's place, the published levels, and whose they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.wages.levels import STATISTICS, Flag, Position, WageLevel
from gigdesk.domain.wages.own_pay import OwnPay
from gigdesk.services import explain, words
from gigdesk.services import wages_words as say
from gigdesk.services.answer import Answer
from gigdesk.services.explain import Explanation
from gigdesk.services.pay_lines import PayLine, loss, who
from gigdesk.services.wages import Comparison, Row
from gigdesk.services.wages_minimum import MinimumWage
from gigdesk.services.words import Chip
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

CLOSE = Decimal("0.03")
TEN = 10
YEAR_DIGITS = 4
SAID = ("tier-by-city",)
"""What the line of the minimum wage says."""


@dataclass(frozen=True)
class Figures:
    """What the strip draws, yuan a month. Percentiles may be missing, then the mean stands alone."""

    statistics: Mapping[str, Decimal]
    flags: Mapping[str, Flag]
    net: Decimal
    gross: Decimal
    minimum: Decimal | None


@dataclass(frozen=True)
class LevelLine:
    """One row of the table: whose figures, of which time, in words, how they were made, and what is not shown."""

    population: str
    who: str
    what: str
    period: str
    figures: tuple[tuple[str, str], ...]
    rule: str
    hidden: tuple[str, ...]
    chip: Chip


@dataclass(frozen=True)
class WagesView:
    """The result page."""

    title: str
    subtitle: str
    figures: Figures
    levels: tuple[LevelLine, ...]
    place_in_ten: int | None
    position: str
    pay: tuple[PayLine, ...]
    limit: str
    notices: tuple[str, ...]
    chips: tuple[Chip, ...]
    explanation: Explanation


def wages_view(
    answer: Answer[Comparison], regions: Mapping[str, Region], t: Texts, pay: tuple[PayLine, ...], said: list[str]
) -> WagesView:
    """A comparison with one's own earnings, by the month. `said` is what must be said of the place."""
    found = answer.result
    if found.own is None or found.position is None:
        msg = "own earnings were given"
        raise AssertionError(msg)
    first, minimum = found.rows[0], found.minimum_wage
    levels = tuple(level_line(row, answer, regions, t) for row in found.rows)
    return WagesView(
        title=_title(found.own, found.position, minimum, first, t),
        subtitle=_subtitle(first, regions, t),
        figures=Figures(
            first.statistics,
            first.found.level.flags,
            found.own.net_monthly,
            found.own.gross_monthly,
            minimum.monthly if minimum else None,
        ),
        levels=levels,
        place_in_ten=_place_in_ten(found.position),
        position=_position(found.position, t),
        pay=pay,
        limit=t("wages.limit.below" if minimum and minimum.is_above_pay else "wages.limit"),
        notices=(
            *said,
            *dict.fromkeys(one for line in levels for one in line.hidden),
            *explain.warnings(answer, t, *SAID),
        ),
        chips=(*data_chips(first.found.level, answer, t), levels[0].chip),
        explanation=explain.explanation(answer, t),
    )


def level_line(row: Row, answer: Answer[Comparison], regions: Mapping[str, Region], t: Texts) -> LevelLine:
    """One row in words."""
    level = row.found.level
    known = {*row.statistics, *level.flags}
    figures = tuple(
        (t(f"statistic.{name}"), say.figure(name, row.statistics, level.flags, t))
        for name in STATISTICS
        if name in known
    )
    return LevelLine(
        population=say.population(level, t),
        who=say.who(level, t),
        what=say.speaks_of(row.found, row.occupation, regions, t),
        period=say.period_in_words(level.period, t),
        figures=figures,
        rule=say.rule(level, row.measure, t),
        hidden=tuple(_hidden(one, regions, t) for one in row.found.passed_over),
        chip=words.chip(answer.sources[level.source], t, level.status),
    )


def data_chips(level: WageLevel, answer: Answer[Comparison], t: Texts) -> tuple[Chip, ...]:
    """Of which time the figures are and when they were published; of how many people."""
    published = answer.sources[level.source].published[:YEAR_DIGITS]
    key = "wages.published" if published.isdigit() else "wages.published.unknown"
    data = t(key, period=say.period_in_words(level.period, t), year=published)
    sample = t("wages.sample.none") if level.sample is None else t("wages.sample", count=f"{level.sample:,}")
    return Chip(data, "official"), Chip(sample, "official")


def _hidden(level: WageLevel, regions: Mapping[str, Region], t: Texts) -> str:
    """That a nearer figure is there and why it is not shown."""
    about = {
        "what": say.called(level.label, t),
        "place": say.region_name(level.region, regions, t),
        "period": say.period_in_words(level.period, t),
    }
    if level.too_few:
        return t("wages.hidden.few", sample=level.sample, least=level.least_sample, **about)
    return t("wages.hidden.missing", **about)


def _subtitle(row: Row, regions: Mapping[str, Region], t: Texts) -> str:
    """What was asked, and which time and place the figures are of where that is another."""
    level = row.found.level
    parts = [
        f"{say.occupation_name(row.occupation, t)} {row.occupation.code}",
        say.region_name(row.region, regions, t),
    ]
    elsewhere = "region" in row.found.widened
    key = "wages.data-of.elsewhere" if elsewhere else "wages.data-of"
    place, period = say.region_name(level.region, regions, t), say.period_in_words(level.period, t)
    parts.append(t(key, place=place, period=period))
    return " · ".join(parts)


def _title(own: OwnPay, where: Position, minimum: MinimumWage | None, row: Row, t: Texts) -> str:
    """The sentence first: above or below the middle, and the minimum wage. Close to a mean is said as close."""
    first = loss(own, t) or _beside_the_middle(where, row, who(own, t), t)
    second = _beside_the_minimum(minimum)
    return t("wages.title.both", first=first, second=t(f"wages.title.{second}")) if second else first


def _beside_the_minimum(minimum: MinimumWage | None) -> str:
    """By the month, and by the hour logged in where that is known and says something else."""
    if minimum is None or minimum.beside is None:
        return ""
    month, hour = _side(minimum.beside.monthly), _side(minimum.beside.hour_logged)
    if not month or not hour:
        return f"{month}-minimum" if month else hour and f"hour-{hour}-minimum"
    return f"{month}-minimum" if month == hour else f"{month}-minimum-hour-{hour}"


def _side(more: Decimal | None) -> str:
    return "" if more is None else "above" if more >= 0 else "below"


def _beside_the_middle(where: Position, row: Row, kept: str, t: Texts) -> str:
    if where.middle is None or where.difference is None:
        return t("wages.title.no-middle")
    if abs(where.difference) <= row.statistics[where.middle] * CLOSE:
        return t(f"wages.title.close.{where.middle}", who=kept)
    side = "more" if where.difference > 0 else "less"
    return t(f"wages.title.{side}.{where.middle}", who=kept, amount=words.about(abs(where.difference)))


def _place_in_ten(where: Position) -> int | None:
    return None if where.percentile is None else min(where.percentile // TEN + 1, TEN)


def _position(where: Position, t: Texts) -> str:
    tenth = _place_in_ten(where)
    if tenth is None:
        return t(f"wages.position.{where.reason}")
    return t("wages.position", tenth=tenth, fewer=tenth - 1, more=TEN - tenth)
