"""An update of the data on its way: looked for, brought from a stick, or gone back on. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gigdesk.domain.errors import GigDeskError, MissingDataError
from gigdesk.services import Services
from gigdesk.services.releases import Synced, Watch
from gigdesk.store.settings import Sync
from gigdesk.ui.models.news import news_of
from gigdesk.ui.models.session import News, Session

NO_SOURCE, SWITCHED_OFF = "no-source", "sync-off"
"""The codes of what is no failure, but a setting."""
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


@dataclass(frozen=True)
class Opened:
    """The store on a new release, and what that brought."""

    services: Services
    news: News | None


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
        self._fresh: Opened | None = None
        self._stop = False

    @property
    def running(self) -> bool:
        """Whether something is on its way."""
        return self.state is State.RUNNING

    def forget(self) -> None:
        """What came of the last one is not said again."""
        if not self.running:
            self.state, self.error = State.IDLE, None

    def look(self) -> None:
        """Look for new data where the settings say, and note that it was tried."""
        services = self.session.services
        if services:
            self._begin(lambda: self._sync(services))

    def bring(self, folder: Path) -> None:
        """Take new data from a folder: a memory stick, a mirror."""
        services = self.session.services
        if services:
            self._begin(lambda: self._new(services.releases.bring(folder, self.session.now(), self._watch()), services))

    def roll_back(self, release: str) -> None:
        """Go back to another release that is kept, by its digest: two may have one id."""
        services = self.session.services
        if services:
            self._begin(lambda: bool(services.releases.roll_back(release)))

    def stop(self) -> None:
        """Ask for an end; what came so far is kept for the next time."""
        self._stop = True

    def adopt(self) -> bool:
        """Let the new data take the place of the old once nobody is in a question; whether it did."""
        if self._fresh is None or not self.idle():
            return False
        old, self.session.services = self.session.services, self._fresh.services
        self.session.news, self._fresh = self._fresh.news, None
        if old:
            self.session.run(old.data.reference.close, lambda _: None, lambda _: None)
        return True

    def _sync(self, services: Services) -> bool:
        settings = services.upkeep.settings()
        if settings.sync is Sync.OFF:
            raise MissingDataError(SWITCHED_OFF)
        if not settings.source:
            raise MissingDataError(NO_SOURCE)
        failed = True
        try:
            found = self._new(services.releases.sync(settings.source, self.session.now(), self._watch()), services)
            failed = False
        finally:
            services.upkeep.tried(self.session.now(), failed=failed)
        return found

    @staticmethod
    def _new(synced: Synced, services: Services) -> bool:
        """Whether another release than the open one is in use: one that came, or that another program installed.

        What is here may have been signed anew.
        """
        reference = services.data.reference
        if synced.shelved is None and services.releases.current().about.digest == reference.about.digest:
            services.upkeep.look_at_origin(reference)
            return False
        return True

    def _watch(self) -> Watch:
        return Watch(self._told, self._came, lambda: self._stop)

    def _told(self, step: str) -> None:
        self.step = step

    def _came(self, there: int, whole: int) -> None:
        self.there, self.whole = there, whole

    def _begin(self, work: Callable[[], bool]) -> None:
        if self.running:
            return
        self.state, self.step, self.error, self._stop = State.RUNNING, "", None, False
        self.there = self.whole = 0
        self.show()

        def whole() -> Opened | None:
            try:
                opened = self.session.reopen() if work() else None
                return Opened(opened, news_of(opened)) if opened else None
            except GigDeskError:
                raise
            except BaseException:
                self.state = State.IDLE  # nobody is told of what was not foreseen, and another update must be possible
                raise

        self.session.apart(whole, self._ended, self._failed)

    def _ended(self, opened: Opened | None) -> None:
        self.state, self._fresh = State.NEW if opened else State.NOTHING, opened or self._fresh
        self.adopt()
        self.show()

    def _failed(self, error: GigDeskError) -> None:
        self.state, self.error = State.STOPPED if error.code == STOPPED else State.FAILED, error
        self.show()
