"""A published figure over the years: the chart, its table, and what must be known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.wages_parts import WagesParts
from gigdesk.ui.models.wages_years import YearsView
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.compare_panel import said
from gigdesk.ui.parts.explanation import chips
from gigdesk.ui.parts.layout import Started, column_in
from gigdesk.ui.parts.wages_charts import years
from gigdesk.ui.parts.wages_compare import take_button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.years import YearsChart
from gigdesk.ui.widgets.choice import Option
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group
from gigdesk.ui.widgets.figure_table import FigureRow, FigureTable
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Align, Words

TABLE_WIDTH = 640
BESIDE, AS_HIGH = 2, 8
"""The table stands beside the chart where it has no more figures in a row, and no more rows, than these."""


def draw_wages_years(job: WagesParts, desk: Desk) -> QWidget:
    """The years, or why there are none."""
    found = job.years()
    return said(found, desk) if isinstance(found, str) else _Years(found, job, desk)


class _Years(Started):
    def __init__(self, view: YearsView, job: WagesParts, desk: Desk) -> None:
        super().__init__()
        theme, t = desk.theme, desk.t
        column = column_in(self, theme.px(16))
        head = QVBoxLayout() if desk.narrow else QHBoxLayout()
        head.addWidget(ResultHead(theme.sign("jobs", "wages"), view.title, view.subtitle, theme), 1)
        if not desk.session.locked:
            head.addWidget(take_button("take-years", job, desk), 0, Align.AlignTop | Align.AlignLeft)
        column.addLayout(head)
        beside = not desk.narrow and len(view.heads) <= BESIDE and len(view.lines) <= AS_HIGH
        across = QHBoxLayout() if beside else QVBoxLayout()
        across.setSpacing(theme.px(28))
        chart = Card(theme)
        chart.column.addWidget(YearsChart(years(view, t), theme), 1)
        table = Card(theme)
        rows = [FigureRow(line.label, line.figures) for line in view.lines]
        stacked = desk.narrow and len(view.heads) > BESIDE
        table.add(FigureTable(view.title, (view.unit, *view.heads), rows, theme, stacked=stacked))
        if beside:
            table.setFixedWidth(theme.px(TABLE_WIDTH))
        across.addWidget(chart, 1)
        across.addWidget(table)
        column.addLayout(across)
        column.addWidget(chips(view.chips, theme, view.who))
        for note in view.notes:
            column.addWidget(Notice(note, theme, "info", "support"))
        if len(view.choices) > 1:
            column.addWidget(self._choices(view, job, desk))
        column.addStretch(1)

    def _choices(self, view: YearsView, job: WagesParts, desk: Desk) -> QWidget:
        """Other populations, never in one chart with this one."""
        theme, t = desk.theme, desk.t
        card = Card(theme, t("wages.years.whose"))
        options = tuple(Option(str(at), label) for at, label in enumerate(view.choices))
        answers = Answers((Group(options),), None, str(view.chosen), 1 if desk.narrow else 2)
        shown = ChoiceList(answers, theme, "wages", t("wages.years.whose"))
        shown.chosen.connect(lambda key: job.look_at(int(key)))
        self.start = shown.start()
        card.add(Words(t("wages.years.whose.hint"), theme, "support", "inkSoft"))
        card.add(shown, 12)
        return card
