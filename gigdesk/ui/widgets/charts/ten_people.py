"""Ten people in a row from least to most, oneself among them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import disc, line

_PEOPLE = 10
_HEIGHT = 64
_PITCH = 54


@dataclass(frozen=True)
class TenPeople:
    """One's place from 1 to 10; draw it only where the percentile is known."""

    place: int
    sentence: str


class TenPeopleRow(Painted):
    """The row as a widget."""

    def __init__(self, people: TenPeople, theme: Theme) -> None:
        super().__init__(theme, people.sentence)
        self._people = people
        self.stretch(QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the row."""
        paint_ten_people(painter, rect, self._people, self._theme)

    def _wanted_width(self) -> float:
        return self._theme.px(_PITCH * _PEOPLE)

    def _least_width(self) -> float:
        return self._theme.px(40 * _PEOPLE)

    def _height(self, _width: float) -> float:
        return self._theme.px(_HEIGHT)


def paint_ten_people(painter: QPainter, rect: QRectF, people: TenPeople, theme: Theme) -> None:
    """Fill those who earn less, mark oneself in amber, leave those who earn more hollow."""
    height = min(theme.px(_HEIGHT), rect.height())
    width = height * 0.55
    pitch = (rect.width() - width) / (_PEOPLE - 1)
    for at in range(_PEOPLE):
        place = QRectF(rect.left() + at * pitch, rect.center().y() - height / 2, width, height)
        if at + 1 < people.place:
            _paint_person(painter, place, theme.colour("primary"), line(theme.colour("primary"), theme.px(3)))
        elif at + 1 == people.place:
            _paint_person(painter, place, theme.colour("focus"), line(theme.chart("own"), theme.px(3.5)))
        else:
            _paint_person(painter, place, theme.colour("surface"), line(theme.colour("lineStrong"), theme.px(3)))


def _paint_person(painter: QPainter, place: QRectF, fill: QColor, edge: QPen) -> None:
    """A head over shoulders."""
    radius, half = place.height() * 0.185, edge.widthF() / 2
    head = QPointF(place.center().x(), place.top() + radius)
    body = QPainterPath()
    top = place.top() + place.height() * 0.42
    shoulder = place.width() / 2 - half
    body.moveTo(place.left() + half, place.bottom() - half)
    body.lineTo(place.left() + half, top + shoulder)
    body.arcTo(QRectF(place.left() + half, top, 2 * shoulder, 2 * shoulder), 180, -180)
    body.lineTo(place.right() - half, place.bottom() - half)
    body.closeSubpath()
    painter.setPen(edge)
    painter.setBrush(fill)
    painter.drawPath(body)
    disc(painter, head, radius, fill, edge)
