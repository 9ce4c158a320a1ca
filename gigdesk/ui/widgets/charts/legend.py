"""The key below a chart: shape and word, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.shapes import box, diamond, line
from gigdesk.ui.widgets.text import TextBlock

_SHAPE = 48
_GAP = 12
_BETWEEN = 40
_ROW = 40


@dataclass(frozen=True)
class Entry:
    """A shape (`p10p90`, `p25p75`, `median`, `mean`, `own`, `floor`) and its word."""

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
    return theme.px({"median": 8, "mean": 8, "own": 32, "floor": 54}.get(shape, _SHAPE - 4))


def paint_shape(painter: QPainter, centre: QPointF, shape: str, theme: Theme) -> None:
    """Draw the shape of an entry as the chart draws the mark."""
    half = _width(shape, theme) / 2
    height = theme.px(26)
    area = QRectF(centre.x() - half, centre.y() - height / 2, 2 * half, height)
    if shape in ("p10p90", "p25p75"):
        box(painter, area, theme.px(4), theme.chart(shape))
    elif shape == "own":
        diamond(painter, centre, half - theme.px(1), theme.colour("focus"), line(theme.chart("own"), theme.px(3)))
    elif shape == "floor":
        painter.setPen(line(theme.chart("minimumWage"), theme.px(5), dashed=True))
        painter.drawLine(QPointF(area.left(), centre.y()), QPointF(area.right(), centre.y()))
    else:
        painter.fillRect(area.adjusted(0, -theme.px(4), 0, theme.px(4)), theme.chart(shape))
