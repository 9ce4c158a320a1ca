"""The data page: one verdict for all, a row for each dataset, what can be done with the data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services, words
from gigdesk.services.data import DataStatus, Health
from gigdesk.services.freshness import Freshness
from gigdesk.services.live_words import standing
from gigdesk.services.standing import DataState
from gigdesk.store.shelf import Shelved
from gigdesk.store.texts import Texts
from gigdesk.ui.models import news
from gigdesk.ui.models.datasets import DatasetLine, dataset_line, duration
from gigdesk.ui.models.session import News, Session
from gigdesk.ui.models.updating import NO_SOURCE, SWITCHED_OFF, State, Updating

CHANGES, BACK = "changes", "roll-back"
"""The parts of the page that are pages of their own."""
MEGABYTE = 1_000_000
TONES = {State.NEW: "info", State.NOTHING: "info", State.STOPPED: "info", State.FAILED: "error"}


@dataclass(frozen=True)
class Verdict:
    """One for all: `state` is a key of the ages' looks, `sealed` whether who publishes it has signed it."""

    state: str
    title: str
    line: str
    sealed: bool = False


@dataclass(frozen=True)
class UpdateLine:
    """What is being done, or came of it: its tone, words, and how much of it is there, from 0 to 1."""

    tone: str
    words: str
    share: float | None = None


@dataclass(frozen=True)
class DataView:
    """The page."""

    verdict: Verdict
    lines: tuple[DatasetLine, ...]
    privacy: str
    release: str
    signature: str
    proof: str
    news: str
    older: bool
    feeds: tuple[tuple[str, str], ...]
    """The public feeds that were asked on this machine: what each is called, and how it stands."""


class DataModel:
    """What is installed, in words; `show` is set by the window."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.updating = Updating(session)
        self.part = ""
        self._health: tuple[Services, date, Health | GigDeskError] | None = None
        self._changes: tuple[Services, News | None] | None = None
        self._asked: set[str] = set()
        self.show: Callable[[], None] = lambda: None

    def restart(self) -> None:
        """Nothing of a person is kept here; what is on its way goes on."""
        self.part = ""
        self.updating.forget()

    def view(self) -> DataView | str:
        """The page, or in words why there is none yet."""
        t = self.session.texts
        if self.session.failure:
            return self.session.error(self.session.failure)
        if not self.session.services:
            return t("state.preparing")
        return self._view(self.session.services, t)

    def update(self) -> UpdateLine | None:
        """What is being done with the data now, or came of it; None where nothing is."""
        t, now = self.session.texts, self.updating
        if now.running:
            return _progress(now, t)
        if now.state is State.IDLE:
            return None
        if now.error is not None and now.state is State.FAILED:
            tone = "info" if now.error.code in {NO_SOURCE, SWITCHED_OFF} else "error"
            told = self.session.error(now.error)
            return UpdateLine(tone, told if tone == "info" else t("update.failed", error=told))
        release = self.session.services.data.reference.about.id if self.session.services else ""
        return UpdateLine(TONES[now.state], t(f"update.{now.state}", release=release))

    def look(self, part: str) -> None:
        """Look at a part of the page."""
        self.part = part
        self.show()

    def back(self) -> bool:
        """Back from a part to the page; False where the page itself is shown."""
        if not self.part:
            return False
        self.look("")
        return True

    def bring(self, folder: Path) -> None:
        """Take new data from a folder."""
        self.updating.bring(folder)

    def to_older(self) -> None:
        """Go back to the release before, which was asked for twice."""
        older = self.older()
        self.part = ""
        if older:
            self.updating.roll_back(older.about.digest)

    def older(self) -> Shelved | None:
        """The release that is kept beside the one in use, the one that was installed last."""
        services = self.session.services
        if not services:
            return None
        try:
            return next((one for one in services.releases.releases() if not one.current), None)
        except GigDeskError:
            return None

    def way(self) -> str:
        """Whether that release lies before the one in use, or after it: then somebody has gone back already."""
        other, services = self.older(), self.session.services
        onward = other and services and other.about.released > services.data.reference.about.released
        return "roll-on" if onward else BACK

    def older_words(self) -> tuple[str, str]:
        """The release to go back to: which one it is, and how it came."""
        one, t = self.older(), self.session.texts
        if one is None:
            return "", ""
        title = t("data.release", release=one.about.id)
        return title, f"{words.day(one.about.released, t)} · {one.about.titles[t.language]}"

    def changes(self) -> tuple[str, tuple[str, ...]]:
        """What the release in use changed: between which two, and each change in a sentence."""
        t, services = self.session.texts, self.session.services
        if not services:
            return t("state.preparing"), ()
        if self.session.news:
            self._changes = services, self.session.news
        elif self._changes is None or self._changes[0] is not services:
            self._fetch("changes", lambda: news.last_change(services), self._compared)
        if self._changes is None or self._changes[0] is not services:
            return t("changes.busy"), ()
        found = self._changes[1]
        if found is None:
            return t("changes.first"), ()
        said = news.lines(found, services, t) or (t("change.none"),)
        return t("changes.between", before=found.before, after=found.after), said

    def _compared(self, services: Services, found: object) -> None:
        self._changes = services, found if isinstance(found, News) else None

    def _view(self, services: Services, t: Texts) -> DataView:
        today = self.session.today()
        answer = services.data.status(today, t.language)
        found, data, regions = answer.result, answer.data, services.data.reference.regions
        health = self._healthy(services, today)
        news_line = news.lines(self.session.news, services, t)[:1] if self.session.news else ()
        return DataView(
            verdict=_verdict(found, data, health, today, t),
            lines=tuple(
                dataset_line(state, regions[state.dataset.region].names[t.language], today, t)
                for state in found.datasets
            ),
            privacy=t("data.privacy"),
            release=t("data.release", release=data.release),
            signature=_signature(data, t),
            proof=t("data.proof", forms=len(health.forms), exact=health.exact) if isinstance(health, Health) else "",
            news=t("news.line", change=news_line[0]) if news_line else "",
            older=self.older() is not None,
            feeds=_feeds(services, t),
        )

    def _healthy(self, services: Services, today: date) -> Health | GigDeskError | None:
        """The self-check, made once a release and day out of the way of the window; None until it has ended."""
        known = self._health
        if known is None or known[:2] != (services, today):
            self._fetch("health", lambda: services.data.doctor(today).result, self._checked(today))
        known = self._health
        return known[2] if known and known[:2] == (services, today) else None

    def _checked(self, today: date) -> Callable[[Services, object], None]:
        def note(services: Services, found: object) -> None:
            if isinstance(found, Health | GigDeskError):
                self._health = services, today, found

        return note

    def _fetch(self, what: str, work: Callable[[], object], take: Callable[[Services, object], None]) -> None:
        """Do something in the background once, and draw the page anew when it has ended."""
        services = self.session.services
        if services is None or what in self._asked:
            return
        self._asked.add(what)
        drawing = True

        def done(found: object) -> None:
            self._asked.discard(what)
            take(services, found)
            if not drawing:
                self.show()

        self.session.run(work, done, done)
        drawing = False


def _verdict(
    found: DataStatus, data: DataState, health: Health | GigDeskError | None, today: date, t: Texts
) -> Verdict:
    """The worst there is to say, first."""
    released = words.day(data.released, t)
    waiting = sum(state.age.freshness is not Freshness.FRESH for state in found.datasets)
    rest = t("data.waits", waiting=waiting) if waiting else t("data.all-new")
    if isinstance(health, GigDeskError) or (health is not None and not health.well):
        return Verdict("refused", t("data.title.ill"), t("data.line.ill", release=data.release))
    if found.seen_later:
        seen, shown = words.day(found.seen_later, t), words.day(today, t)
        return Verdict("provisional", t("data.title.clock"), t("data.line.clock", today=shown, seen=seen))
    if data.expired and data.expires:
        until = words.day(data.expires, t)
        return Verdict("waiting", t("data.title.expired"), t("data.line.expired", released=released, expires=until))
    installed = _installed(found, today, t)
    if data.signature_checked:
        line = t("data.line.signed", released=released, installed=installed, rest=rest)
        return Verdict("fresh", t("data.title.signed"), line, sealed=True)
    title = t("data.title.checking" if health is None else "data.title.well")
    return Verdict("fresh", title, t("data.line.program", released=released, rest=rest))


def _installed(found: DataStatus, today: date, t: Texts) -> str:
    days = (today - found.origin.installed_at.astimezone().date()).days if found.origin else 0
    return t("data.installed", age=duration(days, t)) if days > 0 else t("data.installed.today")


def _feeds(services: Services, t: Texts) -> tuple[tuple[str, str], ...]:
    try:
        asked = [one for one in services.live.states() if one.last is not None]
    except GigDeskError:
        return ()
    return tuple((t(one.feed.holds), standing(one, t)) for one in asked)


def _signature(data: DataState, t: Texts) -> str:
    if not data.needed:
        return t("data.signature.program")
    return t("data.signature", signatures=data.signatures, needed=data.needed)


def _progress(now: Updating, t: Texts) -> UpdateLine:
    if not now.whole:
        step = f"progress.{now.step}"
        return UpdateLine("info", t(step) if step in t else t("update.running"))
    there, whole = (f"{count / MEGABYTE:.1f}" for count in (now.there, now.whole))
    return UpdateLine("info", t("update.bytes", there=there, whole=whole), min(now.there / now.whole, 1.0))
