"""What may come, as roads from today: the expected one straight and widest, good bends up, bad bends down."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import box, line
from gigdesk.ui.widgets.text import Align, Line, Stack, TextBlock

_LANE = 90
_ROUND = 44
_GAP = 22
_TIP = 48
_LEAST_ROAD = 320
_SPREAD = 3.4
_WORDS = 300
_LEAST_WORDS = 160


@dataclass(frozen=True)
class Road:
    """One way it may go: `kind` is `high`, `expected` or `low`."""

    kind: str
    figure: str
    title: str
    note: str


@dataclass(frozen=True)
class Roads:
    """One, two or three roads from the top downwards, the word at their start, the sentence read aloud."""

    start: str
    roads: tuple[Road, ...]
    sentence: str = ""

    def said(self) -> str:
        """Return each road in words, from the start."""
        return ". ".join((self.start, *(f"{road.title} {road.figure}. {road.note}" for road in self.roads)))


class RangeArrows(Painted):
    """The roads as a widget; where it is narrow the figures stand alone."""

    def __init__(self, roads: Roads, theme: Theme) -> None:
        name = roads.sentence or " ".join(f"{road.title} {road.figure}" for road in roads.roads)
        super().__init__(theme, name, roads.said())
        self._roads = roads
        self.stretch(QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the roads in the middle of the height."""
        paint_range_arrows(painter, rect, self._roads, self._theme)

    def _wanted_width(self) -> float:
        return self._theme.px(1100)

    def _least_width(self) -> float:
        theme = self._theme
        words = max(_words(road, theme, math.inf).least_width for road in self._roads.roads)
        return _figures(self._roads, theme) + theme.px(_GAP) + max(words, theme.px(_LEAST_WORDS))

    def _height(self, width: float) -> float:
        return _lane(self._roads, self._theme, width) * max(len(self._roads.roads), 2)


def paint_range_arrows(painter: QPainter, rect: QRectF, roads: Roads, theme: Theme) -> None:
    """Draw each road in its lane, its figure and its words at its end; without room for roads only these."""
    figures, gap = _figures(roads, theme), theme.px(_GAP)
    for_words = _room_for_words(roads, theme, rect.width())
    words = max(_words(road, theme, for_words).width for road in roads.roads)
    room = rect.width() - figures - gap - words - theme.px(_TIP)
    has_roads = rect.width() >= theme.size("wideChart") and room >= theme.px(_LEAST_ROAD)
    left_of_words = rect.right() - words if has_roads else rect.left() + figures + gap
    lanes = _lanes(rect, roads, theme)
    if has_roads:
        _paint_roads(painter, QRectF(rect.left(), rect.top(), room, rect.height()), lanes, theme)
        _paint_start(painter, QPointF(rect.left() + theme.px(8), _today(rect, lanes)), roads.start, theme)
    for road, y in lanes:
        figure = TextBlock(road.figure, theme, _figure_kind(road))
        colour = theme.chart("axis" if road.kind == "low" else road.kind)
        figure.paint(painter, left_of_words - gap - figure.width, y - figure.height / 2, colour)
        text = _words(road, theme, for_words)
        text.paint(painter, left_of_words, y - text.height / 2)


def _lanes(rect: QRectF, roads: Roads, theme: Theme) -> list[tuple[Road, float]]:
    """Each road and the middle of its lane."""
    count = max(len(roads.roads), 1)
    height = min(max(_lane(roads, theme, rect.width()), rect.height() / _SPREAD), rect.height() / count)
    top = rect.center().y() - height * count / 2
    return [(road, top + height * (at + 0.5)) for at, road in enumerate(roads.roads)]


def _today(rect: QRectF, lanes: Sequence[tuple[Road, float]]) -> float:
    """All roads start at the height of the expected one."""
    return next((y for road, y in lanes if road.kind == "expected"), rect.center().y())


def _paint_roads(painter: QPainter, room: QRectF, lanes: Sequence[tuple[Road, float]], theme: Theme) -> None:
    """The expected road comes last, over the forks."""
    today = _today(room, lanes)
    for road, y in sorted(lanes, key=lambda lane: lane[0].kind == "expected"):
        _paint_road(painter, QRectF(room.left(), today, room.width(), y - today), road.kind, theme)


def _paint_road(painter: QPainter, span: QRectF, kind: str, theme: Theme) -> None:
    """Draw from the height of today to the height of the figure: `span` may be of negative height."""
    wide = kind == "expected"
    width, head, long = (theme.px(length) for length in ((40, 92, 60) if wide else (22, 74, 48)))
    start, turn, flat = (span.left() + span.width() * share for share in (0.30, 0.52, 0.70))
    tip = span.right() - (0 if wide else theme.px(12))
    path = QPainterPath(QPointF(span.left() + theme.px(_ROUND), span.top()))
    if not wide:
        path.moveTo(QPointF(start, span.top()))
        path.cubicTo(QPointF(turn, span.top()), QPointF(turn, span.bottom()), QPointF(flat, span.bottom()))
    path.lineTo(QPointF(tip - long + 1, span.bottom()))
    pen = QPen(theme.chart(kind), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.chart(kind))
    y = span.bottom()
    painter.drawPolygon(
        QPolygonF([QPointF(tip - long, y - head / 2), QPointF(tip, y), QPointF(tip - long, y + head / 2)])
    )


def _paint_start(painter: QPainter, left: QPointF, word: str, theme: Theme) -> None:
    """A circle around the word, or a longish box if the word is long."""
    text, height = TextBlock(word, theme, "noteBold"), theme.px(2 * _ROUND)
    width = max(height, text.width + theme.px(32))
    place = QRectF(left.x(), left.y() - height / 2, width, height)
    box(painter, place, height / 2, theme.colour("surface"), line(theme.chart("expected"), theme.px(8)))
    text.paint_around(painter, place.center(), theme.chart("expected"))


def _figures(roads: Roads, theme: Theme) -> float:
    return max(TextBlock(road.figure, theme, _figure_kind(road)).width for road in roads.roads)


def _room_for_words(roads: Roads, theme: Theme, width: float) -> float:
    """What the figures leave, up to a width that is easily read."""
    return min(theme.px(_WORDS), width - _figures(roads, theme) - theme.px(_GAP))


def _lane(roads: Roads, theme: Theme, width: float) -> float:
    room = _room_for_words(roads, theme, width)
    return max(float(theme.px(_LANE)), *(_words(road, theme, room).height + theme.px(8) for road in roads.roads))


def _figure_kind(road: Road) -> str:
    return "amount" if road.kind == "expected" else "amountSide"


def _words(road: Road, theme: Theme, width: float) -> Stack:
    title = "choiceBold" if road.kind == "expected" else "rowTitle"
    return Stack((Line(road.title, title), Line(road.note, "chip", "inkSoft")), theme, width, Align.AlignLeft)
