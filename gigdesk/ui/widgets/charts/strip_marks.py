"""The marks of a percentile strip: bands, uprights, diamonds and their labels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.charts.axis import Axis, spread
from gigdesk.ui.widgets.shapes import box, diamond, line, pointer
from gigdesk.ui.widgets.text import Align, Line, Stack, TextBlock

_LEAST_BOX = 206
_BOX = 84
_PAD = 16
_GAP = 24
_DIAMOND = 18
_POINTER = 20
_LEAST_BAND = 3
MIDDLE_PAD = 8
"""Beside the words of the middle: they stand on a ground of their own."""


@dataclass(frozen=True)
class Mark:
    """A value with its label and its figure in words."""

    value: float
    label: str
    figure: str


@dataclass(frozen=True)
class Levels:
    """What is published of a wage; what is not, is None. `tops` names those published as "this or more"."""

    p10: float | None = None
    p25: float | None = None
    median: float | None = None
    p75: float | None = None
    p90: float | None = None
    mean: float | None = None
    tops: frozenset[str] = frozenset()

    def known(self) -> list[float]:
        """Return the published values."""
        every = (self.p10, self.p25, self.median, self.p75, self.p90, self.mean)
        return [value for value in every if value is not None]

    @property
    def middle(self) -> float | None:
        """The median, or the mean where only that is published."""
        return self.mean if self.median is None else self.median

    def has_band(self) -> bool:
        """Whether anything wider than a line can be drawn."""
        return None not in (self.p10, self.p90) or None not in (self.p25, self.p75)


class Label:
    """Label and figure over a mark: boxed for one's own, plain for the minimum wage."""

    def __init__(self, mark: Mark, theme: Theme, *, boxed: bool, note: str = "") -> None:
        self.mark, self.boxed, self._theme, self._note = mark, boxed, theme, note
        text, beside = self._text(), theme.px(2 * _PAD) if boxed else 0
        self.width = max(text.width + beside, theme.px(_LEAST_BOX) if boxed else 0)
        figure = TextBlock(mark.figure, theme, "rowTitle" if boxed else "noteBold").width
        self.least_width = min(self.width, max(text.least_width, figure) + beside)

    @property
    def height(self) -> float:
        """The height at its width."""
        return max(self._text(self._inside(self.width)).height + self._theme.px(8), self._theme.px(_BOX))

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw the label into its place."""
        text = self._text(self._inside(place.width()))
        if self.boxed:
            edge = line(self._theme.chart("own"), self._theme.px(3))
            box(painter, place, self._theme.px(10), self._theme.colour("surface"), edge)
        top = place.center().y() - text.height / 2 if self.boxed else place.bottom() - text.height
        text.paint(painter, place.left() + (place.width() - self._inside(place.width())) / 2, top)

    def _inside(self, width: float) -> float:
        return width - self._theme.px(2 * _PAD) if self.boxed else width

    def _text(self, width: float = math.inf) -> Stack:
        mark = self.mark
        if self.boxed:
            lines = (Line(f"{mark.label}{self._note}", "chip", "inkSoft"), Line(mark.figure, "rowTitle"))
            return Stack(lines, self._theme, width, Align.AlignHCenter)
        colour = "chart.minimumWage"
        return Stack(
            (Line(mark.label, "supportBold", colour), Line(mark.figure, "noteBold", colour)), self._theme, width
        )


def full_width(labels: Sequence[Label], theme: Theme) -> float:
    """Return the width at which the labels stand side by side, each in its own lines."""
    return sum(label.width for label in labels) + _gaps(labels, theme)


def least_width(labels: Sequence[Label], theme: Theme) -> float:
    """Return the width at which the labels stand side by side, their words broken into lines."""
    return sum(label.least_width for label in labels) + _gaps(labels, theme)


def fit(labels: Sequence[Label], room: float, theme: Theme) -> None:
    """Make labels narrower that have no room side by side: each gives of what it could do without."""
    missing = full_width(labels, theme) - room
    spare = sum(label.width - label.least_width for label in labels)
    if missing > 0 and spare > 0:
        for label in labels:
            label.width -= (label.width - label.least_width) * min(1.0, missing / spare)


def _gaps(labels: Sequence[Label], theme: Theme) -> float:
    return theme.edge(_GAP) * max(0, len(labels) - 1)


def places(labels: Sequence[Label], axis: Axis, rect: QRectF, theme: Theme) -> list[QRectF]:
    """Return where the labels go along the top of `rect`: as near to their marks as the others let them."""
    wanted = [(axis.x(label.mark.value), label.width) for label in labels]
    height = max((label.height for label in labels), default=0.0)
    lefts = spread(wanted, rect.left(), rect.right(), theme.edge(_GAP))
    return [QRectF(left, rect.top(), label.width, height) for left, label in zip(lefts, labels, strict=True)]


@dataclass(frozen=True)
class Scene:
    """Where the strip lies: its axis, its band and the foot of the grid."""

    painter: QPainter
    theme: Theme
    axis: Axis
    band: QRectF
    foot: float

    def ticks(self, values: Sequence[float], figures: Sequence[str], unit: str) -> None:
        """Draw the grid, its figures and, left of them, the unit."""
        theme, below = self.theme, self.foot + self.theme.px(10)
        for value, figure in zip(values, figures, strict=True):
            x, text = self.axis.x(value), TextBlock(figure, theme, "chip")
            self._upright(x, self.band.top() - theme.px(24), "grid", 2)
            text.paint(self.painter, x - text.width / 2, below, theme.chart("axis"))
        word, first = TextBlock(unit, theme, "chip"), TextBlock(figures[0], theme, "chip")
        left = self.axis.x(values[0]) - first.width / 2 - theme.px(24) - word.width
        word.paint(self.painter, left, below, theme.chart("axis"))

    def bands(self, levels: Levels, half: str) -> None:
        """Draw P10 to P90 and, darker, the middle half; a band with one end would say what is not known."""
        if levels.p10 is not None and levels.p90 is not None:
            self._band(self._between(levels.p10, levels.p90), "p10p90", open_end="p90" in levels.tops)
        if levels.p25 is not None and levels.p75 is not None:
            self._band(self._between(levels.p25, levels.p75), "p25p75", open_end="p75" in levels.tops)
            self._name_half(half, levels.p25, levels.p75, levels.median)
        if not levels.has_band():
            y = self.band.center().y()
            self.painter.setPen(line(self.theme.chart("axis"), self.theme.px(2)))
            self.painter.drawLine(QPointF(self.band.left(), y), QPointF(self.band.right(), y))

    def middle(self, levels: Levels, words: str, leftmost: float) -> None:
        """Draw the median, or the mean where only that is published, and its words below, no further left."""
        if levels.middle is None:
            return
        theme, colour = self.theme, "mean" if levels.median is None else "median"
        x = self.upright(levels.middle, colour)
        text = TextBlock(words, theme, "noteBold")
        pad = theme.px(MIDDLE_PAD)
        left = max(min(max(x - text.width / 2, self.axis.left), self.axis.right - text.width), leftmost + pad)
        ground = QRectF(left - pad, self.band.bottom() + theme.px(14), text.width + 2 * pad, text.height)
        self.painter.fillRect(ground, theme.colour("surface"))
        text.paint(self.painter, left, ground.top(), theme.chart(colour))

    def upright(self, value: float, colour: str) -> float:
        """Draw the bar of the middle across the band; return where it is."""
        theme, x, over = self.theme, self.axis.x(value), self.theme.px(6)
        bar = QRectF(x - theme.px(7) / 2, self.band.top() - over, theme.px(7), self.band.height() + 2 * over)
        self.painter.fillRect(bar, theme.chart(colour))
        return x

    def floor(self, label: Label, place: QRectF) -> None:
        """Draw the minimum wage: dashed, with its word and figure over it."""
        label.paint(self.painter, place)
        top = place.bottom() + self.theme.px(8)
        self._upright(self.axis.x(label.mark.value), top, "minimumWage", 5, dashed=True)

    def own(self, label: Label, place: QRectF, perch: QPointF, *, filled: bool) -> None:
        """Draw a label, its stem and a diamond at `perch`."""
        theme, painter = self.theme, self.painter
        x, inset = perch.x(), theme.px(10)
        start = min(max(x, place.left() + inset), place.right() - inset)
        painter.setPen(line(theme.chart("own"), theme.px(4)))
        painter.drawLine(QPointF(start, place.bottom()), perch)
        label.paint(painter, place)
        fill, edge = theme.colour("focus" if filled else "surface"), line(theme.chart("own"), theme.px(4))
        diamond(painter, perch, theme.px(_DIAMOND), fill, edge)
        self.beyond(label.mark.value, perch)

    def beyond(self, value: float, perch: QPointF) -> None:
        """Where a value lies off the axis, an arrow beside its mark says to which side."""
        if not self.axis.holds(value):
            size = self.theme.px(_POINTER) * (1 if value > self.axis.high else -1)
            out = self.theme.px(_DIAMOND) * (1 if size > 0 else -1) + size
            pointer(self.painter, perch + QPointF(out + size / 4, 0), size, 2 * abs(size), self.theme.chart("own"))

    def _band(self, area: QRectF, colour: str, *, open_end: bool) -> None:
        """A band, as a line where its ends are equal; one that is open at its upper end points on."""
        fill, least = self.theme.chart(colour), self.theme.px(_LEAST_BAND)
        if area.width() < least:
            area = QRectF(area.center().x() - least / 2, area.top(), least, area.height())
        box(self.painter, area, self.theme.px(6 if colour == "p10p90" else 0), fill)
        if open_end:
            size = self.theme.px(_POINTER)
            tip = QPointF(area.right() + size, area.center().y())
            pointer(self.painter, tip, size + self.theme.px(1), area.height(), fill)

    def _upright(self, x: float, top: float, colour: str, width: float, *, dashed: bool = False) -> None:
        self.painter.setPen(line(self.theme.chart(colour), self.theme.px(width), dashed=dashed))
        self.painter.drawLine(QPointF(x, top), QPointF(x, self.foot))

    def _between(self, low: float, high: float) -> QRectF:
        left = self.axis.x(low)
        return QRectF(left, self.band.top(), self.axis.x(high) - left, self.band.height())

    def _name_half(self, word: str, low: float, high: float, median: float | None) -> None:
        """Write the name beside the median, where it goes in; the legend has it anyway."""
        text = TextBlock(word, self.theme, "supportBold")
        cuts = [low, high] if median is None else [low, median, high]
        parts = [self._between(first, second) for first, second in pairwise(cuts)]
        fitting = [part for part in parts if part.width() > text.width + self.theme.px(14)]
        if fitting:
            middle = fitting[0].center()
            corner = (middle.x() - text.width / 2 - self.theme.px(2), middle.y() - text.height / 2)
            text.paint(self.painter, *corner, self.theme.colour("ink"))
