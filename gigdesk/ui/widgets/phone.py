"""A drawn phone with the times of an order: where to look up what is asked."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import box, disc, dots, line
from gigdesk.ui.widgets.text import Align, TextBlock

_WIDTH = 224
_TOP = 82
_ROW = 56
_FOOT = 44
_BESIDE = 92


@dataclass(frozen=True)
class Moment:
    """A line of the order log; a moment without a time has not come yet."""

    label: str
    time: str = ""


@dataclass(frozen=True)
class OrderLog:
    """What the phone shows, the place to look at, and the sentence for those who hear it."""

    title: str
    moments: tuple[Moment, ...]
    look_at: int
    sentence: str = ""


class Phone(Painted):
    """The phone, as high as its lines need."""

    def __init__(self, log: OrderLog, theme: Theme) -> None:
        moments = (f"{moment.label} {moment.time}".strip() for moment in log.moments)
        super().__init__(theme, log.title, ". ".join(filter(None, (log.sentence, *moments))))
        self._log = log
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the body, the title and the log."""
        theme = self._theme
        box(painter, rect, theme.px(30), theme.colour("surface"), line(theme.colour("ink"), theme.px(4)))
        speaker = QRectF(rect.center().x() - theme.px(36), rect.top() + theme.px(13), theme.px(72), theme.px(10))
        box(painter, speaker, theme.px(5), theme.colour("ink"))
        title = TextBlock(self._log.title, theme, "smallBold", rect.width(), Align.AlignHCenter)
        title.paint(painter, rect.left(), rect.top() + theme.px(37), theme.colour("ink"))
        painter.setPen(line(theme.colour("line"), theme.px(2)))
        under = rect.top() + theme.px(73)
        painter.drawLine(QPointF(rect.left() + theme.px(20), under), QPointF(rect.right() - theme.px(20), under))
        self._draw_log(painter, rect)

    def _draw_log(self, painter: QPainter, rect: QRectF) -> None:
        theme, moments = self._theme, self._log.moments
        left, row = rect.left() + theme.px(40), self._row()
        first = rect.top() + theme.px(_TOP - 2)
        centres = [QPointF(left, first + row * (at + 0.5)) for at in range(len(moments))]
        painter.setPen(dots(theme.colour("lineStrong"), theme.px(3), theme.px(9)))
        painter.drawLine(centres[0], centres[-1])
        for at, (moment, centre) in enumerate(zip(moments, centres, strict=True)):
            edge = line(theme.colour("primary"), theme.px(4))
            disc(painter, centre, theme.px(10), theme.colour("primary" if moment.time else "surface"), edge)
            text = left + theme.px(24)
            label = TextBlock(moment.label, theme, "small")
            label.paint(painter, text, centre.y() - label.height, theme.colour("inkSoft"))
            time = TextBlock(moment.time or "— —", theme, "chipBold")
            time.paint(painter, text, centre.y() - theme.px(2), theme.colour("ink"))
            if at == self._log.look_at:
                frame = QRectF(rect.left(), centre.y() - row / 2 - theme.px(4), rect.width(), row + theme.px(6))
                frame.adjust(theme.px(12), 0, -theme.px(12), 0)
                box(painter, frame, theme.px(10), None, line(theme.colour("focus"), theme.px(5)))

    def _wanted_width(self) -> float:
        texts = [(self._log.title, "smallBold")]
        for moment in self._log.moments:
            texts += [(moment.label, "small"), (moment.time, "chipBold")]
        widest = max(TextBlock(text, self._theme, kind).width for text, kind in texts)
        return max(self._theme.px(_WIDTH), widest + self._theme.px(_BESIDE))

    def _height(self, _width: float) -> float:
        return self._theme.px(_TOP + _FOOT) + math.ceil(self._row() * len(self._log.moments))

    def _row(self) -> float:
        """The height of a moment: its two lines, and room for the frame around them."""
        lines = self._theme.line("small") + self._theme.line("chipBold")
        return max(self._theme.px(_ROW), lines + self._theme.px(6))
