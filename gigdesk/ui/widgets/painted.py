"""What every painted control has in common."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gigdesk.ui.theme import Theme


def smooth(device: QWidget) -> QPainter:
    """Return a painter for a widget, with smooth edges."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


class Painted(QWidget):
    """A picture with a name and a sentence that says what it shows, for those who hear it."""

    def __init__(self, theme: Theme, name: str, sentence: str = "") -> None:
        super().__init__()
        self._theme, self._sentence = theme, sentence
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)

    def description(self) -> str:
        """Return what is read aloud."""
        return self._sentence or self.accessibleName()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = smooth(self)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into any rectangle of any painter."""
        raise NotImplementedError


class PaintedButton(QAbstractButton):
    """A button that paints itself: it shows the press on touch-down, acts on release and grows with its words."""

    def __init__(self, theme: Theme, name: str, sentence: str = "") -> None:
        super().__init__()
        self._theme, self._sentence = theme, sentence
        self.ring_radius = theme.size("buttonRadius")
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def description(self) -> str:
        """Return what is read aloud."""
        return self._sentence or self.accessibleName()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = smooth(self)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint into any rectangle of any painter."""
        raise NotImplementedError
