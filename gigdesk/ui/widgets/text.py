"""Text set as the design measures it: lines of a given height, `**stars**` around what stands out, never cut."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Drawn

Align = Qt.AlignmentFlag
_ENDLESS = 1e6
_LEAST_LETTERS = 4
_LONGEST_WORD = 12
# Lines tight enough for Chinese would cut Latin tails: how far below the middle of a line they reach, in its letters.
_HANGING = frozenset("gjpqyQ,;()[]/|")
_DEPTH = 0.68
_LEAN = 0.08


class TextBlock:
    """Words broken into lines; the letters are centred in lines of the height the theme gives."""

    def __init__(
        self, text: str, theme: Theme, kind: str, width: float = math.inf, align: Align = Align.AlignLeft
    ) -> None:
        self.plain, self._runs = _marked(text)
        font = theme.font(kind)
        letter = font.pixelSize()
        self._layout = QTextLayout(self.plain.replace("\n", "\u2028"), font)
        self._layout.setTextOption(_wrapping(QTextOption.WrapMode.WordWrap, align))
        self._layout.setCacheEnabled(True)
        self._size = theme.font(kind).pixelSize()
        self._room, self._line = min(max(width, 1.0), _ENDLESS), theme.line(kind)
        self.height = self._break() if self.plain else 0.0
        word = self._layout.minimumWidth()
        # The longest word asks for a line of its own, but an address is not a word.
        self.least_width = min(word, float(_LONGEST_WORD * letter))
        if word > self._room:
            self._layout.setTextOption(_wrapping(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere, align))
            self.height = self._break()
        if _HANGING.intersection(self.plain):
            self.height += max(0.0, _DEPTH * letter - self._line / 2)
        lines = [self._layout.lineAt(index) for index in range(self._layout.lineCount())]
        self.width = max((line.naturalTextWidth() for line in lines), default=0.0)

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor, mark: QColor | None = None) -> None:
        """Draw with the left top corner at x, y; `mark` colours what stands between the stars."""
        if mark is not None:
            self._break(mark)
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))

    def underlines(self) -> list[QRectF]:
        """The places under the words of each line, from the block's own corner; without a height."""
        return [
            QRectF(line.naturalTextRect().left(), (at + 1) * self._line, line.naturalTextWidth(), 0)
            for at, line in enumerate(map(self._layout.lineAt, range(self._layout.lineCount())))
        ]

    def paint_around(self, painter: QPainter, centre: QPointF, colour: QColor) -> None:
        """Draw around a point; for one line."""
        self.paint(painter, centre.x() - self.width / 2, centre.y() - self.height / 2, colour)

    def _lean(self, start: int) -> float:
        """The room that a j needs at the head of a line: it reaches out to the left."""
        return _LEAN * self._size if self.plain[start : start + 1] == "j" else 0.0

    def _break(self, mark: QColor | None = None) -> float:
        """Lay out the lines and return their height. Colour is laid out too: drawn as a selection it cuts tails."""
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        if mark is not None:
            look.setForeground(mark)
        self._layout.setFormats([_range(start, length, look) for start, length in self._runs])
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._room)
            line.setPosition(QPointF(self._lean(line.textStart()), height + (self._line - line.height()) / 2))
            height += self._line
        self._layout.endLayout()
        return height


@dataclass(frozen=True)
class Line:
    """One paragraph of a stack: text, kind, colour and the space above it."""

    text: str
    kind: str
    tone: str = "ink"
    above: float = 0


class Stack:
    """Paragraphs below one another, measured and painted as one; empty ones take no room."""

    def __init__(
        self, lines: Sequence[Line], theme: Theme, width: float = math.inf, align: Align = Align.AlignLeft
    ) -> None:
        self._theme = theme
        shown = [line for line in lines if line.text]
        self._parts = [(line, TextBlock(line.text, theme, line.kind, width, align)) for line in shown]
        self.width = max((block.width for _, block in self._parts), default=0.0)
        self.least_width = max((block.least_width for _, block in self._parts), default=0.0)
        self.height = sum(block.height + theme.px(line.above) for line, block in self._parts)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the left top corner at x, y."""
        for line, block in self._parts:
            y += self._theme.px(line.above)
            block.paint(painter, x, y, self._theme.colour(line.tone))
            y += block.height


class Words(Drawn, QLabel):
    """A label that wraps and never cuts; set `mark` to colour what stands between stars."""

    def __init__(
        self, text: str, theme: Theme, kind: str = "body", tone: str = "ink", align: Align = Align.AlignLeft
    ) -> None:
        super().__init__()
        self.mark = ""
        self._tone = tone
        self._theme, self._kind, self._align = theme, kind, align
        self.stretch()
        self.say(text)

    def say(self, text: str, tone: str = "") -> None:
        """Show another text, in another colour if one is named."""
        self._marked, self._tone = text, tone or self._tone
        self._blocks: dict[float, TextBlock] = {}
        self.setText(_marked(text)[0])
        self.updateGeometry()
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the words, in the middle of a height that is more than they need."""
        block = self._block(rect.width())
        mark = self._theme.colour(self.mark) if self.mark else None
        top = rect.top() + (rect.height() - block.height) / 2
        block.paint(painter, rect.left(), top, self._theme.colour(self._tone), mark)

    def _wanted_width(self) -> float:
        return self._block(math.inf).width

    def _least_width(self) -> float:
        """Not less than a few letters: Chinese could be broken after each."""
        block = self._block(math.inf)
        few = _LEAST_LETTERS * self._theme.font(self._kind).pixelSize()
        return min(block.width, max(block.least_width, few))

    def _height(self, width: float) -> float:
        return self._block(width).height

    def _block(self, width: float) -> TextBlock:
        """Kept by width: layouts ask many times for the same."""
        if width not in self._blocks:
            self._blocks[width] = TextBlock(self._marked, self._theme, self._kind, width, self._align)
        return self._blocks[width]


@cache
def _wrapping(mode: QTextOption.WrapMode, align: Align) -> QTextOption:
    option = QTextOption(align & Align.AlignHorizontal_Mask)
    option.setWrapMode(mode)
    return option


def _marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the stars out and return where they stood, counted as Qt counts: in UTF-16 units."""
    plain, runs, at = "", [], 0
    for index, part in enumerate(text.split("**")):
        length = len(part.encode("utf-16-le")) // 2
        if index % 2:
            runs.append((at, length))
        plain += part
        at += length
    return plain, runs


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, look
    return found
