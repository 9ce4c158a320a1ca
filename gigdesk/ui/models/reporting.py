"""A result that looks wrong: what the person says of it, and the file that they may save. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.services.commands import Command
from gigdesk.services.report import Remark, Report, make, one_line, text, write
from gigdesk.ui.models.session import Session

REPORT = "report"
"""The part of every job in which it is made."""

Asked = Callable[[Services], Command | None]
"""The question behind the result; None before there is one."""


class Reporting:
    """Nothing is written before the person saves, and nothing of it is kept once they leave."""

    def __init__(self, session: Session, asked: Asked) -> None:
        self._session, self._asked = session, asked
        self._made: Report | None = None
        self.clear()

    @property
    def offered(self) -> bool:
        """Whether a report can be saved: no visitor of a kiosk saves anything."""
        return not self._session.locked and self.askable

    @property
    def askable(self) -> bool:
        """Whether the result can be asked again, as one cannot for which an answer is missing."""
        return self._command() is not None

    @property
    def file(self) -> str:
        """The whole file as it would be saved now."""
        made = self._report()
        return text(made) if made else ""

    @property
    def name(self) -> str:
        """What to call the file: the job and the day."""
        made = self._report()
        return f"gigdesk-{made.command.name.replace(' ', '-')}-{made.day}.json" if made else ""

    def begin(self) -> None:
        """Look at the result as it now is; what was said of it stays."""
        self._made, self.saved, self.problem = None, "", ""

    def say(self, about: tuple[str, ...], words: str) -> None:
        """Note what is wrong, in kinds and in the person's own words; it is not what was saved before."""
        self.about, self.words = about, words
        self.saved = self.problem = ""

    def save(self, path: Path) -> None:
        """Save the file where the person chose, and note where it lies or why it does not."""
        self.saved = self.problem = ""
        try:
            write(path, self.file, over=True)
        except OSError as error:
            self.problem = error.strerror or str(error)
        else:
            self.saved = str(path)

    def clear(self) -> None:
        """Forget what was said."""
        self.begin()
        self.say((), "")

    def _report(self) -> Report | None:
        services, session = self._session.services, self._session
        if self._made is None:
            command = self._command()
            if services and command:
                self._made = make(command, services, session.today(), session.texts.language)
        remark = Remark(self.about, one_line(self.words))
        return replace(self._made, remark=remark, language=session.texts.language) if self._made else None

    def _command(self) -> Command | None:
        if not self._session.services:
            return None
        try:
            return self._asked(self._session.services)
        except GigDeskError:
            return None
