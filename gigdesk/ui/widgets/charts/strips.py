"""Several published levels one below the other on one scale, and one's own pay through all of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.charts.axis import Axis
from gigdesk.ui.widgets.charts.legend import Entry, Legend
from gigdesk.ui.widgets.charts.percentile_strip import in_thousands, said_of, ticks_for
from gigdesk.ui.widgets.charts.strip_marks import Label, Levels, Mark, Scene, places
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import diamond, line
from gigdesk.ui.widgets.text import Line, Stack, TextBlock

_BAND = 36
_ROW = 64
_BETWEEN = 18
_STEM = 34
_FIGURES = 46
_NAMES, _WIDEST_NAMES = 0.34, 520
_DIAMOND = 16
FIGURES = (6, 4, 3, 2)


@dataclass(frozen=True)
class StripRow:
    """What a strip is of, what must be said of it, what is published, and its middle in words."""

    name: str
    note: str
    levels: Levels
    middle: str


@dataclass(frozen=True)
class Strips:
    """Rows on one scale; `own` is one's own net pay, None where it is not known in this measure.

    `beyond` follows its label where it lies off the axis.
    """

    name: str
    unit: str
    rows: tuple[StripRow, ...]
    legend: tuple[Entry, ...]
    own: Mark | None = None
    beyond: str = ""

    def said(self) -> str:
        """Return what the chart shows, in words: row by row, then one's own."""
        rows = [f"{row.name} {row.middle}. {row.note}" for row in self.rows]
        low, *_, high = self.ticks()
        own = [said_of(self.own, low, high, self.beyond)] if self.own else []
        return ". ".join(filter(None, (*rows, *own, self.unit)))

    def ticks(self, most: int = 6) -> list[float]:
        """Return the axis for all rows, of so many figures at the most."""
        published = [value for row in self.rows for value in row.levels.known()]
        return ticks_for(published, [self.own.value] if self.own else [], most)


class StripsChart(Painted):
    """The strips as a widget."""

    def __init__(self, strips: Strips, theme: Theme) -> None:
        super().__init__(theme, strips.name, strips.said())
        self._strips = strips
        figures = {in_thousands(tick) for most in FIGURES for tick in strips.ticks(most)}
        self.ruler = (*sorted(figures), *(entry.word for entry in strips.legend))
        self._layouts: dict[float, _Layout] = {}
        self.stretch(QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the strips from the top."""
        self._layout(rect.width()).paint(painter, rect.left(), rect.top())

    def _wanted_width(self) -> float:
        return self._theme.px(900)

    def _least_width(self) -> float:
        return self._layout(self._theme.px(480)).least_width()

    def _height(self, width: float) -> float:
        return self._layout(width).height

    def _layout(self, width: float) -> _Layout:
        """Kept by width: layouts ask many times for the same."""
        if width not in self._layouts:
            self._layouts[width] = _Layout(self._strips, self._theme, width)
        return self._layouts[width]


class _Layout:
    """Where everything goes at a width."""

    def __init__(self, strips: Strips, theme: Theme, width: float) -> None:
        self._strips, self._theme, self._width = strips, theme, width
        self._names_width = min(width * _NAMES, theme.px(_WIDEST_NAMES))
        self._names = [self._name(row) for row in strips.rows]
        self._heights = [max(name.height, theme.px(_ROW)) + theme.px(_BETWEEN) for name in self._names]
        self._label = self._own_label(strips)
        self._legend = Legend(strips.legend, theme, width)
        self._head = self._label.height + theme.px(_STEM) if self._label else theme.px(_BETWEEN)
        self.height = self._head + sum(self._heights) + theme.px(_FIGURES + 12) + self._legend.height

    def least_width(self) -> float:
        """Room for one's own label, and for the unit or a name beside a scale of two figures."""
        theme = self._theme
        scale = max(TextBlock(in_thousands(tick), theme, "chip").width for tick in self._strips.ticks(2)) * 2
        unit = TextBlock(self._strips.unit, theme, "chip").width + theme.px(24)
        name = max((name.least_width for name in self._names), default=0.0) / _NAMES
        label = self._label.width if self._label else 0.0
        return max(theme.px(480), label, unit + scale + theme.px(88), name, self._legend.least_width())

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Grid first, then the rows, then oneself over them."""
        theme, strips = self._theme, self._strips
        axis, ticks, figures = self._axis(left)
        foot = top + self._head + sum(self._heights)
        whole = QRectF(axis.left, top + self._head, axis.right - axis.left, foot - top - self._head)
        Scene(painter, theme, axis, whole, foot).ticks(ticks, figures, strips.unit)
        self._through(painter, axis, top, foot)
        y = top + self._head
        for row, name, height in zip(strips.rows, self._names, self._heights, strict=True):
            name.paint(painter, left, y + (height - name.height) / 2)
            band = QRectF(axis.left, y + (height - theme.px(_BAND)) / 2, whole.width(), theme.px(_BAND))
            self._strip(Scene(painter, theme, axis, band, foot), row)
            y += height
        if self._label:
            self._own(painter, self._label, axis, QRectF(left, top, self._width, foot - top))
        self._legend.paint(painter, left, foot + theme.px(_FIGURES + 12))

    def _axis(self, left: float) -> tuple[Axis, list[float], list[str]]:
        """The axis right of the names, with as many figures as stand side by side."""
        theme, strips = self._theme, self._strips
        unit = TextBlock(strips.unit, theme, "chip").width + theme.px(24)
        for most in FIGURES:
            ticks = strips.ticks(most)
            figures = [in_thousands(tick) for tick in ticks]
            widths = [TextBlock(figure, theme, "chip").width for figure in figures]
            start = left + max(self._names_width + theme.px(28), unit) + widths[0] / 2
            axis = Axis(ticks[0], ticks[-1], start, left + self._width - widths[-1] / 2 - theme.px(44))
            if (axis.right - axis.left) / max(len(ticks) - 1, 1) >= max(widths) + theme.px(16):
                break
        return axis, ticks, figures

    def _strip(self, scene: Scene, row: StripRow) -> None:
        """The bands, the bar of the middle, and beside it its figure."""
        theme, levels = self._theme, row.levels
        scene.bands(levels, "")
        text = TextBlock(row.middle, theme, "noteBold")
        if levels.middle is None:
            text.paint(scene.painter, scene.band.left(), scene.band.center().y() - text.height / 2, theme.colour("ink"))
            return
        colour = "mean" if levels.median is None else "median"
        x = scene.upright(levels.middle, colour) + theme.px(12)
        if x + text.width > scene.band.right() + theme.px(40):
            x -= text.width + theme.px(24)
        y = scene.band.center().y() - text.height / 2
        end = scene.axis.x(max(levels.known())) if levels.has_band() else x - theme.px(4)
        if x + text.width > end:  # no line crosses the figure
            ground = QRectF(end, y, x + text.width + theme.px(4) - end, text.height)
            scene.painter.fillRect(ground, theme.colour("surface"))
        text.paint(scene.painter, x, y, theme.colour("ink") if levels.has_band() else theme.chart(colour))

    def _through(self, painter: QPainter, axis: Axis, top: float, foot: float) -> None:
        """One's own line, under the strips so that it crosses no figure."""
        if self._label:
            x = axis.x(self._label.mark.value)
            painter.setPen(line(self._theme.chart("own"), self._theme.px(3)))
            painter.drawLine(QPointF(x, top + self._label.height), QPointF(x, foot))

    def _own(self, painter: QPainter, label: Label, axis: Axis, area: QRectF) -> None:
        theme, (place,) = self._theme, places([label], axis, area, self._theme)
        perch = QPointF(axis.x(label.mark.value), place.bottom() + theme.px(_DIAMOND))
        label.paint(painter, place)
        diamond(painter, perch, theme.px(_DIAMOND), theme.colour("focus"), line(theme.chart("own"), theme.px(4)))
        Scene(painter, theme, axis, area, area.bottom()).beyond(label.mark.value, perch)

    def _own_label(self, strips: Strips) -> Label | None:
        if strips.own is None:
            return None
        low, *_, high = strips.ticks()
        note = "" if low <= strips.own.value <= high else strips.beyond
        return Label(strips.own, self._theme, boxed=True, note=note)

    def _name(self, row: StripRow) -> Stack:
        lines = (Line(row.name, "supportBold"), Line(row.note, "chip", "inkSoft"))
        return Stack(lines, self._theme, self._names_width)
