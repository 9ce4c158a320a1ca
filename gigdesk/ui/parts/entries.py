"""Which entry a question gets."""

from __future__ import annotations

from gigdesk.ui.models.ask import Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.amount_entry import AmountAnswer
from gigdesk.ui.parts.costs_entry import CostsAnswer
from gigdesk.ui.parts.date_entry import DateAnswer
from gigdesk.ui.parts.entry import ChoiceAnswer, Entry
from gigdesk.ui.parts.occupation_entry import OccupationAnswer, Search
from gigdesk.ui.parts.several_entry import SeveralAnswer


def entry_for(ask: Ask, asking: Asking, desk: Desk, search: Search | None) -> Entry:
    """The entry that fits a question."""
    if ask.kind == "amount":
        return AmountAnswer(ask, asking, desk)
    if ask.kind == "costs":
        return CostsAnswer(ask, asking, desk)
    if ask.kind in ("month", "day"):
        return DateAnswer(ask, asking, desk)
    if ask.kind == "several":
        return SeveralAnswer(ask, asking, desk)
    if ask.kind == "occupation" and search:
        return OccupationAnswer(ask, asking, desk, search)
    return ChoiceAnswer(ask, asking, desk)
