"""Answering with an occupation, found by a word."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gigdesk.ui.models.ask import Ask, Option
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.initials import occupations_by_letter
from gigdesk.ui.models.occupations import Offer
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.entry import Entry, choices, swap
from gigdesk.ui.parts.index import ALL, beside, letters, taken_by
from gigdesk.ui.parts.typing_row import TypingRow
from gigdesk.ui.widgets.text import Words

Search = Callable[[str], Offer]


class OccupationAnswer(Entry):
    """An occupation by a word, or one of the common ones."""

    def __init__(self, ask: Ask, asking: Asking, desk: Desk, search: Search) -> None:
        self._ask, self._asking, self._desk, self._search = ask, asking, desk, search
        self.widget = QWidget()
        self._column = QVBoxLayout()
        self._column.setSpacing(desk.theme.px(20))
        self.word = QLineEdit()
        self.word.setProperty("role", "search")
        self.word.setAccessibleName(asking.title(ask))
        self.word.setPlaceholderText(desk.t("ask.search"))
        self.word.setMinimumHeight(desk.theme.size("choice"))
        self._column.addWidget(TypingRow(self.word, desk, plain=True))
        below = QShortcut(QKeySequence(Qt.Key.Key_Down), self.word, context=Qt.ShortcutContext.WidgetShortcut)
        below.activated.connect(self._to_list)
        self._note = Words("", desk.theme, "body", "inkSoft")
        self._note.setObjectName("search-note")
        self._note.hide()
        self._column.addWidget(self._note)
        services = asking.session.services
        self._by_letter = occupations_by_letter(services, desk.t) if services else {}
        self._index = letters(self._by_letter, desk, "index.usual")
        self._taken = taken_by(self._index, desk)
        self._list = choices(ask, asking, desk, self._known(), self._taken)
        self._column.addWidget(self._list)
        self._column.addStretch(1)
        self._index.chosen.connect(self.look_up)
        beside(self.widget, self._column, self._index, desk, 1)
        self._wait = QTimer(self.widget)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self.find)
        self.word.textChanged.connect(self._ask_later)

    def start(self) -> QWidget | None:
        """The field for a word."""
        return self.word

    def pick(self, number: int) -> None:
        """Choose."""
        self._list.pick(number)

    def find(self) -> None:
        """Offer what the word in the field may mean, or the common ones where that is nothing."""
        word = self.word.text()
        self._index.show_chosen(ALL)
        offer = self._search(word) if word.strip() else Offer()
        self._note.say(offer.note)
        self._note.setVisible(bool(offer.note))
        self._show(offer.options or self._known())

    def _show(self, options: Sequence[Option]) -> None:
        new = choices(self._ask, self._asking, self._desk, options, self._taken)
        self._list = swap(self._column, self._list, new)

    def look_up(self, letter: str) -> None:
        """Show the names under a letter in place of what was found by a word; the common ones without a letter."""
        with QSignalBlocker(self.word):
            self.word.setText("")
        self._note.hide()
        self._index.show_chosen(letter)
        self._show(self._by_letter.get(letter, self._known()))

    def _to_list(self) -> None:
        first = self._list.start()
        if first:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _known(self) -> Sequence[Option]:
        """The common ones, and what was chosen before if it is none of them."""
        noted = self._asking.shown(self._ask)
        if noted is None or any(option.key == noted for option in self._ask.options):
            return self._ask.options
        return [*self._search(str(noted)).options[:1], *self._ask.options]

    def _ask_later(self, _: str) -> None:
        """Once the event is over: a keystroke is shown before anything is searched."""
        self._asking.hush()
        self._wait.start(0)
