"""Charts as a picture to take away: with title, notes and sources, on white, whatever the page looks like."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.text import Line, Stack

WIDTH = 1200
MARGIN = 48
GAP = 24
SHARP = 2
"""Pixels of the image to each pixel of the design, so that it is sharp on paper."""

Chart = Callable[[Theme], Painted]


@dataclass(frozen=True)
class Section:
    """A chart under its heading, and what must be said of it."""

    heading: str
    chart: Chart
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A title, charts, and what stands below them: who is meant, the sources, the day of the data."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    foot: tuple[str, ...]


def png(picture: Picture, theme: Theme) -> bytes:
    """The picture as PNG, twice as many pixels each way as the design has."""
    sheet = _Sheet(picture, on_paper(theme))
    image = QImage(sheet.size * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet.paint(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def svg(picture: Picture, theme: Theme) -> bytes:
    """The picture as SVG, whose words stay words."""
    from PySide6.QtSvg import QSvgGenerator

    sheet, buffer = _Sheet(picture, on_paper(theme)), QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size)
    generator.setViewBox(QRectF(QPointF(), sheet.size.toSizeF()))
    generator.setTitle(picture.title.replace("**", ""))
    painter = QPainter(generator)
    sheet.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def on_paper(theme: Theme) -> Theme:
    """The look of a picture: light, at the size of the design."""
    return replace(theme, name="light", scale=1.0)


class _Sheet:
    """The picture laid out from the top downwards."""

    def __init__(self, picture: Picture, theme: Theme) -> None:
        self._theme, width = theme, WIDTH - 2 * MARGIN
        head = (Line(picture.title, "resultTitle"), Line(picture.subtitle, "support", "inkSoft"))
        self._parts: list[Stack | Painted] = [Stack(head, theme, width)]
        for section in picture.sections:
            self._parts.append(Stack((Line(section.heading, "section"),), theme, width))
            self._parts.append(section.chart(theme))
            self._parts.append(Stack([Line(line, "support", "inkSoft") for line in section.lines], theme, width))
        self._parts.append(Stack([Line(line, "small", "inkSoft") for line in picture.foot], theme, width))
        heights = [self._height(part) for part in self._parts]
        self._heights = heights
        gaps = GAP * sum(1 for height in heights if height)
        self.size = QSize(WIDTH, math.ceil(sum(heights) + gaps + 2 * MARGIN - GAP))

    def paint(self, painter: QPainter) -> None:
        """White ground, then each part."""
        painter.fillRect(QRectF(QPointF(), self.size.toSizeF()), self._theme.colour("surface"))
        y = float(MARGIN)
        for part, height in zip(self._parts, self._heights, strict=True):
            if isinstance(part, Painted):
                part.draw(painter, QRectF(MARGIN, y, WIDTH - 2 * MARGIN, height))
            else:
                part.paint(painter, MARGIN, y)
            y += height + GAP if height else 0

    def _height(self, part: Stack | Painted) -> float:
        return part.height if isinstance(part, Stack) else float(part.heightForWidth(WIDTH - 2 * MARGIN))
