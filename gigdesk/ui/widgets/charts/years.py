"""Published figures over the years: as published, and in the prices of one year; breaks are gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.charts.axis import Axis, round_ticks
from gigdesk.ui.widgets.charts.legend import Entry, Legend
from gigdesk.ui.widgets.charts.percentile_strip import in_thousands
from gigdesk.ui.widgets.charts.strip_marks import Levels
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import disc, line, square_at
from gigdesk.ui.widgets.text import TextBlock

_PLOT = 400
_FIGURES = 46
_UNIT = 44
_BAND = 34
_DOT = 9
_HEAD, _FOOT = 30, 40
_APART = 10
_FEW = 8


@dataclass(frozen=True)
class Year:
    """One period: `at` its place in years, what is published, and its middle in the prices of another year.

    With `breaks` it must not be compared with what stands before it.
    """

    label: str
    at: float
    levels: Levels
    real: float | None = None
    breaks: bool = False


@dataclass(frozen=True)
class Years:
    """Periods, oldest first; `broken` is the word at a break."""

    name: str
    unit: str
    years: tuple[Year, ...]
    broken: str
    legend: tuple[Entry, ...]
    sentence: str = ""

    def said(self) -> str:
        """Return what the chart shows, in words: the sentence, then year by year."""
        known = ((year, year.levels.middle) for year in self.years)
        years = [f"{year.label} {in_thousands(value)}" for year, value in known if value is not None]
        return ". ".join(filter(None, (self.sentence, ", ".join(years), self.unit)))

    def ticks(self) -> list[float]:
        """Return an axis that holds all of it."""
        values = [value for year in self.years for value in (*year.levels.known(), year.real) if value is not None]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        return round_ticks(low, high) if high > low else round_ticks(low / 2, low * 3 / 2)

    def runs(self) -> Iterator[tuple[Year, Year]]:
        """Neighbours that may be joined by a line: of years that follow one another, without a break between."""
        return ((one, other) for one, other in pairwise(self.years) if other.at - one.at <= 1 and not other.breaks)


class YearsChart(Painted):
    """The years as a widget."""

    def __init__(self, years: Years, theme: Theme) -> None:
        super().__init__(theme, years.name, years.said())
        self._years = years
        figures = (in_thousands(tick) for tick in years.ticks())
        self.ruler = (*figures, *(year.label for year in years.years), *(entry.word for entry in years.legend))
        self.stretch(QSizePolicy.Policy.Expanding)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw plot, figures and legend from the top."""
        theme, years = self._theme, self._years
        legend = Legend(years.legend, theme, rect.width())
        spare = max(0.0, rect.height() - self._height(rect.width()))
        ticks = years.ticks()
        beside = max(TextBlock(in_thousands(tick), theme, "chip").width for tick in ticks) + theme.px(20)
        height = theme.px(_PLOT) + spare
        area = QRectF(rect.left() + beside, rect.top() + theme.px(_UNIT), rect.width() - beside, height)
        _Plot(painter, theme, years, area).paint(ticks)
        legend.paint(painter, rect.left(), area.bottom() + theme.px(_FIGURES + 12))

    def _wanted_width(self) -> float:
        return self._theme.px(900)

    def _least_width(self) -> float:
        theme, shown = self._theme, self._years
        ticks = max(TextBlock(in_thousands(tick), theme, "chip").width for tick in shown.ticks()) + theme.px(20)
        words = max(TextBlock(shown.broken, theme, "noteBold").width, TextBlock(shown.unit, theme, "chip").width)
        legend = Legend(shown.legend, theme, theme.px(480)).least_width()
        return max(theme.px(480), ticks + words, legend)

    def _height(self, width: float) -> float:
        legend = Legend(self._years.legend, self._theme, width).height
        return self._theme.px(_UNIT + _PLOT + _FIGURES + 12) + legend


class _Plot:
    """The plot: `x` by years, `y` by amounts, upwards."""

    def __init__(self, painter: QPainter, theme: Theme, years: Years, area: QRectF) -> None:
        self._painter, self._theme, self._years, self._area = painter, theme, years, area
        ticks, inset = years.ticks(), theme.px(90)
        first, last = (years.years[0].at, years.years[-1].at) if years.years else (0.0, 0.0)
        if first == last:
            first, last = first - 1, last + 1
        self._across = Axis(first, last, area.left() + inset, area.right() - inset)
        self._up = Axis(ticks[0], ticks[-1], area.bottom() - theme.px(_FOOT), area.top() + theme.px(_HEAD))

    def paint(self, ticks: Sequence[float]) -> None:
        """Grid, bands, lines, marks, figures, one over the other."""
        self._grid(ticks)
        for year in self._years.years:
            self._bands(year)
        colour = "median" if any(year.levels.median is not None for year in self._years.years) else "mean"
        for one, other in self._years.runs():
            self._join(self._at(one, one.levels.middle), self._at(other, other.levels.middle), colour)
            self._join(self._at(one, one.real), self._at(other, other.real), "axis", dashed=True)
        for year in self._years.years:
            self._marks(year, colour)
        self._breaks()
        self._write_figures(colour)

    def _at(self, year: Year, value: float | None) -> QPointF | None:
        return None if value is None else QPointF(self._across.x(year.at), self._up.x(value))

    def _grid(self, ticks: Sequence[float]) -> None:
        painter, theme, area = self._painter, self._theme, self._area
        unit = TextBlock(self._years.unit, theme, "chip")
        unit.paint(painter, area.left() - theme.px(20), area.top() - theme.px(_UNIT), theme.chart("axis"))
        for tick in ticks:
            y, text = self._up.x(tick), TextBlock(in_thousands(tick), theme, "chip")
            painter.setPen(line(theme.chart("grid"), theme.px(2)))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            text.paint(painter, area.left() - theme.px(16) - text.width, y - text.height / 2, theme.chart("axis"))
        taken = -1e9
        for year in self._years.years:
            text = TextBlock(year.label, theme, "chip")
            left = self._across.x(year.at) - text.width / 2
            if left >= taken:
                text.paint(painter, left, area.bottom() + theme.px(_APART), theme.chart("axis"))
                taken = left + text.width + theme.px(_APART)

    def _bands(self, year: Year) -> None:
        for area, colour in zip(self._band_areas(year), ("p10p90", "p25p75"), strict=True):
            self._painter.fillRect(area, self._theme.chart(colour))

    def _band_areas(self, year: Year) -> list[QRectF]:
        """P10 to P90 and the middle half, empty where an end is not published."""
        x, half, levels = self._across.x(year.at), self._theme.px(_BAND) / 2, year.levels
        ends = ((levels.p10, levels.p90), (levels.p25, levels.p75))
        heights = [
            (0.0, 0.0) if low is None or high is None else (self._up.x(high), self._up.x(low)) for low, high in ends
        ]
        return [QRectF(x - half, top, 2 * half, bottom - top) for top, bottom in heights]

    def _join(self, start: QPointF | None, end: QPointF | None, colour: str, *, dashed: bool = False) -> None:
        if start is not None and end is not None:
            self._painter.setPen(line(self._theme.chart(colour), self._theme.px(4), dashed=dashed))
            self._painter.drawLine(start, end)

    def _marks(self, year: Year, colour: str) -> None:
        """A disc as published; a hollow square in other prices, which reads in grey."""
        painter, theme = self._painter, self._theme
        real, nominal = self._at(year, year.real), self._at(year, year.levels.middle)
        if real is not None:
            painter.setPen(line(theme.chart("axis"), theme.px(3)))
            painter.setBrush(theme.colour("surface"))
            painter.drawRect(square_at(real, 2 * theme.px(_DOT - 1)))
        if nominal is not None:
            disc(painter, nominal, theme.px(_DOT), theme.chart(colour), line(theme.colour("surface"), theme.px(2)))

    def _breaks(self) -> None:
        """An upright of two dashes in the gap, with its word."""
        painter, theme, area = self._painter, self._theme, self._area
        for before, year in pairwise(self._years.years):
            if year.breaks:
                x, off = self._across.x((before.at + year.at) / 2), theme.px(5)
                painter.setPen(line(theme.chart("minimumWage"), theme.px(4), dashed=True))
                for side in (-off, off):
                    painter.drawLine(QPointF(x + side, area.top() + theme.px(_HEAD)), QPointF(x + side, area.bottom()))
                text = TextBlock(self._years.broken, theme, "noteBold")
                left = min(max(x - text.width / 2, area.left()), area.right() - text.width)
                text.paint(painter, left, area.top() - theme.px(8), theme.chart("minimumWage"))

    def _write_figures(self, colour: str) -> None:
        """The newest, the oldest, those beside a break, then of few years the others: all stand in the table."""
        theme, years = self._theme, self._years.years
        taken = [area for year in years for area in self._band_areas(year)]
        for year in dict.fromkeys((
            *years[-1:],
            *years[:1],
            *_at_breaks(years),
            *(years if len(years) <= _FEW else ()),
        )):
            at = self._at(year, year.levels.middle)
            if at is None or year.levels.middle is None:
                continue
            text = TextBlock(in_thousands(year.levels.middle), theme, "supportBold")
            place = self._place(year, at, text)
            if not any(place.intersects(one) for one in taken):
                taken.append(place.adjusted(-theme.px(_APART), 0, theme.px(_APART), 0))
                self._painter.fillRect(place, theme.colour("surface"))
                text.paint(self._painter, place.left(), place.top(), theme.chart(colour))

    def _place(self, year: Year, at: QPointF, text: TextBlock) -> QRectF:
        """Away from the other line: below, above where that lies below, and beside a band that it would hide."""
        below = year.real is None or year.levels.middle is None or year.real >= year.levels.middle
        off = self._theme.px(_DOT + 6)
        y = at.y() + off if below else at.y() - off - text.height
        x = at.x() - text.width / 2
        if year.levels.has_band():
            x, y = at.x() + self._theme.px(_BAND / 2 + 6), at.y() + self._theme.px(2)
        return QRectF(min(x, self._area.right() - text.width), y, text.width, text.height)


def _at_breaks(years: Sequence[Year]) -> Iterator[Year]:
    for pair in pairwise(years):
        if pair[1].breaks:
            yield from pair
