"""A slip brought back: read by a picture, by its text, or by the code that is known today; and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gigdesk.domain.errors import GigDeskError, InputError, Phrase
from gigdesk.services import Services, commands, words
from gigdesk.services.carry import Carried, read, since
from gigdesk.services.carry.words import head, told
from gigdesk.ui.models.entitlements import EntitlementsJob
from gigdesk.ui.models.form import FormJob
from gigdesk.ui.models.injury import InjuryJob
from gigdesk.ui.models.job import REOPENED, Job
from gigdesk.ui.models.kiosk import Clock, Tries
from gigdesk.ui.models.pension import PensionJob
from gigdesk.ui.models.resident import ResidentJob
from gigdesk.ui.models.session import Reopened, Session
from gigdesk.ui.models.wages import WagesJob

JOBS: Mapping[str, type[Job[Any]]] = {
    commands.wages.NAME: WagesJob,
    commands.estimate.NAME: PensionJob,
    commands.forms.REPLAY: FormJob,
    commands.forms.GAP: FormJob,
    commands.schemes.RESIDENT: ResidentJob,
    commands.schemes.TRANSFER: ResidentJob,
    commands.injury.NAME: InjuryJob,
    commands.entitlements.NAME: EntitlementsJob,
}
"""The page on which a command is asked."""
HALF = "carry-half"
MOST_PIECES = 2
ReadPicture = Callable[[Path], Iterable[str]]


@dataclass(frozen=True)
class SlipView:
    """What stands on the slip: what it was about, when and by which data; what was answered; what became of it."""

    job: str
    facts: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]
    told: tuple[str, ...]
    changed: bool
    whole: bool
    """Whether the page it leads to asks all that the slip says, and only that."""


class ReopenModel:
    """Nothing of a slip is kept but what `Session.carried` holds, until the person leaves."""

    def __init__(self, session: Session, clock: Clock | None = None) -> None:
        self.session = session
        self.tries = Tries(clock) if clock else Tries()
        self.show: Callable[[], None] = lambda: None
        self._page = ""
        self.restart()

    def restart(self) -> None:
        """Forget the slip, and the half of one."""
        self._pieces: list[str] = []
        self.problem = self.hint = ""
        self._whole = False
        self._answers: tuple[tuple[str, str], ...] = ()
        self.session.carried = None

    @property
    def found(self) -> bool:
        """Whether a slip was read."""
        return self.session.carried is not None

    @property
    def leads_to(self) -> str:
        """The page that goes on with it, as `Window.go` takes it."""
        return f"{self._page}:{REOPENED}"

    def take(self, texts: Iterable[str]) -> None:
        """Read what was pasted, scanned or seen; the half of a slip waits for the other one."""
        self.problem = self.hint = ""
        pieces = [*self._pieces, *texts]
        try:
            case = read(pieces)
        except GigDeskError as error:
            self._refuse(error, pieces)
        else:
            self._open(case)
        self.show()

    def take_picture(self, path: Path, texts_in_file: ReadPicture) -> None:
        """Read a picture that somebody chose."""
        try:
            found = list(texts_in_file(path))
        except GigDeskError as error:
            self.problem, self.hint = self.session.error(error), ""
            self.show()
        else:
            self.take(found)

    def take_code(self, typed: str) -> None:
        """Look for the code of one of today's slips; wrong ones slow down, also for whoever comes after."""
        t, session = self.session.texts, self.session
        self.problem = self.hint = ""
        case = None if self.tries.wait else session.book.find(typed, session.today())
        if self.tries.wait:
            self.problem = t("reopen.code.wait", seconds=self.tries.wait)
        elif case:
            self.tries.right()
            self._open(case)
        elif typed:
            self.tries.wrong()
            self.problem = t("reopen.code.unknown")
        self.show()

    def view(self) -> SlipView | None:
        """The slip in words; None before one was read."""
        carried, services, t = self.session.carried, self.session.services, self.session.texts
        if carried is None or services is None:
            return None
        case = carried.case
        facts = [(t("reopen.made"), words.day(case.day, t)), (t("reopen.data"), case.release)]
        if was := head(case, case.head, t):
            facts.append((t("reopen.result"), was))
        said = told(case, carried.since, services.data.reference.regions, t)
        self._look(services, case)
        job = JOBS[case.command.name]
        title = t(f"reopen.job.{job.id}")
        return SlipView(title, tuple(facts), self._answers, said, not carried.since.same_result, self._whole)

    def _refuse(self, error: GigDeskError, pieces: list[str]) -> None:
        if error.code == HALF:
            self._pieces = pieces[-MOST_PIECES:]
            self.hint = self.session.error(error)
        else:
            self._pieces = []
            self.problem = self.session.error(error)

    def _open(self, case: Carried) -> None:
        """Ask it again, and see which page goes on with it."""
        services = self.session.services
        self._pieces = []
        if services is None:
            self.hint = self.session.texts("state.preparing")
            return
        try:
            self._look(services, case)
        except GigDeskError as error:
            self.problem = self.session.error(error)
        else:
            self.session.carried = Reopened(case, since(case, services))

    def _look(self, services: Services, case: Carried) -> None:
        """What was answered, in the words of its page."""
        if "person" in case.command.input and case.command.name == commands.forms.GAP:
            raise InputError("slip", case.command.name, Phrase("slip-of-a-page"))
        job = JOBS[case.command.name](self.session)
        job.reopen(services, case.command)
        asking = job.asking
        given = [(ask, asking.answers[ask.id]) for ask in asking.asks if ask.id in asking.answers]
        self._answers = tuple((asking.short(ask), asking.label(ask, answer)) for ask, answer in given)
        self._whole = job.comes_out_as(services, case.command)
        self._page = job.id
