"""Small sets side by side: facts in cells, things to keep as icons, figures under their heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.cards import rule
from gigdesk.ui.widgets.painted import Painted
from gigdesk.ui.widgets.shapes import box, square_at
from gigdesk.ui.widgets.text import Align, Words

_TILE = 64
_WIDEST_LABEL = 144


@dataclass(frozen=True)
class Fact:
    """What it is, what it comes to, what to know about it."""

    label: str
    value: str
    note: str = ""


class FactCells(QWidget):
    """Facts in columns of equal width with thin lines between them."""

    def __init__(self, facts: Sequence[Fact], theme: Theme, *, stacked: bool = False) -> None:
        super().__init__()
        row: QHBoxLayout | QVBoxLayout = QVBoxLayout(self) if stacked else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16 if stacked else 24))
        for at, fact in enumerate(facts):
            if at:
                row.addWidget(rule(theme, upright=not stacked))
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(Words(fact.label, theme, "support", "inkSoft"))
            cell.addWidget(Words(fact.value, theme, "section"))
            cell.addWidget(Words(fact.note, theme, "support", "inkSoft"))
            cell.addStretch(1)
            row.addLayout(cell, 1)


class FigureCells(QWidget):
    """A row of figures under their heads, right-aligned: the table of a chart."""

    def __init__(self, head: Fact, figures: Sequence[Fact], theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addLayout(_column(head, theme, Align.AlignLeft, "note"), 3)
        for figure in figures:
            row.addWidget(rule(theme, upright=True))
            row.addLayout(_column(figure, theme, Align.AlignRight, "bodyBold"), 2)


def _column(fact: Fact, theme: Theme, align: Align, kind: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Words(fact.label, theme, "chip", "inkSoft", align))
    column.addWidget(Words(fact.value, theme, kind, "ink", align))
    return column


class IconRow(QWidget):
    """Things to keep or bring, each an icon over its word."""

    def __init__(self, things: Sequence[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for icon, word in things:
            column = QVBoxLayout()
            column.setSpacing(theme.px(4))
            column.addWidget(_Tile(icon, theme), 0, Align.AlignHCenter)
            label = Words(word, theme, "support", "ink", Align.AlignHCenter)
            whole = label.minimumSizeHint() if " " in word else label.sizeHint()  # Chinese could break anywhere
            label.setMinimumWidth(min(whole.width(), theme.px(_WIDEST_LABEL)))
            column.addWidget(label)
            column.addStretch(1)
            row.addLayout(column, 1)


class _Tile(Painted):
    def __init__(self, icon: str, theme: Theme) -> None:
        super().__init__(theme, "")
        self._icon = icon
        self.keep_size()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        box(painter, rect, self._theme.size("toolRadius"), self._theme.colour("primarySoft"))
        paint_icon(painter, square_at(rect.center(), self._theme.px(44)), self._theme, self._icon, "primary")

    def _wanted_width(self) -> float:
        return self._theme.px(_TILE)

    def _height(self, _width: float) -> float:
        return self._theme.px(_TILE)
