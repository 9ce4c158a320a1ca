"""A narrow slip of a list: an outcome on its stub, a title over one line, an amount, pressed as a whole."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gigdesk.reports.slip.paint.shape import SlipShape
from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Sign, Theme
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import square_at
from gigdesk.ui.widgets.slip import SlipColours, paint_slip
from gigdesk.ui.widgets.text import Align, Line, Stack, TextBlock

_PAD = 26
_ICON = 44
_CHEVRON = 30
_GAP = 16
_WIDEST_AMOUNT = 290


@dataclass(frozen=True)
class Claim:
    """What there may be to claim; `sign` and `verdict` are those of its outcome."""

    sign: Sign
    verdict: str
    title: str
    line: str
    amount: str


class ClaimSlip(PaintedButton):
    """One slip of the list."""

    def __init__(self, claim: Claim, theme: Theme) -> None:
        super().__init__(theme, f"{claim.title}. {claim.verdict}", f"{claim.amount} {claim.line}")
        self._claim = claim
        self.ring_radius = theme.size("slipRadius")

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the slip, darker in its body while it is pressed."""
        theme, sign, stub = self._theme, self._claim.sign, self._theme.size("slipRow")
        body = theme.colour(sign.tint if self.isDown() else "surface")
        colours = SlipColours(theme.colour(sign.colour), body, theme.colour("line"), theme.colour("page"))
        shape = SlipShape(rect, stub, theme.size("slipRadius"), theme.px(9))
        paint_slip(painter, shape, colours, theme.px(2))
        middle = QRectF(rect.left(), rect.top(), stub, rect.height()).center()
        paint_icon(painter, square_at(middle, theme.px(_ICON)), theme, sign.icon, "surface", stroke=1.9)
        text, amount = self._text(rect.width() - self._around()), self._amount()
        centre, right = rect.center().y(), rect.right() - theme.px(_PAD)
        text.paint(painter, rect.left() + stub + theme.px(_PAD), centre - text.height / 2)
        at = square_at(QPointF(right - theme.px(_CHEVRON) / 2, centre), theme.px(_CHEVRON))
        paint_icon(painter, at, theme, "chevron", "inkSoft")
        left = right - theme.px(_CHEVRON + _GAP) - self._amount_width()
        amount.paint(painter, left, centre - amount.height / 2, theme.colour("ink"))

    def _wanted_width(self) -> float:
        return self._around() + self._text(math.inf).width

    def _least_width(self) -> float:
        return self._around() + max(self._text(math.inf).least_width, self._theme.px(220))

    def _height(self, width: float) -> float:
        highest = max(self._text(width - self._around()).height, self._amount().height)
        return max(self._theme.size("slipRow"), highest + 2 * self._theme.px(12))

    def _around(self) -> float:
        """What stands beside the words: stub, padding, amount, chevron."""
        theme = self._theme
        return theme.size("slipRow") + theme.px(2 * _PAD + 2 * _GAP + _CHEVRON) + self._amount_width()

    def _amount_width(self) -> float:
        widest = self._theme.edge(_WIDEST_AMOUNT)
        return min(TextBlock(self._claim.amount, self._theme, "rowTitle").width, widest) + 1

    def _amount(self) -> TextBlock:
        return TextBlock(self._claim.amount, self._theme, "rowTitle", self._amount_width(), Align.AlignRight)

    def _text(self, width: float) -> Stack:
        claim = self._claim
        return Stack((Line(claim.title, "rowTitle"), Line(claim.line, "support", "inkSoft")), self._theme, width)
