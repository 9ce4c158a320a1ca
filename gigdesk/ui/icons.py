"""Icons as strokes on a grid of 24, drawn in any colour on any painter; the product mark."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gigdesk.ui.theme import Theme

_STROKED = '<path d="{d}" fill="none" stroke="{colour}" stroke-width="{stroke}"/>'
_FILLED = '<path d="{d}" fill="{colour}"/>'
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {grid} {grid}"'
    ' stroke-linecap="round" stroke-linejoin="round">{paths}</svg>'
)


def paint_icon(  # noqa: PLR0913 - a painter, a place and the icon's four properties
    painter: QPainter, rect: QRectF, theme: Theme, name: str, colour: str, *, stroke: float = 2.0
) -> None:
    """Draw an icon into a square; as strokes, so a printer gets them sharp."""
    _renderer(_svg(theme.tokens["icons"][name], theme.colour(colour).name(), stroke)).render(painter, rect)


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
    body = _FILLED.format(d=mark["body"], colour=theme.colour(mark["bodyColour"]).name())
    tick = _STROKED.format(d=mark["tick"], colour=theme.colour(mark["tickColour"]).name(), stroke=mark["tickStroke"])
    _renderer(_SVG.format(grid=64, paths=body + tick)).render(painter, rect)


def _svg(path: str, colour: str, stroke: float) -> str:
    paths = [
        _FILLED.format(d=part.removeprefix("f:"), colour=colour)
        if part.startswith("f:")
        else _STROKED.format(d=part, colour=colour, stroke=stroke)
        for part in path.split("|")
    ]
    return _SVG.format(grid=24, paths="".join(paths))


@lru_cache(maxsize=256)
def _renderer(svg: str) -> QSvgRenderer:
    """Reading the text costs more than drawing it; the text says name, colour and stroke, so it is the key."""
    return QSvgRenderer(QByteArray(svg.encode()))
