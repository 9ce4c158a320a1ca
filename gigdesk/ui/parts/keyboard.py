"""The keyboard on the screen: letters, digits, and Chinese by pinyin. It stands above the bar, below the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QSizePolicy, QWidget

from gigdesk.ui.models.pinyin import Composing, Dictionary
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import column_in, row_in
from gigdesk.ui.widgets.cells import GAP
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.text import TextBlock, Words

SHOWN = 12
"""Candidates beside one another, where they are short."""
ROWS = ("1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm")
MARKS = {True: "，。", False: ",."}
"""What stands beside the letters where they become Chinese, and where they do not."""
COLUMNS, DONE, BLANK = 11, 3, " "
TYPED_WIDTH, TYPED_SHOWN = 260, 14
ENDS, PAD = 10, 18
STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Keyboard(QFrame):
    """Types into a field and leaves the focus there.

    By Tab its keys are reached too; arrows move between them, Space or Enter presses.
    """

    closed = Signal()

    def __init__(self, field: QLineEdit, desk: Desk, *, plain: bool = False) -> None:
        super().__init__()
        self._field, self._desk, self._plain = field, desk, plain
        self.setProperty("role", "bar")
        self.setProperty("edge", "bottom")
        self.setAccessibleName(desk.t("keyboard.name"))
        self._chinese = desk.t.language == "zh" and not plain
        services, theme = desk.session.services, desk.theme
        readings = {} if plain or services is None else services.data.reference.readings
        self.composing = Composing(Dictionary(readings, () if plain else desk.t.all.values()), self._fitting)
        column = column_in(self, theme.px(GAP))
        column.setContentsMargins(theme.size("margin"), theme.px(ENDS), theme.size("margin"), theme.px(ENDS))
        self._typed = Words("", theme, "choiceBold")
        self._typed.setFixedWidth(theme.px(TYPED_WIDTH))
        self._words = [self._key("", "", partial(self._take, at)) for at in range(SHOWN)]
        self._bar = self._candidates()
        column.addWidget(self._bar)
        self._rows = [self._words, *self._letters()]
        column.addLayout(self._grid())
        self._rows[1][0].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move between the keys; all others belong to the page."""
        step = STEPS.get(Qt.Key(event.key()))
        rows = [[key for key in keys if not key.isHidden()] for keys in self._rows]
        at = next(((row, keys.index(key)) for row, keys in enumerate(rows) for key in keys if key.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        row = min(max(at[0] + step[0], int(self._bar.isHidden())), len(rows) - 1)
        column = min(max(at[1] + step[1], 0), len(rows[row]) - 1)
        rows[row][column].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Whatever puts it away, nothing of what was typed is kept."""
        super().hideEvent(event)
        self.composing.clear()

    def _candidates(self) -> QWidget:
        """The letters typed, what they may mean, and the way to what else."""
        bar = QWidget()
        row = row_in(bar, self._desk.theme.px(GAP))
        row.addWidget(self._typed)
        more = self._key("down", self._desk.t("keyboard.more"), self._turn)
        for key in self._words:
            row.addWidget(key)
        row.addStretch(1)
        row.addWidget(more)
        self._words.append(more)
        return bar

    def _wide(self, word: str) -> int:
        theme = self._desk.theme
        return max(theme.size("letter"), round(TextBlock(word, theme, "choice").width) + theme.px(2 * PAD))

    def _fitting(self, words: Sequence[str]) -> int:
        """How many of them go into the bar, one at least."""
        theme, taken, count = self._desk.theme, 0, 0
        room = self.width() - 2 * theme.size("margin") - theme.px(TYPED_WIDTH + 2 * GAP) - self._words[-1].width()
        for word in words[:SHOWN]:
            taken += self._wide(word) + theme.px(GAP)
            count += int(taken <= room or not count)
        return count

    def _letters(self) -> list[list[Key]]:
        """The keys of each row."""
        t, press = self._desk.t, self._press
        rows = [[self._key(sign, sign, partial(press, sign)) for sign in row] for row in ROWS]
        back = self._key("backspace", t("ask.backspace"), self._backspace)
        back.repeat()
        rows[1].append(back)
        self._marks = [self._key("", "", partial(self._mark, at)) for at in range(2)]
        rows[2] += self._marks
        space = self._key(t("keyboard.space"), t("keyboard.space"), partial(press, BLANK))
        done = self._key(t("keyboard.done"), t("keyboard.done"), self.closed.emit)
        self._other = self._key("", "", self._change)
        rows[3] = [*([] if self._plain else [self._other]), *rows[3], space, done]
        return rows

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._desk.theme.px(GAP))
        for row, keys in enumerate(self._rows[1:]):
            at = 0
            for key, halves in zip(keys, _halves(len(keys)), strict=True):
                grid.addWidget(key, row, at, 1, halves)
                at += halves
        for column in range(2 * COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _key(self, face: str, name: str, act: Callable[[], object]) -> Key:
        key = Key(face, self._desk.theme, "letter", name, "choice" if len(face) < len("Done") else "note")
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.clicked.connect(lambda: act())  # noqa: PLW0108 - without the argument of the signal
        return key

    def _press(self, sign: str) -> None:
        """A letter goes on its way to a word; a blank takes the first, any other sign also ends what is left."""
        composing = self.composing
        if self._chinese and sign.isalpha():
            composing.type(sign)
        elif composing.typed and sign == BLANK:
            self._field.insert(composing.take())
        else:
            self._field.insert(composing.take() + composing.typed + sign)
            composing.clear()
        self._show()

    def _mark(self, at: int) -> None:
        self._press(MARKS[self._chinese][at])

    def _backspace(self) -> None:
        if self.composing.typed:
            self.composing.backspace()
        else:
            self._field.backspace()
        self._show()

    def _take(self, at: int) -> None:
        if at < len(self.composing.page):
            self._field.insert(self.composing.take(at))
            self._show()

    def _turn(self) -> None:
        self.composing.turn()
        self._show()

    def _change(self) -> None:
        """Chinese or letters; what is on its way stays letters."""
        self._field.insert(self.composing.typed)
        self.composing.clear()
        self._chinese = not self._chinese
        self._show()

    def _show(self) -> None:
        t, page = self._desk.t, self.composing.page
        self._bar.setVisible(self._chinese)
        self._typed.say(self.composing.typed[-TYPED_SHOWN:])
        for at, key in enumerate(self._words[:-1]):
            word = page[at].word if at < len(page) else ""
            key.show_face(word, word)
            key.setVisible(bool(word))
            key.setFixedWidth(self._wide(word))
        self._words[-1].setEnabled(self.composing.more)
        for key, mark in zip(self._marks, MARKS[self._chinese], strict=True):
            key.show_face(mark, mark)
        mode = "chinese" if self._chinese else "letters"
        self._other.show_face(t(f"keyboard.{mode}"), t(f"keyboard.{mode}.name"))


def _halves(count: int) -> list[int]:
    """How wide the keys of a row are, in half keys: where there is room the last two take it."""
    spare = 2 * (COLUMNS - count)
    return [2] * count if not spare else [*[2] * (count - 2), spare + 1, DONE]
