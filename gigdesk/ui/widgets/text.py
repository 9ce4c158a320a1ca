"""Text set as the design measures it: lines of a given height, `**stars**` around what stands out, never cut."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from gigdesk.ui.theme import Theme

Align = Qt.AlignmentFlag
_ENDLESS = 1e6
_LEAST_LETTERS = 4


class TextBlock:
    """Words broken into lines; the letters are centred in lines of the height the theme gives."""

    def __init__(
        self, text: str, theme: Theme, kind: str, width: float = math.inf, align: Align = Align.AlignLeft
    ) -> None:
        self.plain, self._runs = _marked(text)
        self._layout = QTextLayout(self.plain.replace("\n", "\u2028"), theme.font(kind))
        option = QTextOption(align & Align.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        self._layout.setFormats([_range(start, length, bold) for start, length in self._runs])
        self.height = self._break(min(max(width, 1.0), _ENDLESS), theme.line(kind)) if self.plain else 0.0
        lines = [self._layout.lineAt(index) for index in range(self._layout.lineCount())]
        self.width = max((line.naturalTextWidth() for line in lines), default=0.0)
        self.least_width = self._layout.minimumWidth()

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor, mark: QColor | None = None) -> None:
        """Draw with the left top corner at x, y; `mark` colours what stands between the stars."""
        painter.setPen(colour)
        selections = []
        if mark is not None:
            ink = QTextCharFormat()
            ink.setForeground(mark)
            selections = [_range(start, length, ink) for start, length in self._runs]
        self._layout.draw(painter, QPointF(x, y), selections)

    def _break(self, width: float, line_height: float) -> float:
        """Lay out the lines and return their height."""
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (line_height - line.height()) / 2))
            height += line_height
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


class Words(QLabel):
    """A label that wraps and never cuts; set `mark` to colour what stands between stars."""

    def __init__(
        self, text: str, theme: Theme, kind: str = "body", tone: str = "ink", align: Align = Align.AlignLeft
    ) -> None:
        super().__init__()
        self.mark = ""
        self._marked, self._theme, self._kind, self._tone, self._align = text, theme, kind, tone, align
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str, tone: str = "") -> None:
        """Show another text, in another colour if one is named."""
        self._marked = text
        self._tone = tone or self._tone
        self.setText(_marked(text)[0])
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        return math.ceil(self._block(width).height)

    def sizeHint(self) -> QSize:  # noqa: N802
        block = self._block(math.inf)
        return QSize(math.ceil(block.width), math.ceil(block.height))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        block = self._block(math.inf)
        width = min(block.width, max(block.least_width, _LEAST_LETTERS * self._theme.font(self._kind).pixelSize()))
        return QSize(math.ceil(width), math.ceil(self._theme.line(self._kind)) if self._marked else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        block = self._block(self.width())
        top = 0.0 if self._align & Align.AlignTop else (self.height() - block.height) / 2
        mark = self._theme.colour(self.mark) if self.mark else None
        block.paint(QPainter(self), 0, top, self._theme.colour(self._tone), mark)

    def _block(self, width: float) -> TextBlock:
        return TextBlock(self._marked, self._theme, self._kind, width, self._align)


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
