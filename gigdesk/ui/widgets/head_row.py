"""A row for a head of benefit: what it is and how it is worked out, what it comes to and who pays."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.chip import Chip
from gigdesk.ui.widgets.row import Row
from gigdesk.ui.widgets.text import Align, Words


@dataclass(frozen=True)
class Head:
    """The words of the row; `quiet` figures are set no larger than what stands around them."""

    label: str
    value: str
    payer: str
    formula: str
    hangs_on: tuple[str, ...]
    source: str
    status: str
    quiet: bool = False


class HeadRow(Row):
    """What it is at the left, the figure at the right; in a narrow window the figure stands below the name."""

    def __init__(self, head: Head, theme: Theme, *, stacked: bool) -> None:
        spoken = " ".join((head.payer, head.formula, *head.hangs_on))
        super().__init__(theme, f"{head.label} {head.value}", spoken, pressable=False)
        name, chip = Words(head.label, theme, "noteBold"), Chip(head.source, theme, head.status)
        figure = _figure(head, theme, Align.AlignLeft if stacked else Align.AlignRight)
        about = [Words(line, theme, "support", "inkSoft") for line in (head.formula, *head.hangs_on)]
        held = QWidget()
        inside = QVBoxLayout(held) if stacked else QHBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(theme.px(4 if stacked else 32))
        if stacked:
            inside.addLayout(_column([name, *figure, *about], theme))
            inside.addWidget(chip, 0, Align.AlignLeft)
        else:
            left = _column(about, theme)
            left.insertLayout(0, _beside(name, chip, theme))
            inside.addLayout(left, 7)
            inside.addLayout(_column(figure, theme), 3)
        self.add(held, 1)


def _figure(head: Head, theme: Theme, align: Align) -> list[Words]:
    value = Words(head.value, theme, "noteBold" if head.quiet else "rowTitle", "ink", align)
    return [value, Words(head.payer, theme, "support", "inkSoft", align)]


def _beside(name: Words, chip: Chip, theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(16))
    row.addWidget(name)
    row.addWidget(chip)
    row.addStretch(1)
    return row


def _column(lines: list[Words], theme: Theme) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(4))
    for line in lines:
        column.addWidget(line)
    column.addStretch(1)
    return column
