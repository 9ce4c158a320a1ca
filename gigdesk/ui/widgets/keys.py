"""A square key with a figure or an icon, for number pads and steppers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import box, line, square_at
from gigdesk.ui.widgets.text import TextBlock

_REPEAT_AFTER = 500
_REPEAT_EVERY = 125


class Key(PaintedButton):
    """A key shows `face`, or the icon named by it; it leaves the focus where it is."""

    def __init__(self, face: str, theme: Theme, size: str, name: str) -> None:
        super().__init__(theme, name)
        self.face = face
        self._size = size
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keep_size()

    def repeat(self) -> None:
        """Act again while it is held: after half a second, eight times a second."""
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(_REPEAT_AFTER)
        self.setAutoRepeatInterval(_REPEAT_EVERY)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the key, sunken while it is held."""
        theme = self._theme
        edge = line(theme.colour("lineStrong"), theme.size("controlLine"))
        box(painter, rect, theme.size("buttonRadius"), theme.colour("sunken" if self.isDown() else "surface"), edge)
        if self.face in theme.tokens["icons"]:
            paint_icon(painter, square_at(rect.center(), theme.px(46)), theme, self.face, "primary")
            return
        TextBlock(self.face, theme, "field").paint_around(painter, rect.center(), theme.colour("ink"))

    def _wanted_width(self) -> float:
        return self._theme.size(self._size)

    def _height(self, _width: float) -> float:
        return self._theme.size(self._size)
