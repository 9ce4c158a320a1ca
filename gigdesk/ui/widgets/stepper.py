"""A number changed by steps: minus, the value, plus; at its limits it says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.text import Align, TextBlock, Words

_PAGE = 10


@dataclass(frozen=True)
class StepperWords:
    """What it is called, what its two keys are called, what is said at its limits; `shown` writes a value."""

    name: str
    minus: str
    plus: str
    at_low: str
    at_high: str
    shown: Callable[[int], str] = str


class Stepper(QWidget):
    """`changed` carries the new value. The keys stay at a limit, where the limit is said in words."""

    changed = Signal(int)

    def __init__(self, words: StepperWords, theme: Theme, low: int, high: int, value: int) -> None:
        super().__init__()
        self._words, self._low, self._high = words, low, high
        self.value = value
        self.ring_radius = theme.size("buttonRadius")
        self._figure = _Figure(theme, words.name, max((words.shown(low), words.shown(high)), key=len))
        self._at_low = Words("", theme, "support", "inkSoft")
        self._at_high = Words("", theme, "support", "inkSoft", Align.AlignRight)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(theme.px(8))
        for at, (face, name, act) in enumerate((("minus", words.minus, self._down), ("plus", words.plus, self._up))):
            key = Key(face, theme, "stepper", name)
            key.repeat()
            key.clicked.connect(act)
            grid.addWidget(key, 0, 2 * at)
        grid.addWidget(self._figure, 0, 1)
        for words_of_limit in (self._at_low, self._at_high):
            grid.addWidget(words_of_limit, 1, 0, 1, 3)
        grid.setColumnStretch(3, 1)
        self.setAccessibleName(words.name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show()

    def set_value(self, value: int) -> None:
        """Show another value; beyond a limit the limit is taken."""
        kept = min(max(value, self._low), self._high)
        if kept != self.value:
            self.value = kept
            self._show()
            self.changed.emit(kept)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Step by the arrows, by ten with the page keys, to the limits with Home and End."""
        steps = {
            Qt.Key.Key_Up: self.value + 1,
            Qt.Key.Key_Down: self.value - 1,
            Qt.Key.Key_PageUp: self.value + _PAGE,
            Qt.Key.Key_PageDown: self.value - _PAGE,
            Qt.Key.Key_Home: self._low,
            Qt.Key.Key_End: self._high,
        }
        target = steps.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
            return
        self.set_value(target)

    def _up(self) -> None:
        self.set_value(self.value + 1)

    def _down(self) -> None:
        self.set_value(self.value - 1)

    def _show(self) -> None:
        text = self._words.shown(self.value)
        low = self._words.at_low if self.value == self._low else ""
        high = self._words.at_high if self.value == self._high and not low else ""
        limit = low or high
        self._figure.say(text)
        self._at_low.say(low)
        self._at_high.say(high)
        self.setAccessibleDescription(f"{text} {limit}".strip())


class _Figure(Painted):
    def __init__(self, theme: Theme, name: str, widest: str) -> None:
        super().__init__(theme, name)
        self._text = widest
        self._widest = TextBlock(widest, theme, "field").width
        self.keep_size()

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleDescription(text)
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        text = TextBlock(self._text, self._theme, "field", rect.width(), Align.AlignHCenter)
        text.paint(painter, rect.left(), rect.center().y() - text.height / 2, self._theme.colour("ink"))

    def _wanted_width(self) -> float:
        return max(self._theme.px(200), self._widest + self._theme.px(48))

    def _height(self, _width: float) -> float:
        return self._theme.size("stepper")
