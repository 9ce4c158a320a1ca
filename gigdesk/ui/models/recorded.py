"""A job in which a contribution record can take the place of some of its questions."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from gigdesk.domain.money import YearMonth
from gigdesk.ui.models.ask import Answers
from gigdesk.ui.models.history import ContributionHistory, Taken
from gigdesk.ui.models.job import Job, Stage
from gigdesk.ui.models.places import place
from gigdesk.ui.models.session import Session

V = TypeVar("V")
HISTORY = "history"
"""The way to the record, the part of the job that it is, and the answer that comes of it."""
MAY_WORK, LONGEST_WORK = 16, 60
REPLACED = ("paid_months", "tier_so_far")


class RecordedJob(Job[V]):
    """Asks for months and tier, or takes them from a record that is typed, pasted or read from a file."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.record = ContributionHistory(session, lambda: place(self.asking.answers))

    @property
    def at_record(self) -> bool:
        """Whether the page is that of the record: looked at, or come to where it stands among the questions."""
        if self.stage is Stage.ASKING:
            return self.asking.current.id == HISTORY
        return self.stage is Stage.DETAIL and self.detail == HISTORY

    @property
    def first_year(self) -> int:
        """The year in which the person may have begun to pay; the earliest that a working life reaches back."""
        birth = self.asking.answers.get("birth")
        return birth.year + MAY_WORK if isinstance(birth, YearMonth) else self.record.as_of.year - LONGEST_WORK

    @property
    def recorded(self) -> bool:
        """Whether a record stands in the place of the questions."""
        return HISTORY in self.asking.answers

    def change(self, ask_id: str) -> None:
        """Answer one question anew; the record is changed on its own page."""
        if ask_id != HISTORY:
            super().change(ask_id)
            return
        self.reviewing = False
        self.detail, self._return = HISTORY, self.detail
        self.show()

    def take(self) -> None:
        """Go on with the record, if it can be used as it stands."""
        taken = self.record.take()
        if taken:
            answers, finished = self.asking.answers, self.asking.finished
            for ask_id in REPLACED:
                answers.pop(ask_id, None)
            answers[HISTORY] = taken
            self.session.known["paid_months"] = Decimal(taken.months)
            self.detail, self._return = (self._return if finished else ""), ""
            if not finished:
                self.asking.forward()
        self.show()

    def drop(self) -> None:
        """Ask for the months again."""
        self.asking.answers.pop(HISTORY, None)
        super().change("paid_months")

    def measured(self, answers: Answers) -> Answers:
        """The answers with the record measured by the averages of the place now chosen.

        Raises:
            GigDeskError: the averages that it takes are not in the data.
        """
        taken, region = answers.get(HISTORY), place(answers)
        if not isinstance(taken, Taken) or taken.region == region:
            return answers
        anew = self.record.measured(taken.periods, region)
        self.asking.answers[HISTORY] = anew
        return {**answers, HISTORY: anew}

    def restart(self) -> None:
        """Forget the person and the record."""
        super().restart()
        self.record.clear()
