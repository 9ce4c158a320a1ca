"""What everything painted has in common: it says how large it must be, draws itself, and can be read aloud."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gigdesk.ui.theme import Theme

if TYPE_CHECKING:
    _AnyWidget = QWidget
else:
    _AnyWidget = object  # Qt allows one parent of its own; this is mixed into several kinds of widget


def smooth(device: QWidget) -> QPainter:
    """Return a painter for a widget, with smooth edges."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


class Drawn(_AnyWidget):
    """Asks the widget for its widths and its height at a width, and for its drawing; Qt's part stands only here.

    What was measured is kept until `updateGeometry`: layouts ask hundreds of times for the same.
    """

    _theme: Theme
    _measured: dict[str | float, int] | None = None

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at which no text wraps."""
        return QSize(self._kept("wanted", self._wanted_width), self._height_unwrapped())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least width, and the height if nothing wraps: layouts ask for the height at a width."""
        return QSize(self._kept("least", self._least_width), self._height_unwrapped())

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Text wraps, so everything grows downwards when it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at which nothing is cut."""
        return self._kept(width, lambda: self._height(width))

    def updateGeometry(self) -> None:  # noqa: N802
        """Be measured again: something that its size depends on is another."""
        self._measured = None
        super().updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw into the widget."""
        painter = smooth(self)
        self.draw(painter, QRectF(self.rect()))
        painter.end()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw into any rectangle of any painter."""
        raise NotImplementedError

    def keep_size(self) -> None:
        """Be neither stretched nor squeezed."""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def stretch(self, across: QSizePolicy.Policy = QSizePolicy.Policy.Preferred) -> None:
        """Be as high as the text needs at the width given, or higher."""
        policy = QSizePolicy(across, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _wanted_width(self) -> float:
        raise NotImplementedError

    def _least_width(self) -> float:
        return self._wanted_width()

    def _height(self, width: float) -> float:
        raise NotImplementedError

    def _height_unwrapped(self) -> int:
        return self._kept("unwrapped", lambda: self._height(self._wanted_width()))

    def _kept(self, what: str | float, measure: Callable[[], float]) -> int:
        """Whole pixels, rounded up."""
        if self._measured is None:
            self._measured = {}
        if what not in self._measured:
            self._measured[what] = math.ceil(measure())
        return self._measured[what]


class Painted(Drawn, QWidget):
    """A picture with a name and a sentence that says what it shows, for those who hear it.

    `ruler` are the words that measure for the eye what the sentence says, as the figures of an axis and a legend do:
    of all that is written they alone are not read aloud.
    """

    ruler: tuple[str, ...] = ()

    def __init__(self, theme: Theme, name: str, sentence: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.stretch()

    def description(self) -> str:
        """Return what is read aloud."""
        return self.accessibleDescription() or self.accessibleName()


class PaintedButton(Drawn, QAbstractButton):
    """A button that paints itself: it shows the press on touch-down and acts on release."""

    def __init__(self, theme: Theme, name: str, sentence: str = "") -> None:
        super().__init__()
        self._theme = theme
        self.ring_radius = theme.size("buttonRadius")
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.stretch()

    def description(self) -> str:
        """Return what is read aloud."""
        return f"{self.accessibleName()} {self.accessibleDescription()}".strip()
