"""The slip to take home: what it holds, what its file is called, where it was saved. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gigdesk.domain.errors import GigDeskError
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.services import Services
from gigdesk.services.commands import Command
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.taking import Taking

SLIP = "slip"
"""The part of a job in which it is taken."""

Asking = Callable[[Services], Command | None]
Making = Callable[[Services, Occasion], Slip | None]


class Slipping(Taking):
    """Made of the result as it now is; nothing is written before the person has chosen a place."""

    def __init__(self, session: Session, asked: Asking, make: Making) -> None:
        super().__init__(session)
        self._asked, self._make = asked, make

    def slip(self) -> Slip | None:
        """The slip; None where there is no result to make one of."""
        services, session = self._session.services, self._session
        if services is None:
            return None
        try:
            command = self._asked(services)
            if command is None:
                return None
            asked = Occasion.of(command, services, session.today(), session.texts)
            slip = self._make(services, asked)
            if slip and session.demo:
                return replace(slip, sample=True, carried=None)
            if slip and asked.case:
                session.book.keep(slip.code, asked.case, asked.day)
        except GigDeskError:
            return None
        return slip

    def begin(self) -> None:
        """Nothing was taken yet."""
        super().begin()
        self.printed: bool | None = None

    def hand_over(self, draw: Callable[[], None]) -> None:
        """Print, and note whether the printer took it."""
        self.begin()
        try:
            draw()
        except OSError:
            self.printed = False
        else:
            self.printed = self._session.printed = True

    def no_printer(self) -> None:
        """Note that there is none to print on."""
        self.begin()
        self.printed = False

    def name(self, part: str, ending: str) -> str:
        """What to call the file: the paper and the day, and nothing of what stands on it."""
        return f"gigdesk-slip-{part}-{self._session.today()}{ending}"
