"""What others earn as a strip, and where one stands on it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.charts.axis import Axis, round_ticks
from gigdesk.ui.widgets.charts.legend import Entry, Legend
from gigdesk.ui.widgets.charts.strip_marks import (
    MIDDLE_PAD,
    Label,
    Levels,
    Mark,
    Scene,
    fit,
    full_width,
    least_width,
    places,
)
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.text import TextBlock

_STEM, _LEAST_STEM = 98, 48
_BAND = 92
_BELOW = 58
_FIGURES = 46
FARTHEST = 3
"""One's own pay is shown on the axis up to this many times the highest published figure, and beyond at its end."""


def in_thousands(value: float) -> str:
    """Write a figure with commas and without decimals."""
    return f"{value:,.0f}".replace("-", "−")


@dataclass(frozen=True)
class StripWords:
    """The words of the chart; `middle` names the median (or the mean, if only that is published) with its figure.

    `beyond` follows the label of a mark that lies off the axis.
    """

    name: str
    unit: str
    middle: str
    half: str
    legend: tuple[Entry, ...]
    sentence: str = ""
    figure: Callable[[float], str] = in_thousands
    beyond: str = ""


@dataclass(frozen=True)
class PercentileStrip:
    """Published levels, one's own net and gross, and the minimum wage."""

    levels: Levels
    words: StripWords
    net: Mark | None = None
    gross: Mark | None = None
    floor: Mark | None = None

    def labels(self, theme: Theme, room: float = math.inf) -> list[Label]:
        """Return the labels of the marks there are, in the room they have side by side."""
        low, *_, high = self.ticks()
        marks = [mark for mark in (self.floor, self.net, self.gross) if mark is not None]
        beyond = {mark: "" if low <= mark.value <= high else self.words.beyond for mark in marks}
        found = [Label(mark, theme, boxed=mark is not self.floor, note=beyond[mark]) for mark in marks]
        fit(found, room, theme)
        return found

    def said(self) -> str:
        """Return what the chart shows, in words: the sentence, then mark by mark."""
        words, levels, (low, *_, high) = self.words, self.levels, self.ticks()
        parts = [words.sentence, *(said_of(mark, low, high, words.beyond) for mark in (self.net, self.gross) if mark)]
        parts.append(f"{self.floor.label} {self.floor.figure}" if self.floor else "")
        parts.append(words.middle)
        if levels.p25 is not None and levels.p75 is not None:
            parts.append(f"{words.half} {words.figure(levels.p25)}–{words.figure(levels.p75)}")
        return ". ".join(filter(None, (*parts, words.unit)))

    def ticks(self) -> list[float]:
        """Return the axis: it holds all that is published, the minimum wage, and oneself unless far away."""
        published = self.levels.known() + ([self.floor.value] if self.floor else [])
        return ticks_for(published, [mark.value for mark in (self.net, self.gross) if mark is not None])


def said_of(mark: Mark, low: float, high: float, beyond: str) -> str:
    """Return one's own mark in words; `beyond` follows the label of one that lies off the axis."""
    return f"{mark.label}{'' if low <= mark.value <= high else beyond} {mark.figure}"


def ticks_for(published: Sequence[float], own: Sequence[float], most: int = 6) -> list[float]:
    """Return an axis that holds what is published, and of one's own pay what does not squeeze it."""
    far = FARTHEST * max(map(abs, published), default=math.inf)
    values = [*published, *(value for value in own if -far / FARTHEST <= value <= far)]
    if len(set(values)) == 1:
        values = [values[0] / 2, values[0] * 3 / 2]
    return round_ticks(min(values), max(values), most)


class PercentileChart(Painted):
    """The strip as a widget, as high as its labels and its legend need."""

    def __init__(self, strip: PercentileStrip, theme: Theme) -> None:
        super().__init__(theme, strip.words.name, strip.said())
        self._strip = strip
        figures = (strip.words.figure(tick) for tick in strip.ticks())
        self.ruler = (*figures, *(entry.word for entry in strip.words.legend))
        self.stretch(QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the strip in the middle of the height; its stems are long where there is room."""
        theme = self._theme
        spare = max(0.0, rect.height() - strip_height(self._strip, theme, rect.width()))
        longer = min(spare, theme.px(_STEM) - theme.px(_LEAST_STEM))
        place = rect.adjusted(0, (spare - longer) / 2, 0, 0)
        paint_percentile_strip(painter, place, self._strip, theme, theme.px(_LEAST_STEM) + longer)

    def _wanted_width(self) -> float:
        return max(self._theme.px(900), self._least_width(), full_width(self._strip.labels(self._theme), self._theme))

    def _least_width(self) -> float:
        middle = TextBlock(self._strip.words.middle, self._theme, "noteBold").width + self._theme.px(2 * MIDDLE_PAD)
        return max(self._theme.px(480), middle, least_width(self._strip.labels(self._theme), self._theme))

    def _height(self, width: float) -> float:
        return strip_height(self._strip, self._theme, width)


def strip_height(strip: PercentileStrip, theme: Theme, width: float) -> float:
    """Return the height the chart needs at a width, with the shortest stems."""
    legend = Legend(strip.words.legend, theme, width).height
    return _labels_height(strip, theme, width) + theme.px(_LEAST_STEM + _BAND + _BELOW + _FIGURES + 12) + legend


def paint_percentile_strip(
    painter: QPainter, rect: QRectF, strip: PercentileStrip, theme: Theme, stem: float | None = None
) -> None:
    """Draw labels, strip, axis and legend from the top of the rectangle downwards."""
    ticks = strip.ticks()
    figures = [strip.words.figure(tick) for tick in ticks]
    first, last = (TextBlock(figure, theme, "chip").width / 2 for figure in (figures[0], figures[-1]))
    left = rect.left() + TextBlock(strip.words.unit, theme, "chip").width + theme.px(44) + first
    axis = Axis(ticks[0], ticks[-1], left, rect.right() - last - theme.px(36))
    top = rect.top() + _labels_height(strip, theme, rect.width()) + (theme.px(_STEM) if stem is None else stem)
    band = QRectF(axis.left, top, axis.right - axis.left, theme.px(_BAND))
    scene = Scene(painter, theme, axis, band, band.bottom() + theme.px(_BELOW))
    scene.ticks(ticks, figures, strip.words.unit)
    scene.bands(strip.levels, strip.words.half)
    scene.middle(strip.levels, strip.words.middle, rect.left())
    perch = band.top() - theme.px(3) if strip.levels.has_band() else band.center().y()
    labels = strip.labels(theme, rect.width())
    for label, place in reversed([*zip(labels, places(labels, axis, rect, theme), strict=True)]):  # net over gross
        if label.boxed:
            scene.own(label, place, QPointF(axis.x(label.mark.value), perch), filled=label.mark is strip.net)
        else:
            scene.floor(label, place)
    legend = Legend(strip.words.legend, theme, rect.width())
    legend.paint(painter, rect.left(), scene.foot + theme.px(_FIGURES + 12))


def _labels_height(strip: PercentileStrip, theme: Theme, width: float) -> float:
    return max((label.height for label in strip.labels(theme, width)), default=0.0)


__all__ = ["Entry", "Levels", "Mark", "PercentileChart", "PercentileStrip", "StripWords", "paint_percentile_strip"]
