"""The verdict: the slip that answers, in the colour, icon and words of its outcome."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Sign, Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import square_at
from gigdesk.ui.widgets.slip import SlipColours, SlipShape, paint_slip
from gigdesk.ui.widgets.text import Line, Stack

_ICON = 100
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
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = self._theme.px(900)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        width = self._beside() + max(self._text(math.inf).least_width, self._theme.px(300))
        return QSize(math.ceil(width), self._theme.size("verdict"))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        text = self._text(width - self._beside())
        return max(self._theme.size("verdict"), math.ceil(text.height) + 2 * self._theme.px(24))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the slip with its icon on the stub."""
        theme, sign, stub = self._theme, self._finding.sign, self._theme.size("verdictStub")
        ink = theme.colour(sign.colour)
        shape = SlipShape(rect, stub, theme.size("slipRadius"), theme.size("notch"))
        paint_slip(painter, shape, SlipColours(ink, theme.colour(sign.tint), ink, theme.colour("page")), theme.px(2))
        middle = QRectF(rect.left(), rect.top(), stub, rect.height()).center()
        paint_icon(painter, square_at(middle, theme.px(_ICON)), theme, sign.icon, "surface")
        text = self._text(rect.width() - self._beside())
        text.paint(painter, rect.left() + stub + theme.px(_PAD), rect.center().y() - text.height / 2)

    def _beside(self) -> int:
        return self._theme.size("verdictStub") + 2 * self._theme.px(_PAD)

    def _text(self, width: float) -> Stack:
        lines = (Line(self._finding.title, "verdict"), Line(self._finding.line, "body"))
        return Stack(lines, self._theme, width)
