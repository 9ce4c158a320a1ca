"""An update of the data on its way: looked for, brought from a stick, or gone back on. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.services.changes import Change
from gigdesk.store.origin import Origin
from gigdesk.store.records import About
from gigdesk.ui.models.news import News, news_of
from gigdesk.ui.models.session import Session

STOPPED = "cancelled"
"""The code of the error by which a stopped update ends."""


class State(StrEnum):
    """How far it is."""

    IDLE = "idle"
    RUNNING = "running"
    NEW = "new"
    NOTHING = "nothing"
    FAILED = "failed"
    STOPPED = "stopped"


class Updating:
    """The one update of a machine, whoever began it. It outlives the person who did.

    `show` draws the page anew; `idle` says whether nobody is in a question, so that the data may change underneath.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.show: Callable[[], None] = lambda: None
        self.idle: Callable[[], bool] = lambda: True
        self.state, self.step = State.IDLE, ""
        self.there = self.whole = 0
        self.error: GigDeskError | None = None
        self.fresh: tuple[Services, News | None] | None = None
        self._stop = False

    @property
    def running(self) -> bool:
        """Whether something is on its way."""
        return self.state is State.RUNNING

    def forget(self) -> None:
        """What came of the last one is not said again."""
        if not self.running:
            self.state, self.error = State.IDLE, None

    def look(self, done: Callable[[bool], None] = lambda _: None) -> None:
        """Look for new data where the settings say; `done` is told whether it came to anything."""
        services = self.session.services
        if services:
            self._begin(lambda: self._sync(services), done)

    def bring(self, folder: Path) -> None:
        """Take new data from a folder: a memory stick, a mirror."""
        services = self.session.services
        if services:
            self._begin(lambda: services.releases.bring(folder, self.session.now(), self).shelved is not None)

    def roll_back(self, release: str) -> None:
        """Go back to another release that is kept."""
        services = self.session.services
        if services:
            self._begin(lambda: bool(services.releases.roll_back(release)))

    def stop(self) -> None:
        """Ask for an end; what came so far is kept for the next time."""
        self._stop = True

    def adopt(self) -> None:
        """Let the new data take the place of the old, once nobody is in a question."""
        if self.fresh is None or not self.idle():
            return
        old, (self.session.services, self.session.news) = self.session.services, self.fresh
        self.fresh = None
        if self.session.news and self.session.services:
            self.session.services.upkeep.mark_seen(self.session.news.after)
        if old:
            self.session.run(old.data.reference.close, lambda _: None, lambda _: None)

    # What whoever brings the data tells while it comes, from another thread.

    def told(self, step: str) -> None:
        """A step has begun."""
        self.step = step

    def came(self, there: int, whole: int) -> None:
        """So many bytes are there, of so many."""
        self.there, self.whole = there, whole

    def stopped(self) -> bool:
        """Whether it is to end."""
        return self._stop

    def _sync(self, services: Services) -> bool:
        source = services.upkeep.settings().source
        return services.releases.sync(source, self.session.now(), self).shelved is not None

    def _begin(self, work: Callable[[], bool], done: Callable[[bool], None] = lambda _: None) -> None:
        if self.running:
            return
        self.state, self.step, self.error, self._stop = State.RUNNING, "", None, False
        self.there = self.whole = 0
        self.show()

        def whole() -> tuple[Services, News | None] | None:
            if not work():
                return None
            services = self.session.reopen()
            return services, news_of(services)

        def ended(found: tuple[Services, News | None] | None) -> None:
            self.state, self.fresh = State.NEW if found else State.NOTHING, found or self.fresh
            done(True)
            self.adopt()
            self.show()

        def failed(error: GigDeskError) -> None:
            self.state = State.STOPPED if error.code == STOPPED else State.FAILED
            self.error = error
            done(False)
            self.show()

        self.session.apart(whole, ended, failed)
