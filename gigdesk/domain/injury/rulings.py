"""What the routes come to together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gigdesk.domain.decision import Answers, Question, Ruling, decide
from gigdesk.domain.injury.facts import QUESTIONS
from gigdesk.domain.injury.ordinary import ORDINARY, SIGNS_OF_EMPLOYMENT
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.pilot import PILOT
from gigdesk.domain.injury.third_party import THIRD_PARTY
from gigdesk.domain.law import Law, in_force

ANSWERED_ELSEWHERE = frozenset({Outcome.ROUTE_GSBX, Outcome.OUT_OF_SCOPE})
"""What the pilot says where it is not the one to answer."""


@dataclass(frozen=True)
class Rulings:
    """The routes side by side. As each loses possible outcomes with more answers, so does the whole."""

    pilot: Ruling[Outcome]
    ordinary: Ruling[Outcome]
    third_party: Ruling[Outcome]

    @property
    def possible(self) -> tuple[Outcome, ...]:
        """The outcomes that can still come out, best first."""
        found = {together(one, other) for one in self.pilot.possible for other in self.ordinary.possible}
        return tuple(sorted(found, key=lambda outcome: outcome.rank))

    @property
    def outcome(self) -> Outcome:
        """The one outcome, or that facts are needed to tell."""
        return self.possible[0] if len(self.possible) == 1 else Outcome.NEEDS_FACTS

    @property
    def by_pilot(self) -> bool:
        """Whether the outcome is the pilot's own, and not one for which it sends to the ordinary insurance."""
        return self.pilot.outcome is self.outcome and self.outcome not in ANSWERED_ELSEWHERE

    @property
    def asks(self) -> tuple[Question[object], ...]:
        """The questions that can change the outcome: the pilot's, then the ordinary insurance's, employment first."""
        pilot, ordinary = self.pilot.possible, self.ordinary.possible
        asked: list[Question[object]] = []
        if any(len({together(one, other) for one in pilot}) > 1 for other in ordinary):
            asked += in_order(self.pilot.asks)
        if any(len({together(one, other) for other in ordinary}) > 1 for one in pilot):
            asked += sorted(in_order(self.ordinary.asks), key=lambda question: question not in SIGNS_OF_EMPLOYMENT)
        return tuple(dict.fromkeys(asked))


def judge(answers: Answers, law: Law) -> Rulings:
    """Decide each route by the rule of the law's day."""
    return Rulings(
        pilot=decide(in_force(PILOT, law.day, "pilot"), answers, law),
        ordinary=decide(in_force(ORDINARY, law.day, "ordinary"), answers, law),
        third_party=decide(in_force(THIRD_PARTY, law.day, "third_party"), answers, law),
    )


def together(pilot: Outcome, ordinary: Outcome) -> Outcome:
    """The better of the two; but where work-injury insurance is paid it alone answers."""
    return ordinary if pilot is Outcome.ROUTE_GSBX else min(pilot, ordinary, key=lambda outcome: outcome.rank)


def in_order(questions: Iterable[Question[object]]) -> tuple[Question[object], ...]:
    """Questions in the order of asking."""
    return tuple(sorted(questions, key=QUESTIONS.index))
