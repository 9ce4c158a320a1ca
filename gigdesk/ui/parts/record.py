"""The contribution record on a page: its periods, what they come to, and the ways to bring them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.history import HistoryView, PeriodLine
from gigdesk.ui.models.recorded import RecordedJob
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.files import choose_file
from gigdesk.ui.parts.layout import column_in, row_in
from gigdesk.ui.parts.span_entry import draw_span
from gigdesk.ui.widgets.body import scroll_to
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.facts import Fact, FactCells
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import KeyValueRow, Value
from gigdesk.ui.widgets.text import Align, Words

BESIDE = 620
BETWEEN = 6


def draw_record(job: RecordedJob[Any], desk: Desk) -> Drawn:
    """Draw the record, or the span of it that is being entered."""
    if job.record.draft:
        return draw_span(job, desk)

    def back() -> None:
        job.back()

    part = RecordPart(job, desk)
    words = desk.t("foot.back-to-result" if job.asking.finished else "foot.back")
    left = [_button(words, desk, "outline", "back", back)]
    if job.recorded:
        left.append(_button(desk.t("record.drop"), desk, "outline", "edit", job.drop))
    onward = _button(desk.t("record.take"), desk, "continue", "", job.take)
    return Drawn(part, Foot(left=tuple(left), right=(onward,)), part.start, enter=job.take, back=back)


class RecordPart(QWidget):
    """Ctrl V pastes, wherever the focus is."""

    def __init__(self, job: RecordedJob[Any], desk: Desk) -> None:
        super().__init__()
        self._job, self._desk = job, desk
        self.rows: list[QWidget] = []
        view, theme = job.record.view(), desk.theme
        self.add = _button(desk.t("record.add"), desk, "outline", "plus", lambda: self._then(job.record.add))
        self.add.setObjectName("record-add")
        column = column_in(self, theme.px(20))
        column.addWidget(ResultHead(theme.sign("jobs", job.id), desk.t("record.title"), desk.t("record.hint"), theme))
        if view.message:
            column.addWidget(Notice(view.message, theme, view.tone, "support"))
        across = QVBoxLayout() if desk.narrow else QHBoxLayout()
        across.setSpacing(theme.px(28))
        periods, beside = self._periods(view), self._beside(view)
        if not desk.narrow:
            beside.setFixedWidth(theme.px(BESIDE))
        first = desk.narrow and bool(view.choices or view.problems)
        for part in (beside, periods) if first else (periods, beside):
            across.addWidget(part, int(part is periods))
        column.addLayout(across)
        column.addStretch(1)
        self.start = self.add if view.touched is None else self.rows[view.touched]
        QTimer.singleShot(0, self, self._show_start)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._paste)

    def _periods(self, view: HistoryView) -> QWidget:
        theme, t = self._desk.theme, self._desk.t
        holder = QWidget()
        column = column_in(holder, theme.px(16))
        card = Card(theme, t("record.periods"), view.months)
        for at, line in enumerate(view.lines):
            card.add_row(self._row(at, line))
        if not view.lines:
            card.add(Words(t("record.none"), theme, "body", "inkSoft"), 8)
        column.addWidget(card)
        column.addStretch(1)
        return holder

    def _row(self, at: int, line: PeriodLine) -> QWidget:
        theme, t, record = self._desk.theme, self._desk.t, self._job.record
        holder = QWidget()
        across = row_in(holder, theme.px(20))
        across.setContentsMargins(0, theme.px(BETWEEN), 0, theme.px(BETWEEN))
        row = KeyValueRow(Value(line.span, line.paid, t("review.change")), theme, below=self._desk.tight)
        row.setObjectName(f"record-change-{at}")
        row.clicked.connect(lambda: self._then(partial(record.change, at)))
        self.rows.append(row)
        remove = _button(t("record.remove"), self._desk, "tool", "", lambda: self._then(partial(record.remove, at)))
        remove.setObjectName(f"record-remove-{at}")
        remove.setAccessibleName(t("record.remove-this", span=line.span))
        across.addWidget(row, 1)
        across.addWidget(remove, 0, Align.AlignVCenter)
        return holder

    def _beside(self, view: HistoryView) -> QWidget:
        """What is to be decided or mended first, then what the record comes to, the ways to add, and what was seen."""
        theme = self._desk.theme
        holder = QWidget()
        column = column_in(holder, theme.px(16))
        for at, choice in enumerate(view.choices):
            card = Card(theme)
            card.add(Words(choice.question, theme, "rowTitle"))
            for words, base in choice.bases:
                pick = partial(self._job.record.choose, at, base)
                button = _button(words, self._desk, "outline", "", partial(self._then, pick))
                button.setObjectName(f"record-choose-{at}-{base}")
                card.add(button, 12)
            column.addWidget(card)
        self._say("error", view.problems, column)
        if view.index:
            facts = (
                Fact(self._desk.t("record.paid-label"), view.months),
                Fact(self._desk.t("record.index"), view.index),
            )
            card = Card(theme)
            card.add(FactCells(facts, theme))
            column.addWidget(card)
        column.addWidget(self._bring())
        self._say("info", view.notes, column)
        column.addStretch(1)
        return holder

    def _say(self, tone: str, lines: Iterable[str], column: QVBoxLayout) -> None:
        for line in lines:
            column.addWidget(Notice(line, self._desk.theme, tone, "support"))

    def _bring(self) -> Card:
        theme, t = self._desk.theme, self._desk.t
        card = Card(theme, t("record.bring"))
        card.add(self.add)
        card.add(Words(t("record.bring.hint"), theme, "support", "inkSoft"), 12)
        ways = (("paste", "doc", self._paste), ("open", "usb", self._open))
        for name, icon, act in ways[:1] if self._desk.session.locked else ways:
            button = _button(t(f"record.{name}"), self._desk, "outline", icon, act)
            button.setObjectName(f"record-{name}")
            card.add(button, 12)
        return card

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        self._then(lambda: self._job.record.paste(text))

    def _open(self) -> None:
        path = choose_file(self, self._desk.t("record.open"), self._desk.t("record.kinds"))
        if path:
            self._then(lambda: self._job.record.read(path))

    def _show_start(self) -> None:
        """A page drawn anew begins at its top; the row that was touched may lie further down."""
        if self.start is not self.add:
            scroll_to(self.start)

    def _then(self, act: Callable[[], object]) -> None:
        act()
        self._job.show()


def _button(words: str, desk: Desk, role: str, icon: str, press: Callable[[], object]) -> Button:
    button = Button(words, desk.theme, role, icon)
    button.clicked.connect(lambda: press())  # noqa: PLW0108 - without the argument of the signal
    return button
