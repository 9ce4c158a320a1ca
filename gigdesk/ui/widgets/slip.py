"""The slip: a coloured stub, a perforation between two notches, a body. Ways in and verdicts are slips."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gigdesk.reports.slip.paint.shape import SlipShape
from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import disc, square_at
from gigdesk.ui.widgets.text import Line, Stack, TextBlock

_ICON = 104
_PAD = 44
_DISC = 72
_EDGE = 36
_WANTED = 884
_MOST_STUB = 0.25


@dataclass(frozen=True)
class SlipColours:
    """`ground` is what lies under the slip and shows through the perforation."""

    stub: QColor
    body: QColor
    edge: QColor
    ground: QColor


def paint_slip(painter: QPainter, shape: SlipShape, colours: SlipColours, width: float) -> None:
    """Draw the slip; `width` is that of its edge, which lies inside the rectangle."""
    half = width / 2
    inner = SlipShape(shape.rect.adjusted(half, half, -half, -half), shape.stub - half, shape.radius, shape.notch)
    path = inner.path()
    stub = QRectF(shape.rect.left(), shape.rect.top(), shape.stub, shape.rect.height())
    for part, fill, edge in (
        (stub, colours.stub, colours.stub),
        (QRectF(stub.right(), stub.top(), shape.rect.width() - shape.stub, stub.height()), colours.body, colours.edge),
    ):
        painter.save()
        painter.setClipRect(part)
        painter.setPen(QPen(edge, width))
        painter.setBrush(fill)
        painter.drawPath(path)
        painter.restore()
    _paint_perforation(painter, inner, colours.ground, 2 * width)


def _paint_perforation(painter: QPainter, shape: SlipShape, ground: QColor, size: float) -> None:
    """Longish dots from notch to notch, as a roller would tear them."""
    pen = QPen(ground, size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.5, 3.0])
    painter.setPen(pen)
    margin = shape.notch + 1.5 * size
    painter.drawLine(
        QPointF(shape.tear, shape.rect.top() + margin), QPointF(shape.tear, shape.rect.bottom() - shape.notch - size)
    )


@dataclass(frozen=True)
class Slip:
    """What a way in says; `number` lets a helper say `press 3`."""

    job: str
    number: int
    title: str
    line: str
    detail: str


class SlipTile(PaintedButton):
    """A way in from the home page: one slip, pressed as a whole."""

    def __init__(self, slip: Slip, theme: Theme) -> None:
        super().__init__(theme, f"{slip.number}. {slip.title}.", f"{slip.line} {slip.detail}")
        self._slip = slip
        self._sign = theme.sign("jobs", slip.job)
        self.ring_radius = theme.size("slipRadius")

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the slip, darker in its body while it is pressed."""
        theme, stub = self._theme, self._stub(rect.width())
        colours = SlipColours(
            theme.colour(self._sign.colour if self.isEnabled() else "no"),
            theme.colour(self._sign.tint if self.isDown() else "surface"),
            theme.colour("line"),
            theme.colour("page"),
        )
        shape = SlipShape(rect, stub, theme.size("slipRadius"), theme.size("notch"))
        paint_slip(painter, shape, colours, theme.px(2))
        self._draw_stub(painter, QRectF(rect.left(), rect.top(), stub, rect.height()))
        text = self._text(rect.width() - stub - self._around())
        text.paint(painter, rect.left() + stub + theme.px(_PAD), rect.center().y() - text.height / 2)
        self._draw_chevron(painter, QPointF(rect.right() - theme.px(_EDGE + _DISC / 2), rect.center().y()))

    def _wanted_width(self) -> float:
        """The same for all, whatever they say, so that they stand in equal columns."""
        return max(self._theme.px(_WANTED), self._least_width())

    def _least_width(self) -> float:
        beside = self._around() + max(self._text(math.inf).least_width, self._theme.px(240))
        return min(beside + self._theme.size("stub"), beside / (1 - _MOST_STUB))

    def _stub(self, width: float) -> float:
        """As wide as the design says, but for letters so large that the words need its room."""
        return min(self._theme.size("stub"), width * _MOST_STUB)

    def _height(self, width: float) -> float:
        text = self._text(width - self._stub(width) - self._around())
        return max(self._theme.size("tile"), text.height + 2 * self._theme.px(24))

    def _draw_stub(self, painter: QPainter, stub: QRectF) -> None:
        theme = self._theme
        number = TextBlock(str(self._slip.number), theme, "choiceBold")
        number.paint(painter, stub.left() + theme.px(20), stub.top() + theme.px(17), theme.colour("surface"))
        paint_icon(painter, square_at(stub.center(), theme.px(_ICON)), theme, self._sign.icon, "surface", stroke=1.7)

    def _draw_chevron(self, painter: QPainter, centre: QPointF) -> None:
        theme = self._theme
        tint = theme.colour("surface" if self.isDown() else self._sign.tint)
        disc(painter, centre, theme.px(_DISC / 2), tint)
        paint_icon(painter, square_at(centre, theme.px(42)), theme, "chevron", self._sign.colour)

    def _around(self) -> int:
        """What the body holds beside its text."""
        return self._theme.px(_PAD) + self._theme.px(16 + _DISC + _EDGE)

    def _text(self, width: float) -> Stack:
        slip = self._slip
        lines = (
            Line(slip.title, "tileTitle"),
            Line(slip.line, "lead", above=10),
            Line(slip.detail, "note", "inkSoft", above=5),
        )
        return Stack(lines, self._theme, width)
