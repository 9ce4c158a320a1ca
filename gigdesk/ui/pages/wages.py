"""The wage result: one sentence, one's own pay among the published levels, the hour worked out line by line."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.wages import LevelLine, WagesJob, WagesView
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.explanation import chips, in_full, links, working
from gigdesk.ui.parts.job_page import draw_job
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.parts.orders import draw_orders
from gigdesk.ui.parts.wages_pay import hour_card
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.legend import Entry
from gigdesk.ui.widgets.charts.percentile_strip import PercentileChart, PercentileStrip, StripWords
from gigdesk.ui.widgets.charts.strip_marks import Levels, Mark
from gigdesk.ui.widgets.charts.ten_people import TenPeople, TenPeopleRow
from gigdesk.ui.widgets.facts import Fact, FigureCells
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Words

RIGHT_WIDTH = 588


def draw(job: WagesJob, desk: Desk) -> Drawn:
    """Draw the job at its stage."""
    if job.at_orders:
        return draw_orders(job, desk)
    return draw_job(job, desk, lambda view, desk: _part(view, job, desk), job.search)


def _part(view: WagesView, job: WagesJob, desk: Desk) -> QWidget:
    if job.detail == "others":
        return in_full(desk.t("wages.others"), [_level(line, desk) for line in view.levels], desk)
    return working(view.explanation, desk) if job.detail else _Result(view, job, desk)


class _Result(QWidget):
    def __init__(self, view: WagesView, job: WagesJob, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(28))
        grid.setVerticalSpacing(theme.px(20))
        right = _right(view, job, desk)
        grid.addWidget(_left(view, job, desk), 0, 0)
        if desk.narrow:
            grid.addWidget(right, 1, 0)
        else:
            right.setFixedWidth(theme.px(RIGHT_WIDTH))
            grid.addWidget(right, 0, 1)


def _left(view: WagesView, job: WagesJob, desk: Desk) -> QWidget:
    theme, t, first = desk.theme, desk.t, view.levels[0]
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    column.addWidget(ResultHead(theme.sign("jobs", "wages"), view.title, view.subtitle, theme))
    chart = Card(theme)
    chart.column.addWidget(PercentileChart(_strip(view, desk), theme), 1)
    column.addWidget(chart, 1)
    table = Card(theme)
    figures = [Fact(name, figure) for name, figure in first.figures]
    figures.append(Fact(t("wages.own-net"), f"{view.figures.net:,.0f}"))
    table.add(FigureCells(Fact(t("wages.unit"), first.what), figures, theme))
    column.addWidget(table)
    foot = QVBoxLayout() if desk.narrow else QHBoxLayout()
    foot.addWidget(chips(view.chips, theme), 1)
    foot.addWidget(links([("others", t("wages.others")), ("working", t("wages.working"))], job.look, theme))
    column.addLayout(foot)
    return holder


def _right(view: WagesView, job: WagesJob, desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    ten = Card(theme, t("wages.where" if view.place_in_ten is None else "wages.ten"))
    if view.place_in_ten is not None:
        ten.add(TenPeopleRow(TenPeople(view.place_in_ten, view.position), theme), 8)
    ten.add(Words(view.position, theme, "note"), 8)
    column.addWidget(ten)
    column.addWidget(hour_card(view.pay, job, desk))
    for notice in view.notices:
        column.addWidget(Notice(notice, theme))
    column.addWidget(Notice(view.limit, theme, "plain"))
    column.addStretch(1)
    return holder


def _strip(view: WagesView, desk: Desk) -> PercentileStrip:
    t, figures = desk.t, view.figures
    known = {name: float(value) for name, value in figures.statistics.items()}
    levels = Levels(*(known.get(name) for name in ("p10", "p25", "p50", "p75", "p90", "mean")))
    has_median = levels.median is not None
    middle = known["p50" if has_median else "mean"]
    words = StripWords(
        name=t("wages.chart"),
        unit=t("unit.CNY/month"),
        middle=t("wages.chart.median" if has_median else "wages.chart.mean", figure=f"{middle:,.0f}"),
        half=t("wages.chart.half"),
        legend=_legend(levels, desk, has_floor=figures.minimum is not None),
        sentence=view.title,
    )
    return PercentileStrip(
        levels,
        words,
        net=_mark("wages.own-net", figures.net, desk),
        gross=_mark("wages.own-gross", figures.gross, desk) if figures.gross != figures.net else None,
        floor=_mark("wages.minimum", figures.minimum, desk) if figures.minimum is not None else None,
    )


def _mark(key: str, amount: Decimal, desk: Desk) -> Mark:
    return Mark(float(amount), desk.t(key), desk.t("wages.yuan", amount=f"{amount:,.0f}"))


def _legend(levels: Levels, desk: Desk, *, has_floor: bool) -> tuple[Entry, ...]:
    shapes = ["p10p90", "p25p75"] if levels.has_band() else []
    shapes += ["median" if levels.median is not None else "mean", "own"]
    shapes += ["floor"] if has_floor else []
    return tuple(Entry(shape, desk.t(f"wages.legend.{shape}")) for shape in shapes)


def _level(line: LevelLine, desk: Desk) -> QWidget:
    theme = desk.theme
    holder = QWidget()
    column = column_in(holder, theme.px(4))
    figures = "　".join(f"{name} **{figure}**" for name, figure in line.figures)
    column.addWidget(Words(f"**{line.who}** · {line.period} · {line.what}", theme, "support"))
    column.addWidget(Words(desk.t("wages.figures", figures=figures), theme, "note"))
    column.addWidget(chips([line.chip], theme))
    return holder
