"""What the wage views say, as the charts draw it and as the pictures that are taken away hold it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gigdesk.domain.wages.levels import Flag
from gigdesk.services.wages_view import LevelLine, WagesView
from gigdesk.services.wages_words import amount_in_words
from gigdesk.store.texts import Texts
from gigdesk.ui.models.wages_compare import CompareView, GroupView
from gigdesk.ui.models.wages_years import YearsView
from gigdesk.ui.widgets.charts.legend import Entry
from gigdesk.ui.widgets.charts.percentile_strip import PercentileChart, PercentileStrip, StripWords
from gigdesk.ui.widgets.charts.picture import Picture, Section
from gigdesk.ui.widgets.charts.strip_marks import Levels, Mark
from gigdesk.ui.widgets.charts.strips import StripRow, Strips, StripsChart
from gigdesk.ui.widgets.charts.years import Year, Years, YearsChart

DRAWN = {"p50": "median"}


def levels_of(statistics: Mapping[str, Decimal], flags: Mapping[str, Flag]) -> Levels:
    """Published figures as the charts take them."""
    known = {DRAWN.get(name, name): float(value) for name, value in statistics.items()}
    tops = frozenset(DRAWN.get(name, name) for name, flag in flags.items() if flag is Flag.TOP)
    return Levels(**known, tops=tops)


def strip(view: WagesView, t: Texts) -> PercentileStrip:
    """The result: what others earn, oneself and the minimum wage."""
    figures = view.figures
    levels = levels_of(figures.statistics, figures.flags)
    has_median = levels.median is not None
    middle = (
        dict(view.levels[0].figures)[t("statistic.p50" if has_median else "statistic.mean")] if _has(levels) else ""
    )
    words = StripWords(
        name=t("wages.chart"),
        unit=t("unit.CNY/month"),
        middle=t("wages.chart.median" if has_median else "wages.chart.mean", figure=middle),
        half=t("wages.chart.half"),
        legend=_legend([levels], t, own=True, floor=figures.minimum is not None),
        sentence=view.title.replace("**", ""),
        beyond=t("wages.chart.beyond"),
    )
    return PercentileStrip(
        levels,
        words,
        net=_mark("wages.own-net", figures.net, t),
        gross=_mark("wages.own-gross", figures.gross, t) if figures.gross != figures.net else None,
        floor=_mark("wages.minimum", figures.minimum, t) if figures.minimum is not None else None,
    )


def strips(group: GroupView, view: CompareView, t: Texts) -> Strips:
    """A group of the comparison on its one scale."""
    rows = tuple(StripRow(row.name, row.note, levels_of(row.statistics, row.flags), row.middle) for row in group.rows)
    own = None
    if view.own is not None:
        shown = amount_in_words(view.own) if view.measure == "hourly" else amount(view.own)
        own = Mark(float(view.own), t("wages.own-net"), t("wages.yuan", amount=shown))
    legend = _legend([row.levels for row in rows], t, own=own is not None)
    return Strips(group.population, group.unit, rows, legend, own, t("wages.chart.beyond"))


def years(view: YearsView, t: Texts) -> Years:
    """The years of a figure."""
    drawn = tuple(
        Year(
            line.short,
            line.at,
            levels_of(line.statistics, line.flags),
            None if line.real is None else float(line.real),
            line.breaks,
        )
        for line in view.lines
    )
    legend = [entry for entry in _legend([year.levels for year in drawn], t) if entry.shape not in ("median", "mean")]
    legend.append(Entry("disc.median" if view.has_median else "disc.mean", t("wages.years.nominal")))
    legend += [Entry("real", view.prices)] if view.has_real else []
    return Years(t("wages.years"), view.unit, drawn, t("wages.years.broken"), tuple(legend), view.title)


def result_picture(view: WagesView, t: Texts) -> Picture:
    """The result to take away."""
    shown, line = strip(view, t), view.levels[0]
    section = Section("", lambda theme: PercentileChart(shown, theme), (figures_of(line, t), line.who, line.rule))
    return Picture(
        view.title, view.subtitle, (section,), _foot([chip.text for chip in view.chips], view.explanation.data)
    )


def compare_picture(view: CompareView, data: str, t: Texts) -> Picture:
    """The comparison to take away: a chart for each population in which something is compared; the table has all."""
    groups = [group for group in view.groups if group.together] or view.groups
    sections = tuple(_section(group, view, t) for group in groups)
    chips = [chip.text for group in groups for chip in group.chips]
    return Picture(view.title, t("list.comma").join(view.notes), sections, _foot(chips, data))


def years_picture(view: YearsView, data: str, t: Texts) -> Picture:
    """The years to take away."""
    shown = years(view, t)
    lines = tuple(
        f"**{line.label}**　"
        + t("list.comma").join(f"{head} {figure}" for head, figure in zip(view.heads, line.figures, strict=True))
        for line in view.lines
    )
    section = Section("", lambda theme: YearsChart(shown, theme), (*lines, view.who, *view.notes))
    return Picture(view.title, view.subtitle, (section,), _foot([chip.text for chip in view.chips], data))


def figures_of(line: LevelLine, t: Texts) -> str:
    """The figures of a level in one line."""
    return t("wages.figures", figures="　".join(f"{name} **{figure}**" for name, figure in line.figures))


def amount(value: Decimal) -> str:
    """An amount on a mark: whole yuan."""
    return amount_in_words(value.quantize(Decimal(1)))


def _section(group: GroupView, view: CompareView, t: Texts) -> Section:
    shown = strips(group, view, t)
    lines = (*(f"**{row.name}**　{_told(group, row.figures, t)}" for row in group.rows), group.who, *group.notes)
    return Section(group.population, lambda theme: StripsChart(shown, theme), lines)


def _told(group: GroupView, figures: tuple[str, ...], t: Texts) -> str:
    return t("list.comma").join(f"{head} {figure}" for head, figure in zip(group.heads, figures, strict=True))


def _foot(chips: list[str], data: str) -> tuple[str, ...]:
    return ("　".join(dict.fromkeys(chips)), data)


def _has(levels: Levels) -> bool:
    return levels.middle is not None


def _mark(key: str, value: Decimal, t: Texts) -> Mark:
    return Mark(float(value), t(key), t("wages.yuan", amount=amount(value)))


def _legend(every: list[Levels], t: Texts, *, own: bool = False, floor: bool = False) -> tuple[Entry, ...]:
    shapes = {
        "p10p90": any(None not in (levels.p10, levels.p90) for levels in every),
        "p25p75": any(None not in (levels.p25, levels.p75) for levels in every),
        "median": any(levels.median is not None for levels in every),
        "mean": any(levels.median is None and levels.mean is not None for levels in every),
        "own": own,
        "floor": floor,
    }
    return tuple(Entry(shape, t(f"wages.legend.{shape}")) for shape, is_drawn in shapes.items() if is_drawn)
