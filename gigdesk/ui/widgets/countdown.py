"""Seconds that run out: a large figure, and a bar that shrinks by whole seconds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import box

_FIGURE, _BAR, _GAP = 120, 20, 24


@dataclass(frozen=True)
class Left:
    """How many seconds are left of how many, and the sentence that says so."""

    seconds: int
    of: int
    sentence: str


class Countdown(Painted):
    """It moves only when told."""

    def __init__(self, left: Left, theme: Theme) -> None:
        super().__init__(theme, left.sentence)
        self._left = left

    def tell(self, left: Left) -> None:
        """Show another second."""
        self._left = left
        self.setAccessibleName(left.sentence)
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the figure, and below it what is left of the bar."""
        theme, left = self._theme, self._left
        font = theme.font("amount")
        font.setPixelSize(theme.px(_FIGURE))
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        figure, metrics = str(left.seconds), QFontMetricsF(font)
        tight = metrics.tightBoundingRect("0123456789")
        x = rect.center().x() - metrics.horizontalAdvance(figure) / 2
        painter.drawText(QPointF(x, rect.top() - tight.top()), figure)
        bar = QRectF(rect.left(), rect.bottom() - theme.px(_BAR), rect.width(), theme.px(_BAR))
        box(painter, bar, bar.height() / 2, theme.colour("sunken"))
        shown = QRectF(bar)
        shown.setWidth(bar.width() * left.seconds / left.of)
        if shown.width() >= 1:
            box(painter, shown, min(bar.height(), shown.width()) / 2, theme.colour("primary"))

    def _wanted_width(self) -> float:
        return self._theme.px(400)

    def _height(self, _width: float) -> float:
        font = self._theme.font("amount")
        font.setPixelSize(self._theme.px(_FIGURE))
        return QFontMetricsF(font).tightBoundingRect("0123456789").height() + self._theme.px(_GAP + _BAR)
