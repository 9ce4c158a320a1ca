"""How far a claim has come: which events have happened, on which day, and which day stands in for one not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gigdesk.domain.decision import Answers, Question
from gigdesk.domain.injury.facts import (
    APPRAISED_AT,
    CERTIFIED_AT,
    DECIDED_AT,
    EMPLOYMENT_CONTRACT,
    FAULT,
    FILED_AT,
    FIRST_DIAGNOSIS_AT,
    HARM,
    MANAGED_LIKE_EMPLOYEE,
    REPORTED_AT,
    WHEN,
    WORK_INJURY_INSURANCE_PAID,
    day_of,
    may_be_in_traffic,
)
from gigdesk.domain.injury.limits import Event, Only
from gigdesk.domain.law import Law

STAGES = (
    (Event.REPORT, REPORTED_AT),
    (Event.FILING, FILED_AT),
    (Event.DECISION, DECIDED_AT),
    (Event.APPRAISAL, APPRAISED_AT),
)
"""One after the other: what happened later implies what comes before."""

NOTED: dict[Event, Question[date]] = {**dict(STAGES), Event.CERTIFICATE: CERTIFIED_AT}
TAKEN_FOR_THE_ACCIDENT = (Event.KNOWING, Event.INVESTIGATION)
"""Not asked for: the day of the accident is the earliest they can be."""


@dataclass(frozen=True)
class Start:
    """The day of an event. `assumed`: its own is not known, this one stands in."""

    day: date
    assumed: bool = False


@dataclass(frozen=True)
class Course:
    """A claim as seen on a day. What was filed and decided was so on the `leading` route, the one first to try."""

    answers: Answers
    today: date
    leading: str

    @property
    def accident(self) -> date:
        """The day of the accident."""
        return day_of(self.answers[WHEN])

    def happened(self, event: Event, route: str) -> bool:
        """Whether a stage is reached. Only reporting counts for another route than the leading one."""
        stages = [stage for stage, _ in STAGES]
        reached = [stage for stage, question in STAGES if self.answers.knows(question)]
        if route != self.leading:
            reached = [stage for stage in reached if stage is Event.REPORT]
        return any(stages.index(stage) >= stages.index(event) for stage in reached)

    def start(self, event: Event, route: str, law: Law) -> Start | None:
        """The day from which a limit runs; None where the event has not happened, or when it did is not known."""
        if event is Event.TODAY:
            return Start(self.today)
        if event is Event.ACCIDENT:
            return Start(self.accident)
        if event in TAKEN_FOR_THE_ACCIDENT:
            return Start(self.accident, assumed=True)
        if event is Event.DIAGNOSIS:
            return self._diagnosis(law)
        return self._noted(event, route)

    def concerns(self, only: Only) -> bool:
        """Whether the facts leave a limit of interest."""
        given, traffic = self.answers.given, may_be_in_traffic(self.answers)
        if only is Only.NO_CERTIFICATE:
            return traffic and given.get(FAULT.id) in (None, "unknown") and not self.answers.knows(CERTIFIED_AT)
        if only is Only.TRAFFIC:
            return traffic
        on_paper = given.get(EMPLOYMENT_CONTRACT.id) is True or given.get(WORK_INJURY_INSURANCE_PAID.id) is True
        managed = given.get(MANAGED_LIKE_EMPLOYEE.id) is not False
        return only is Only.ALWAYS or (managed and not on_paper)

    def _noted(self, event: Event, route: str) -> Start | None:
        question = NOTED.get(event)
        if question is None or (question not in (REPORTED_AT, CERTIFIED_AT) and route != self.leading):
            return None
        if self.answers.knows(question):
            return Start(self.answers[question])
        return Start(self.today, assumed=True) if event is Event.REPORT else None

    def _diagnosis(self, law: Law) -> Start | None:
        """That of an occupational disease; other harms run from the accident."""
        moment = self.answers.given.get(FIRST_DIAGNOSIS_AT.id)
        if not isinstance(moment, datetime) or self.answers.given.get(HARM.id) is None:
            return None
        diseases = law.codes("ordinary.occupational_harms")
        return Start(day_of(moment)) if self.answers[HARM] in diseases else None
