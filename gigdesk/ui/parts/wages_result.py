"""The wage result: one sentence, one's own pay among the published levels, the hour worked out line by line."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.services.wages_view import LevelLine, WagesView
from gigdesk.ui.models.wages_parts import COMPARE, YEARS, WagesParts
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.explanation import chips, folds, in_full, links, to_working
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.parts.wages_charts import amount, figures_of, strip
from gigdesk.ui.parts.wages_pay import hour_card
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.percentile_strip import PercentileChart
from gigdesk.ui.widgets.charts.ten_people import TenPeople, TenPeopleRow
from gigdesk.ui.widgets.facts import Fact, FigureCells
from gigdesk.ui.widgets.figure_table import FigureRow, FigureTable
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Words

RIGHT_WIDTH = 588
FEW = 3


class WagesResult(QWidget):
    """The result in two columns, or in one where the page is narrow."""

    def __init__(self, view: WagesView, job: WagesParts, desk: Desk) -> None:
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


def other_levels(view: WagesView, desk: Desk) -> QWidget:
    """Every published level there is, each of its own population."""
    told: set[str] = set()
    rows = []
    for line in view.levels:
        rows.append(_level(line, desk, who=line.who if line.who not in told else ""))
        told.add(line.who)
    return in_full(desk.t("wages.others"), rows, desk)


def _left(view: WagesView, job: WagesParts, desk: Desk) -> QWidget:
    theme, t, first = desk.theme, desk.t, view.levels[0]
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    column.addWidget(ResultHead(theme.sign("jobs", "wages"), view.title, view.subtitle, theme))
    chart = Card(theme)
    chart.column.addWidget(PercentileChart(strip(view, t), theme), 1)
    column.addWidget(chart, int(not theme.dense))
    table = Card(theme)
    table.add(_table(view, desk))
    column.addWidget(table)
    column.addWidget(chips(view.chips, theme, f"{first.who} {first.rule}".strip()))
    column.addWidget(_ways(job, desk))
    if theme.dense:
        column.addWidget(folds(view.explanation, desk))
        column.addStretch(1)
    return holder


def _table(view: WagesView, desk: Desk) -> QWidget:
    """The figures of the chart; where it is narrow, many of them stand below what they speak of."""
    theme, t, first = desk.theme, desk.t, view.levels[0]
    figures = [*first.figures, (t("wages.own-net"), amount(view.figures.net))]
    if desk.narrow and len(figures) > FEW:
        heads, shown = zip(*figures, strict=True)
        return FigureTable(
            t("wages.chart"), (t("wages.unit"), *heads), [FigureRow(first.what, shown)], theme, stacked=True
        )
    return FigureCells(Fact(t("wages.unit"), first.what), [Fact(*figure) for figure in figures], theme)


def _ways(job: WagesParts, desk: Desk) -> QWidget:
    t = desk.t
    parts = ((COMPARE, "wages.compare"), (YEARS, "wages.years"), ("others", "wages.others"))
    details = [*((detail, t(key)) for detail, key in parts), *to_working(t("wages.working"), desk)]
    return links(details, job.look, desk.theme)


def _right(view: WagesView, job: WagesParts, desk: Desk) -> QWidget:
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


def _level(line: LevelLine, desk: Desk, who: str) -> QWidget:
    """Whose pay it is stands once."""
    theme = desk.theme
    holder = QWidget()
    column = column_in(holder, theme.px(4))
    column.addWidget(Words(f"**{line.population}** · {line.period} · {line.what}", theme, "support"))
    column.addWidget(Words(figures_of(line, desk.t), theme, "note"))
    column.addWidget(chips([line.chip], theme, f"{who} {line.rule}".strip()))
    for hidden in line.hidden:
        column.addWidget(Words(hidden, theme, "support", "inkSoft"))
    return holder
