"""The take-away codes as vectors: sharp on any paper and screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gigdesk.reports.slip.codes import Code
from gigdesk.reports.slip.paint.sheet import MM, Paper

LEAST_SIDE, LEAST_MODULE = 40, 0.8
"""Millimetres: of a code, and of a module where there are many: what a cheap camera still tells apart."""
QUIET = 4
"""Modules of white around a code."""
OVER = 0.02
"""Of a module, what it reaches into the next one: no seam shows between them."""


class Codes:
    """The codes of a slip in a row, or one below the other on a roll, with their white but at the left edge."""

    def __init__(self, found: Sequence[Code], paper: Paper) -> None:
        self._found, self._down = found, paper.is_roll
        sides = [max(LEAST_SIDE, LEAST_MODULE * code.side) * MM for code in found]
        self._sides = sides
        self.white = max((side / code.side * QUIET for side, code in zip(sides, found, strict=True)), default=0.0)
        along, across = sum(sides) + self.white * len(sides), max(sides, default=0.0) + self.white
        self.width, self.height = (across, along) if self._down else (along, across)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw them with the upper left corner of the first one there."""
        for code, side in zip(self._found, self._sides, strict=True):
            draw_code(painter, QRectF(x, y, side, side), code)
            if self._down:
                y += side + self.white
            else:
                x += side + self.white


def draw_code(painter: QPainter, rect: QRectF, code: Code) -> None:
    """Draw a code into a square, without the white around it."""
    size = rect.width() / code.side
    for row, modules in enumerate(code.modules):
        for at, length in _dark(modules):
            left, top = rect.left() + at * size, rect.top() + row * size
            painter.fillRect(QRectF(left, top, (length + OVER) * size, (1 + OVER) * size), Qt.GlobalColor.black)


def _dark(modules: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where dark runs begin in a row, and how long they are."""
    at = 0
    for dark, run in groupby(modules):
        length = len(list(run))
        if dark:
            yield at, length
        at += length
