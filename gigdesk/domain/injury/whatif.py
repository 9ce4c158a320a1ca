"""What would change an outcome, and which missing fact decides it: found by trying the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from gigdesk.domain.decision import Answers, Question
from gigdesk.domain.injury.facts import DISPUTABLE
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import Law

Judge = Callable[[Answers], Outcome]

MOST_SETS = 3
PAIRS_AMONG = 6
"""Pairs are tried among the first few facts only: trying takes a few hundred decisions then, and not thousands."""


@dataclass(frozen=True)
class Change:
    """Facts that would lead to another outcome, were they so."""

    facts: Mapping[str, object]
    outcome: Outcome


def would_change(answers: Answers, law: Law, judge: Judge) -> tuple[Change, ...]:
    """The smallest sets of facts that change a settled outcome: single facts or, where none does, pairs."""
    for size, among in ((1, DISPUTABLE), (2, DISPUTABLE[:PAIRS_AMONG])):
        found = tuple(islice(_changes(size, among, answers, law, judge), MOST_SETS))
        if found:
            return found
    return ()


def deciding_first(
    questions: Sequence[Question[object]], answers: Answers, law: Law, judge: Judge
) -> tuple[Question[object], ...]:
    """Open questions, those first of which different answers lead to different settled outcomes."""

    def undecided(question: Question[object]) -> bool:
        outcomes = {judge(answers.plus({question.id: option})) for option in question.options(law.fresh())}
        return len(outcomes - {Outcome.NEEDS_FACTS}) < 2  # noqa: PLR2004 - two outcomes differ

    return tuple(sorted(questions, key=undecided))


def _changes(
    size: int, among: Sequence[Question[object]], answers: Answers, law: Law, judge: Judge
) -> Iterator[Change]:
    now = judge(answers)
    for questions in combinations(among, size):
        for options in product(*(_nearest_first(question, answers, law) for question in questions)):
            facts = {question.id: option for question, option in zip(questions, options, strict=True)}
            outcome = judge(answers.plus(facts))
            if _differs(outcome, now):
                yield Change(facts, outcome)
                break


def _differs(outcome: Outcome, now: Outcome) -> bool:
    """Another settled outcome. One no for another is no change."""
    return outcome not in (now, Outcome.NEEDS_FACTS) and not (outcome.is_no and now.is_no)


def _nearest_first(question: Question[object], answers: Answers, law: Law) -> list[object]:
    """The other answers; of a scale, such as the states of an order, those first that lie next to the one given."""
    options = list(question.options(law.fresh()))
    given = answers.given.get(question.id)
    if given not in options:
        return []
    at = options.index(given)
    return sorted((option for option in options if option != given), key=lambda option: abs(options.index(option) - at))
