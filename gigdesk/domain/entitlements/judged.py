"""An entitlement judged on a set of facts: how far its rule is decided, why, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.decision import Answers, Kind, Question, Ruling, Step, decide
from gigdesk.domain.entitlements.catalogue import CATALOGUE
from gigdesk.domain.entitlements.entitlement import Entitlement
from gigdesk.domain.entitlements.facts import (
    BUSINESS,
    BUSINESS_MONTHS,
    CHANGEABLE,
    DRIVING_YEARS,
    HIRES,
    OWN_INSURED_MONTHS,
    in_order,
)
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.law import Law, in_force
from gigdesk.domain.reasons import Reason
from gigdesk.domain.whatif import Trial


@dataclass(frozen=True)
class Judged:
    """An entitlement with its ruling."""

    entitlement: Entitlement
    ruling: Ruling[Outcome]

    @property
    def outcome(self) -> Outcome:
        """The outcome, or that facts are needed to tell."""
        return self.ruling.outcome or Outcome.NEEDS_FACTS

    @property
    def asks(self) -> tuple[Question[object], ...]:
        """What can still change it, in the order of asking."""
        return in_order(set(self.ruling.asks))

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every condition that was tried."""
        return tuple(step for tried in self.ruling.tried for step in tried.steps)

    @property
    def failing(self) -> tuple[Step, ...]:
        """The conditions that do not hold, where that settles it."""
        found = tuple(step for step in self.steps if step.holds is False)
        return found if self.outcome is Outcome.UNLIKELY else ()

    def because(self) -> tuple[Reason, ...]:
        """The reasons; of one that is settled against, what fails and what holds, not what is unknown as well."""
        settled = self.outcome is not Outcome.NEEDS_FACTS
        return tuple(
            Reason(step.condition, step.holds, step.holds, "", step.facts, step.citations)
            for step in self.steps
            if step.holds is not None or not settled
        )


def offered(law: Law) -> Iterator[Entitlement]:
    """The entitlements that the place has a rule for on the day."""
    return (one for one in CATALOGUE if law.has(one.name("offered")))


def judge(entitlement: Entitlement, answers: Answers, law: Law) -> Judged:
    """Decide one by the rule of the law's day."""
    rule = in_force(entitlement.rules, law.day, entitlement.id)
    return Judged(entitlement, decide(rule, answers, law))


def judge_all(answers: Answers, law: Law) -> tuple[Judged, ...]:
    """Decide all that are offered."""
    return tuple(judge(one, answers, law) for one in offered(law))


def trial(judged: Judged, answers: Answers, law: Law) -> Trial[Outcome]:
    """The facts that decide one, to be tried with others; only what a person can do something about is changed."""
    read = {fact for step in judged.failing for fact in step.facts}

    def retry(changed: Answers) -> Outcome:
        return judge(judged.entitlement, changed, law.fresh()).outcome

    def options(question: Question[object]) -> Sequence[object]:
        return _options(judged.entitlement, question, answers, law.fresh())

    among = [question for question in CHANGEABLE if question.id in read]
    return Trial(answers, retry, lambda outcome: outcome is not Outcome.NEEDS_FACTS, _opens, among, options)


def _opens(outcome: Outcome, now: Outcome) -> bool:
    return now is Outcome.UNLIKELY and outcome is not Outcome.UNLIKELY


def _options(one: Entitlement, question: Question[object], answers: Answers, law: Law) -> Sequence[object]:
    """The answers to try: those that the question lists; of a number the given one and the one the rule asks for."""
    if question.kind is not Kind.NUMBER:
        return question.options(law)
    given, needed = answers.given.get(question.id), _needed(one, question, answers, law)
    return () if given is None or needed is None else (given, needed)


def _needed(one: Entitlement, question: Question[object], answers: Answers, law: Law) -> Decimal | None:
    by_number: dict[Question[object], str] = {BUSINESS_MONTHS: "business_months", DRIVING_YEARS: "years"}
    if question in by_number:
        return law.number(one.name(by_number[question]))
    if question == OWN_INSURED_MONTHS:
        return law.table(one.name("insured_months")).get(str(answers.given.get(BUSINESS.id)))
    return Decimal(1) if question == HIRES else None
