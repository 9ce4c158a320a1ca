"""The proof page: one verdict, then every issued form, what comes out beside what was printed."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.proof import FormLine, Group, PartCell, ProofModel, ProofView
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.explanation import sources_fold
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card, rule
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Align, Words
from gigdesk.ui.widgets.verdict import Finding, Verdict

DATA = "data"
SHARES = (11, 13, 19, 19, 19, 19)
IN_A_ROW = 2


def draw(model: ProofModel, desk: Desk) -> Drawn:
    """Draw the page; it leads back to the data."""
    view = model.view()
    back = Button(desk.t("foot.back"), desk.theme, "outline", "back")
    back.clicked.connect(lambda: desk.go(DATA))
    body = Notice(view, desk.theme, "info", "body") if isinstance(view, str) else _Proof(view, desk)
    return Drawn(body, Foot(left=(back,)), back=lambda: desk.go(DATA))


class _Proof(QWidget):
    def __init__(self, view: ProofView, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        column = column_in(self, theme.px(18))
        sign = theme.sign("ages", "fresh" if view.well else "refused")
        column.addWidget(Verdict(Finding(sign, view.title, view.line), theme))
        column.addWidget(Words(view.explains, theme, "support", "inkSoft"))
        if desk.narrow:
            for group in view.groups:
                column.addWidget(_block(group, view.heads, desk))
        else:
            column.addWidget(_table(view, desk))
        column.addWidget(sources_fold(view.explanation, desk))
        column.addStretch(1)


def _table(view: ProofView, desk: Desk) -> Card:
    """One table for all: the province stands beside its first form, under a line of its own."""
    theme, t = desk.theme, desk.t
    card = Card(theme)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(10))
    for at, (share, head) in enumerate(zip(SHARES, (t("proof.place"), t("proof.form"), *view.heads), strict=True)):
        grid.setColumnStretch(at, share)
        grid.addWidget(Words(head, theme, "support", "inkSoft"), 0, at)
    for group in view.groups:
        for number, line in enumerate(group.lines):
            at = grid.rowCount()
            grid.addWidget(rule(theme), at, 1 if number else 0, 1, -1)
            if not number:
                grid.addWidget(Words(group.place, theme, "noteBold"), at + 1, 0, Align.AlignTop)
            _add_line(line, grid, at + 1, desk)
    card.add(holder)
    return card


def _add_line(line: FormLine, grid: QGridLayout, at: int, desk: Desk) -> None:
    theme = desk.theme
    grid.addWidget(Words(f"**{line.id}**\n{line.month}", theme, "support"), at, 1, Align.AlignTop)
    for column, cell in enumerate(line.cells, start=2):
        grid.addWidget(_cell(cell, desk), at, column, Align.AlignTop)
    if line.note:
        grid.addWidget(Words(line.note, theme, "support", "inkSoft"), at + 1, 1, 1, -1)


def _block(group: Group, heads: tuple[str, ...], desk: Desk) -> Card:
    """In an upright window each province is a card, and each form two lines of two parts."""
    theme = desk.theme
    card = Card(theme, group.place)
    for line in group.lines:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        column.setSpacing(theme.px(6))
        column.addWidget(Words(f"**{line.id}** {line.month}", theme, "note"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(6))
        for at, (head, cell) in enumerate(zip(heads, line.cells, strict=True)):
            grid.addLayout(_named(head, cell, desk), *divmod(at, IN_A_ROW))
            grid.setColumnStretch(at % IN_A_ROW, 1)
        column.addLayout(grid)
        if line.note:
            column.addWidget(Words(line.note, theme, "support", "inkSoft"))
        card.add_row(holder)
    return card


def _cell(cell: PartCell, desk: Desk) -> Words:
    """What comes out over what was printed; where they differ, in the colour of an error and with the difference."""
    return Words(f"**{cell.ours}**\n{cell.printed}", desk.theme, "support", "error" if cell.off else "ink")


def _named(head: str, cell: PartCell, desk: Desk) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Words(head, desk.theme, "support", "inkSoft"))
    column.addWidget(_cell(cell, desk))
    column.addStretch(1)
    return column
