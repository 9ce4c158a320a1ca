"""A month of days to choose from, with the way to other months and years."""

from __future__ import annotations

import math
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.services import words
from gigdesk.store.texts import Texts
from gigdesk.ui.models.days import WEEK, page_of
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cells import GAP, NOTHING, Cell, Cells
from gigdesk.ui.widgets.text import Align, TextBlock, Words

_STEPS = {"year-back": -MONTHS_A_YEAR, "month-back": -1, "month-on": 1, "year-on": MONTHS_A_YEAR}

HEAD_GAP = 12
FLAT = {"year-back": (0, 0), "month-back": (0, 1), "month-on": (0, 3), "year-on": (0, 4)}
LOW = {"year-back": (0, 0), "year-on": (0, 4), "month-back": (1, 0), "month-on": (1, 4)}
"""Where the ways to other months stand around the title, as they are read."""


class DayCalendar(QWidget):
    """`chosen` carries a day from `first` to `today`; the others are shown and cannot be chosen."""

    chosen = Signal(date)

    def __init__(self, desk: Desk, first: date, chosen: date | None, room: int) -> None:
        """`room` in pixels."""
        super().__init__()
        self._desk, self._first, self._today = desk, first, desk.session.today()
        self._day, self._month = chosen, YearMonth.of(chosen or self._today)
        theme = desk.theme
        self._title = Words("", theme, "rowTitle", "ink", Align.AlignHCenter)
        self._ways = {name: self._way(name) for name in _STEPS}
        self._cells = Cells([NOTHING] * len(page_of(self._month)), WEEK, theme, desk.t("calendar.days"))
        self._cells.chosen.connect(self._choose)
        self._cells.beyond.connect(self._lead)
        column = column_in(self, theme.px(8))
        column.addLayout(self._head(low=room < self._flat_head()))
        column.addLayout(self._week())
        column.addWidget(self._cells)
        self._show()

    def start(self) -> QWidget | None:
        """Where the keyboard begins: at the day chosen, or at today."""
        return self._cells.start()

    def set_day(self, day: date | None) -> None:
        """Show a day as chosen without telling so; None takes the choice back."""
        self._day = day
        self._month = YearMonth.of(day) if day else self._month
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """The page keys turn the months."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._turn(step)
        start = self._cells.start()
        if start is not None:
            start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _flat_head(self) -> int:
        """How many pixels the title takes with the ways beside it."""
        title = TextBlock(words.month(self._month, self._desk.t), self._desk.theme, "rowTitle").width
        beside = sum(way.sizeHint().width() + self._desk.theme.px(HEAD_GAP) for way in self._ways.values())
        return math.ceil(title) + beside

    def _head(self, *, low: bool) -> QGridLayout:
        """The title between the ways, in two rows where there is little room, and below them where there is none."""
        grid = QGridLayout()
        grid.setSpacing(self._desk.theme.px(HEAD_GAP))
        for name, (row, column) in (LOW if low else FLAT).items():
            grid.addWidget(self._ways[name], row, column)
        if self._desk.tight:
            grid.addWidget(self._title, grid.rowCount(), 0, 1, -1)
        else:
            grid.addWidget(self._title, 0, 2, Align.AlignVCenter)
        grid.setColumnStretch(2, 1)
        return grid

    def _week(self) -> QGridLayout:
        row = QGridLayout()
        row.setSpacing(self._desk.theme.px(GAP))
        for at in range(WEEK):
            name = self._desk.t(f"weekday.{at + 1}.short")
            row.addWidget(Words(name, self._desk.theme, "support", "inkSoft", Align.AlignHCenter), 0, at)
            row.setColumnStretch(at, 1)
        return row

    def _way(self, name: str) -> Button:
        back = name.endswith("back")
        button = Button(
            self._desk.t(f"calendar.{name}"), self._desk.theme, "tool", "back" if back else "", "" if back else "next"
        )
        button.setAccessibleName(self._desk.t(f"calendar.{name}.name"))
        button.setObjectName(f"calendar-{name}")
        button.clicked.connect(lambda: self._turn(_STEPS[name]))
        return button

    def _turn(self, step: int) -> None:
        """Show another month, no further than where there is a day to choose."""
        month = min(max(self._month + step, YearMonth.of(self._first)), YearMonth.of(self._today))
        if month != self._month:
            self._month = month
            self._show()

    def _lead(self, step: int) -> None:
        """An arrow leads on to the next month."""
        at = next((cell.cell.key for cell in self._cells.cells if cell.hasFocus()), "")
        day = date.fromisoformat(at) + timedelta(days=step) if at else self._today
        if self._first <= day <= self._today:
            self._month = YearMonth.of(day)
            self._show()
            self._cells.lead_to(day.isoformat())

    def _choose(self, key: str) -> None:
        self._day = date.fromisoformat(key)
        self.chosen.emit(self._day)

    def _show(self) -> None:
        self._title.say(words.month(self._month, self._desk.t))
        self._cells.show_cells([self._cell(day) for day in page_of(self._month)], str(self._day or ""))
        first, last = YearMonth.of(self._first), YearMonth.of(self._today)
        for name, button in self._ways.items():
            button.setEnabled(self._month > first if _STEPS[name] < 0 else self._month < last)

    def _cell(self, day: date | None) -> Cell:
        if day is None:
            return NOTHING
        t = self._desk.t
        note = t("calendar.today.note") if day == self._today else ""
        usable = self._first <= day <= self._today
        return Cell(str(day), str(day.day), f"{day_said(day, t)} {note}".strip(), note, usable)


def day_said(day: date, t: Texts, today: date | None = None) -> str:
    """A day with the name it has in its week; without the year where it is this year's."""
    return t("calendar.day", day=words.day(day, t, today), weekday=t(f"weekday.{day.isoweekday()}"))
