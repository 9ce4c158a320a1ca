"""One answer as a card: icon, words, a ring that fills with a tick."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
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
    """A card to choose; `unsure` makes it the dashed one that stands last, `several` one of those chosen together.

    Without a ring it is small; a tint, a thick line and bold words show that it is chosen.
    """

    def __init__(
        self, option: Option, theme: Theme, *, unsure: bool = False, several: bool = False, ring: bool = True
    ) -> None:
        super().__init__(theme, option.text, option.hint)
        self.option = option
        self._unsure, self._several, self._ring = unsure, several, ring
        self.setCheckable(True)

    def say_hint(self, hint: str) -> None:
        """Show other words behind the answer."""
        self.option = replace(self.option, hint=hint)
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the arrows to the list: Qt would choose with them, here they only move."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the card; what is chosen has a tint, a thick line, bold words and a tick."""
        theme, chosen = self._theme, self.isChecked()
        edge = line(theme.colour("lineStrong"), theme.size("controlLine"), dashed=self._unsure)
        ground = "sunken" if self.isDown() else "page" if self._unsure else "surface"
        if chosen:
            edge, ground = line(theme.colour("selectedLine"), theme.size("chosenLine")), "selected"
        box(painter, rect, theme.size("buttonRadius"), theme.colour(ground), edge)
        left = rect.left() + theme.px(_PAD)
        if self.option.icon:
            centre = QPointF(left + theme.px(_ICON) / 2, rect.center().y())
            paint_icon(painter, square_at(centre, theme.px(_ICON)), theme, self.option.icon, "primary")
            left += theme.px(_ICON + _GAP)
        self._draw_words(painter, left, rect)
        if not self._ring:
            return
        centre = QPointF(rect.right() - theme.px(_PAD + _RING / 2), rect.center().y())
        (paint_box if self._several else paint_ring)(painter, centre, theme, chosen=chosen)

    def _draw_words(self, painter: QPainter, left: float, rect: QRectF) -> None:
        """Write the hint behind the answer if there is room, else below it."""
        room, middle = rect.width() - self._beside(), rect.center().y()
        text, hint = self._answer(math.inf), TextBlock(self.option.hint, self._theme, "note")
        if self.option.hint and text.width + self._theme.px(_GAP) + hint.width <= room:
            text.paint(painter, left, middle - text.height / 2)
            after = left + text.width + self._theme.px(_GAP)
            hint.paint(painter, after, middle - hint.height / 2 + self._theme.px(1), self._theme.colour("inkSoft"))
            return
        both = self._both(room, self._kind())
        both.paint(painter, left, middle - both.height / 2)

    def _wanted_width(self) -> float:
        """In bold, so that choosing never needs more room."""
        return self._both(math.inf, "choiceBold").width + self._beside()

    def _least_width(self) -> float:
        return max(self._both(math.inf, "choiceBold").least_width, self._theme.px(120)) + self._beside()

    def _height(self, width: float) -> float:
        text = self._both(width - self._beside(), "choiceBold")
        return max(self._theme.size("choice"), text.height + 2 * self._theme.px(8))

    def _beside(self) -> int:
        icon = self._theme.px(_ICON + _GAP) if self.option.icon else 0
        return icon + self._theme.px(2 * _PAD + (_RING + 12 if self._ring else 0))

    def _kind(self) -> str:
        return "choiceBold" if self.isChecked() else "choice"

    def _answer(self, width: float) -> Stack:
        return Stack((Line(self.option.text, self._kind()),), self._theme, width)

    def _both(self, width: float, kind: str) -> Stack:
        lines = (Line(self.option.text, kind), Line(self.option.hint, "support", "inkSoft"))
        return Stack(lines, self._theme, width)


def paint_ring(painter: QPainter, centre: QPointF, theme: Theme, *, chosen: bool, size: int = _RING) -> None:
    """Draw the ring of an answer, or the tick that replaces it."""
    radius = theme.px(size) / 2
    if not chosen:
        disc(painter, centre, radius, theme.colour("surface"), line(theme.colour("lineStrong"), theme.px(3)))
        return
    disc(painter, centre, radius, theme.colour("selectedLine"))
    paint_icon(painter, square_at(centre, radius * 1.3), theme, "check", "selected", stroke=2.6)


def paint_box(painter: QPainter, centre: QPointF, theme: Theme, *, chosen: bool, size: int = _RING) -> None:
    """Draw the box of an answer that is chosen together with others, or the tick in it."""
    square = square_at(centre, theme.px(size))
    edge = line(theme.colour("selectedLine" if chosen else "lineStrong"), theme.px(3))
    ground = theme.colour("selectedLine" if chosen else "surface")
    box(painter, square, theme.size("chipRadius"), ground, edge)
    if chosen:
        paint_icon(painter, square_at(centre, theme.px(size) * 0.65), theme, "check", "selected", stroke=2.6)
