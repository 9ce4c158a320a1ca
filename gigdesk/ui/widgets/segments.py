"""One choice of a few, side by side in one box, such as the text size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import PaintedButton, smooth
from gigdesk.ui.widgets.shapes import box, line
from gigdesk.ui.widgets.text import Align, TextBlock

_PAD, _LEAST_PAD, _ABOVE = 16, 12, 6


@dataclass(frozen=True)
class Segment:
    """One of the few: `kind` is its type, so that a size can be shown in that size."""

    key: str
    label: str
    name: str
    kind: str = "toolBold"


class _Cell(PaintedButton):
    def __init__(self, segment: Segment, theme: Theme, height: str) -> None:
        super().__init__(theme, segment.name)
        self.segment, self._least = segment, theme.size(height)
        self.ring_radius = theme.size("toolRadius")
        self.setCheckable(True)
        self.stretch(QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._theme
        if self.isChecked() or self.isDown():
            painter.setClipPath(self._inside_box())
            painter.fillRect(rect, theme.colour("primary" if self.isChecked() else "sunken"))
        ink, text = theme.colour("onPrimary" if self.isChecked() else "ink"), self._text(rect.width())
        text.paint(painter, rect.left() + theme.px(_LEAST_PAD), rect.center().y() - text.height / 2, ink)

    def _wanted_width(self) -> float:
        return max(self._least, self._text(math.inf).width + self._theme.px(2 * _PAD))

    def _least_width(self) -> float:
        return max(self._least, self._text(math.inf).least_width + self._theme.px(2 * _LEAST_PAD))

    def _height(self, width: float) -> float:
        return max(self._least, self._text(width).height + self._theme.px(2 * _ABOVE))

    def _text(self, width: float) -> TextBlock:
        room = width - self._theme.px(2 * _LEAST_PAD)
        return TextBlock(self.segment.label, self._theme, self.segment.kind, room, Align.AlignHCenter)

    def _inside_box(self) -> QPainterPath:
        """The box around all cells, seen from this one: its round corners cut the outer cells."""
        box_rect, edge = QRectF(0, 0, 0, 0), self._theme.size("controlLine")
        parent = self.parentWidget()
        if parent is not None:
            box_rect = QRectF(parent.rect())
        inside = box_rect.translated(-self.x(), -self.y()).adjusted(edge, edge, -edge, -edge)
        path = QPainterPath()
        path.addRoundedRect(inside, self.ring_radius - edge, self.ring_radius - edge)
        return path


class Segments(QWidget):
    """The box, as high as a named size; `chosen` carries the key of the cell."""

    chosen = Signal(str)

    def __init__(
        self, segments: Sequence[Segment], theme: Theme, chosen: str, name: str, *, height: str = "tool"
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.cells = [_Cell(segment, theme, height) for segment in segments]
        for cell in self.cells:
            cell.setChecked(cell.segment.key == chosen)
            self._group.addButton(cell)
            row.addWidget(cell)
        self._group.buttonClicked.connect(self._tell)
        self._group.buttonToggled.connect(self.update)

    def checked(self) -> QWidget | None:
        """The cell that is chosen."""
        return self._group.checkedButton()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box under the cells, and thin lines between them; what is chosen needs none at its sides."""
        painter, theme = smooth(self), self._theme
        edge = line(theme.colour("lineStrong"), theme.size("controlLine"))
        box(painter, QRectF(self.rect()), theme.size("toolRadius"), theme.colour("surface"), edge)
        painter.setPen(line(theme.colour("lineStrong"), theme.size("line")))
        inset = theme.size("controlLine")
        for before, cell in pairwise(self.cells):
            if not before.isChecked() and not cell.isChecked():
                painter.drawLine(QPointF(cell.x(), inset), QPointF(cell.x(), self.height() - inset))
        painter.end()

    def _tell(self, cell: _Cell) -> None:
        self.chosen.emit(cell.segment.key)
