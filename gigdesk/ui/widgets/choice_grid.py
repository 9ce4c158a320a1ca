"""Figures in rows and columns, of which one is chosen: its frame stands out, and so do the heads it stands under."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QSizePolicy, QWidget

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import Painted, PaintedButton
from gigdesk.ui.widgets.shapes import box, line, square_at
from gigdesk.ui.widgets.text import Align, Line, Stack, TextBlock

_HEIGHT = 60
_LEAST = 72
_WIDEST = 236
_SIDE = 6
_END = 14
_MARK = 22
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True)
class GridHead:
    """The head of a row or a column: its name and what it says besides."""

    label: str
    note: str = ""


@dataclass(frozen=True)
class GridCell:
    """A figure, or words in its place; `alike` marks it with a tint and a sign; the sentence says it all."""

    text: str
    sentence: str
    figure: bool = True
    alike: bool = False


@dataclass(frozen=True)
class Grid:
    """Cells by row, their heads, what stands in the corner, and row and column of what is chosen."""

    corner: str
    rows: Sequence[GridHead]
    columns: Sequence[GridHead]
    cells: Sequence[Sequence[GridCell]]
    chosen: tuple[int, int]


class ChoiceGrid(QFrame):
    """Arrow keys move, Space or a touch chooses; `chosen` carries row and column."""

    chosen = Signal(int, int)

    def __init__(self, grid: Grid, theme: Theme, name: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        layout = QGridLayout(self)
        ends = theme.px(10)
        layout.setContentsMargins(ends, theme.px(4), ends, theme.px(4))
        layout.setSpacing(0)
        self._corner = _Head(theme, GridHead("", grid.corner), Align.AlignLeft)
        layout.addWidget(self._corner, 0, 0)
        self._columns = [_Head(theme, head, Align.AlignRight) for head in grid.columns]
        self._rows = [_RowHead(theme, head) for head in grid.rows]
        self._cells = [[_Cell(theme, cell) for cell in row] for row in grid.cells]
        for column, head in enumerate(self._columns, start=1):
            layout.addWidget(head, 0, column)
            layout.setColumnStretch(column, 1)
        for row, cells in enumerate(self._cells, start=1):
            layout.addWidget(self._rows[row - 1], row, 0)
            for column, cell in enumerate(cells, start=1):
                layout.addWidget(cell, row, column)
                self._group.addButton(cell, (row - 1) * len(self._columns) + column - 1)
        self.show_grid(grid)
        self._group.idClicked.connect(self._tell)

    def show_grid(self, grid: Grid) -> None:
        """Show other figures in the same places, or another choice among them."""
        for row, cells in enumerate(self._cells):
            self._rows[row].mark(row == grid.chosen[0])
            for column, cell in enumerate(cells):
                cell.show_cell(grid.cells[row][column])
                cell.setChecked((row, column) == grid.chosen)
        for column, head in enumerate(self._columns):
            head.mark(column == grid.chosen[1])
        self._chosen = grid.chosen

    def start(self) -> QWidget:
        """Where the keyboard begins: at the chosen cell."""
        return self.cell(*self._chosen)

    def cell(self, row: int, column: int) -> QWidget:
        """The button of a cell."""
        return self._cells[row][column]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move between cells; all other keys belong to the page."""
        places = ((row, column) for row in range(len(self._cells)) for column in range(len(self._columns)))
        at = next((place for place in places if self.cell(*place).hasFocus()), None)
        step = _MOVES.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
            return
        row = min(max(at[0] + step[0], 0), len(self._rows) - 1)
        column = min(max(at[1] + step[1], 0), len(self._columns) - 1)
        self.cell(row, column).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, place: int) -> None:
        self.chosen.emit(*divmod(place, len(self._columns)))


class AlikeSign(Painted):
    """The mark of what is hardly different, in its tint, for the words that explain it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Draw tint and sign."""
        theme = self._theme
        box(painter, rect, theme.size("chipRadius"), theme.colour("primarySoft"))
        paint_icon(painter, square_at(rect.center(), theme.px(_MARK)), theme, "alike", "primary")

    def _wanted_width(self) -> float:
        return self._theme.px(_MARK + 14)

    def _height(self, _width: float) -> float:
        return self._theme.px(_MARK + 8)


class _Head(Painted):
    """The head of a column, or the corner."""

    def __init__(self, theme: Theme, head: GridHead, align: Align) -> None:
        super().__init__(theme, f"{head.label} {head.note}".strip())
        self._head, self._align, self._marked = head, align, False

    def mark(self, marked: bool) -> None:  # noqa: FBT001 - a state
        if marked != self._marked:
            self._marked = marked
            self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        stack = self._stack(rect.width())
        stack.paint(painter, rect.left() + self._theme.px(_SIDE), rect.bottom() - stack.height - self._theme.px(6))

    def _stack(self, width: float) -> Stack:
        kind, tone = ("noteBold", "ink") if self._marked else ("note", "inkSoft")
        lines = (
            Line(self._head.label, kind, tone),
            Line(self._head.note, "small", "ink" if self._marked else "inkSoft"),
        )
        return Stack(lines, self._theme, width - self._theme.px(_SIDE + _END), self._align)

    def _wanted_width(self) -> float:
        return min(self._stack(math.inf).width, self._theme.px(_WIDEST)) + self._theme.px(_SIDE + _END)

    def _least_width(self) -> float:
        return self._theme.px(_LEAST)

    def _height(self, width: float) -> float:
        return self._stack(width).height + self._theme.px(10)


class _RowHead(Painted):
    """The head of a row: its name at the left, its figure at the right."""

    def __init__(self, theme: Theme, head: GridHead) -> None:
        super().__init__(theme, f"{head.label} {head.note}")
        self._head, self._marked = head, False

    def mark(self, marked: bool) -> None:  # noqa: FBT001 - a state
        if marked != self._marked:
            self._marked = marked
            self.update()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        theme, middle = self._theme, rect.center().y()
        label, note = self._blocks()
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), theme.size("line")), theme.colour("line"))
        label.paint(painter, rect.left() + theme.px(_SIDE), middle - label.height / 2, theme.colour("ink"))
        left = rect.right() - theme.px(3 * _SIDE) - note.width
        note.paint(painter, left, middle - note.height / 2, theme.colour("ink" if self._marked else "inkSoft"))

    def _blocks(self) -> tuple[TextBlock, TextBlock]:
        kinds = ("noteBold", "supportBold") if self._marked else ("note", "support")
        return TextBlock(self._head.label, self._theme, kinds[0]), TextBlock(self._head.note, self._theme, kinds[1])

    def _wanted_width(self) -> float:
        """As wide as in bold, so that nothing moves when another row is chosen."""
        label = TextBlock(self._head.label, self._theme, "noteBold").width
        return label + TextBlock(self._head.note, self._theme, "supportBold").width + self._theme.px(7 * _SIDE)

    def _height(self, _width: float) -> float:
        return self._theme.px(_HEIGHT)


class _Cell(PaintedButton):
    def __init__(self, theme: Theme, shown: GridCell) -> None:
        super().__init__(theme, shown.sentence)
        self._shown = shown
        self._texts: dict[tuple[float, bool], TextBlock] = {}
        self.ring_radius = theme.size("chipRadius")
        self.setCheckable(True)
        self.stretch(QSizePolicy.Policy.Expanding)

    def show_cell(self, shown: GridCell) -> None:
        if shown != self._shown:
            self._shown = shown
            self._texts.clear()
            self.setAccessibleName(shown.sentence)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the arrows to the grid."""
        if Qt.Key(event.key()) in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        theme, shown = self._theme, self._shown
        self._ground(painter, rect)
        text = self._text(rect.width())
        left = rect.left() + theme.px(_SIDE)
        text.paint(
            painter, left, rect.center().y() - text.height / 2, theme.colour("ink" if shown.figure else "inkSoft")
        )
        if shown.alike:
            centre = QPointF(rect.left() + theme.px(_MARK) / 2 + theme.px(2), rect.center().y())
            paint_icon(painter, square_at(centre, theme.px(_MARK)), theme, "alike", "primary")

    def _ground(self, painter: QPainter, rect: QRectF) -> None:
        theme = self._theme
        if self.isChecked():
            edge = line(theme.colour("selectedLine"), theme.size("chosenLine"))
            box(painter, rect, theme.size("chipRadius"), theme.colour("selected"), edge)
            return
        if self.isDown() or self._shown.alike:
            painter.fillRect(rect, theme.colour("sunken" if self.isDown() else "primarySoft"))
        painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), theme.size("line")), theme.colour("line"))

    def _text(self, width: float) -> TextBlock:
        key = (width, self.isChecked())
        if key not in self._texts:
            kind = ("rowTitle" if self.isChecked() else "body") if self._shown.figure else "small"
            room = width - self._theme.px(_SIDE + _END)
            self._texts[key] = TextBlock(self._shown.text, self._theme, kind, room, Align.AlignRight)
        return self._texts[key]

    def _wanted_width(self) -> float:
        return self._text(math.inf).width + self._theme.px(_SIDE + _END)

    def _least_width(self) -> float:
        return self._theme.px(_LEAST)

    def _height(self, width: float) -> float:
        return max(self._theme.px(_HEIGHT), self._text(width).height + self._theme.px(4))
