"""The outline of the slip, the same on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


@dataclass(frozen=True)
class SlipShape:
    """The measures of a slip."""

    rect: QRectF
    stub: float
    radius: float
    notch: float

    @property
    def tear(self) -> float:
        """Where the perforation runs."""
        return self.rect.left() + self.stub

    def path(self) -> QPainterPath:
        """Return the outline: a rounded rectangle without its two notches."""
        whole, notches = QPainterPath(), QPainterPath()
        whole.addRoundedRect(self.rect, self.radius, self.radius)
        for y in (self.rect.top(), self.rect.bottom()):
            notches.addEllipse(QPointF(self.tear, y), self.notch, self.notch)
        return whole.subtracted(notches)
