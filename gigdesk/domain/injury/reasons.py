"""Why: the steps of a rule that are worth telling."""

from __future__ import annotations

from collections.abc import Iterator

from gigdesk.domain.decision import Ruling, Step, Tried
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.reasons import Reason


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
