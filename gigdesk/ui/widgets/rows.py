"""Rows of a card: a reason, a step, a value. A row is pressed as a whole."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Sign, Theme
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.chip import Chip
from gigdesk.ui.widgets.painted import Painted, PaintedButton
from gigdesk.ui.widgets.shapes import disc, square_at
from gigdesk.ui.widgets.text import Align, TextBlock, Words

_DISC = 48


class Disc(Painted):
    """A round sign at the head of a row: an icon, or a number."""

    def __init__(self, theme: Theme, sign: Sign, number: str = "") -> None:
        super().__init__(theme, number)
        self._sign, self._number = sign, number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        side = self._theme.px(_DISC)
        return QSize(side, side)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the disc in the tint of its sign."""
        theme = self._theme
        disc(painter, rect.center(), rect.width() / 2, theme.colour(self._sign.tint))
        if self._number:
            text = TextBlock(self._number, theme, "bodyBold")
            corner = rect.center()
            ink = theme.colour(self._sign.colour)
            text.paint(painter, corner.x() - text.width / 2, corner.y() - text.height / 2, ink)
        else:
            paint_icon(painter, square_at(rect.center(), theme.px(30)), theme, self._sign.icon, self._sign.colour, 2.6)


class Row(PaintedButton):
    """Holds the widgets of a row; only a `pressable` one takes touch and focus."""

    def __init__(self, theme: Theme, name: str, *, pressable: bool) -> None:
        super().__init__(theme, name)
        self.ring_radius = theme.size("chipRadius")
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        self.line.setSpacing(theme.px(20))
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


@dataclass(frozen=True)
class Reason:
    """A condition and how it stands: `met`, `not_met`, `unknown` or `check`; `**` marks what matters."""

    state: str
    text: str
    source: str = ""
    status: str = "official"


class ReasonRow(Row):
    """A reason with the chip of its source; a press opens the rule in words."""

    def __init__(self, reason: Reason, theme: Theme, *, pressable: bool = True) -> None:
        super().__init__(theme, reason.text.replace("**", ""), pressable=pressable)
        self.setAccessibleDescription(reason.source)
        self.setMinimumHeight(theme.size("reasonRow"))
        self.add(Disc(theme, theme.sign("reasons", reason.state)))
        self.add(Words(reason.text, theme), 1)
        if reason.source:
            self.add(Chip(reason.source, theme, reason.status))


@dataclass(frozen=True)
class Step:
    """What to do and by when; `due` are the two lines at the right, `soon` puts a clock before the first."""

    number: int
    title: str
    detail: str
    due: str
    left: str
    soon: bool = False


class StepRow(Row):
    """A step, its number in a disc."""

    def __init__(self, step: Step, theme: Theme) -> None:
        super().__init__(theme, f"{step.number} {step.title} {step.detail} {step.due} {step.left}", pressable=False)
        number = Disc(theme, Sign("onPrimary", "primary", ""), str(step.number))
        self.add(number, 0, Align.AlignTop)
        self.line.addLayout(_pair(Words(step.title, theme, "rowTitle"), Words(step.detail, theme, "support", "inkSoft")), 1)
        due = Words(step.due, theme, "rowTitle", "ask" if step.soon else "ink", Align.AlignRight)
        left = Words(step.left, theme, "supportBold" if step.soon else "support", "inkSoft", Align.AlignRight)
        if step.soon:
            self.add(Icon(theme, "clock", "ask"), 0, Align.AlignTop)
        self.line.addLayout(_pair(due, left))


class Icon(Painted):
    """An icon beside words."""

    def __init__(self, theme: Theme, name: str, colour: str, size: int = 36) -> None:
        super().__init__(theme, "")
        self._name, self._colour, self._side = name, colour, theme.px(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._side, self._side)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the icon."""
        paint_icon(painter, square_at(rect.center(), self._side), self._theme, self._name, self._colour)


@dataclass(frozen=True)
class Value:
    """A label and its value; `change` is the word of the link that goes back to the question."""

    label: str
    value: str
    change: str = ""
    strong: bool = False
    tone: str = "ink"


class KeyValueRow(Row):
    """Label left, value at `label_width` or right-aligned if that is nothing, the link at the end."""

    def __init__(self, value: Value, theme: Theme, label_width: int = 0) -> None:
        super().__init__(theme, f"{value.label} {value.value}", pressable=bool(value.change))
        self.setAccessibleDescription(value.change)
        kind = "noteBold" if value.strong or label_width else "note"
        align = Align.AlignLeft if label_width else Align.AlignRight
        if label_width:
            label = Words(value.label, theme, "support", "inkSoft")
            label.setFixedWidth(theme.px(label_width))
            self.add(label)
            self.line.setSpacing(0)
        else:
            self.add(Words(value.label, theme, "noteBold" if value.strong else "note"), 1)
        self.add(Words(value.value, theme, kind if label_width or not value.strong else "rowTitle", value.tone, align), 1 if label_width else 0)
        if value.change:
            self.add(LinkButton(value.change, theme))


def _pair(first: QWidget, second: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(first)
    column.addWidget(second)
    column.addStretch(1)
    return column
