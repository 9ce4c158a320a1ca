"""The injury job: what is likely covered, why, what is missing, what to do next."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from gigdesk.domain.decision import Answers, Question
from gigdesk.domain.injury.benefits import NOTHING_KNOWN, Claim, Tier
from gigdesk.domain.injury.check import InjuryDecision, check
from gigdesk.domain.injury.facts import QUESTIONS, REGION
from gigdesk.domain.injury.places import ServicePoint, places
from gigdesk.domain.law import Law
from gigdesk.domain.working import Working
from gigdesk.services.answer import Answer, answered
from gigdesk.services.conditions import working_step
from gigdesk.store.reference import Reference


@dataclass(frozen=True)
class Injury:
    """Questions about an accident, answered from one release."""

    reference: Reference

    def check(
        self,
        answers: Answers,
        today: date,
        not_sure: Collection[Question[object]] = frozenset(),
        claim: Claim = NOTHING_KNOWN,
    ) -> Answer[InjuryDecision]:
        """Decide as far as the answers reach, and work out what there may be to claim.

        Raises:
            InputError: two answers contradict each other, or the region is unknown.
        """
        region = answers.given.get(REGION.id)
        directory: tuple[ServicePoint, ...] = ()
        if region is not None:
            place = self.reference.region(str(region))
            claim = replace(claim, tier=Tier(place.minimum_wage_tier, place.tier_status))
            directory = self.reference.service_points(place.code)
        found = check(answers, self.reference.book, today, not_sure, claim)
        found = replace(found, where=places(found.next_step, found.routes, answers, directory))
        working = Working([*map(working_step, found.steps), *found.amounts], list(found.warnings))
        return answered(found, self.reference, today, working, _cited(found))

    def questions(self, today: date) -> Answer[tuple[Question[object], ...]]:
        """Every question, in the order of asking."""
        return answered(QUESTIONS, self.reference, today)

    def law(self, region: str, day: date) -> Law:
        """The law that the choices of a question come from."""
        return self.reference.book.on(day, region)


def _cited(found: InjuryDecision) -> Iterator[str]:
    yield from (source for deadline in found.deadlines for source in deadline.sources)
    yield from (source for document in found.documents for source in document.sources)
    yield from (source for benefit in found.benefits for source in benefit.sources)
    yield from (place.point.source for place in found.where if place.point)
