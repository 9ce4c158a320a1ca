"""What would change the outcome after an accident."""

from __future__ import annotations

from collections.abc import Callable

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.facts import DISPUTABLE
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import Law
from gigdesk.domain.whatif import Trial, listed


def trial(answers: Answers, law: Law, judge: Callable[[Answers], Outcome]) -> Trial[Outcome]:
    """The accident, to be tried with other facts."""
    return Trial(answers, judge, _settled, _differs, DISPUTABLE, listed(law))


def _settled(outcome: Outcome) -> bool:
    return outcome is not Outcome.NEEDS_FACTS


def _differs(outcome: Outcome, now: Outcome) -> bool:
    """Another settled outcome. One no for another is no change."""
    return outcome not in (now, Outcome.NEEDS_FACTS) and not (outcome.is_no and now.is_no)
