"""The conditions that both routes have, each route by its own lists and limits."""

from __future__ import annotations

from dataclasses import dataclass

from gigdesk.domain.decision import Answers, Condition, Question
from gigdesk.domain.injury.facts import (
    ALCOHOL,
    DRUGS,
    HARM,
    INTENTIONAL_CRIME,
    ORDERED_TO_PLACE,
    PRIVATE_PURPOSE,
    RESCUE,
    SELF_HARM,
    died_within,
)
from gigdesk.domain.law import Law


@dataclass(frozen=True)
class Conditions:
    """Each method is a condition; `route` says whose law it reads. What speaks for the worker is what holds."""

    route: str

    def somebody_was_hurt(self, answers: Answers, law: Law) -> bool:
        """There is a harm that can be claimed for."""
        harms = law.codes(f"{self.route}.harms")
        return answers[HARM] in harms

    def harm_was_an_accident(self, answers: Answers, law: Law) -> bool:
        """It came from outside, by accident or violence."""
        harms = law.codes(f"{self.route}.accident_harms")
        return answers[HARM] in harms

    def harm_came_from_the_body(self, answers: Answers, law: Law) -> bool:
        """It was an illness, or what can be taken for one, such as heat stroke."""
        return not self.harm_was_an_accident(answers, law)

    def died_in_time(self, answers: Answers, law: Law) -> bool:
        """Death came at once or within the hours that make an illness count."""
        hours = law.whole(f"{self.route}.illness_hours")
        return died_within(hours, answers)

    def served_the_work(self, answers: Answers, law: Law) -> bool:
        """It happened because of the work and not on a private errand or in a private quarrel."""
        needed = law.flag(f"{self.route}.needs_work_purpose")
        return not (needed and answers[PRIVATE_PURPOSE])

    def was_ordered_to_a_place(self, answers: Answers, law: Law) -> bool:
        """Whoever gives the work had ordered him to be somewhere: a training, a station, an errand."""
        counts = law.flag(f"{self.route}.ordered_travel")
        return counts and answers[ORDERED_TO_PLACE]

    def was_rescuing(self, answers: Answers, law: Law) -> bool:
        """It happened in protecting others or the public."""
        counts = law.flag(f"{self.route}.rescue")
        return counts and answers[RESCUE]

    def crime_was_not_the_cause(self, answers: Answers, law: Law) -> bool:
        """It was not caused by an intentional crime of his own."""
        return not self._excluded_by(INTENTIONAL_CRIME, answers, law)

    def drink_was_not_the_cause(self, answers: Answers, law: Law) -> bool:
        """His blood held less alcohol than makes drunk."""
        limit = law.number(f"{self.route}.alcohol_limit")
        excluded = ALCOHOL.id in law.codes(f"{self.route}.exclusions")
        return not excluded or answers[ALCOHOL] < limit

    def drugs_were_not_the_cause(self, answers: Answers, law: Law) -> bool:
        """It was not caused by drugs."""
        return not self._excluded_by(DRUGS, answers, law)

    def harm_was_not_meant(self, answers: Answers, law: Law) -> bool:
        """He did not harm himself on purpose."""
        return not self._excluded_by(SELF_HARM, answers, law)

    @property
    def nothing_excludes(self) -> tuple[Condition, ...]:
        """What must all be so, whatever happened."""
        return (
            self.crime_was_not_the_cause,
            self.drink_was_not_the_cause,
            self.drugs_were_not_the_cause,
            self.harm_was_not_meant,
        )

    def _excluded_by(self, question: Question[bool], answers: Answers, law: Law) -> bool:
        excluded = question.id in law.codes(f"{self.route}.exclusions")
        return excluded and answers[question]
