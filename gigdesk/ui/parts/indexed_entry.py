"""Answering with one of many names: all of them, or those that begin with a letter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gigdesk.ui.models.ask import Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.initials import letters_of
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.entry import Entry, choices, swap
from gigdesk.ui.parts.index import ALL, beside, letters, taken_by

NARROW = 2
"""So many columns of letters take no room from the names."""


class IndexedAnswer(Entry):
    """What is no name, such as another place, stands under each letter."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk) -> None:
        self._ask, self._asking, self._desk = ask, asking, desk
        self._letters = letters_of(ask, asking)
        self.widget = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.theme.px(20))
        index = letters(self._letters.values(), desk, "index.all")
        index.chosen.connect(self._show)
        if index.columns > NARROW and not desk.narrow:
            self._ask = replace(ask, columns=ask.columns - 1)
        self._taken = taken_by(index, desk)
        self._list = choices(self._ask, asking, desk, ask.options, self._taken)
        self._column.addWidget(self._list)
        self._column.addStretch(1)
        beside(self.widget, self._column, index, desk)

    def start(self) -> QWidget | None:
        """The answer chosen before, or the first."""
        return self._list.start()

    def pick(self, number: int) -> None:
        """Choose."""
        self._list.pick(number)

    def _show(self, letter: str) -> None:
        options = [
            one for one in self._ask.options if letter in (ALL, self._letters[one.key]) or not self._letters[one.key]
        ]
        self._list = swap(self._column, self._list, choices(self._ask, self._asking, self._desk, options, self._taken))
