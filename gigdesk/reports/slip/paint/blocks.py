"""What a page is stacked of: headings and lines, each with its height, none torn between two pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gigdesk.reports.slip.document import Line, Mark
from gigdesk.reports.slip.paint.sheet import POINT, Paper, font
from gigdesk.reports.slip.paint.signs import draw_sign
from gigdesk.reports.slip.paint.text import Text, length
from gigdesk.reports.slip.parts import Look, Part

BLACK = QColor("black")
HAIR, THIN, STRONG = 0.5 * POINT, 0.9 * POINT, 1.6 * POINT
GAP = 10 * POINT
MOST_OF_END = 0.42
"""Of a line, what its end may take."""
SIGNS = {Mark.MET: "check", Mark.NOT_MET: "cancel", Mark.UNKNOWN: "help", Mark.TO_CHECK: "warn"}
PAD = {Look.RULED: 4.5, Look.CLOSE: 2.6, Look.SMALL: 1.8}


class Block(Protocol):
    """Something of a height that can be drawn; one that `stays` is not parted from the next."""

    height: float
    stays: bool

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the upper left corner there."""


class Heading:
    """A heading, with the air above it; `again` is what stands over its lines where they go on on another page."""

    stays = True

    def __init__(self, words: str, paper: Paper, again: str = "") -> None:
        self.again: Heading | None = Heading(again, paper) if again else None
        self._text = Text(words, font(paper.heading, bold=True), paper.line_width)
        self._air = paper.heading * 0.75 * POINT
        self.height = self._air + self._text.height + 2 * POINT

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it."""
        self._text.draw(painter, x, y + self._air)


@dataclass(frozen=True)
class _Type:
    text: float
    note: float
    indent: float


class Row:
    """One line of a part: its mark, the words and what is said besides below them, and its end at the right."""

    stays = False

    def __init__(self, line: Line, look: Look, paper: Paper, width: float, *, marked: bool) -> None:
        self._line, self._look, self._width = line, look, width
        small = look is Look.SMALL
        sizes = _Type(
            paper.small if small else paper.body, paper.small if small else paper.note, paper.body * 1.7 * POINT
        )
        self._indent, self._size = sizes.indent if marked else 0.0, sizes.text * POINT
        self._pad = PAD[look] * POINT * paper.body / 12
        inner = width - self._indent
        bold = font(sizes.text, bold=line.strong or small)
        is_source = line.doubtful or line.mark in SIGNS
        end_font = font(sizes.note if is_source else sizes.text, bold=line.strong and not is_source)
        reach = min(length(line.end, end_font) + POINT, inner * MOST_OF_END) if line.end else 0.0
        self._end = Text(line.end, end_font, reach, to_the_right=True)
        left = inner - (reach + GAP if line.end else 0.0)
        self._inset = 3 * POINT if line.doubtful else 0.0
        left -= self._inset
        self._text = Text(line.text, bold, left)
        self._beside = self._inline(line, font(sizes.note), left)
        self._note = Text(line.note, font(sizes.note), inner)
        below = 0.0 if self._beside else self._note.height
        self._below_at = max(self._text.height, self._end.height)
        tall = self._below_at + below
        self.height = tall + 2 * self._pad

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it, with the rule below where the lines of its part are ruled."""
        top, left = y + self._pad, x + self._indent
        self._draw_mark(painter, x, top)
        self._text.draw(painter, left, top)
        if self._beside:
            drop = (self._text.step - self._note.step) * 0.6
            self._note.draw(painter, left + self._beside, top + drop)
        else:
            self._note.draw(painter, left, top + self._below_at)
        end_at = x + self._width - self._end.width - self._inset
        drop = (self._text.step - self._end.step) * 0.6 if self._end.lines else 0.0
        self._end.draw(painter, end_at, top + drop)
        if self._line.doubtful and self._end.lines == 1:
            wide = self._end.length
            right = end_at + self._end.width
            self._frame(painter, QRectF(right - wide, top + drop, wide, self._end.step))
        if self._look is Look.RULED:
            painter.setPen(QPen(BLACK, HAIR))
            below = y + self.height
            painter.drawLine(QPointF(x, below), QPointF(x + self._width, below))

    def _inline(self, line: Line, plain: QFont, left: float) -> float:
        """Where a short note begins beside the words; 0 where it stands below them."""
        if not line.note or "\n" in line.note or self._text.lines != 1:
            return 0.0
        at = self._text.length + GAP
        return at if at + length(line.note, plain) + POINT <= left else 0.0

    def _draw_mark(self, painter: QPainter, x: float, top: float) -> None:
        mark, side = self._line.mark, self._size * 1.05
        box = QRectF(x + POINT, top + (self._text.step - side) / 2, side, side)
        if mark is Mark.BOX:
            painter.setPen(QPen(BLACK, 1.3 * POINT))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 1.5 * POINT, 1.5 * POINT)
        elif mark is Mark.DOT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(BLACK)
            painter.drawEllipse(box.center(), 1.4 * POINT, 1.4 * POINT)
        elif mark in SIGNS:
            draw_sign(painter, box, SIGNS[mark])

    def _frame(self, painter: QPainter, rect: QRectF) -> None:
        """Dashed: not read in the original."""
        pen = QPen(BLACK, HAIR)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-3 * POINT, 0, 3 * POINT, 0), 3 * POINT, 3 * POINT)


class Beside:
    """Short lines side by side."""

    stays = False

    def __init__(self, rows: Sequence[Row], apart: float) -> None:
        self._rows, self._apart = rows, apart
        self.height = max(row.height for row in rows)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw all of them."""
        for at, row in enumerate(self._rows):
            row.draw(painter, x + at * self._apart, y)


def blocks(part: Part, paper: Paper, again: str = "") -> list[Block]:
    """The heading of a part and its lines; where the paper is wide, in its columns, read from left to right.

    `again` is its heading on a page where it goes on.
    """
    marked = any(line.mark for line in part.lines)
    columns = 1 if paper.is_roll else part.columns
    apart = (paper.line_width + 2 * GAP) / columns
    rows = [Row(line, part.look, paper, apart - 2 * GAP, marked=marked) for line in part.lines]
    together = [rows[at : at + columns] for at in range(0, len(rows), columns)]
    return [Heading(part.title, paper, again), *(Beside(some, apart) if columns > 1 else some[0] for some in together)]
