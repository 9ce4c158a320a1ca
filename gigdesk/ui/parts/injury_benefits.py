"""The part "how much" of an injury result: every head with its amount, and what can be told to work it out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.services.injury_amounts import ClaimView, HeadLine
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.head_row import Head, HeadRow
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import KeyValueRow, Value
from gigdesk.ui.widgets.text import Words

BASIS_WIDTH = 592
LABEL_WIDTH = 220


def how_much(view: ClaimView, ask: Callable[[str], None], desk: Desk) -> QWidget:
    """The heads by route, and beside them (or before, in a narrow window) what they rest on."""
    theme = desk.theme
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    column.addWidget(Words(view.title, theme, "question"))
    column.addWidget(Words(view.line, theme, "body", "inkSoft"))
    parts = QVBoxLayout() if desk.narrow else QHBoxLayout()
    parts.setSpacing(theme.px(28))
    heads, basis = _heads(view, desk), _basis(view, ask, desk)
    if desk.narrow:
        parts.addWidget(basis)
        parts.addWidget(heads)
    else:
        basis.setFixedWidth(theme.px(BASIS_WIDTH))
        parts.addWidget(heads, 1)
        parts.addWidget(basis)
    column.addLayout(parts)
    column.addStretch(1)
    return holder


def _heads(view: ClaimView, desk: Desk) -> QWidget:
    holder = QWidget()
    column = column_in(holder, desk.theme.px(16))
    for title, lines in view.routes:
        card = Card(desk.theme, title)
        for line in lines:
            card.add_row(HeadRow(_head(line, view), desk.theme, stacked=desk.narrow))
        column.addWidget(card)
    column.addStretch(1)
    return holder


def _head(line: HeadLine, view: ClaimView) -> Head:
    chip = line.chip
    return Head(
        line.label, line.value, line.payer, line.formula, line.hangs_on, chip.text, chip.status, quiet=view.died
    )


def _basis(view: ClaimView, ask: Callable[[str], None], desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    card = Card(theme, t("injury.how-much.basis"))
    for basis in view.basis:
        change = t("review.change" if basis.told else "injury.how-much.tell")
        row = KeyValueRow(Value(basis.label, basis.value, change), theme, LABEL_WIDTH)
        row.setObjectName(f"ask-{basis.ask}")
        row.clicked.connect(partial(ask, basis.ask))
        card.add_row(row)
    column.addWidget(card)
    for notice in view.notices:
        column.addWidget(Notice(notice, theme, "info", "support"))
    column.addStretch(1)
    return holder
