"""A key with a figure, a sign, a word or an icon, for number pads, steppers and the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import NO_LINE, box, line, square_at
from gigdesk.ui.widgets.text import TextBlock

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_REPEAT_AFTER = 500
_REPEAT_EVERY = 125
_ICON, _MOST_ICON = 46, 0.6


class Key(PaintedButton):
    """A key shows `face`, or the icon named by it; it leaves the focus where it is."""

    def __init__(self, face: str, theme: Theme, size: str, name: str, kind: str = "field") -> None:
        super().__init__(theme, name)
        self.face = face
        self._size, self._kind = size, kind
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keep_size()

    def show_face(self, face: str, name: str) -> None:
        """Show another face."""
        self.face = face
        self.setAccessibleName(name)
        self.update()

    def repeat(self) -> None:
        """Act again while it is held: after half a second, eight times a second."""
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(_REPEAT_AFTER)
        self.setAutoRepeatInterval(_REPEAT_EVERY)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the arrows to what the key stands in."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the key, sunken while it is held, pale where it does nothing."""
        theme = self._theme
        pale = not self.isEnabled()
        edge = NO_LINE if pale else line(theme.colour("lineStrong"), theme.size("controlLine"))
        box(
            painter,
            rect,
            theme.size("buttonRadius"),
            theme.colour("sunken" if self.isDown() or pale else "surface"),
            edge,
        )
        if self.face in theme.tokens["icons"]:
            icon = min(theme.px(_ICON), rect.height() * _MOST_ICON)
            paint_icon(painter, square_at(rect.center(), icon), theme, self.face, "inkDisabled" if pale else "primary")
            return
        TextBlock(self.face, theme, self._kind).paint_around(painter, rect.center(), theme.colour("ink"))

    def _wanted_width(self) -> float:
        return self._theme.size(self._size)

    def _height(self, _width: float) -> float:
        return self._theme.size(self._size)
