"""The table of the data page: each part of the release with its age."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.ui.models.datasets import DatasetLine
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import column_in, row_in
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.age_bar import Age, AgeBar
from gigdesk.ui.widgets.rows import Icon
from gigdesk.ui.widgets.text import Align, Words

SHARES = (42, 15, 22, 22, 17)
NARROW = (26, 30, 26, 26)
"""How the columns share the width: lying, and below the name where the page is narrow."""
HEADS = ("data", "published", "age", "next", "state")


def table(lines: Sequence[DatasetLine], desk: Desk) -> Card:
    """A row for each part; an upright window has no heads, and two lines a row."""
    theme, t = desk.theme, desk.t
    card = Card(theme)
    card.column.setContentsMargins(0, 0, 0, 0)
    if not desk.narrow:
        heads: list[QWidget] = [
            Words(t(f"data.head.{name}"), theme, "support", "inkSoft", _align(name)) for name in HEADS
        ]
        head = _cells(heads, desk)
        head.setProperty("role", "tableHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card.add(head)
    for line in lines:
        card.add_row(_row(line, desk))
    return card


def _row(line: DatasetLine, desk: Desk) -> QWidget:
    theme = desk.theme
    sign = theme.sign("ages", line.freshness)
    state = QWidget()
    side = row_in(state, theme.px(12))
    if not desk.narrow:
        side.addStretch(1)
    side.addWidget(Icon(theme, sign.icon, sign.colour))
    side.addWidget(Words(line.word, theme, "bodyBold", sign.colour))
    age = AgeBar(Age(line.share, line.freshness, line.age), theme)
    published, expected = (
        _day(name, day, desk) for name, day in (("published", line.published), ("next", line.expected))
    )
    return _cells([_what(line, desk), published, age, expected, state], desk)


def _day(name: str, day: str, desk: Desk) -> Words:
    """A day under its head; where there are no heads, behind the word of it."""
    return Words(f"{desk.t(f'data.head.{name}')} **{day}**" if desk.narrow else day, desk.theme, "body")


def _what(line: DatasetLine, desk: Desk) -> QWidget:
    theme = desk.theme
    what = QWidget()
    row = row_in(what, theme.px(24))
    row.addWidget(Icon(theme, line.icon, "primary", 40))
    holder = QWidget()
    words = column_in(holder, 0)
    words.addWidget(Words(line.name, theme, "bodyBold"))
    under = line.note if line.note and desk.narrow else line.detail
    words.addWidget(Words(under, theme, "support", "inkSoft"))
    row.addWidget(holder, 1)
    return what


def _align(name: str) -> Align:
    return Align.AlignRight if name == "state" else Align.AlignLeft


def _cells(widgets: Sequence[QWidget], desk: Desk) -> QWidget:
    """Five columns; in a narrow window two lines, or three in large letters."""
    theme = desk.theme
    holder = QWidget()
    grid = QGridLayout(holder)
    side, ends = theme.px(32), theme.px(6)
    grid.setContentsMargins(side, ends, side, ends)
    grid.setHorizontalSpacing(theme.px(24))
    for at, widget in enumerate(widgets):
        if desk.narrow:
            columns = 2 if theme.step > 1 else len(widgets) - 1
            row, place = (0, 0) if at == 0 else (1 + (at - 1) // columns, (at - 1) % columns)
            grid.addWidget(widget, row, place, 1, columns if at == 0 else 1, Align.AlignVCenter)
            grid.setColumnStretch(place, NARROW[place])
        else:
            grid.addWidget(widget, 0, at, Align.AlignVCenter)
            grid.setColumnStretch(at, SHARES[at])
    return holder
