"""A job at the kiosk: ask, look over the answers, show the result. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from gigdesk.domain.errors import GigDeskError
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.reports.tables import Taken
from gigdesk.services import Services
from gigdesk.services.carry.words import told
from gigdesk.services.commands import Command
from gigdesk.services.plain import plain
from gigdesk.ui.models.ask import UNSURE, Answers, Ask
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.models.places import must_be_placed
from gigdesk.ui.models.recalled import Recall
from gigdesk.ui.models.reporting import REPORT, Reporting
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.slipping import SLIP, Slipping

V = TypeVar("V")
REOPENED = "reopened"
"""The part of a job with which it begins where a slip was opened again."""
MOST_ASKS = 60
OF_THE_DAY = ("today", "as_of")
"""What a command says of the day on which it was asked."""


class Stage(StrEnum):
    """What the page of a job shows."""

    WAITING = "waiting"
    ASKING = "asking"
    REVIEW = "review"
    RESULT = "result"
    DETAIL = "detail"
    FAILED = "failed"


class Job(Generic[V]):
    """Common to the jobs; a job says what it asks and what comes of the answers. `show` is set by the page.

    `sign` names the sign of a job that has none of its own.
    """

    id = ""
    sign = ""
    has_slip = False
    above: Mapping[str, str] = {}
    """Parts that are looked at from another part: back leads there."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.asking = Asking(self.id, session, self._asks, self.sign or self.id)
        self.reporting = Reporting(session, self._command)
        self.slipping = Slipping(session, self._command, self._slip)
        self.reviewing = self._to_list = False
        self.detail = self._return = ""
        self.show: Callable[[], None] = lambda: None
        self.because = ""
        """What this result was before the data changed underneath, if it was another."""
        self._reopened: Mapping[str, object] | None = None

    def plan(self, services: Services, answers: Answers) -> list[Ask]:
        """The questions left to ask, given the answers so far."""
        raise NotImplementedError

    def view(self, services: Services, answers: Answers) -> V:
        """The result, ready to be drawn.

        Raises:
            GigDeskError: the answers lead to no result; the error says why.
        """
        raise NotImplementedError

    def offers(self, _found: V) -> Mapping[str, tuple[str, str]]:
        """Parts of a result that stand in the bar below it: the key of their words, and their icon."""
        return {}

    def command(self, services: Services, answers: Answers) -> Command:
        """The question behind the result, as the command line takes it.

        Raises:
            GigDeskError: an answer is missing without which it cannot be put.
        """
        raise NotImplementedError

    def slip(self, services: Services, answers: Answers, asked: Occasion) -> Slip | None:
        """The result as a slip to take home; None for a job that has none yet."""
        del services, answers, asked
        return None

    def table(self, services: Services, answers: Answers) -> Taken | None:
        """The result as a table to take away; None for a job that has none."""
        del services, answers
        return None

    def recall(self, services: Services, command: Command) -> Recall:
        """What was answered to each question when a command was made of the answers.

        Raises:
            GigDeskError: the command is none that this job makes.
        """
        raise NotImplementedError

    def reopen(self, services: Services, command: Command) -> None:
        """Answer as it was answered then; what the command does not tell is asked."""
        recall, answers = self.recall(services, command), self.asking.answers
        for _ in range(MOST_ASKS):
            asks = self.plan(services, answers)
            found = ((ask, recall(ask, answers)) for ask in asks if ask.id not in answers)
            ask, answer = next(((ask, answer) for ask, answer in found if answer is not None), (None, None))
            if ask is None:
                break
            answers[ask.id] = answer
        self.asking.resume()
        self._reopened = self.asking.given

    def comes_out_as(self, services: Services, command: Command) -> bool:
        """Whether the answers say just what a command does, but for the day."""
        try:
            own = self.command(services, self.asking.given) if self.asking.finished else None
        except GigDeskError:
            return False
        return own is not None and _undated(own) == _undated(command)

    @property
    def part(self) -> str:
        """The part with which the page begins."""
        return self.detail

    @part.setter
    def part(self, part: str) -> None:
        carried, services = self.session.carried, self.session.services
        if part == REOPENED and carried and services:
            self.reopen(services, carried.case.command)

    @property
    def stage(self) -> Stage:
        """Where the person is."""
        if self.session.failure:
            return Stage.FAILED
        if not self.session.services:
            return Stage.WAITING
        if self.reviewing:
            return Stage.REVIEW
        if self.detail:
            return Stage.DETAIL
        return Stage.RESULT if self.asking.finished else Stage.ASKING

    def result(self) -> V | str:
        """The result, or in words why there is none."""
        if not self.session.services:
            return self.session.texts("state.preparing")
        try:
            given = self.asking.given
            must_be_placed(given)
            found = self.view(self.session.services, given)
        except GigDeskError as error:
            return self.session.error(error)
        because = self.session.compare_shown(self.id, given, _headline(found))
        self.because = self._since_the_slip(given) or because
        return found

    def answer(self, value: object) -> None:
        """Answer the question on the page."""
        self.asking.answer(value)

    def forward(self) -> None:
        """Go on; after a question asked from the list of answers or a part of the result, back to it."""
        self.asking.forward()
        if self.asking.finished:
            self._come_back()
        self.show()

    def back(self) -> bool:
        """Go back: from a list or a part to what is above it, from there to the last question. False at the start."""
        if self.reviewing or self.detail:
            self.reviewing, self.detail = False, self.above.get(self.detail, "")
        elif self.asking.unchanged():
            self._come_back()
        elif not self.asking.back():
            return False
        self.show()
        return True

    def look(self, detail: str) -> None:
        """Look at one part of the result in full."""
        self.detail = detail
        self.show()

    def take_home(self) -> None:
        """Take the result home on paper."""
        self.slipping.begin()
        self.look(SLIP)

    def table_now(self) -> Taken | None:
        """The table of the result as it now is; None where there is none."""
        if not self.session.services:
            return None
        try:
            return self.table(self.session.services, self.asking.given)
        except GigDeskError:
            return None

    def report(self) -> None:
        """Say that the result looks wrong, and see what a report of it would hold."""
        self.reporting.begin()
        self.look(REPORT)

    def review(self) -> None:
        """Look over the answers."""
        self.reviewing = True
        self.show()

    def change(self, ask_id: str) -> None:
        """Answer one question anew and come back to the list of answers, the result, or the part of it looked at."""
        self._to_list, self.reviewing = self.reviewing, False
        self.detail, self._return = "", self.detail
        self.asking.change(ask_id)
        self.show()

    def restart(self) -> None:
        """Forget every answer: the next person must not see them."""
        self.asking.clear()
        self.reporting.clear()
        self.slipping.begin()
        self.reviewing, self.detail, self._return, self._to_list = False, "", "", False
        self._reopened = None

    def _since_the_slip(self, given: Answers) -> str:
        """What became of the result of a slip that was opened again; nothing once an answer is another."""
        carried, services = self.session.carried, self.session.services
        if not carried or not services or given != self._reopened or carried.since.same_result:
            return ""
        return "\n".join(told(carried.case, carried.since, services.data.reference.regions, self.session.texts))

    def _come_back(self) -> None:
        self.detail, self._return = self._return, ""
        self.reviewing, self._to_list = self._to_list, False

    def _command(self, services: Services) -> Command | None:
        if not self.asking.finished:
            return None
        given = self.asking.given
        must_be_placed(given)
        return self.command(services, given)

    def _slip(self, services: Services, asked: Occasion) -> Slip | None:
        return self.slip(services, self.asking.given, asked)

    def _asks(self, answers: Answers) -> list[Ask]:
        """Where the province is not known there is no result, and nothing more is asked."""
        if not self.session.services:
            return []
        asks = self.plan(self.session.services, answers)
        placed = [ask for ask in asks if ask.id in ("city", "province")]
        return placed if answers.get("province") is UNSURE and len(placed) > 1 else asks


def _headline(found: object) -> str:
    """What a result says first, with its amount where that stands apart."""
    parts = (str(getattr(found, name, "")) for name in ("title", "amount"))
    return " ".join(part.replace("**", "") for part in parts if part)


def _undated(command: Command) -> tuple[str, object, object]:
    given = {name: told for name, told in command.input.items() if name not in OF_THE_DAY}
    return command.name, plain(given), plain(command.options)
