"""Answering with a day: today, yesterday, the day before, or one of the calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.ask import Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.days import quick_days
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.day_calendar import DayCalendar, day_said
from gigdesk.ui.parts.entry import Entry
from gigdesk.ui.parts.layout import room_for_answers
from gigdesk.ui.widgets import choice
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group

YEARS = 5
"""How far back the calendar goes where the question does not say."""
QUICK_WIDTH, GAP = 360, 24


class DayAnswer(Entry):
    """A day is noted when it is chosen. Days to come are shown and cannot be chosen."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        self._asking, self._ask = asking, ask
        noted = asking.shown(ask)
        chosen = noted if isinstance(noted, date) else None
        today = desk.session.today()
        first = ask.first or date(today.year - YEARS, 1, 1)
        beside = 0 if desk.upright else desk.theme.px(QUICK_WIDTH + GAP)
        self._calendar = DayCalendar(desk, first, chosen, room_for_answers(desk) - beside)
        self._quick = self._days(first, today, desk)
        self._show_quick(chosen)
        self._calendar.chosen.connect(self._choose)
        self._quick.chosen.connect(self._choose_quick)
        self.widget = QWidget()
        across = QVBoxLayout(self.widget) if desk.upright else QHBoxLayout(self.widget)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(desk.theme.px(GAP))
        quick = QVBoxLayout()
        quick.addWidget(self._quick)
        if not desk.upright:
            self._quick.setFixedWidth(desk.theme.px(QUICK_WIDTH))
            quick.addStretch(1)
        across.addLayout(quick)
        across.addWidget(self._calendar, 1)

    def start(self) -> QWidget | None:
        """The day with a name, where one is chosen, or the first of them."""
        return self._quick.start()

    def pick(self, number: int) -> None:
        """Choose a day with a name."""
        self._quick.pick(number)

    def _days(self, first: date, today: date, desk: Desk) -> ChoiceList:
        t = desk.t
        options = tuple(
            choice.Option(str(day), t(f"calendar.{name}"), hint=day_said(day, t, today))
            for name, day in quick_days(first, today)
        )
        columns = len(options) if desk.upright and not desk.tight else 1
        answers = Answers((Group(options),), columns=columns, close=True, rings=False)
        return ChoiceList(answers, desk.theme, self._asking.sign, self._asking.short(self._ask))

    def _choose_quick(self, key: str) -> None:
        day = date.fromisoformat(key)
        self._calendar.set_day(day)
        self._asking.choose(self._ask, day)

    def _choose(self, day: date) -> None:
        self._show_quick(day)
        self._asking.choose(self._ask, day)

    def _show_quick(self, day: date | None) -> None:
        self._quick.show_chosen(str(day or ""))
