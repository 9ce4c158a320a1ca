"""Icons and the product's sign as drawings of strokes, sharp at any size and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

_STROKED = '<path d="{d}" fill="none" stroke="{colour}" stroke-width="{stroke}"/>'
_FILLED = '<path d="{d}" fill="{colour}"/>'
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {grid} {grid}"'
    ' stroke-linecap="round" stroke-linejoin="round">{paths}</svg>'
)


def icon_drawing(path: str, colour: str, stroke: float) -> QSvgRenderer:
    """An icon on a grid of 24; parts of its path that begin with "f:" are filled."""
    paths = [
        _FILLED.format(d=part.removeprefix("f:"), colour=colour)
        if part.startswith("f:")
        else _STROKED.format(d=part, colour=colour, stroke=stroke)
        for part in path.split("|")
    ]
    return _renderer(_SVG.format(grid=24, paths="".join(paths)))


def mark_drawing(mark: Mapping[str, str], body: str, tick: str) -> QSvgRenderer:
    """The product's sign, a slip with a tick, in two colours."""
    filled = _FILLED.format(d=mark["body"], colour=body)
    stroked = _STROKED.format(d=mark["tick"], colour=tick, stroke=mark["tickStroke"])
    return _renderer(_SVG.format(grid=64, paths=filled + stroked))


@lru_cache(maxsize=256)
def _renderer(svg: str) -> QSvgRenderer:
    """Reading the text costs more than drawing it; the text says name, colour and stroke, so it is the key."""
    return QSvgRenderer(QByteArray(svg.encode()))
