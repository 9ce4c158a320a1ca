"""A QR code on the screen: black on white in every look, with the white around it that a camera needs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gigdesk.reports.slip.codes import Code
from gigdesk.reports.slip.paint.codes import QUIET, draw_code
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted

SIDE = 360


class CodeSquare(Painted):
    """One code, as large as a telephone likes it."""

    def __init__(self, code: Code, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self._code = code
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw whole pixels a module: no camera sees a module that is half grey."""
        painter.fillRect(rect, Qt.GlobalColor.white)
        module = max(1, int(rect.width() / (self._code.side + 2 * QUIET)))
        side = module * self._code.side
        inset = (rect.width() - side) // 2
        draw_code(painter, QRectF(rect.left() + inset, rect.top() + inset, side, side), self._code)

    def _wanted_width(self) -> float:
        return self._theme.px(SIDE)

    def _height(self, _width: float) -> float:
        return self._theme.px(SIDE)
