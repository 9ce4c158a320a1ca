"""An amount to enter: by the pad, by the keyboard or pasted, shown in figures and, if large, in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gigdesk.services.amounts import read_amount
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.amount import grouped
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.text import Align, TextBlock, Words

_FIGURES_ONLY = re.compile(r"[\d\s,，.．']*\d")
_LARGE = 10_000
_BACK = "backspace"


@dataclass(frozen=True)
class AmountWords:
    """The words around the figure; `spelled` turns a plain decimal into words."""

    name: str
    unit: str
    backspace: str
    spelled: Callable[[str], str] | None = None


class AmountField(QLineEdit):
    """`changed` carries a plain decimal; what cannot be read comes as typed, for the message about it."""

    changed = Signal(str)

    def __init__(self, words: AmountWords, theme: Theme) -> None:
        super().__init__()
        self._theme, self._name = theme, words.name
        self.setProperty("role", "amount")
        self.setFont(theme.font("field"))
        self.say_unit(words.unit)
        self.setMaxLength(16)
        self.textChanged.connect(self._read)
        self.editingFinished.connect(self._settle)

    def say_unit(self, unit: str) -> None:
        """Write another unit behind the figure."""
        self._unit = TextBlock(unit, self._theme, "lead")
        self.setTextMargins(0, 0, round(self._unit.width) + self._theme.px(12), 0)
        self.setAccessibleName(f"{self._name} {unit}")
        self.update()

    def value(self) -> str:
        """Return the plain decimal, "" if empty, the text itself if it is no amount."""
        amount = read_amount(self.text())
        return self.text() if amount is None else amount

    def readable(self) -> bool:
        """Whether an amount stands there."""
        return bool(read_amount(self.text()))

    def enter(self, key: str) -> None:
        """Type what a key of the pad says, at the cursor."""
        if key == _BACK:
            self.backspace()
        else:
            self.insert(key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Write the unit behind the figure."""
        super().paintEvent(event)
        painter = QPainter(self)
        left = self.width() - self._unit.width - self._theme.px(24)
        self._unit.paint(painter, left, (self.height() - self._unit.height) / 2, self._theme.colour("inkSoft"))
        painter.end()

    def _read(self, text: str) -> None:
        if _FIGURES_ONLY.fullmatch(text) and read_amount(text):
            self._show(grouped(self.value()))
        self.changed.emit(self.value())

    def _settle(self) -> None:
        """Once the reader goes on, 1.2万 is shown as what it was understood to be."""
        if self.readable():
            self._show(grouped(self.value()))

    def _show(self, text: str) -> None:
        """Replace the text and keep the cursor where it was, counted from the end."""
        if text == self.text():
            return
        after_cursor = len(self.text()) - self.cursorPosition()
        with QSignalBlocker(self):
            self.setText(text)
        self.setCursorPosition(max(0, len(text) - after_cursor))


class NumberPad(QWidget):
    """Three by four keys; `pressed` carries a digit, the point or `backspace`."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, backspace: str, *, point: bool = False) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.size("choiceGap"))
        faces = [*"123456789", "." if point else "00", "0", _BACK]
        for index, face in enumerate(faces):
            key = Key(face, theme, "key", backspace if face == _BACK else face)
            key.clicked.connect(self._tell)
            if face == _BACK:
                key.repeat()
            grid.addWidget(key, index // 3, index % 3)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _tell(self) -> None:
        key = self.sender()
        if isinstance(key, Key):
            self.pressed.emit(key.face)


class AmountEntry(QWidget):
    """The field with its words below and the pad beside it, or under it in upright windows.

    What stands `below` the field is within the height of the pad.
    """

    changed = Signal(str)

    def __init__(
        self,
        words: AmountWords,
        theme: Theme,
        *,
        point: bool = False,
        stacked: bool = False,
        below: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._spelled = words.spelled
        self.field = AmountField(words, theme)
        self.pad = NumberPad(theme, words.backspace, point=point)
        self.in_words = Words("", theme, "note", "inkSoft")
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(12))
        texts.addWidget(self.field)
        texts.addWidget(self.in_words)
        if below:
            texts.addWidget(below)
        texts.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(32))
        grid.addLayout(texts, 0, 0)
        grid.addWidget(self.pad, int(stacked), int(not stacked), Align.AlignTop | Align.AlignLeft)
        grid.setColumnStretch(0, 1)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._tell)
        self.pad.pressed.connect(self.field.enter)

    def value(self) -> str:
        """Return the plain decimal, "" if empty, the text itself if it is no amount."""
        return self.field.value()

    def set_value(self, amount: str) -> None:
        """Show an amount known before."""
        self.field.setText(amount)

    def _tell(self, amount: str) -> None:
        large = self.field.readable() and Decimal(amount) > _LARGE
        self.in_words.say(self._spelled(amount) if large and self._spelled is not None else "")
        self.changed.emit(amount)
