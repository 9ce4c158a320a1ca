"""Up to four occupations or places side by side: a chart and its table for each population."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.wages_compare import CompareView, GroupView, Item
from gigdesk.ui.models.wages_parts import ADD, WagesParts
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.compare_panel import said
from gigdesk.ui.parts.explanation import chips
from gigdesk.ui.parts.layout import Started, column_in, row_in
from gigdesk.ui.parts.question import QuestionView
from gigdesk.ui.parts.wages_charts import strips
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.strips import StripsChart
from gigdesk.ui.widgets.figure_table import FigureRow, FigureTable
from gigdesk.ui.widgets.flow import Flow
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.segments import Segment, Segments
from gigdesk.ui.widgets.text import Align, Words

FEW = 2
"""Where it is narrow, more figures than these stand below the name of their row."""


def draw_wages_compare(job: WagesParts, desk: Desk) -> QWidget:
    """The comparison, or why there is none."""
    found = job.compared()
    return said(found, desk) if isinstance(found, str) else _Compare(found, job, desk)


class _Compare(Started):
    def __init__(self, view: CompareView, job: WagesParts, desk: Desk) -> None:
        super().__init__()
        self._job, self._desk, theme = job, desk, desk.theme
        column = column_in(self, theme.px(16))
        column.addLayout(self._head(view))
        if job.comparing.message:
            column.addWidget(Notice(job.comparing.message, theme, "warn", "support"))
        column.addWidget(self._items(view))
        for note in view.notes:
            column.addWidget(Words(note, theme, "support", "inkSoft"))
        for group in view.groups:
            column.addWidget(group_card(group, view, desk))
        column.addStretch(1)

    def _head(self, view: CompareView) -> QHBoxLayout | QVBoxLayout:
        """The title, the measure, and the way to take it away."""
        desk, theme, t = self._desk, self._desk.theme, self._desk.t
        row = QVBoxLayout() if desk.narrow else QHBoxLayout()
        row.setSpacing(theme.px(20))
        row.addWidget(ResultHead(theme.sign("jobs", "wages"), view.title, t("wages.compare.line"), theme), 1)
        cells = [Segment(key, label, label) for key, label in view.measures]
        measures = Segments(cells, theme, view.measure, t("wages.compare.measure"))
        measures.chosen.connect(self._job.show_by)
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(16))
        tools.addWidget(measures, 0, Align.AlignVCenter)
        if not desk.session.locked:
            tools.addWidget(take_button("take-compare", self._job, desk), 0, Align.AlignVCenter)
        if desk.narrow:
            tools.addStretch(1)
        row.addLayout(tools)
        return row

    def _items(self, view: CompareView) -> QWidget:
        """What is compared, each to be taken out, and the two ways to add."""
        desk, t = self._desk, self._desk.t
        holder = QWidget()
        row = Flow(holder, desk.theme.px(16), desk.theme.px(12))
        for part, kind in ADD.items():
            for item in view.items:
                if item.kind == kind:
                    row.addWidget(self._item(item))
            add = Button(t(f"wages.compare.add.{kind}"), desk.theme, "tool", "plus")
            add.setObjectName(part)
            add.clicked.connect(partial(self._add, part))
            row.addWidget(add)
            self.start = self.start or add
        return holder

    def _item(self, item: Item) -> QWidget:
        desk = self._desk
        if item.own:
            own = QWidget()
            row_in(own, 0).addWidget(Words(item.label, desk.theme, "toolBold"), 0, Align.AlignVCenter)
            own.setMinimumHeight(desk.theme.size("tool"))
            return own
        remove = Button(item.label, desk.theme, "tool", "", after="cancel")
        remove.setObjectName(f"remove-{item.kind}-{item.key}")
        remove.setAccessibleName(desk.t("wages.compare.remove", what=item.label))
        remove.clicked.connect(partial(self._remove, item))
        return remove

    def _add(self, part: str) -> None:
        self._job.add(part)

    def _remove(self, item: Item) -> None:
        self._job.remove(item.kind, item.key)


def group_card(group: GroupView, view: CompareView, desk: Desk) -> Card:
    """One population: whose pay it is, the chart, the same figures as a table, the sources."""
    theme, t = desk.theme, desk.t
    card = Card(theme, group.population, group.unit)
    card.add(Words(group.who, theme, "support", "inkSoft"))
    card.add(StripsChart(strips(group, view, t), theme), 16)
    rows = [FigureRow(row.name, row.figures, row.note) for row in group.rows]
    stacked = desk.narrow and len(group.heads) > FEW
    card.add(FigureTable(group.population, (group.unit, *group.heads), rows, theme, stacked=stacked), 12)
    for note in group.notes:
        card.add(Words(note, theme, "support", "inkSoft"), 8)
    card.add(chips(group.chips, theme), 12)
    return card


def take_button(part: str, job: WagesParts, desk: Desk) -> Button:
    """The way to take a part away."""
    button = Button(desk.t("take.title"), desk.theme, "tool", "usb")
    button.setObjectName(f"look-{part}")
    button.clicked.connect(partial(_look, job, part))
    return button


def _look(job: WagesParts, part: str) -> None:
    job.look(part)


def draw_adding(job: WagesParts, desk: Desk, view: QuestionView) -> Drawn:
    """The question for one more, with its bar; Escape leads back to the comparison."""

    def forward() -> None:
        view.commit()
        job.forward_adding()

    onward = Button(desk.t("wages.compare.take"), desk.theme, "continue", "plus")
    onward.clicked.connect(forward)
    back = Button(desk.t("foot.back"), desk.theme, "outline", "back")
    back.clicked.connect(lambda: job.back())  # noqa: PLW0108 - without the argument of the signal
    chosen = Words("", desk.theme, "note", "inkSoft", Align.AlignRight)
    job.adding.noted = lambda answer: chosen.say(desk.t("foot.chosen", answer=answer) if answer else "")
    job.adding.tell()
    right = (onward,) if desk.narrow else (chosen, onward)
    foot = Foot(left=(back,), right=right)
    return Drawn(view, foot, view.entry.start(), enter=forward, keep=view.keep, back=job.back, pick=view.entry.pick)
