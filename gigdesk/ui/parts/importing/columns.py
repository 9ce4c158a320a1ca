"""The columns of a table: what each is taken to hold stands over it, and can be changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.services.wage_tables import said
from gigdesk.services.wage_tables.mapping import Column
from gigdesk.ui.models.importing import ImportingModel, Work
from gigdesk.ui.models.importing_view import ColumnView, columns
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.importing.step import StepPage, button, soft
from gigdesk.ui.widgets.cards import Card, rule
from gigdesk.ui.widgets.choice import Option
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group
from gigdesk.ui.widgets.text import Align, Words

ACROSS, NARROW_ACROSS, TIGHT_ACROSS = (8, 5), (3, 2), (2, 1)
"""How many columns stand beside one another, and how many where their names are long."""
MOST_WIDE = 24
LEAST_WIDTH = 100


class ColumnsStep(StepPage):
    """The table in bands of equally many columns: a button for what each holds, its head, its first cells."""

    def __init__(self, model: ImportingModel, work: Work, desk: Desk) -> None:
        t, found = desk.t, columns(work, desk.t)
        used = sum(one.used for one in found)
        super().__init__(model, desk, t("importing.columns"), t("importing.columns.hint", used=used, all=len(found)))
        wide = any(_width(one.held) > MOST_WIDE for one in found)
        most = (TIGHT_ACROSS if desk.tight else NARROW_ACROSS if desk.narrow else ACROSS)[wide]
        across = math.ceil(len(found) / max(math.ceil(len(found) / most), 1))
        bands = [found[at : at + across] for at in range(0, len(found), across)]
        self.fill(*(_band(band, across, model, desk) for band in bands))


def _width(text: str) -> int:
    """In letters; a Chinese sign is as wide as two."""
    return sum(1 + (sign >= "\u2e80") for sign in text)


def _band(band: Sequence[ColumnView], across: int, model: ImportingModel, desk: Desk) -> Card:
    theme = desk.theme
    card = Card(theme)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(16))
    grid.setVerticalSpacing(theme.px(6))
    for at in range(across):
        grid.setColumnStretch(at, 1)
        grid.setColumnMinimumWidth(at, theme.px(LEAST_WIDTH))
    for at, column in enumerate(band):
        grid.addWidget(_held(column, model, desk), 0, at)
        grid.addWidget(Words(f"{column.letter} · {column.head}", theme, "supportBold"), 1, at, Align.AlignTop)
        for row, cell in enumerate(column.cells, start=3):
            grid.addWidget(Words(cell, theme, "support", "ink" if column.used else "inkSoft"), row, at)
    grid.addWidget(rule(theme), 2, 0, 1, across)
    card.add(holder)
    return card


def _held(column: ColumnView, model: ImportingModel, desk: Desk) -> QWidget:
    press = partial(model.change, column.at)
    found = button(column.held, desk, "tinted" if column.used else "tool", press, f"column-{column.letter}")
    found.setAccessibleName(desk.t("importing.column.change", column=column.letter, held=column.held))
    return found


class ColumnStep(StepPage):
    """What one column holds."""

    def __init__(self, model: ImportingModel, work: Work, desk: Desk) -> None:
        t = desk.t
        column = next(one for one in columns(work, t) if one.at == model.column)
        title = t("importing.column", column=column.letter, head=column.head)
        super().__init__(model, desk, title, t("importing.column.hint"))
        cells = Card(desk.theme)
        cells.add(soft(t("list.comma").join(column.cells), desk, "body"))
        options = tuple(Option(field, said.column_said(Column(field), t)) for field in model.fields)
        chosen = work.mapping.columns[column.at].field
        answers = Answers((Group(options),), chosen=chosen, columns=2 if desk.narrow else 3, close=True)
        shown = ChoiceList(answers, desk.theme, "data", title)
        shown.chosen.connect(model.set_column)
        self.pick = shown.pick
        self.start = shown.start()
        self.fill(cells, shown)
