"""Why: the steps of a rule that are worth telling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gigdesk.domain.decision import Ruling, Step, Tried
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import Status, Value


class State(StrEnum):
    """The mark beside a reason: it speaks for cover, or against; to check: it rests on a text that was not read."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    TO_CHECK = "to_check"


@dataclass(frozen=True)
class Reason:
    """A condition, whether it holds, and whether that speaks for the worker. `facts` names the answers it rests on."""

    condition: str
    holds: bool | None
    favourable: bool | None
    article: str
    facts: tuple[str, ...]
    citations: tuple[Value, ...]

    @property
    def state(self) -> State:
        """What to mark it with. That a fact does not fit an unread text is not put down to the text."""
        if self.holds is None:
            return State.UNKNOWN
        if self.holds and any(value.status is Status.UNVERIFIED for value in self.citations):
            return State.TO_CHECK
        return State.MET if self.favourable else State.NOT_MET


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
            against = clause.holding and clause.outcome.is_no
            favourable = None if step.holds is None else step.holds is not against
            yield Reason(step.condition, step.holds, favourable, clause.article, step.facts, step.citations)


def _telling(tried: Tried[Outcome], *, settled: bool, better: bool) -> tuple[Step, ...]:
    """Of a clause: why it applies, what leaves it open, or why it failed where it would have been better."""
    clause, steps = tried.clause, tried.steps
    if tried.applies is None:
        return () if settled else tuple(step for step in steps if step.holds is None)[:1]
    if tried.applies:
        return tuple(step for step in steps if step.holds is clause.holding)
    if clause.quiet:
        return ()
    if not clause.holding:
        return steps
    return tuple(step for step in steps if step.holds is False)[:1] if better else ()
