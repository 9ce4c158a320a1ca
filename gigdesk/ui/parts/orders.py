"""A list of orders on a page: its days, what a month comes to, and the ways to bring it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.ordered import OrderedJob
from gigdesk.ui.models.orders import DayLine, OrdersView
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.files import choose_file
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import KeyValueRow, Value
from gigdesk.ui.widgets.text import Align, Words

BESIDE = 620


def draw_orders(job: OrderedJob[Any], desk: Desk) -> Drawn:
    """Draw the list."""

    def back() -> None:
        job.back()

    part = OrdersPart(job, desk)
    words = desk.t("foot.back-to-result" if job.asking.finished else "foot.back")
    onward = _button(desk.t("orders.take"), desk, "continue", "", job.take_orders)
    foot = Foot(left=(_button(words, desk, "outline", "back", back),), right=(onward,))
    return Drawn(part, foot, part.start, enter=job.take_orders, back=back)


class OrdersPart(QWidget):
    """Ctrl V pastes, wherever the focus is."""

    def __init__(self, job: OrderedJob[Any], desk: Desk) -> None:
        super().__init__()
        self._job, self._desk = job, desk
        view, theme, t = job.orders.view(), desk.theme, desk.t
        column = column_in(self, theme.px(20))
        column.addWidget(ResultHead(theme.sign("jobs", job.id), t("orders.title"), t("orders.hint"), theme))
        if view.message:
            column.addWidget(Notice(view.message, theme, view.tone, "support"))
        across = QVBoxLayout() if desk.narrow else QHBoxLayout()
        across.setSpacing(theme.px(28))
        days, beside = self._days(view), self._beside(view)
        if not desk.narrow:
            beside.setFixedWidth(theme.px(BESIDE))
        for part in (beside, days) if desk.narrow else (days, beside):
            across.addWidget(part, int(part is days))
        column.addLayout(across)
        column.addStretch(1)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self._paste)

    def _days(self, view: OrdersView) -> QWidget:
        theme, t = self._desk.theme, self._desk.t
        holder = QWidget()
        column = column_in(holder, theme.px(16))
        card = Card(theme, t("orders.days"))
        for line in view.lines:
            card.add_row(_day(line, self._desk))
        if not view.lines:
            card.add(Words(t("orders.none"), theme, "body", "inkSoft"), 8)
        column.addWidget(card)
        if any(line.span for line in view.lines):
            column.addWidget(Words(t("orders.span.note"), theme, "support", "inkSoft"))
        column.addStretch(1)
        return holder

    def _beside(self, view: OrdersView) -> QWidget:
        """The month first, what was not understood, the ways to bring a list, and what is to be known."""
        theme = self._desk.theme
        holder = QWidget()
        column = column_in(holder, theme.px(16))
        if view.months:
            column.addWidget(self._months(view))
        if view.facts:
            card = Card(theme, self._desk.t("orders.month"))
            for label, value in view.facts:
                card.add_row(KeyValueRow(Value(label, value, strong=label == view.facts[0][0]), theme))
            column.addWidget(card)
        self._say("warn", view.problems, column)
        column.addWidget(self._bring())
        self._say("info", view.notes, column)
        column.addStretch(1)
        return holder

    def _months(self, view: OrdersView) -> Card:
        card = Card(self._desk.theme, self._desk.t("orders.which-month"))
        for one in view.months:
            button = _button(
                one.words, self._desk, "primary" if one.chosen else "outline", "", partial(self._choose, one)
            )
            button.setObjectName(f"orders-month-{one.month}")
            card.add(button, 12)
        return card

    def _choose(self, one: Any) -> None:  # noqa: ANN401 - a month to choose
        self._then(lambda: self._job.orders.choose(one.month))

    def _say(self, tone: str, lines: Iterable[str], column: QVBoxLayout) -> None:
        for line in lines:
            column.addWidget(Notice(line, self._desk.theme, tone, "support"))

    def _bring(self) -> Card:
        theme, t = self._desk.theme, self._desk.t
        card = Card(theme, t("orders.bring"))
        card.add(Words(t("orders.bring.hint"), theme, "support", "inkSoft"), 8)
        paste, read = ("paste", "doc", self._paste), ("open", "usb", self._open)
        ways = (paste,) if self._desk.session.locked else (paste, read)
        buttons = [_button(t(f"record.{name}"), self._desk, "outline", icon, act) for name, icon, act in ways]
        for (name, _, _), button in zip(ways, buttons, strict=True):
            button.setObjectName(f"orders-{name}")
            card.add(button, 12)
        self.start = buttons[0]
        return card

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        self._then(lambda: self._job.orders.paste(text))

    def _open(self) -> None:
        path = choose_file(self, self._desk.t("record.open"), self._desk.t("record.kinds"))
        if path:
            self._then(lambda: self._job.orders.read(path))

    def _then(self, act: Callable[[], object]) -> None:
        act()
        self._job.show()


def _day(line: DayLine, desk: Desk) -> QWidget:
    """A day: what was done, what it brought, and below it from when to when."""
    theme = desk.theme
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, theme.px(8), 0, theme.px(8))
    row.setSpacing(theme.px(20))
    about = QVBoxLayout()
    about.setSpacing(theme.px(2))
    about.addWidget(Words(f"**{line.day}**　{line.done}", theme, "note"))
    if line.span:
        about.addWidget(Words(line.span, theme, "support", "inkSoft"))
    row.addLayout(about, 1)
    row.addWidget(Words(line.earned, theme, "rowTitle", "ink", Align.AlignRight))
    return holder


def _button(words: str, desk: Desk, role: str, icon: str, press: Callable[[], object]) -> Button:
    button = Button(words, desk.theme, role, icon)
    button.clicked.connect(lambda: press())  # noqa: PLW0108 - without the argument of the signal
    return button
