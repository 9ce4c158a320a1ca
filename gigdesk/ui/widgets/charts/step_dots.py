"""How far one is: a segment for each question, the sentence beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import box
from gigdesk.ui.widgets.text import TextBlock

_SEGMENT = 44
_LEAST = 12
_GAP = 8
_HEIGHT = 10
_BESIDE = 24


@dataclass(frozen=True)
class Progress:
    """Question `at` of `of`, and the words that say so."""

    at: int
    of: int
    words: str


class StepDots(Painted):
    """Segments that become shorter before the words would be cut, and then leave them alone."""

    def __init__(self, progress: Progress, theme: Theme, colour: str) -> None:
        super().__init__(theme, progress.words)
        self._progress, self._colour = progress, colour

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw segments and words."""
        paint_steps(painter, rect, self._progress, self._theme, self._colour)

    def _wanted_width(self) -> float:
        return self._width(_SEGMENT)

    def _least_width(self) -> float:
        return TextBlock(self._progress.words, self._theme, "note").least_width

    def _height(self, width: float) -> float:
        room = math.inf if width >= steps_width(self._progress, self._theme, _LEAST) else width
        return max(self._theme.px(40), TextBlock(self._progress.words, self._theme, "note", room).height)

    def _width(self, segment: int) -> float:
        return steps_width(self._progress, self._theme, segment)


def steps_width(progress: Progress, theme: Theme, segment: int) -> float:
    """Return the width of segments of that length with the words behind them."""
    text = TextBlock(progress.words, theme, "note")
    return progress.of * theme.px(segment + _GAP) + theme.px(_BESIDE) + text.width


def paint_steps(painter: QPainter, rect: QRectF, progress: Progress, theme: Theme, colour: str) -> None:
    """Draw the segments as long as there is room for, and the words behind them; without room only these.

    What is still to come is thin: its colour alone would outshine what is done where contrast is high.
    """
    if rect.width() < math.floor(steps_width(progress, theme, _LEAST)):
        block = TextBlock(progress.words, theme, "note", rect.width())
        block.paint(painter, rect.left(), rect.center().y() - block.height / 2, theme.colour("inkSoft"))
        return
    text = TextBlock(progress.words, theme, "note")
    pitch = min(theme.px(_SEGMENT + _GAP), (rect.width() - text.width - theme.px(_BESIDE)) / max(progress.of, 1))
    height, middle = theme.px(_HEIGHT), rect.center().y()
    for at in range(progress.of):
        done = at < progress.at
        thick = height if done else height / 2
        segment = QRectF(rect.left() + at * pitch, middle - thick / 2, pitch - theme.px(_GAP), thick)
        box(painter, segment, thick / 2, theme.colour(colour if done else "line"))
    left = rect.left() + progress.of * pitch + theme.px(_BESIDE - _GAP)
    text.paint(painter, left, middle - text.height / 2, theme.colour("inkSoft"))
