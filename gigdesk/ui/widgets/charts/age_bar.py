"""How old data is, on a bar that ends where the next ones are due."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import box, line
from gigdesk.ui.widgets.text import TextBlock

_BAR = 17


@dataclass(frozen=True)
class Age:
    """The share of the time until the next data, the state (a key of `ages`), and the age in words."""

    share: float
    state: str
    words: str


class AgeBar(Painted):
    """The bar with its words below."""

    def __init__(self, age: Age, theme: Theme) -> None:
        super().__init__(theme, age.words)
        self._age = age
        self.stretch(QSizePolicy.Policy.Expanding)

    def tell(self, age: Age) -> None:
        """Show another share and other words, while something comes."""
        if age != self._age:
            self._age = age
            self.setAccessibleName(age.words)
            self.updateGeometry()
            self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw bar and words."""
        paint_age_bar(painter, rect, self._age, self._theme)

    def _wanted_width(self) -> float:
        return max(self._theme.px(270), self._least_width())

    def _least_width(self) -> float:
        return TextBlock(self._age.words, self._theme, "support").width

    def _height(self, _width: float) -> float:
        return self._theme.px(_BAR + 6) + self._theme.line("support")


def paint_age_bar(painter: QPainter, rect: QRectF, age: Age, theme: Theme) -> None:
    """Draw the bar filled by the share, at most full, and the words."""
    height = theme.px(_BAR)
    bar = QRectF(rect.left(), rect.top(), rect.width(), height)
    box(painter, bar, height / 2, theme.colour("sunken"), line(theme.colour("lineStrong"), theme.px(1.25)))
    round_ends = QPainterPath()
    round_ends.addRoundedRect(bar, height / 2, height / 2)
    painter.save()
    painter.setClipPath(round_ends)
    filled = QRectF(bar.left(), bar.top(), bar.width() * min(max(age.share, 0.0), 1.0), height)
    box(painter, filled, height / 2, theme.colour(theme.sign("ages", age.state).colour))
    painter.restore()
    text = TextBlock(age.words, theme, "support")
    text.paint(painter, rect.left(), bar.bottom() + theme.px(6), theme.colour("inkSoft"))
