"""One answer as a card: icon, words, a ring that fills with a tick."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import box, disc, line, square_at
from gigdesk.ui.widgets.text import Line, Stack, TextBlock

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_PAD = 24
_ICON = 44
_GAP = 20
_RING = 40


@dataclass(frozen=True)
class Option:
    """An answer: its key for the program, its words for the reader."""

    key: str
    text: str
    icon: str = ""
    hint: str = ""


class Choice(PaintedButton):
    """A card to choose; `unsure` makes it the dashed one that stands last."""

    def __init__(self, option: Option, theme: Theme, *, unsure: bool = False) -> None:
        super().__init__(theme, option.text, option.hint)
        self.option = option
        self._unsure = unsure
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the arrows to the list: Qt would choose with them, here they only move."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        width = math.ceil(TextBlock(self.option.text, self._theme, "choiceBold").width) + self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        words = self._text(math.inf).least_width
        return QSize(math.ceil(max(words, self._theme.px(120))) + self._beside(), self._theme.size("choice"))

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        text = self._text(width - self._beside())
        return max(self._theme.size("choice"), math.ceil(text.height) + 2 * self._theme.px(12))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the card; what is chosen has a tint, a thick line, bold words and a tick."""
        theme, chosen = self._theme, self.isChecked()
        if chosen:
            edge = line(theme.colour("selectedLine"), theme.size("chosenLine"))
        else:
            edge = line(theme.colour("lineStrong"), theme.size("controlLine"), dashed=self._unsure)
        ground = "selected" if chosen else "sunken" if self.isDown() else "page" if self._unsure else "surface"
        box(painter, rect, theme.size("buttonRadius"), theme.colour(ground), edge)
        left = rect.left() + theme.px(_PAD)
        if self.option.icon:
            centre = QPointF(left + theme.px(_ICON) / 2, rect.center().y())
            paint_icon(painter, square_at(centre, theme.px(_ICON)), theme, self.option.icon, "primary")
            left += theme.px(_ICON + _GAP)
        text = self._text(rect.width() - self._beside())
        text.paint(painter, left, rect.center().y() - text.height / 2)
        paint_ring(painter, QPointF(rect.right() - theme.px(_PAD + _RING / 2), rect.center().y()), theme, chosen=chosen)

    def _beside(self) -> int:
        icon = self._theme.px(_ICON + _GAP) if self.option.icon else 0
        return icon + self._theme.px(2 * _PAD + _RING + 12)

    def _text(self, width: float) -> Stack:
        """Measured in bold always, so that choosing does not move the words to another line."""
        kind = "choiceBold" if self.isChecked() else "choice"
        lines = (Line(self.option.text, kind), Line(self.option.hint, "support", "inkSoft"))
        return Stack(lines, self._theme, width)


def paint_ring(painter: QPainter, centre: QPointF, theme: Theme, *, chosen: bool) -> None:
    """Draw the ring of an answer, or the tick that replaces it."""
    radius = theme.px(_RING / 2)
    if not chosen:
        disc(painter, centre, radius, theme.colour("surface"), line(theme.colour("lineStrong"), theme.px(3)))
        return
    disc(painter, centre, radius, theme.colour("selectedLine"))
    paint_icon(painter, square_at(centre, theme.px(26)), theme, "check", "selected", 2.6)
