"""Cards: white boxes with a title, in which rows stand one below the other."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.text import Align, Words


def rule(theme: Theme, *, upright: bool = False) -> QFrame:
    """Return a thin line between rows, or between columns."""
    found = QFrame()
    found.setProperty("role", "rule")
    (found.setFixedWidth if upright else found.setFixedHeight)(theme.size("line"))
    return found


class Card(QFrame):
    """A card; `add_row` draws a line above each row but the first under no title."""

    def __init__(self, theme: Theme, title: str = "", aside: str | QWidget = "", kind: str = "section") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme, self._rows = theme, 0
        self.column = QVBoxLayout(self)
        side, ends = theme.size("cardX"), theme.size("cardY")
        self.column.setContentsMargins(side, ends, side, ends)
        self.column.setSpacing(0)
        self._titled = bool(title)
        if title:
            self.setAccessibleName(title.replace("**", ""))
            self.column.addLayout(self._head(title, aside, kind))

    def add(self, widget: QWidget, above: int = 0) -> None:
        """Add a widget, with room above it in design pixels."""
        if above:
            self.column.addSpacing(self._theme.px(above))
        self.column.addWidget(widget)

    def add_row(self, row: QWidget) -> None:
        """Add a row under a line."""
        if self._rows or self._titled:
            self.column.addWidget(rule(self._theme))
        self._rows += 1
        self.column.addWidget(row)

    def _head(self, title: str, aside: str | QWidget, kind: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, self._theme.px(8))
        head.setSpacing(self._theme.px(16))
        head.addWidget(Words(title, self._theme, kind), 1)
        if isinstance(aside, QWidget):
            head.addWidget(aside, 0, Align.AlignVCenter)
        elif aside:
            head.addWidget(Words(aside, self._theme, "support", "inkSoft", Align.AlignRight), 0)
        return head
