"""What would change an outcome, and which missing fact decides it: found by trying the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import Generic

from gigdesk.domain.decision import Answers, Out, Question
from gigdesk.domain.law import Law

MOST_SETS = 3
PAIRS_AMONG = 6
"""Pairs are tried among the first few facts only: trying takes a few hundred decisions then, and not thousands."""


@dataclass(frozen=True)
class Change(Generic[Out]):
    """Facts that would lead to another outcome, were they so."""

    facts: Mapping[str, object]
    outcome: Out


@dataclass(frozen=True)
class Trial(Generic[Out]):
    """A case to be tried with other answers.

    `differs` says whether an outcome is a settled one and news beside the present one; `settled` whether it is one
    at all. `among` are the facts that may turn out otherwise, those first that people are unsure of; `options` gives
    the answers to try for each.
    """

    answers: Answers
    judge: Callable[[Answers], Out]
    settled: Callable[[Out], bool]
    differs: Callable[[Out, Out], bool]
    among: Sequence[Question[object]]
    options: Callable[[Question[object]], Sequence[object]]

    def changes(self) -> tuple[Change[Out], ...]:
        """The smallest sets of facts that change a settled outcome: single facts or, where none does, pairs."""
        for size, among in ((1, self.among), (2, self.among[:PAIRS_AMONG])):
            found = tuple(islice(self._changes(size, among), MOST_SETS))
            if found:
                return found
        return ()

    def deciding_first(self, questions: Sequence[Question[object]]) -> tuple[Question[object], ...]:
        """Open questions, those first of which different answers lead to different settled outcomes."""

        def undecided(question: Question[object]) -> bool:
            outcomes = {self.judge(self.answers.plus({question.id: option})) for option in self.options(question)}
            return sum(map(self.settled, outcomes)) < 2  # noqa: PLR2004 - two outcomes differ

        return tuple(sorted(questions, key=undecided))

    def _changes(self, size: int, among: Sequence[Question[object]]) -> Iterator[Change[Out]]:
        now = self.judge(self.answers)
        for questions in combinations(among, size):
            for options in product(*map(self._nearest_first, questions)):
                facts = {question.id: option for question, option in zip(questions, options, strict=True)}
                outcome = self.judge(self.answers.plus(facts))
                if self.differs(outcome, now):
                    yield Change(facts, outcome)
                    break

    def _nearest_first(self, question: Question[object]) -> list[object]:
        """The other answers; of a scale, such as the states of an order, those first that lie next to the one given."""
        options = list(self.options(question))
        given = self.answers.given.get(question.id)
        if given not in options:
            return []
        at = options.index(given)
        return sorted(
            (option for option in options if option != given), key=lambda option: abs(options.index(option) - at)
        )


def listed(law: Law) -> Callable[[Question[object]], Sequence[object]]:
    """The answers that a question lists, without noting that the law was read for them."""

    def options(question: Question[object]) -> Sequence[object]:
        return question.options(law.fresh())

    return options
