"""One choice of a few, side by side in one box, such as the text size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted, PaintedButton
from gigdesk.ui.widgets.shapes import box, line
from gigdesk.ui.widgets.text import TextBlock


@dataclass(frozen=True)
class Segment:
    """One of the few: `kind` is its type, so that a size can be shown in that size."""

    key: str
    label: str
    name: str
    kind: str = "toolBold"


class _Cell(PaintedButton):
    def __init__(self, segment: Segment, theme: Theme) -> None:
        super().__init__(theme, segment.name)
        self.segment = segment
        self.ring_radius = theme.size("toolRadius")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802
        text = TextBlock(self.segment.label, self._theme, self.segment.kind)
        side = self._theme.size("tool")
        return QSize(max(side, math.ceil(text.width) + self._theme.px(24)), max(side, math.ceil(text.height)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._theme
        if self.isChecked() or self.isDown():
            painter.setClipPath(self._inside_box())
            painter.fillRect(rect, theme.colour("primary" if self.isChecked() else "sunken"))
        text = TextBlock(self.segment.label, theme, self.segment.kind)
        ink = theme.colour("onPrimary" if self.isChecked() else "ink")
        text.paint(painter, rect.center().x() - text.width / 2, rect.center().y() - text.height / 2, ink)

    def _inside_box(self) -> QPainterPath:
        """The box around all cells, seen from this one: its round corners cut the outer cells."""
        frame, edge = QRectF(self.parentWidget().rect()), self._theme.size("controlLine")
        inside = frame.translated(-self.x(), -self.y()).adjusted(edge, edge, -edge, -edge)
        path = QPainterPath()
        path.addRoundedRect(inside, self.ring_radius - edge, self.ring_radius - edge)
        return path


class Segments(Painted):
    """The box; `chosen` carries the key of the cell."""

    chosen = Signal(str)

    def __init__(self, segments: Sequence[Segment], theme: Theme, chosen: str, name: str) -> None:
        super().__init__(theme, name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for segment in segments:
            cell = _Cell(segment, theme)
            cell.setChecked(segment.key == chosen)
            self._group.addButton(cell)
            row.addWidget(cell)
        self._group.buttonClicked.connect(self._tell)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the box under the cells."""
        edge = line(self._theme.colour("lineStrong"), self._theme.size("controlLine"))
        box(painter, rect, self._theme.size("toolRadius"), self._theme.colour("surface"), edge)

    def _tell(self, cell: _Cell) -> None:
        self.chosen.emit(cell.segment.key)
