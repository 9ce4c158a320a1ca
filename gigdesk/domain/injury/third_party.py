"""Somebody else's liability for an accident in traffic, which stands beside every insurance."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.decision import Answers, Rule, otherwise, when
from gigdesk.domain.injury.facts import CAUSE, FAULT, HARM
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.law import Law


def accident_was_in_traffic(answers: Answers, law: Law) -> bool:
    """It was a traffic accident; other liability is not asked about."""
    causes = law.codes("third_party.causes")
    return answers[HARM] == "accident" and answers[CAUSE] in causes


def somebody_else_bears_fault(answers: Answers, law: Law) -> bool:
    """He does not bear the whole fault."""
    shared = law.codes("third_party.shared_faults")
    return answers[FAULT] in shared


THIRD_PARTY: dict[date, Rule[Outcome]] = {
    date(2004, 1, 1): (
        when(Outcome.NEEDS_DECISION, accident_was_in_traffic, somebody_else_bears_fault, article="civil-1208"),
        otherwise(Outcome.OUT_OF_SCOPE),
    ),
}
