"""Where a number comes from, on a chip: solid for the original, dashed for a transcription, amber for unchecked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import box, line
from gigdesk.ui.widgets.text import TextBlock

_PAD = 13
_ICON = 26
_GAP = 8
_WIDEST = 500


class Chip(PaintedButton):
    """A chip; `pressable` gives it the height of a target around what is seen."""

    def __init__(
        self, text: str, theme: Theme, status: str = "official", icon: str = "", *, pressable: bool = False
    ) -> None:
        super().__init__(theme, text)
        self._text, self._icon, self._look, self._pressable = text, icon, theme.chip(status), pressable
        self.ring_radius = theme.size("chipRadius")
        self.keep_size()
        if not pressable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the chip in the middle of its target."""
        theme, look, text = self._theme, self._look, self._block()
        height = self._chip_height()
        chip = QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height)
        ground = theme.colour("sunken" if self.isDown() else look.ground)
        edge = line(theme.colour(look.edge), theme.px(1), dashed=look.dashed)
        box(painter, chip, theme.size("chipRadius"), ground, edge)
        left = chip.left() + theme.px(_PAD)
        if self._icon:
            size = theme.px(_ICON)
            paint_icon(painter, QRectF(left, chip.center().y() - size / 2, size, size), theme, self._icon, look.ink)
            left += size + theme.px(_GAP)
        text.paint(painter, left, chip.center().y() - text.height / 2, theme.colour(look.ink))

    def _wanted_width(self) -> float:
        return self._block().width + self._beside()

    def _height(self, _width: float) -> float:
        return max(self._chip_height(), self._theme.size("least") if self._pressable else 0)

    def _chip_height(self) -> float:
        return max(self._theme.size("chip"), self._block().height + self._theme.px(6))

    def _beside(self) -> int:
        return self._theme.px(2 * _PAD) + (self._theme.px(_ICON) + self._theme.px(_GAP) if self._icon else 0)

    def _block(self) -> TextBlock:
        """Long names take a second line; a chip takes no more of a page where the letters are larger."""
        return TextBlock(self._text, self._theme, "chip", self._theme.edge(_WIDEST))
