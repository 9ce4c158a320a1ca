"""Why: the steps of a rule that are worth telling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gigdesk.domain.decision import Ruling, Step, Tried
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import Status, Value


class State(StrEnum):
    """How a reason stands. To check: it holds as the law was reported, but that text has not been read."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    TO_CHECK = "to_check"


@dataclass(frozen=True)
class Reason:
    """A condition and what was found. `facts` names the answers it rests on."""

    condition: str
    holds: bool | None
    article: str
    facts: tuple[str, ...]
    citations: tuple[Value, ...]

    @property
    def state(self) -> State:
        """For the mark beside it."""
        if self.holds is None:
            return State.UNKNOWN
        if not self.holds:
            return State.NOT_MET
        unread = any(value.status is Status.UNVERIFIED for value in self.citations)
        return State.TO_CHECK if unread else State.MET


def because(*rulings: Ruling[Outcome]) -> tuple[Reason, ...]:
    """The reasons of some routes, each condition once."""
    found: dict[str, Reason] = {}
    for ruling in rulings:
        for reason in _reasons(ruling):
            found.setdefault(reason.condition, reason)
    return tuple(found.values())


def _reasons(ruling: Ruling[Outcome]) -> Iterator[Reason]:
    best = min(outcome.rank for outcome in ruling.possible)
    for tried in ruling.tried:
        clause = tried.clause
        for step in _telling(tried, settled=ruling.outcome is not None, better=clause.outcome.rank < best):
            yield Reason(step.condition, step.holds, clause.article, step.facts, step.citations)


def _telling(tried: Tried[Outcome], *, settled: bool, better: bool) -> tuple[Step, ...]:
    """Of a clause: why it applies, what leaves it open, or why it failed where it would have been better."""
    clause, steps = tried.clause, tried.steps
    if tried.applies is None:
        return () if settled else tuple(step for step in steps if step.holds is None)
    if tried.applies:
        return tuple(step for step in steps if step.holds is clause.holding)
    if not clause.holding:
        return () if clause.quiet else steps
    return tuple(step for step in steps if step.holds is False)[:1] if better else ()
