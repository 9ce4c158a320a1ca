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
    short = _failed_short(ruling) if ruling.outcome is not None and ruling.outcome.is_no else None
    for tried in ruling.tried:
        clause = tried.clause
        better = clause.outcome.rank < best and (short is None or tried in short)
        for step in _telling(tried, settled=ruling.outcome is not None, better=better):
            against = clause.holding and clause.outcome.is_no
            favourable = None if step.holds is None else step.holds is not against
            yield Reason(step.condition, step.holds, favourable, clause.article, step.facts, step.citations)


def _failed_short(ruling: Ruling[Outcome]) -> list[Tried[Outcome]]:
    """Of the better clauses that failed, those worth telling where the answer is no.

    The first one fails on the nearest fact (whether there was an order), and one that began to fit fails on what was
    in the way. That other ways were not open either is noise.
    """
    failed = [
        tried
        for tried in ruling.tried
        if tried.applies is False and tried.clause.holding and not (tried.clause.quiet or tried.clause.outcome.is_no)
    ]
    return [tried for tried in failed if tried is failed[0] or tried.steps[0].holds]


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
