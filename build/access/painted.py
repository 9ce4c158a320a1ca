"""What a widget really paints: its pixels, each run of letters with its colour, each icon, each outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPaintDevice, QPaintEngine, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QScrollArea, QWidget

from access.colours import Pixels, pixels_of
from access.panes import place

_DOTS = 96
_EVEN = 1 << 16
_BLOCK = 4096


@dataclass(frozen=True)
class Ink:
    """Letters or an icon: the box around what is seen of it, its colour, and what of it could be seen at all."""

    text: str
    box: QRectF
    colour: QColor
    clip: QRectF


@dataclass(frozen=True)
class Painting:
    """A widget as it is painted; places are in its own pixels."""

    widget: QWidget
    pixels: Pixels
    letters: tuple[Ink, ...]
    icons: tuple[Ink, ...]

    def under(self, ink: Ink) -> QWidget:
        """The widget that painted it: the innermost, and of several the one on top, that stands there."""
        at, centre = self.widget, ink.clip.intersected(ink.box).center().toPoint()
        while True:
            here = at.mapFrom(self.widget, centre)
            inside = at.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            found = [one for one in inside if one.isVisible() and one.geometry().contains(here)]
            if not found:
                return at
            at = found[-1]


class _Engine(QPaintEngine):
    """Draws nothing, and notes what it was asked to draw."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.letters: list[Ink] = []
        self.icons: list[Ink] = []
        self._is_filled = False
        self._place, self._pen, self._brush = QTransform(), QColor(), QColor()

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: Any) -> None:  # noqa: ANN401, N802
        self._place = QTransform(state.transform())
        self._pen, self._brush = QColor(state.pen().color()), QColor(state.brush().color())
        self._is_filled = state.brush().style() != Qt.BrushStyle.NoBrush

    def drawTextItem(self, point: Any, item: Any) -> None:  # noqa: ANN401, N802
        text = item.text()
        if text.strip():
            box = self._place.mapRect(_tight(item.font(), text).translated(point))
            self.letters.append(Ink(text, box, self._pen, QRectF(self.systemClip().boundingRect())))

    def drawPath(self, path: Any) -> None:  # noqa: ANN401, N802
        """Only icons are drawn on a grid of their own, which is scaled to their size."""
        if self._place.m11() != 1.0:
            box = self._place.mapRect(path.boundingRect())
            colour = self._brush if self._is_filled else self._pen
            self.icons.append(Ink("icon", box, colour, QRectF(self.systemClip().boundingRect())))

    def drawPixmap(self, *_: object) -> None:  # noqa: N802
        """Not a letter."""

    def drawImage(self, *_: object) -> None:  # noqa: N802
        """Not a letter."""

    def drawPolygon(self, *_: object) -> None:  # noqa: N802
        """Not a letter."""


class _Sheet(QPaintDevice):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.engine = _Engine()
        metric = QPaintDevice.PaintDeviceMetric
        self._metrics = {metric.PdmWidth: width, metric.PdmHeight: height, metric.PdmDevicePixelRatio: 1}
        self._metrics |= {metric.PdmDevicePixelRatioScaled: _EVEN, metric.PdmDepth: 32}

    def paintEngine(self) -> QPaintEngine:  # noqa: N802
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._metrics.get(metric, _DOTS)


def paint(widget: QWidget) -> Painting:
    """Paint a widget twice: as pixels, and as what it is made of."""
    sheet = _Sheet(widget.width(), widget.height())
    painter = QPainter(sheet)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    letters, icons = (tuple(_standing(widget, inks)) for inks in (sheet.engine.letters, sheet.engine.icons))
    return Painting(widget, pixels_of(widget.grab().toImage()), letters, icons)


def _standing(widget: QWidget, inks: Sequence[Ink]) -> Iterator[Ink]:
    """Without what is scrolled within: it is cut at a fold, and looked at in its whole height elsewhere."""
    folds = [QRectF(place(area, widget)) for area in widget.findChildren(QScrollArea)]
    for ink in inks:
        if not any(fold.contains(ink.clip) for fold in folds):
            yield ink


@lru_cache(maxsize=_BLOCK)
def _tight_of(family: str, size: int, weight: int, text: str) -> QRectF:
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    path = QPainterPath()
    path.addText(0, 0, font, text)
    return path.boundingRect()


def _tight(font: QFont, text: str) -> QRectF:
    """The box around the letters themselves, not around their lines."""
    return QRectF(_tight_of(font.family(), max(1, font.pixelSize()), int(font.weight()), text))
