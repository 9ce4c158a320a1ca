"""The few shapes everything is drawn with, on half pixels where they must be crisp."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

NO_LINE = QPen(Qt.PenStyle.NoPen)
_DASH = [3.0, 2.0]


def line(colour: QColor, width: float, *, dashed: bool = False) -> QPen:
    """Return a pen with square joints; dashed means `not from the original`."""
    pen = QPen(QBrush(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        pen.setDashPattern(_DASH)
    return pen


def dots(colour: QColor, size: float, pitch: float) -> QPen:
    """Return a pen of round dots, `pitch` apart."""
    pen = QPen(QBrush(colour), size)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, pitch / size])
    return pen


def box(painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, edge: QPen = NO_LINE) -> None:
    """Draw a rounded box whose line lies inside the rectangle."""
    half = edge.widthF() / 2 if edge.style() != Qt.PenStyle.NoPen else 0.0
    painter.setPen(edge)
    painter.setBrush(QBrush(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def disc(painter: QPainter, centre: QPointF, radius: float, fill: QColor | None, edge: QPen = NO_LINE) -> None:
    """Draw a circle whose line lies inside the radius."""
    square = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    box(painter, square, radius, fill, edge)


def diamond(painter: QPainter, centre: QPointF, half: float, fill: QColor, edge: QPen = NO_LINE) -> None:
    """Draw the mark of a person or an expected value; it reads in grey."""
    x, y = centre.x(), centre.y()
    painter.setPen(edge)
    painter.setBrush(fill)
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
    )


def pointer(painter: QPainter, tip: QPointF, length: float, height: float, fill: QColor) -> None:
    """Draw a triangle that points sideways to `tip`: to the right, or with a negative length to the left."""
    painter.setPen(NO_LINE)
    painter.setBrush(fill)
    back = tip.x() - length
    painter.drawPolygon(QPolygonF([tip, QPointF(back, tip.y() - height / 2), QPointF(back, tip.y() + height / 2)]))


def square_at(centre: QPointF, size: float) -> QRectF:
    """Return the square of that size around a point, for icons."""
    return QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
