"""The card of the hour worked out, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from gigdesk.services.pay_lines import PayLine
from gigdesk.ui.models.job import Job
from gigdesk.ui.page import Desk
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.rows import KeyValueRow, Value


def hour_card(lines: Sequence[PayLine], job: Job[Any], desk: Desk) -> Card:
    """What was earned and what is left, by the month and the hour; a line that rests on a choice leads to it."""
    theme, t = desk.theme, desk.t
    card = Card(theme, t("wages.hour"))
    for line in lines:
        change = t("review.change") if line.ask in {ask.id for ask in job.asking.asks} else ""
        value = Value(line.label, line.value, change, strong=line.strong, tone=line.tone or "ink")
        row = KeyValueRow(value, theme)
        if change:
            row.setObjectName(f"pay-{line.ask}")
            row.clicked.connect(partial(job.change, line.ask))
        card.add_row(row)
    return card
