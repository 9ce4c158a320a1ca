"""What would be stored: the first rows, what became of every row, what is off; and what was stored."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.ui.models.importing import ImportingModel
from gigdesk.ui.models.importing_view import LookView, StoredRow, look_view, table_said
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.importing.step import StepPage, soft
from gigdesk.ui.parts.layout import Started, column_in
from gigdesk.ui.widgets.cards import Card, rule
from gigdesk.ui.widgets.facts import Fact, FactCells
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Align, Words
from gigdesk.ui.widgets.verdict import Finding, Verdict

NAMES = 3
"""Columns before the figures: the row of the file, what it speaks about, where and when."""


class LookStep(Started):
    """The verdict first, then what is off, then the rows as they will be stored."""

    def __init__(self, model: ImportingModel, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        column = column_in(self, theme.px(18))
        self.go = ""
        if model.message:
            column.addWidget(Notice(model.message, theme, "error", "support"))
        if model.look:
            view = look_view(model, model.look)
            self.go = view.go
            column.addWidget(Verdict(Finding(theme.sign("ages", view.state), view.title, view.line), theme))
            for part in _parts(view, desk):
                column.addWidget(part)
        column.addStretch(1)


def _parts(view: LookView, desk: Desk) -> Sequence[QWidget]:
    parts: list[QWidget] = []
    if view.problems:
        parts.append(_problems(view, desk))
    if view.rows:
        parts.append(_rows(view, desk))
    if view.notes:
        card = Card(desk.theme, desk.t("importing.look.notes"))
        for note in view.notes:
            card.add(Words(note, desk.theme, "support"), 6)
        parts.append(card)
    return parts


def _problems(view: LookView, desk: Desk) -> Card:
    card = Card(desk.theme, desk.t("importing.look.problems"), view.more_problems)
    for problem in view.problems:
        card.add_row(_padded(Words(problem, desk.theme, "support"), desk))
    return card


def _padded(words: Words, desk: Desk) -> QWidget:
    holder = QWidget()
    column = column_in(holder, 0)
    column.setContentsMargins(0, desk.theme.px(6), 0, desk.theme.px(6))
    column.addWidget(words)
    return holder


def _rows(view: LookView, desk: Desk) -> Card:
    """A table; in an upright window each row is its words over its figures."""
    theme = desk.theme
    card = Card(theme, view.unit)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(20))
    grid.setVerticalSpacing(theme.px(6))
    first = 0 if desk.tight else 1 if desk.narrow else NAMES
    if not desk.narrow:
        for at, name in enumerate(("row", "what", "where")):
            grid.addWidget(soft(desk.t(f"importing.look.{name}"), desk), 0, at)
        grid.setColumnStretch(1, 3)
    for at, head in enumerate(view.heads, start=first):
        grid.addWidget(Words(head, theme, "support", "inkSoft", Align.AlignRight), 0, at)
        grid.setColumnStretch(at, 1)
    for row in view.rows:
        _add_row(row, grid, first, desk)
    card.add(holder)
    return card


def _add_row(row: StoredRow, grid: QGridLayout, first: int, desk: Desk) -> None:
    theme, at = desk.theme, grid.rowCount()
    grid.addWidget(rule(theme), at, 0, 1, -1)
    if desk.narrow:
        grid.addWidget(Words(row.what, theme, "note"), at + 1, 0, 1, -1)
        about = soft(f"{desk.t('importing.look.row')} {row.row}\n{row.where}", desk, "small")
        grid.addWidget(about, at + 2, 0, 1, 1 if first else -1)
        at += 1 if first else 2
    else:
        grid.addWidget(soft(row.row, desk), at + 1, 0)
        grid.addWidget(Words(row.what, theme, "support"), at + 1, 1)
        grid.addWidget(soft(row.where, desk), at + 1, 2)
    for place, figure in enumerate(row.figures, start=first):
        grid.addWidget(Words(figure, theme, "support", "ink", Align.AlignRight), at + 1, place)


class DoneStep(StepPage):
    """What was stored, and that its file is kept."""

    def __init__(self, model: ImportingModel, desk: Desk) -> None:
        t, stored = desk.t, model.look.stored if model.look else None
        title = t("importing.done", rows=f"{stored.rows:,}") if stored else ""
        super().__init__(model, desk, title, t("importing.done.hint"))
        if stored:
            card = Card(desk.theme, stored.table.title)
            card.add(soft(table_said(stored, t), desk))
            facts = (
                Fact(t("importing.done.id"), stored.id),
                Fact(t("importing.done.hash"), f"{stored.sha256[:16]}…"),
            )
            card.add(FactCells(facts, desk.theme, stacked=desk.narrow), 16)
            self.fill(card)
