"""What stands over a page: the sign of the job, how far one is, the vehicles of the home page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Sign, Theme
from gigdesk.ui.widgets.charts.step_dots import Progress, StepDots
from gigdesk.ui.widgets.chip import Chip
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import box, disc, dots, line, square_at
from gigdesk.ui.widgets.text import Align, TextBlock, Words

_ROUND = 88


class JobSign(Painted):
    """The icon of a job on its colour."""

    def __init__(self, sign: Sign, theme: Theme, size: int = 56) -> None:
        super().__init__(theme, "")
        self._sign, self._side = sign, theme.px(size)
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw sign and ground."""
        theme = self._theme
        box(painter, rect, theme.size("toolRadius"), theme.colour(self._sign.colour))
        paint_icon(painter, square_at(rect.center(), self._side * 0.68), theme, self._sign.icon, "surface", stroke=1.7)

    def _wanted_width(self) -> float:
        return self._side

    def _height(self, _width: float) -> float:
        return self._side


class QuestionHead(QWidget):
    """Job and progress over a question."""

    def __init__(self, sign: Sign, title: str, progress: Progress, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(14))
        row.addWidget(JobSign(sign, theme))
        row.addWidget(Words(title, theme, "bodyBold", sign.colour))
        row.addSpacing(theme.px(10))
        row.addWidget(StepDots(progress, theme, sign.colour), 1)


class ResultHead(QWidget):
    """The sentence that answers, its second line, and what must be said about the figures."""

    def __init__(self, sign: Sign, title: str, line_below: str, theme: Theme, tag: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        row.addWidget(JobSign(sign, theme, 64))
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        self.title = Words(title, theme, "resultTitle")
        self.title.mark = sign.colour
        column.addWidget(self.title)
        below = QHBoxLayout()
        below.setSpacing(theme.px(24))
        below.addWidget(Words(line_below, theme, "support", "inkSoft"))
        if tag:
            below.addWidget(Chip(tag, theme, "sample"), 0, Align.AlignVCenter)
        below.addStretch(1)
        column.addLayout(below)
        row.addLayout(column, 1)


class Route(Painted):
    """Vehicles on a dotted way: for whom this is."""

    def __init__(self, stops: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__(theme, " ".join(label for _, label in stops))
        self._stops = stops
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the way first, the stops on it."""
        theme, radius = self._theme, self._theme.px(_ROUND) / 2
        first = rect.right() - self._widest() / 2 - self._pitch() * (len(self._stops) - 1)
        centres = [QPointF(first + at * self._pitch(), rect.top() + radius) for at in range(len(self._stops))]
        painter.setPen(dots(theme.colour("focus"), theme.px(6), theme.px(16)))
        painter.drawLine(centres[0], centres[-1])
        for (icon, label), centre in zip(self._stops, centres, strict=True):
            disc(painter, centre, radius, theme.colour("surface"), line(theme.colour("line"), theme.px(2)))
            paint_icon(painter, square_at(centre, theme.px(56)), theme, icon, "primary")
            text = TextBlock(label, theme, "support")
            text.paint(painter, centre.x() - text.width / 2, centre.y() + radius + theme.px(5), theme.colour("inkSoft"))

    def _wanted_width(self) -> float:
        return self._pitch() * (len(self._stops) - 1) + self._widest()

    def _height(self, _width: float) -> float:
        return self._theme.px(_ROUND + 8) + self._theme.line("support")

    def _widest(self) -> float:
        labels = [TextBlock(label, self._theme, "support").width for _, label in self._stops]
        return max(self._theme.px(_ROUND), *labels)

    def _pitch(self) -> float:
        return max(self._theme.px(132), self._widest() + self._theme.px(12))
