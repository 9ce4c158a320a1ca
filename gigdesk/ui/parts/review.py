"""The answers given so far, each with a way back to its question."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.job import Job
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.rows import KeyValueRow, Value
from gigdesk.ui.widgets.text import Words

LABEL_WIDTH, NARROW_LABEL_WIDTH = 520, 360


def so_far(job: Job[Any], desk: Desk) -> QWidget | None:
    """Where all is dense, what was answered before this question, each with the way back to it."""
    asking, t = job.asking, desk.t
    given = [ask for ask in asking.asks if ask.id in asking.answers and ask.id != asking.current.id]
    if not (desk.theme.dense and given):
        return None
    card = Card(desk.theme, t("review.so-far"))
    for ask in given:
        words = Value(asking.short(ask), asking.label(ask, asking.answers[ask.id]), t("review.change"))
        row = KeyValueRow(words, desk.theme, below=True)
        row.clicked.connect(partial(job.change, ask.id))
        card.add_row(row)
    return card


class ReviewView(QWidget):
    """One row a question; the whole row presses."""

    def __init__(self, job: Job[object], desk: Desk) -> None:
        super().__init__()
        t, theme, asking = desk.t, desk.theme, job.asking
        column = column_in(self, theme.px(20))
        column.addWidget(Words(t("review.title"), theme, "question"))
        card = Card(theme)
        third = round(desk.room / theme.unit / 3)
        label_width = min(NARROW_LABEL_WIDTH if desk.narrow else LABEL_WIDTH, third)
        self.rows: dict[str, KeyValueRow] = {}
        for ask in asking.asks:
            answer = asking.shown(ask) if ask.preset else asking.answers.get(ask.id)
            shown = asking.label(ask, answer) if answer is not None else t("review.nothing")
            row = KeyValueRow(Value(asking.short(ask), shown, t("review.change")), theme, label_width)
            row.clicked.connect(partial(job.change, ask.id))
            self.rows[ask.id] = row
            card.add_row(row)
        column.addWidget(card)
        column.addStretch(1)
