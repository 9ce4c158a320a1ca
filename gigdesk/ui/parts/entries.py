"""Which entry a question gets."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gigdesk.ui.models.ask import Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.initials import letters_of
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.amount_entry import AmountAnswer
from gigdesk.ui.parts.costs_entry import CostsAnswer
from gigdesk.ui.parts.day_entry import DayAnswer
from gigdesk.ui.parts.entry import ChoiceAnswer, Entry
from gigdesk.ui.parts.indexed_entry import IndexedAnswer
from gigdesk.ui.parts.month_entry import MonthAnswer
from gigdesk.ui.parts.occupation_entry import OccupationAnswer, Search
from gigdesk.ui.parts.several_entry import SeveralAnswer

BY_KIND: Mapping[str, Callable[[Ask, Asking, Desk], Entry]] = {
    "amount": AmountAnswer,
    "costs": CostsAnswer,
    "day": DayAnswer,
    "month": MonthAnswer,
    "several": SeveralAnswer,
}


def entry_for(ask: Ask, asking: Asking, desk: Desk, search: Search | None) -> Entry:
    """The entry that fits a question; a choice where nothing else does."""
    if ask.kind == "occupation" and search:
        return OccupationAnswer(ask, asking, desk, search)
    if letters_of(ask, asking):
        return IndexedAnswer(ask, asking, desk)
    return BY_KIND.get(ask.kind, ChoiceAnswer)(ask, asking, desk)
