"""An amount to enter: by the pad, by the keyboard or pasted, shown in figures and, if large, in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gigdesk.services.amounts import read_amount, read_length
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.amount import grouped
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.text import Align, TextBlock, Words

_FIGURES_ONLY = re.compile(r"[\d\s,，.．']*\d")
_SEPARATOR = re.compile(r"[\s,，']")
_BACK = "backspace"


@dataclass(frozen=True)
class AmountWords:
    """The words around the figure; `spelled` turns a large one into words, "" another.

    `length` is the key of the unit of a length of time, which may then be typed as 8年 or 96个月.
    """

    name: str
    unit: str
    backspace: str
    spelled: Callable[[str], str]
    length: str = ""


class AmountField(QLineEdit):
    """`changed` carries a plain decimal; what cannot be read comes as typed, for the message about it."""

    changed = Signal(str)

    def __init__(self, words: AmountWords, theme: Theme) -> None:
        super().__init__()
        self._theme, self._name, self._length = theme, words.name, words.length
        self._grouped = ""
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
        amount = self._amount()
        return self.text() if amount is None else amount

    def readable(self) -> bool:
        """Whether an amount stands there."""
        return bool(self._amount())

    def understood(self) -> str:
        """What was understood, with its unit, where something else was typed; "" where that stands there."""
        shown = grouped(self.value())
        return f"= {shown} {self._unit.plain}".strip() if self.readable() and shown != self.text() else ""

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

    def _amount(self) -> str | None:
        unit = self._unit.plain
        amount = read_amount(self.text(), (unit, unit.split("/")[0], unit.split(" ")[0]))
        return read_length(self.text(), self._length) if amount is None and self._length else amount

    def _read(self, text: str) -> None:
        """The commas set here are no commas of whoever types: they are set anew where a figure comes or goes."""
        before, self._grouped = self._grouped, ""
        if before and len(_SEPARATOR.findall(text)) <= before.count(","):
            text = _SEPARATOR.sub("", text)
        if _FIGURES_ONLY.fullmatch(text) and (amount := read_amount(text)):
            self._show(grouped(amount))
            self._grouped = self.text()
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
    """Three by four keys; `pressed` carries a digit, what stands at the `corner`, or `backspace`."""

    pressed = Signal(str)

    def __init__(self, theme: Theme, backspace: str, *, corner: str = "00") -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.size("choiceGap"))
        faces = [*"123456789", corner, "0", _BACK]
        for index, face in enumerate(faces):
            if not face:
                continue
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
    """The field with its words below and the pad beside it, or under it in upright windows; without where it is dense.

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
        self.pad = NumberPad(theme, words.backspace, corner="." if point else "00")
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
        grid.addWidget(self.pad, int(stacked), int(not stacked), Align.AlignTop | Align.AlignHCenter)
        grid.setColumnStretch(0, 1)
        if theme.dense:
            # Typed: there half the width is enough, and the pad is in nobody's way.
            self.pad.hide()
            grid.setColumnStretch(2, 1)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._tell)
        self.pad.pressed.connect(self.field.enter)

    def value(self) -> str:
        """Return the plain decimal, "" if empty, the text itself if it is no amount."""
        return self.field.value()

    def set_value(self, amount: str) -> None:
        """Show an amount known before."""
        self.field.setText(amount)

    def say_unit(self, unit: str) -> None:
        """Write another unit behind the figure, and into what is said of it."""
        self.field.say_unit(unit)
        self._say_words()

    def _tell(self, amount: str) -> None:
        self._say_words()
        self.changed.emit(amount)

    def _say_words(self) -> None:
        """In words where it is large; otherwise what was understood, if that is not what stands there."""
        spelled = self._spelled(self.field.value()) if self.field.readable() else ""
        self.in_words.say(spelled or self.field.understood())
