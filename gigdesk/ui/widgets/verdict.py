"""The verdict: the slip that answers, in the colour, icon and words of its outcome."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from gigdesk.reports.slip.paint.shape import SlipShape
from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Sign, Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import square_at
from gigdesk.ui.widgets.slip import SlipColours, paint_slip
from gigdesk.ui.widgets.text import Line, Stack

_ICON = 102
_PAD = 44


@dataclass(frozen=True)
class Finding:
    """An outcome in words; the sign comes from the theme: `theme.sign("outcomes", ...)`, `("ages", ...)`."""

    sign: Sign
    title: str
    line: str


class Verdict(Painted):
    """The banner that stands first on every page with a result."""

    def __init__(self, finding: Finding, theme: Theme) -> None:
        super().__init__(theme, finding.title, f"{finding.title}. {finding.line}")
        self._finding = finding

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the slip with its icon on the stub."""
        theme, sign, stub = self._theme, self._finding.sign, self._theme.size("verdictStub")
        ink = theme.colour(sign.colour)
        shape = SlipShape(rect, stub, theme.size("slipRadius"), theme.size("notch"))
        paint_slip(painter, shape, SlipColours(ink, theme.colour(sign.tint), ink, theme.colour("page")), theme.px(2))
        middle = QRectF(rect.left(), rect.top(), stub, rect.height()).center()
        paint_icon(painter, square_at(middle, theme.px(_ICON)), theme, sign.icon, "surface", stroke=1.7)
        text = self._text(rect.width() - self._beside())
        text.paint(painter, rect.left() + stub + self._theme.edge(_PAD), rect.center().y() - text.height / 2)

    def _wanted_width(self) -> float:
        return self._beside() + self._text(math.inf).width

    def _least_width(self) -> float:
        return self._beside() + max(self._text(math.inf).least_width, self._theme.px(300))

    def _height(self, width: float) -> float:
        return max(self._theme.size("verdict"), self._text(width - self._beside()).height + 2 * self._theme.px(24))

    def _beside(self) -> int:
        return self._theme.size("verdictStub") + 2 * self._theme.edge(_PAD)

    def _text(self, width: float) -> Stack:
        lines = (Line(self._finding.title, "verdict"), Line(self._finding.line, "body"))
        return Stack(lines, self._theme, width)
