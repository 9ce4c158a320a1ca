"""A claim with the law that answers it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.benefits.claim import NOTHING_KNOWN, Claim
from gigdesk.domain.injury.facts import DEATH, DIED_AT, WORK_INJURY_INSURANCE_PAID, day_of
from gigdesk.domain.law import Law
from gigdesk.domain.working import Working


@dataclass(frozen=True)
class Case:
    """What a head is worked out from: the claim, the facts, the law of the day of the accident, and today."""

    answers: Answers
    law: Law
    today: date
    claim: Claim = NOTHING_KNOWN
    working: Working = field(default_factory=Working)

    @property
    def paying(self) -> Law:
        """The law of today: what is paid from now on goes by it."""
        return self.law.at(self.today)

    @property
    def died(self) -> bool:
        """Whether it is known that the worker died."""
        return self.answers.given.get(DEATH.id) is True

    @property
    def at_death(self) -> Law:
        """The law of the day of death; that of the accident where the day is not known."""
        died_at = self.answers.given.get(DIED_AT.id)
        return self.law.at(day_of(died_at)) if isinstance(died_at, datetime) else self.law

    @property
    def insured(self) -> bool | None:
        """Whether the employer insured the worker; None while that is not known."""
        paid = self.answers.given.get(WORK_INJURY_INSURANCE_PAID.id)
        return paid if isinstance(paid, bool) else None

    def fresh(self) -> Case:
        """The same with no law read yet."""
        return replace(self, law=self.law.fresh())
