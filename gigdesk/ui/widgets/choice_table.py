"""Plans side by side: rows of figures under their heads, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.choice import paint_ring
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import box, line

_SIDE = 20
_RING = 36
_GAP = 24
_HEIGHT = 60
_INSIDE = 6
_WIDEST_HEAD = 180
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChoiceTable(QFrame):
    """Cells of all rows stand in the same columns; `chosen` carries the key of a row."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, heads: Sequence[QWidget] = (), shares: Sequence[int] = ()) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        self._group = QButtonGroup(self)
        self._rows: list[_Row] = []
        ends = theme.size("cardY")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(ends, ends, ends, ends)
        self._grid.setHorizontalSpacing(theme.px(_GAP))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, theme.px(_SIDE + _RING + _SIDE - _GAP))
        for column, share in enumerate(shares, start=1):
            self._grid.setColumnStretch(column, share)
        for column, head in enumerate(heads, start=1):
            self._add_head(head, column)
        self._group.buttonClicked.connect(self._tell)

    def add_row(self, key: str, sentence: str, cells: Sequence[QWidget], *, chosen: bool = False) -> None:
        """Add a row; the sentence says it to those who hear it. Touches on cells are touches on the row."""
        row = _Row(self._theme, key, sentence, first=not self._rows)
        row.setChecked(chosen)
        self._group.addButton(row)
        self._rows.append(row)
        at = len(self._rows)
        self._grid.addWidget(row, at, 0, 1, len(cells) + 2)
        self._grid.setRowMinimumHeight(at, self._theme.px(_HEIGHT))
        for column, cell in enumerate(cells, start=1):
            cell.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            # Stretches, as a layout that is aligned never becomes higher than it wanted to be before its words wrapped.
            inside = QVBoxLayout()
            inside.setContentsMargins(0, self._theme.px(_INSIDE), 0, self._theme.px(_INSIDE))
            inside.addStretch(1)
            inside.addWidget(cell)
            inside.addStretch(1)
            self._grid.addLayout(inside, at, column)

    def _add_head(self, head: QWidget, column: int) -> None:
        """Short heads keep to one line; the first stands over the rings."""
        head.setMinimumWidth(min(head.sizeHint().width(), self._theme.edge(_WIDEST_HEAD)))
        cell = QHBoxLayout()
        cell.setContentsMargins(self._theme.px(_SIDE) if column == 1 else 0, 0, 0, self._theme.px(10))
        cell.addWidget(head)
        self._grid.addLayout(cell, 0, column - (column == 1), 1, 1 + (column == 1))

    def start(self) -> QWidget | None:
        """Where the keyboard begins: at the chosen row, or at the first."""
        return next((row for row in self._rows if row.isChecked()), next(iter(self._rows), None))

    def focus_row(self, key: str) -> None:
        """Give the focus to a row, as after a change that drew the table anew."""
        next(row for row in self._rows if row.key == key).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move up and down; Space chooses."""
        step = _ARROWS.get(Qt.Key(event.key()))
        at = next((index for index, row in enumerate(self._rows) if row.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        self._rows[(at + step) % len(self._rows)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, row: _Row) -> None:
        self.chosen.emit(row.key)


class _Row(PaintedButton):
    """The ground of a row, under its cells: a ring, a thin line above, a frame if it is the chosen one."""

    def __init__(self, theme: Theme, key: str, sentence: str, *, first: bool) -> None:
        super().__init__(theme, sentence)
        self.key, self._first = key, first
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._theme
        if self.isChecked():
            edge = line(theme.colour("selectedLine"), theme.size("chosenLine"))
            box(painter, rect, theme.size("toolRadius"), theme.colour("selected"), edge)
        elif self.isDown():
            painter.fillRect(rect, theme.colour("sunken"))
        elif not self._first:
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), theme.size("line")), theme.colour("line"))
        ring = theme.px(_RING)
        centre = QPointF(rect.left() + theme.px(_SIDE) + ring / 2, rect.center().y())
        paint_ring(painter, centre, theme, chosen=self.isChecked(), size=_RING)

    def _wanted_width(self) -> float:
        return self._theme.px(_SIDE + _RING + _SIDE)

    def _height(self, _width: float) -> float:
        return self._theme.px(_HEIGHT)
