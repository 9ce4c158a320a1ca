"""A square key with a figure or an icon, for number pads and steppers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

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
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def repeat(self) -> None:
        """Act again while it is held: after half a second, eight times a second."""
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(_REPEAT_AFTER)
        self.setAutoRepeatInterval(_REPEAT_EVERY)

    def sizeHint(self) -> QSize:  # noqa: N802
        side = self._theme.size(self._size)
        return QSize(side, side)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the key, sunken while it is held."""
        theme = self._theme
        edge = line(theme.colour("lineStrong"), theme.size("controlLine"))
        box(painter, rect, theme.size("buttonRadius"), theme.colour("sunken" if self.isDown() else "surface"), edge)
        if self.face in theme.tokens["icons"]:
            paint_icon(painter, square_at(rect.center(), theme.px(46)), theme, self.face, "primary")
            return
        text = TextBlock(self.face, theme, "field")
        corner = rect.center()
        text.paint(painter, corner.x() - text.width / 2, corner.y() - text.height / 2, theme.colour("ink"))
