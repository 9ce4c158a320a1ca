"""The conditions that several entitlements have, each by its own lists and limits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from gigdesk.domain.decision import Answers, Condition, Rule, either, otherwise, unless, when
from gigdesk.domain.entitlements.entitlement import PREFIX
from gigdesk.domain.entitlements.facts import (
    BIRTH,
    BUSINESS,
    FLAGS,
    GRADUATE,
    LEFT_SCHOOL,
    NONE,
    REGISTERED_FLEXIBLE,
    RETIRED,
    WANTS_BUSINESS,
)
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth

ANYBODY = "anybody"


@dataclass(frozen=True)
class Conditions:
    """Each method is a condition; `area` says whose law it reads."""

    area: str

    def name(self, parameter: str) -> str:
        """The full name of a parameter."""
        return f"{PREFIX}{self.area}.{parameter}"

    def granted_to(self, *conditions: Condition) -> Rule[Outcome]:
        """The rule: one condition that fails settles it; where all hold, it matters whether the rule still does."""
        return (
            unless(Outcome.UNLIKELY, *conditions),
            when(Outcome.LIKELY, self.rule_is_still_confirmed),
            otherwise(Outcome.HISTORIC),
        )

    def rule_is_still_confirmed(self, _: Answers, law: Law) -> bool:
        """That the rule holds today was seen somewhere."""
        return law.flag(self.name("confirmed"))

    def is_of_working_age(self, answers: Answers, law: Law) -> bool:
        """From 16 to the statutory age, which between two ages has to be asked for."""
        ages = law.table("entitlements.working_age")
        age = YearMonth.of(law.day) - answers[BIRTH]
        if not ages["from"] * MONTHS_A_YEAR <= age < ages["over"] * MONTHS_A_YEAR:
            return False
        return age < ages["open_from"] * MONTHS_A_YEAR or not answers[RETIRED]

    def belongs_to_a_group(self, answers: Answers, law: Law) -> bool:
        """One of the groups that the rule names; a graduate only for some years."""
        groups = law.codes(self.name("groups"))
        return ANYBODY in groups or either(*(partial(self.is_one_of, group, answers, law) for group in groups))

    def is_one_of(self, group: str, answers: Answers, law: Law) -> bool:
        """Whether a group is the person's."""
        if group == GRADUATE.id:
            return self.left_school_recently(answers, law)
        return answers[FLAGS[group]]

    def left_school_recently(self, answers: Answers, law: Law) -> bool:
        """A graduate, and not longer ago than the rule allows."""
        years = law.number(self.name("graduate_years"))
        if not answers[GRADUATE]:
            return False
        return YearMonth.of(law.day) - answers[LEFT_SCHOOL] <= years * MONTHS_A_YEAR

    def has_or_wants_a_business(self, answers: Answers, law: Law) -> bool:
        """A business of one's own, or the wish for one."""
        law.flag(self.name("offered"))
        return either(lambda: answers[BUSINESS] != NONE, lambda: answers[WANTS_BUSINESS])

    def is_registered_as_flexible(self, answers: Answers, law: Law) -> bool:
        """Registered as flexibly employed, where the rule asks for it."""
        needed = law.flag(self.name("registration"))
        return not needed or answers[REGISTERED_FLEXIBLE]

    def has_a_business_of_a_kind(self, answers: Answers, law: Law) -> bool:
        """The business is of a kind that the rule names."""
        kinds = law.codes(self.name("kinds"))
        return answers[BUSINESS] in kinds
