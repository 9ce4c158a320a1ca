"""What stands at the ends of a slip: the head of each page, the verdict, and the foot to be kept."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.paint.blocks import BLACK, GAP, STRONG
from gigdesk.reports.slip.paint.codes import Codes
from gigdesk.reports.slip.paint.shape import SlipShape
from gigdesk.reports.slip.paint.sheet import POINT, Paper, font
from gigdesk.reports.slip.paint.signs import draw_product, draw_sign
from gigdesk.reports.slip.paint.text import Text
from gigdesk.services import words
from gigdesk.store.texts import Texts

SIGNS = {"yes": "check-circle", "no": "minus-square", "ask": "diamond", "figure": "bars"}
HALF = 0.5
LEAST_BESIDE = 0.4
"""Of the line, the least that words beside the codes need; otherwise they stand below."""


class PageHead:
    """The product, the day, the page; that it is no decision. The same on each page."""

    def __init__(self, slip: Slip, paper: Paper, t: Texts) -> None:
        self._paper, self._t = paper, t
        self._mark = paper.heading * 1.9 * POINT
        left = self._mark + GAP
        wide = paper.line_width * (1 if paper.is_roll else HALF)
        name = t("slip.name.sample" if slip.sample else "slip.name", app=t("app.name"))
        self._name = Text(name, font(paper.heading, bold=True), wide - left)
        self._day = Text(words.day(slip.day, t), font(paper.note), wide - left)
        tall = self._name.height + self._day.height
        self._said_at = tall + 4 * POINT if paper.is_roll else 0.0
        said = self._said(1, 1)
        self.height = max(self._said_at + said.height, tall) + 7 * POINT

    def draw(self, painter: QPainter, page: int, pages: int) -> None:
        """Draw it at the top of a page."""
        paper, x = self._paper, self._paper.left
        y = paper.left
        tall = self._name.height + self._day.height
        side = self._mark
        draw_product(painter, QRectF(x, y + (tall - side) / 2, side, side))
        self._name.draw(painter, x + side + GAP, y)
        self._day.draw(painter, x + side + GAP, y + self._name.height)
        said = self._said(page, pages)
        said.draw(painter, x + paper.line_width - said.width, y + self._said_at)
        painter.setPen(QPen(BLACK, STRONG))
        below = y + self.height
        painter.drawLine(QPointF(x, below), QPointF(x + paper.line_width, below))

    def _said(self, page: int, pages: int) -> Text:
        paper, t = self._paper, self._t
        said = "\n".join((t("slip.page", page=page, pages=pages), t("slip.only-a-look")))
        wide = paper.line_width * (1 if paper.is_roll else HALF)
        return Text(said, font(paper.note), wide, to_the_right=not paper.is_roll)


class Verdict:
    """The slip itself: a stub with a sign, a perforation between two notches, and what came out."""

    stays = False

    def __init__(self, slip: Slip, paper: Paper) -> None:
        self._paper, self._sign = paper, SIGNS[slip.sign]
        self._stub = paper.stub * POINT
        self._pad = paper.body * 0.9 * POINT
        wide = paper.line_width - self._stub - 2 * self._pad
        verdict = paper.verdict * (0.72 if slip.amount else 1)
        self._texts = [
            Text(slip.job, font(paper.note), wide),
            Text(slip.verdict, font(verdict, bold=True), wide),
            Text(slip.amount, font(paper.verdict * 1.3, bold=True), wide),
            Text(slip.line, font(paper.body), wide),
        ]
        self._air = paper.body * POINT
        self._tall = sum(text.height for text in self._texts) + 2 * self._pad
        self.height = self._air + self._tall

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it below some air."""
        paper, top = self._paper, y + self._air
        line = STRONG * (HALF if paper.is_roll else 1)
        rect = QRectF(x, top, paper.line_width, self._tall).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        notch = paper.body * 0.7 * POINT
        shape = SlipShape(rect, self._stub, paper.body * POINT, notch)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(BLACK, line))
        painter.drawPath(shape.path())
        dots = QPen(BLACK, 2.2 * POINT)
        dots.setCapStyle(Qt.PenCapStyle.RoundCap)
        dots.setDashPattern([0.01, 2.4])
        painter.setPen(dots)
        painter.drawLine(
            QPointF(shape.tear, rect.top() + notch + 5 * POINT), QPointF(shape.tear, rect.bottom() - notch - 2 * POINT)
        )
        side = self._stub * 0.56
        draw_sign(painter, QRectF(x + (self._stub - side) / 2, top + (self._tall - side) / 2, side, side), self._sign)
        at, left = top + self._pad, x + self._stub + self._pad
        for text in self._texts:
            text.draw(painter, left, at)
            at += text.height


class Foot:
    """Below the line to tear along: the codes to come back with, the data, and where to ask."""

    stays = False

    def __init__(self, slip: Slip, paper: Paper, t: Texts) -> None:
        self._wide = paper.line_width
        self._codes = Codes(slip.carried or (), paper)
        beside = self._wide - self._codes.width - GAP
        self._is_beside = bool(slip.carried) and beside >= self._wide * LEAST_BESIDE
        wide = beside if self._is_beside else self._wide
        more = (t("slip.short"),) if paper.is_roll else ()
        told = "\n".join((*more, *_carried(slip, t), *slip.data, t("slip.ask")))
        self._again = Text(t("slip.again") if slip.carried else "", font(paper.heading, bold=True), wide)
        self._label = Text(t("slip.code"), font(paper.body), wide)
        self._code = Text(slip.code, font(paper.heading * 1.25, bold=True), wide)
        self._told = Text(told, font(paper.small), wide)
        self._air = paper.body * POINT
        words = self._again.height + self._code.height + self._told.height
        tall = max(words, self._codes.height) if self._is_beside else words + self._codes.height
        self.height = 2 * self._air + tall

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it below some air."""
        pen = QPen(BLACK, STRONG / 2)
        pen.setDashPattern([5, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, y + self._air), QPointF(x + self._wide, y + self._air))
        top = y + 1.6 * self._air
        if self._is_beside:
            self._codes.draw(painter, x, top)
            x += self._codes.width + GAP
        else:
            self._codes.draw(painter, x + (self._wide - self._codes.width + self._codes.white) / 2, top)
            top += self._codes.height
        self._again.draw(painter, x, top)
        top += self._again.height
        self._label.draw(painter, x, top + (self._code.step - self._label.step) * 0.6)
        self._code.draw(painter, x + self._label.length + GAP, top)
        self._told.draw(painter, x, top + self._code.height)


def _carried(slip: Slip, t: Texts) -> Iterator[str]:
    """What is in the codes; that there is none, where the answers are too many for them."""
    if slip.carried is None:
        yield t("slip.code.line")
    elif not slip.carried:
        yield t("slip.code.too-long")
    else:
        yield t("slip.carried")
        if len(slip.carried) > 1:
            yield t("slip.carried.two")
