"""Buttons with an icon and words that wrap before they would be cut."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import NO_LINE, box, line
from gigdesk.ui.widgets.text import Align, TextBlock


@dataclass(frozen=True)
class _Look:
    """Colours by name; height and radius are named sizes, the rest design pixels."""

    ground: str
    pressed: str
    ink: str
    edge: str
    kind: str
    height: str = "button"
    radius: str = "buttonRadius"
    pad: int = 36
    icon: int = 42
    gap: int = 16


_LOOKS = {
    "continue": _Look("primary", "primaryPressed", "onPrimary", "", "primaryButton", icon=46, gap=20),
    "primary": _Look("primary", "primaryPressed", "onPrimary", "", "button"),
    "outline": _Look("surface", "sunken", "ink", "lineStrong", "button"),
    "tinted": _Look("primarySoft", "sunken", "primary", "tintedEdge", "tinted", pad=32),
    "page": _Look("surface", "sunken", "primary", "lineStrong", "tinted", "pageButton"),
    "tool": _Look("surface", "sunken", "ink", "lineStrong", "toolBold", "tool", "toolRadius", 24, 34, 12),
}
_CHECKED = replace(_LOOKS["tool"], ground="primary", pressed="primaryPressed", ink="onPrimary", edge="primary")
_DISABLED = ("sunken", "inkDisabled")
_BEARING = 3
_LONG_LINE, _SHORT = 12, 8


class Button(PaintedButton):
    """A button: `continue` and `primary` once a page, `outline`, `tinted` with its words at the left, `tool`."""

    def __init__(self, text: str, theme: Theme, role: str = "outline", icon: str = "", after: str = "") -> None:
        super().__init__(theme, text)
        self._role, self._text, self._icon, self._after = role, text, icon, after
        self.ring_radius = theme.size(self._look.radius)

    def say(self, text: str, icon: str = "") -> None:
        """Change the words, e.g. to say that it is busy, and the icon if one is named."""
        self._text, self._icon = text, icon or self._icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw ground, icon and words."""
        theme, look = self._theme, self._look
        ground, ink = (look.pressed if self.isDown() else look.ground), look.ink
        if not self.isEnabled():
            ground, ink = _DISABLED
        edge = line(theme.colour(look.edge), theme.size("controlLine")) if look.edge else NO_LINE
        box(painter, rect, theme.size(look.radius), theme.colour(ground), edge)
        text = self._block(rect.width() - self._beside())
        left = rect.left() + theme.px(look.pad)
        if self._role != "tinted":
            left += (rect.width() - self._beside() - text.width) / 2
        if self._icon:
            self._draw_icon(painter, self._icon, QPointF(left, rect.center().y()), ink)
            left += theme.px(look.icon) + theme.px(look.gap)
        text.paint(painter, left, rect.center().y() - text.height / 2, theme.colour(ink))
        if self._after:
            at_end = rect.right() - theme.px(look.pad) - theme.px(look.icon)
            behind = at_end if self._role == "tinted" else left + text.width + theme.px(look.gap)
            self._draw_icon(painter, self._after, QPointF(behind, rect.center().y()), ink)

    def _wanted_width(self) -> float:
        least = {"primary": "buttonWide", "continue": "buttonWide", "outline": "buttonLeast"}.get(self._role)
        width = self._block(math.inf).width + self._beside()
        return max(width, self._theme.size(least)) if least else width

    def _least_width(self) -> float:
        """Room for two lines, or for long ones: below that a button would be a column of syllables.

        A short one without a space, as in Chinese, stays whole.
        """
        block, letter = self._block(math.inf), self._theme.font(self._look.kind).pixelSize()
        if " " not in self._text and block.width <= _SHORT * letter:
            return self._beside() + block.width
        lines = min(block.width / 2 + letter, _LONG_LINE * letter)
        return self._beside() + min(block.width, max(block.least_width, lines))

    def _height(self, width: float) -> float:
        text = self._block(width - self._beside())
        return max(self._theme.size(self._look.height), text.height + 2 * self._theme.px(8))

    def _draw_icon(self, painter: QPainter, name: str, left: QPointF, ink: str) -> None:
        size = self._theme.px(self._look.icon)
        paint_icon(painter, QRectF(left.x(), left.y() - size / 2, size, size), self._theme, name, ink)

    @property
    def _look(self) -> _Look:
        return _CHECKED if self.isChecked() else _LOOKS[self._role]

    def _beside(self) -> int:
        """What stands beside the words: padding, icons and their gaps."""
        look, icons = self._look, bool(self._icon) + bool(self._after)
        return 2 * self._theme.px(look.pad) + icons * (self._theme.px(look.icon) + self._theme.px(look.gap))

    def _block(self, width: float) -> TextBlock:
        return TextBlock(self._text, self._theme, self._look.kind, width)


class LinkButton(PaintedButton):
    """An underlined word to press, in a target as high as any other; `inline` if a row around it is the target."""

    def __init__(self, text: str, theme: Theme, kind: str = "noteBold", *, inline: bool = False) -> None:
        super().__init__(theme, text)
        self._text, self._kind, self._inline = text, kind, inline
        self.ring_radius = theme.size("chipRadius")

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the words and the line under them."""
        theme = self._theme
        colour = theme.colour("primaryPressed" if self.isDown() else "link")
        inset = self._inset()
        block = self._block(rect.width() - inset)
        top = rect.center().y() - block.height / 2
        block.paint(painter, rect.left() + inset, top, colour)
        painter.setPen(line(colour, theme.px(2)))
        for under in block.underlines():
            under.translate(rect.left() + inset, top)
            painter.drawLine(under.topLeft(), under.topRight())

    def _wanted_width(self) -> float:
        return max(self._least(), self._block(math.inf).width + self._inset())

    def _least_width(self) -> float:
        return max(self._least(), self._block(math.inf).least_width + self._inset())

    def _height(self, width: float) -> float:
        return max(self._least(), self._block(width - self._inset()).height + self._theme.px(4))

    def _least(self) -> int:
        """One word may be narrower than a finger."""
        return 0 if self._inline else self._theme.size("least")

    def _inset(self) -> int:
        """A j at the head of a line reaches out to the left."""
        return 0 if self._inline else self._theme.px(_BEARING)

    def _block(self, width: float) -> TextBlock:
        align = Align.AlignRight if self._inline else Align.AlignLeft
        return TextBlock(self._text, self._theme, self._kind, width, align)
