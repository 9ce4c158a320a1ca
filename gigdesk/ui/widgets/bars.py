"""What the bars hold: the product's name, the age of the data, whom to ask."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.icons import paint_icon, paint_mark
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted, PaintedButton
from gigdesk.ui.widgets.row import Icon
from gigdesk.ui.widgets.text import Line, Stack, TextBlock, Words

_MARK = 64
_ICON = 38
_GAP = 22


class Mark(Painted):
    """The product's sign."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the mark."""
        paint_mark(painter, rect, self._theme)

    def _wanted_width(self) -> float:
        return self._theme.px(_MARK)

    def _height(self, _width: float) -> float:
        return self._theme.px(_MARK)


class Name(QWidget):
    """Mark, name and place."""

    def __init__(self, name: str, subtitle: str, theme: Theme, colour: str = "inkSoft") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(18))
        row.addWidget(Mark(theme))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Words(name, theme, "name"))
        words.addWidget(Words(subtitle, theme, "small", colour))
        words.addStretch(1)
        row.addLayout(words, 1)


@dataclass(frozen=True)
class DataAge:
    """The state of the data (a key of `ages`), when it was published, what else to know; pressed for more."""

    state: str
    title: str
    detail: str


class DataBadge(PaintedButton):
    """The age of the data: two lines, or one in upright windows."""

    def __init__(self, age: DataAge, theme: Theme, *, one_line: bool = False) -> None:
        super().__init__(theme, f"{age.title} {age.detail}")
        self._age, self._one_line = age, one_line
        self._sign = theme.sign("ages", age.state)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw icon and words."""
        theme, size = self._theme, self._theme.px(_ICON)
        if self.isDown():
            painter.fillRect(rect, theme.colour("sunken"))
        icon = "seal" if self._age.state == "fresh" else self._sign.icon
        place = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
        paint_icon(painter, place, theme, icon, self._sign.colour)
        text = self._text(rect.width() - self._beside())
        text.paint(painter, rect.left() + self._beside(), rect.center().y() - text.height / 2)

    def _beside(self) -> int:
        return self._theme.px(_ICON + _GAP)

    def _wanted_width(self) -> float:
        return self._text(math.inf).width + self._beside()

    def _least_width(self) -> float:
        return self._theme.px(240) + self._beside()

    def _height(self, width: float) -> float:
        least = self._theme.size("least" if self._one_line else "button")
        return max(least, self._text(width - self._beside()).height)

    def _text(self, width: float) -> Stack:
        age = self._age
        if self._one_line:
            return Stack((Line(f"**{age.title}** {age.detail}", "support"),), self._theme, width)
        return Stack((Line(age.title, "noteBold"), Line(age.detail, "chip", "inkSoft")), self._theme, width)


class Contact(QWidget):
    """Whom to ask: an icon and a few words."""

    def __init__(self, icon: str, words: str, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(Icon(theme, icon, "inkSoft"))
        label = Words(words, theme, "support", "inkSoft")
        label.setMinimumWidth(min(math.ceil(TextBlock(words, theme, "support").width), theme.px(260)))
        row.addWidget(label)
