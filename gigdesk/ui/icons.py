"""Icons as strokes on a grid of 24, drawn in any colour on any painter; the product mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from gigdesk.reports.slip.paint.strokes import icon_drawing, mark_drawing
from gigdesk.ui.theme import Theme


def paint_icon(  # noqa: PLR0913 - a painter, a place and the icon's four properties
    painter: QPainter, rect: QRectF, theme: Theme, name: str, colour: str, *, stroke: float = 2.0
) -> None:
    """Draw an icon into a square; as strokes, so a printer gets them sharp."""
    icon_drawing(theme.tokens["icons"][name], theme.colour(colour).name(), stroke).render(painter, rect)


def icon_pixmap(theme: Theme, name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Return an icon as pixels, for widgets that take no painter."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, size, size), theme, name, colour)
    painter.end()
    return pixmap


def icon(theme: Theme, name: str, size: int, colour: str, ratio: float = 1.0) -> QIcon:
    """Return an icon for Qt's own buttons and menus."""
    return QIcon(icon_pixmap(theme, name, size, colour, ratio))


def paint_mark(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the product's sign: a slip with a tick."""
    mark = theme.tokens["mark"]
    body, tick = theme.colour(mark["bodyColour"]), theme.colour(mark["tickColour"])
    mark_drawing(mark, body.name(), tick.name()).render(painter, rect)
