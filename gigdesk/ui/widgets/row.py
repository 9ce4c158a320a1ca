"""A row of a card, pressed as a whole, and the signs at its head."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Sign, Theme
from gigdesk.ui.widgets.painted import Painted, PaintedButton
from gigdesk.ui.widgets.shapes import disc, square_at
from gigdesk.ui.widgets.text import Align, TextBlock

_DISC = 48


class Icon(Painted):
    """An icon beside words, which say what it means."""

    def __init__(self, theme: Theme, name: str, colour: str, size: int = 36) -> None:
        super().__init__(theme, "")
        self._name, self._colour, self._side = name, colour, theme.px(size)
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the icon."""
        paint_icon(painter, square_at(rect.center(), self._side), self._theme, self._name, self._colour)

    def _wanted_width(self) -> float:
        return self._side

    def _height(self, _width: float) -> float:
        return self._side


class Disc(Painted):
    """A round sign at the head of a row: an icon, or a number."""

    def __init__(self, theme: Theme, sign: Sign, number: str = "") -> None:
        super().__init__(theme, number)
        self._sign, self._number = sign, number
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the disc in the tint of its sign."""
        theme, sign = self._theme, self._sign
        disc(painter, rect.center(), rect.width() / 2, theme.colour(sign.tint))
        if self._number:
            TextBlock(self._number, theme, "bodyBold").paint_around(painter, rect.center(), theme.colour(sign.colour))
        else:
            paint_icon(painter, square_at(rect.center(), theme.px(30)), theme, sign.icon, sign.colour, stroke=2.6)

    def _wanted_width(self) -> float:
        return self._theme.px(_DISC)

    def _height(self, _width: float) -> float:
        return self._theme.px(_DISC)


class Row(PaintedButton):
    """Holds the widgets of a row; only a `pressable` one takes touch and focus."""

    def __init__(self, theme: Theme, name: str, sentence: str = "", *, pressable: bool) -> None:
        super().__init__(theme, name, sentence)
        self.ring_radius = theme.size("chipRadius")
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        self.line.setSpacing(theme.edge(20))
        self.setMinimumHeight(theme.size("row"))
        if not pressable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def add(self, widget: QWidget, stretch: int = 0, align: Align = Align.AlignVCenter) -> None:
        """Add a widget; touches on it are touches on the row."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.line.addWidget(widget, stretch, align)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Show the press; the rest is drawn by what the row holds."""
        if self.isDown():
            painter.fillRect(rect, self._theme.colour("sunken"))

    def _wanted_width(self) -> float:
        return self.line.sizeHint().width()

    def _least_width(self) -> float:
        return self.line.minimumSize().width()

    def _height(self, width: float) -> float:
        least = self.line.minimumSize().height()
        return self.line.heightForWidth(int(width)) if self.line.hasHeightForWidth() else least
