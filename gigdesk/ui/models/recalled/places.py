"""Where it was: the answers to the questions for a place, by the code of a region."""

from __future__ import annotations

from gigdesk.domain.law import chain
from gigdesk.ui.models.ask import UNSURE, Ask
from gigdesk.ui.models.places import ELSEWHERE, HOME_PROVINCE
from gigdesk.ui.models.recalled import Known, Recall

PLACES = ("city", "province", "county")


def at_place(region: str, known: Known) -> Recall:
    """Answers that are known by the ids of their questions, at a place."""
    return lambda ask, _: place_recalled(ask, region) if ask.id in PLACES else known.get(ask.id)


def place_recalled(ask: Ask, region: str) -> object | None:
    """The choice that a region is, or lies in."""
    offered = {option.key for option in ask.options}
    found = next((code for code in chain(region) if code in offered), None)
    if ask.id == "city" and found is None:
        return UNSURE if region == HOME_PROVINCE else ELSEWHERE
    if ask.id == "county" and found is None:
        return next((key for key in offered if not key.isdecimal()), None)
    return found
