"""The letters that names begin with: one is pressed, and the names under it are shown."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import room_for_answers
from gigdesk.ui.widgets.cells import Cell, Cells

ALL = "all"
LONGEST, WIDEST = 8, 12
"""How many letters stand below one another, and how many beside one another in an upright window."""
WIDTH, BESIDE = 84, 24


def letters(found: Collection[str], desk: Desk, without: str) -> Cells:
    """Each letter that a name has, and first the text `without` for what is shown without one."""
    t = desk.t
    each = [Cell(letter, letter, t("index.letter", letter=letter)) for letter in sorted(set(found) - {""})]
    cells = [Cell(ALL, t(without), t(f"{without}.name")), *each]
    columns = min(len(cells), WIDEST) if desk.upright else -(-len(cells) // LONGEST)
    shown = Cells(cells, columns, desk.theme, t("index.name"), room_for_answers(desk) if desk.upright else 0)
    shown.show_chosen(ALL)
    if not desk.upright:
        shown.setFixedWidth(max(columns * desk.theme.px(WIDTH), shown.minimumSizeHint().width()))
    return shown


def taken_by(index: Cells, desk: Desk) -> int:
    """How many pixels the letters take beside the names."""
    return 0 if desk.upright else index.width() + desk.theme.px(BESIDE)


def beside(holder: QWidget, names: QBoxLayout, index: Cells, desk: Desk, at: int = 0) -> None:
    """The letters stand at the right of the names, or in an upright window among them, `at` a place."""
    if desk.upright:
        names.insertWidget(at, index)
        holder.setLayout(names)
        names.setContentsMargins(0, 0, 0, 0)
        return
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(desk.theme.px(BESIDE))
    column = QVBoxLayout()
    column.addWidget(index)
    column.addStretch(1)
    across.addLayout(names, 1)
    across.addLayout(column)
