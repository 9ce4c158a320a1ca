"""A range on a scale it shares with its neighbours: band, expected value, ends."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.charts.axis import Axis
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import diamond, line

_BAND = 18
_END = 26
_DIAMOND = 16


@dataclass(frozen=True)
class Range:
    """Low, expected and high on a common `scale`; `chosen` is drawn darker; the sentence has the figures."""

    low: float
    expected: float
    high: float
    scale: tuple[float, float]
    chosen: bool = False
    sentence: str = ""


class RangeStrip(Painted):
    """The range as a widget."""

    def __init__(self, shown: Range, theme: Theme) -> None:
        super().__init__(theme, shown.sentence)
        self._range = shown
        self.stretch(QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the range."""
        paint_range_strip(painter, rect, self._range, self._theme)

    def _wanted_width(self) -> float:
        return self._theme.px(430)

    def _least_width(self) -> float:
        return self._theme.px(120)

    def _height(self, _width: float) -> float:
        return self._theme.px(2 * _DIAMOND + 4)


def paint_range_strip(painter: QPainter, rect: QRectF, shown: Range, theme: Theme) -> None:
    """Draw the whole scale as a line, the range as a band with ends, the expected value as a diamond."""
    inset, y = theme.px(_DIAMOND), rect.center().y()
    axis = Axis(*shown.scale, rect.left() + inset, rect.right() - inset)
    low, middle, high = (axis.x(value) for value in (shown.low, shown.expected, shown.high))
    ink = theme.chart("median" if shown.chosen else "axis")
    painter.setPen(line(theme.chart("grid"), theme.px(2)))
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
    painter.fillRect(QRectF(low, y - theme.px(_BAND) / 2, high - low, theme.px(_BAND)), theme.chart("p25p75"))
    painter.setPen(line(ink, theme.px(3)))
    for x in (low, high):
        painter.drawLine(QPointF(x, y - theme.px(_END) / 2), QPointF(x, y + theme.px(_END) / 2))
    painter.save()
    painter.translate(middle, y)
    painter.scale(0.75, 1.0)
    diamond(painter, QPointF(0, 0), theme.px(_DIAMOND), ink)
    painter.restore()
