"""The entitlements job: what a person can claim, how much, where, and what was not assessed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.decision import Answers, Question
from gigdesk.domain.entitlements.check import EntitlementsDecision, check
from gigdesk.domain.entitlements.facts import QUESTIONS
from gigdesk.domain.law import Law
from gigdesk.domain.working import Working
from gigdesk.services.answer import Answer, answered
from gigdesk.services.conditions import working_step
from gigdesk.store.reference import Reference


@dataclass(frozen=True)
class Entitlements:
    """Questions about subsidies, loans and permits, answered from one release."""

    reference: Reference

    def check(
        self, answers: Answers, region: str, today: date, not_sure: Collection[Question[object]] = frozenset()
    ) -> Answer[EntitlementsDecision]:
        """Assess everything by the rules of a place, as far as the answers reach.

        Raises:
            InputError: two answers contradict each other, a month lies ahead, or the region is unknown.
        """
        law = self.law(self.reference.region(region).code, today)
        amounts = Working()
        found = check(answers, law, amounts, not_sure)
        working = Working([*map(working_step, found.steps), *amounts.steps], list(found.warnings))
        return answered(found, self.reference, today, working, _cited(found))

    def questions(self, today: date) -> Answer[tuple[Question[object], ...]]:
        """Every question, in the order of asking."""
        return answered(QUESTIONS, self.reference, today)

    def law(self, region: str, day: date) -> Law:
        """The law that the choices of a question come from."""
        return self.reference.book.on(day, region)


def _cited(found: EntitlementsDecision) -> Iterator[str]:
    yield from (one.rule.source for one in found.assessed)
    yield from (one.value.source for one in found.not_assessed if one.value)
