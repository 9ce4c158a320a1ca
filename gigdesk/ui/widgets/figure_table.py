"""The table of a chart: names at the left, figures right-aligned under their heads, thin lines between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.cards import rule
from gigdesk.ui.widgets.text import Align, Words

_PAD = 8
_NAME_SHARE, _FIGURE_SHARE = 3, 2


@dataclass(frozen=True)
class FigureRow:
    """What it is, what to know about it, and its figures in words."""

    name: str
    figures: tuple[str, ...]
    note: str = ""


class FigureTable(QWidget):
    """Rows under heads; the first head is over the names. `stacked`, a name stands over its figures."""

    def __init__(
        self, name: str, heads: Sequence[str], rows: Sequence[FigureRow], theme: Theme, *, stacked: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._stacked = theme, stacked
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.edge(20))
        self._grid.setVerticalSpacing(theme.px(_PAD))
        for column, head in enumerate(heads[1:] if stacked else heads):
            at_left = not column and not stacked
            align = Align.AlignLeft if at_left else Align.AlignRight
            self._grid.addWidget(Words(head, theme, "chip", "inkSoft", align), 0, column, Align.AlignBottom)
            self._grid.setColumnStretch(column, _NAME_SHARE if at_left else _FIGURE_SHARE)
        for row in rows:
            self._add(row, len(heads))

    def _add(self, row: FigureRow, columns: int) -> None:
        theme, grid, at = self._theme, self._grid, self._grid.rowCount()
        grid.addWidget(rule(theme), at, 0, 1, columns)
        words = f"**{row.name}**\n{row.note}" if row.note else row.name
        name = Words(words, theme, "chip" if row.note else "note")
        grid.addWidget(name, at + 1, 0, 1, columns if self._stacked else 1)
        for column, figure in enumerate(row.figures, start=0 if self._stacked else 1):
            words_of = Words(figure, theme, "note", "ink", Align.AlignRight)
            grid.addWidget(words_of, at + 1 + self._stacked, column)
