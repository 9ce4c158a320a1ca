"""The key below a chart: shape and word, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.shapes import box, diamond, disc, line, square_at
from gigdesk.ui.widgets.text import TextBlock

_SHAPE = 48
_GAP = 12
_BETWEEN = 40
_ROW = 40


@dataclass(frozen=True)
class Entry:
    """A shape and word: `p10p90`, `p25p75`, `median`, `mean`, `own`, `floor`, `disc.median`, `disc.mean`, `real`."""

    shape: str
    word: str


class Legend:
    """Entries laid out for a width."""

    def __init__(self, entries: Sequence[Entry], theme: Theme, width: float) -> None:
        self._theme, self._width = theme, width
        self._rows: list[list[tuple[Entry, TextBlock]]] = [[]]
        for entry in entries:
            word = TextBlock(entry.word, theme, "chip")
            if self._rows[-1] and self._length([*self._rows[-1], (entry, word)]) > width:
                self._rows.append([])
            self._rows[-1].append((entry, word))
        self.height = theme.px(_ROW) * len(self._rows)

    def least_width(self) -> float:
        """The width of the longest entry, which stands in one row."""
        return max((self._length([entry]) for row in self._rows for entry in row), default=0.0)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the rows, each in the middle."""
        theme = self._theme
        for at, row in enumerate(self._rows):
            x = left + (self._width - self._length(row)) / 2
            middle = top + theme.px(_ROW) * (at + 0.5)
            for entry, word in row:
                shape = _width(entry.shape, theme)
                paint_shape(painter, QPointF(x + shape / 2, middle), entry.shape, theme)
                x += shape + theme.px(_GAP)
                word.paint(painter, x, middle - word.height / 2, theme.colour("inkSoft"))
                x += word.width + theme.px(_BETWEEN)

    def _length(self, row: Sequence[tuple[Entry, TextBlock]]) -> float:
        lengths = [_width(entry.shape, self._theme) + self._theme.px(_GAP) + word.width for entry, word in row]
        return sum(lengths) + self._theme.px(_BETWEEN) * (len(row) - 1)


def _width(shape: str, theme: Theme) -> int:
    widths = {"median": 8, "mean": 8, "own": 32, "floor": 54, "real": 54, "disc.median": 54, "disc.mean": 54}
    return theme.px(widths.get(shape, _SHAPE - 4))


def paint_shape(painter: QPainter, centre: QPointF, shape: str, theme: Theme) -> None:
    """Draw the shape of an entry as the chart draws the mark."""
    half = _width(shape, theme) / 2
    height = theme.px(26)
    area = QRectF(centre.x() - half, centre.y() - height / 2, 2 * half, height)
    if shape in ("p10p90", "p25p75"):
        box(painter, area, theme.px(4), theme.chart(shape))
    elif shape == "own":
        diamond(painter, centre, half - theme.px(1), theme.colour("focus"), line(theme.chart("own"), theme.px(3)))
    elif shape == "real":
        _join(painter, area, line(theme.chart("axis"), theme.px(4), dashed=True))
        painter.setPen(line(theme.chart("axis"), theme.px(3)))
        painter.setBrush(theme.colour("surface"))
        painter.drawRect(square_at(centre, theme.px(16)))
    elif shape.startswith("disc."):
        colour = theme.chart(shape.removeprefix("disc."))
        _join(painter, area, line(colour, theme.px(4)))
        disc(painter, centre, theme.px(9), colour)
    elif shape == "floor":
        painter.setPen(line(theme.chart("minimumWage"), theme.px(5), dashed=True))
        painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right(), centre.y()))
    else:
        painter.fillRect(area.adjusted(0, -theme.px(4), 0, theme.px(4)), theme.chart(shape))


def _join(painter: QPainter, area: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))
