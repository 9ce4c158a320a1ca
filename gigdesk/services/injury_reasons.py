"""Why an answer about an accident is what it is, and what would change it, in words."""

from __future__ import annotations

from collections.abc import Mapping

from gigdesk.domain.injury.check import InjuryDecision
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.reasons import Reason, State
from gigdesk.domain.whatif import Change
from gigdesk.domain.working import weakest
from gigdesk.services import words
from gigdesk.services.words import ReasonLine
from gigdesk.store.texts import Texts

MOST_REASONS = 4
"""Of an answer that is no; the rest stands in the working."""
UNTOLD = {"sector_takes_part", "harm_was_an_accident", "served_the_work"}
"""Where these hold they are a matter of course; they stand in the working."""


def reasons(found: InjuryDecision, t: Texts) -> tuple[ReasonLine, ...]:
    """The reasons; where the answer is no, only what it fails on, or what is open or to be checked."""
    return tuple(_reason(reason, t) for reason in _worth_telling(found))


def change(found: Change[Outcome], platforms: Mapping[str, str], t: Texts) -> str:
    """Which other facts would lead to which other outcome."""
    told = [
        t("injury.change.fact", fact=t(f"fact.{name}"), value=_value(name, value, platforms, t))
        for name, value in found.facts.items()
    ]
    return t("injury.change", facts=t("injury.change.and").join(told), outcome=t(f"outcome.{found.outcome}"))


def _reason(reason: Reason, t: Texts) -> ReasonLine:
    state = str(reason.state)
    text = t(f"reason.{reason.condition}.{state}")
    status = weakest(value.status for value in reason.citations)
    if status is None:
        return ReasonLine(state, text, None)
    return ReasonLine(state, text, words.named(t(f"article.{reason.article}"), status, t))


def _value(name: str, value: object, platforms: Mapping[str, str], t: Texts) -> str:
    if name == "platform":
        return platforms[str(value)]
    return t(f"value.{value}") if isinstance(value, bool) else t(f"value.{name}.{value}")


def _worth_telling(found: InjuryDecision) -> list[Reason]:
    told = [reason for reason in found.because if not _untold(reason)]
    if not found.outcome.is_no:
        return told
    against = [reason for reason in told if reason.state is not State.MET]
    return sorted(against, key=lambda reason: reason.state is not State.NOT_MET)[:MOST_REASONS]


def _untold(reason: Reason) -> bool:
    return reason.condition in UNTOLD and reason.state is State.MET
