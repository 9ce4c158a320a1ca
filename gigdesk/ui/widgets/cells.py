"""Small answers in rows and columns: days, years, months, letters. One of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.body import scroll_to
from gigdesk.ui.widgets.painted import PaintedButton
from gigdesk.ui.widgets.shapes import NO_LINE, box, line
from gigdesk.ui.widgets.text import TextBlock

GAP = 8
_PAD, _CLOSER = 10, 5


@dataclass(frozen=True)
class Cell:
    """What a cell stands for, shows and is called; a short note stands below. One that is not usable is only shown."""

    key: str
    text: str
    name: str = ""
    note: str = ""
    usable: bool = True


NOTHING = Cell("", "", usable=False)
"""A place without a cell."""


class Cells(QWidget):
    """Arrow keys move, Space or a touch chooses; `beyond` carries a step that leads out of the cells."""

    chosen = Signal(str)
    beyond = Signal(int)

    def __init__(self, cells: Sequence[Cell], columns: int, theme: Theme, name: str, room: int = 0) -> None:
        """`columns` where there is room for them; `room` in pixels, 0 for as much as it takes."""
        super().__init__()
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(GAP))
        self.cells = [_CellButton(cell, theme) for cell in cells]
        widest = max(button.sizeHint().width() for button in self.cells) + theme.px(GAP)
        if room:
            columns = _shared(len(cells), min(columns, max(1, (room + theme.px(GAP)) // widest)))
        self.columns = columns
        for at, button in enumerate(self.cells):
            grid.addWidget(button, at // columns, at % columns)
            button.clicked.connect(self._tell)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._stop_at(self.start())

    def show_cells(self, cells: Sequence[Cell], chosen: str) -> None:
        """Show others in the same places."""
        for button, cell in zip(self.cells, cells, strict=True):
            button.say(cell)
        self.show_chosen(chosen)

    def show_chosen(self, key: str) -> None:
        """Mark a cell as chosen without telling so; an empty key marks none."""
        for button in self.cells:
            button.setChecked(bool(key) and button.cell.key == key)
        self._stop_at(self.start())

    def start(self) -> QWidget | None:
        """Where the keyboard begins: at what is chosen, or at the first that can be."""
        usable = [button for button in self.cells if button.cell.usable]
        return next((button for button in usable if button.isChecked()), next(iter(usable), None))

    def lead_to(self, key: str) -> None:
        """Give the focus to a cell."""
        found = next((button for button in self.cells if button.cell.key == key and button.cell.usable), None)
        if found is not None:
            self._stop_at(found)
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)
            scroll_to(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move by arrows; all other keys belong to the page."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
        }
        step = steps.get(Qt.Key(event.key()))
        at = next((at for at, button in enumerate(self.cells) if button.hasFocus()), None)
        if at is None or step is None:
            super().keyPressEvent(event)
            return
        target = at + step
        if 0 <= target < len(self.cells) and self.cells[target].cell.usable:
            self.lead_to(self.cells[target].cell.key)
        else:
            self.beyond.emit(step)

    def _stop_at(self, stop: QWidget | None) -> None:
        """Tab stops at one cell only."""
        for button in self.cells:
            usable = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(usable if button.cell.usable else Qt.FocusPolicy.NoFocus)

    def _tell(self) -> None:
        button = self.sender()
        if isinstance(button, _CellButton):
            self.show_chosen(button.cell.key)
            self.chosen.emit(button.cell.key)


def _shared(count: int, columns: int) -> int:
    """As many rows as it takes, and no more columns than fill them: ten in nine columns are five and five."""
    rows = -(-count // columns)
    return -(-count // rows)


class _CellButton(PaintedButton):
    def __init__(self, cell: Cell, theme: Theme) -> None:
        super().__init__(theme, cell.name or cell.text)
        self.cell = cell
        self.setCheckable(True)
        self.stretch(QSizePolicy.Policy.Expanding)
        self.say(cell)

    def say(self, cell: Cell) -> None:
        self.cell = cell
        self.setAccessibleName(cell.name or cell.text)
        self.setEnabled(cell.usable)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the arrows to the cells together."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        if not self.cell.text:
            return
        theme = self._theme
        radius = theme.size("toolRadius")
        if self.isChecked():
            edge = line(theme.colour("selectedLine"), theme.size("chosenLine"))
            box(painter, rect, radius, theme.colour("selected"), edge)
        elif self.cell.usable:
            edge = line(theme.colour("lineStrong"), theme.size("controlLine"))
            box(painter, rect, radius, theme.colour("sunken" if self.isDown() else "surface"), edge)
        else:
            box(painter, rect, radius, theme.colour("sunken"), NO_LINE)
        ink = "ink" if self.cell.usable else "inkDisabled"
        kind = "choiceBold" if self.isChecked() else "choice"
        text, note = TextBlock(self.cell.text, theme, kind), TextBlock(self.cell.note, theme, "small")
        closer = theme.px(_CLOSER) if self.cell.note else 0
        centre, top = rect.center().x(), rect.center().y() - (text.height + note.height - closer) / 2
        text.paint(painter, centre - text.width / 2, top, theme.colour(ink))
        note.paint(painter, centre - note.width / 2, top + text.height - closer, theme.colour("inkSoft"))

    def _wanted_width(self) -> float:
        text = TextBlock(self.cell.text, self._theme, "choiceBold").width
        note = TextBlock(self.cell.note, self._theme, "small").width
        return max(self._theme.size("least"), max(text, note) + self._theme.px(2 * _PAD))

    def _least_width(self) -> float:
        return self._wanted_width()

    def _height(self, _width: float) -> float:
        theme, least = self._theme, float(self._theme.size("cell"))
        if not self.cell.note:
            return least
        text, note = TextBlock(self.cell.text, theme, "choiceBold"), TextBlock(self.cell.note, theme, "small")
        return max(least, text.height + note.height - theme.px(_CLOSER) + theme.px(_PAD))
