"""Widgets one below or beside the other, without a margin of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.page import Desk


class Started(QWidget):
    """What is drawn of a page, and where the keyboard starts on it.

    A focus proxy would say the same, but Tab then never reaches what stands before it.
    """

    start: QWidget | None = None


def column_in(holder: QWidget, gap: int) -> QVBoxLayout:
    """A column that fills its holder; `gap` in pixels of the screen."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return column


def row_in(holder: QWidget, gap: int) -> QHBoxLayout:
    """A row that fills its holder; `gap` in pixels of the screen."""
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    return row


WHY_WIDTH, WHY_GAP = 472, 56
"""The panel that says why a question is asked, and what lies between it and the answers."""


def room_for_answers(desk: Desk) -> int:
    """How many pixels the answers to a question have across."""
    return desk.room if desk.narrow else desk.room - desk.theme.px(WHY_WIDTH + WHY_GAP)


SHARES = 1104, 656
"""How the two columns of a result divide the width."""


def side_by_side(holder: QWidget, left: QWidget, right: QWidget, desk: Desk) -> None:
    """The two columns of a result; one below the other where the page is narrow."""
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(desk.theme.px(32))
    grid.setVerticalSpacing(desk.theme.px(16))
    grid.addWidget(left, 0, 0)
    grid.addWidget(right, *((1, 0) if desk.narrow else (0, 1)))
    for column, share in enumerate(() if desk.narrow else SHARES):
        grid.setColumnStretch(column, share)
    grid.setRowStretch(2, 1)
