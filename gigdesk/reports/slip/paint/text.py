"""Words set into a width: wrapped, measured, drawn. No letter is ever cut off."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

LEADING = 1.36
"""From line to line, in sizes of the type."""


class Text:
    """Words in a type and a width; a line break in them is kept."""

    def __init__(self, words: str, font: QFont, width: float, *, to_the_right: bool = False) -> None:
        self._right, self.width = to_the_right, width
        self._font = font
        self._layouts = [self._set(line) for line in words.split("\n")] if words else []
        self.step = font.pixelSize() * LEADING
        self.lines = sum(layout.lineCount() for layout in self._layouts)
        self.height = self.lines * self.step
        lengths = [layout.lineAt(at).naturalTextWidth() for layout in self._layouts for at in range(layout.lineCount())]
        self.length = max(lengths, default=0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with the upper left corner there."""
        painter.setPen(Qt.GlobalColor.black)
        for layout in self._layouts:
            for at in range(layout.lineCount()):
                line = layout.lineAt(at)
                shift = self.width - line.naturalTextWidth() if self._right else 0.0
                lead = (self.step - line.height()) / 2
                line.draw(painter, QPointF(x + shift - line.position().x(), y + lead - line.position().y()))
                y += self.step

    def _set(self, words: str) -> QTextLayout:
        layout = QTextLayout(words or " ", self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.width)
        layout.endLayout()
        return layout


def length(words: str, font: QFont) -> float:
    """How long words are in one line."""
    return QFontMetricsF(font).horizontalAdvance(words)
