"""Cards: white boxes with a title, in which rows stand one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.text import Align, Words

_BELOW_TITLE = 8


def rule(theme: Theme, *, upright: bool = False) -> QFrame:
    """Return a thin line between rows, or between columns."""
    found = QFrame()
    found.setProperty("role", "rule")
    (found.setFixedWidth if upright else found.setFixedHeight)(theme.size("line"))
    return found


class Card(QFrame):
    """A card; where it is higher than it must be, its rows share the room, else it stays at the bottom."""

    def __init__(self, theme: Theme, title: str = "", aside: str | QWidget = "", kind: str = "section") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        side, ends = theme.size("cardX"), theme.size("cardY")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(side, ends, side, ends)
        self.column.setSpacing(0)
        self._end = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self.column.addItem(self._end)
        if title:
            self.setAccessibleName(title.replace("**", ""))
            self.column.insertLayout(0, self._head(title, aside, kind))

    def add(self, widget: QWidget, above: float = 0, stretch: int = 0) -> None:
        """Add a widget, with room above it in design pixels."""
        if above:
            self.column.insertSpacing(self.column.indexOf(self._end), self._theme.px(above))
        self.column.insertWidget(self.column.indexOf(self._end), widget, stretch)

    def add_row(self, row: QWidget) -> None:
        """Add a row under a line; the first of an untitled card needs none."""
        if self.column.indexOf(self._end):
            self.add(rule(self._theme))
        self.add(row, stretch=1)

    def _head(self, title: str, aside: str | QWidget, kind: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, self._theme.px(_BELOW_TITLE))
        head.setSpacing(self._theme.px(16))
        head.addWidget(Words(title, self._theme, kind), 1)
        if isinstance(aside, QWidget):
            head.addWidget(aside, 0, Align.AlignVCenter)
        elif aside:
            head.addWidget(Words(aside, self._theme, "support", "inkSoft", Align.AlignRight), 0)
        return head
