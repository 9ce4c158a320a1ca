"""Somebody else's liability, which stands beside every insurance: in traffic, of an attacker, of an animal's keeper."""

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


def attacker_or_keeper_may_be_liable(answers: Answers, law: Law) -> bool:
    """Somebody hurt him, or somebody's animal did."""
    causes = law.codes("third_party.keeper_causes")
    return answers[HARM] == "violence" or (answers[HARM] == "accident" and answers[CAUSE] in causes)


THIRD_PARTY: dict[date, Rule[Outcome]] = {
    date(2004, 1, 1): (
        when(Outcome.NEEDS_DECISION, accident_was_in_traffic, somebody_else_bears_fault, article="civil-1208"),
        when(Outcome.NEEDS_DECISION, attacker_or_keeper_may_be_liable, article="civil-liability"),
        otherwise(Outcome.OUT_OF_SCOPE),
    ),
}
