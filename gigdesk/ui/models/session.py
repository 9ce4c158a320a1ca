"""The person at the machine: language, look, size, what several jobs ask. Forgotten when they leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.services.carry import Carried, CodeBook, Since
from gigdesk.services.changes import Change
from gigdesk.store.style import FACTORY, HIGH_CONTRAST, Style
from gigdesk.store.texts import Texts

Run = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[GigDeskError], None]], None]
"""Work, then what is done with its result, or with a foreseen failure."""


def at_once(work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[GigDeskError], None]) -> None:
    """Do the work here and now: the window does it behind the page."""
    try:
        result = work()
    except GigDeskError as error:
        failed(error)
    else:
        done(result)


@dataclass(frozen=True)
class News:
    """What a new release brought: the releases before and after, by id, and what changed between them."""

    before: str
    after: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Shown:
    """A result as it was shown: on which release, to which answers, with which headline."""

    release: str
    language: str
    given: Mapping[str, object]
    title: str


@dataclass(frozen=True)
class Reopened:
    """A case from a slip, and what became of its result."""

    case: Carried
    since: Since


@dataclass
class Session:
    """What all pages share. `services` is None until the store is open, `failure` says why it could not be.

    `known` holds the answers that several jobs ask for: each offers them, none takes them unasked.
    """

    texts: Texts
    today: Callable[[], date]
    services: Services | None = None
    failure: GigDeskError | None = None
    usual: Style = FACTORY
    """How the machine looks to whoever comes."""
    look: str = FACTORY.look
    density: str = FACTORY.density
    text_size: str = FACTORY.text_size
    notice: str = ""
    known: dict[str, object] = field(default_factory=dict)
    run: Run = at_once
    apart: Run = at_once
    """The same for work that waits for a network or a disk: no answer ever queues behind it."""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    reopen: Callable[[], Services | None] = lambda: None
    """Open the store anew, on the release that is in use now."""
    news: News | None = None
    """What a new release brought, until somebody has seen it."""
    shown: dict[str, Shown] = field(default_factory=dict)
    carried: Reopened | None = None
    """What somebody brought back on a slip."""
    book: CodeBook = field(default_factory=CodeBook)
    """The codes of today's slips, where the centre lets them be typed; it outlives a visitor, and no day."""
    kiosk: bool = False
    """Whether visitors are alone with the machine."""
    voices: tuple[str, ...] = ()
    """The languages in which pages can be read aloud here."""
    staff: bool = False
    """Whether at a kiosk the staff code has opened what is not for visitors."""

    demo: bool = False
    """Whether all that is shown is a sample."""
    printed: bool = False
    """Whether this person sent something to the printer."""
    parted: Callable[[], None] = lambda: None
    """What is done when somebody leaves who printed."""

    @property
    def locked(self) -> bool:
        """Whether nothing may be offered that opens a dialog of the system, or writes to a disk."""
        return self.demo or (self.kiosk and not self.staff)

    @property
    def blank(self) -> bool:
        """Whether nothing of a person is known, not even how they like to read."""
        return not (self.known or self.shown or self.carried or self.notice) and self.style == self.usual

    @property
    def style(self) -> Style:
        """How this person likes to read."""
        return Style(self.look, self.density, self.text_size)

    def dress(self, style: Style) -> None:
        """Look like this from now on."""
        self.look, self.density, self.text_size = style.look, style.density, style.text_size

    def turn_contrast(self, *, on: bool) -> None:
        """High contrast, or without it again; where the machine usually has it, as machines come."""
        without = FACTORY.look if self.usual.look == HIGH_CONTRAST else self.usual.look
        self.look = HIGH_CONTRAST if on else without

    def forget(self) -> None:
        """The next person starts with nothing of the last one."""
        if self.printed:
            self.parted()
        self.printed = False
        self.known.clear()
        self.shown.clear()
        self.news, self.notice, self.staff, self.carried = None, "", False, None
        self.demo = self.demo and not self.kiosk
        self.dress(self.usual)

    def compare_shown(self, job: str, given: Mapping[str, object], title: str) -> str:
        """Remember the headline of a result; what it was in words, where the same answers led to another one before.

        That is so once the data has changed underneath, and said as long as the person is there.
        """
        release = self.services.data.reference.about.id if self.services else ""
        now = Shown(release, self.texts.language, dict(given), title)
        before = self.shown.setdefault(job, now)
        if before.given != now.given or before.language != now.language or before.release == release:
            self.shown[job] = now
            return ""
        return "" if before.title == title else self.texts("result.data-changed", was=before.title, now=title)

    def error(self, error: GigDeskError) -> str:
        """A foreseen failure in words; where there are plainer ones, without the technical name."""
        key = f"error.{error.code}"
        plain = f"{key}.plain"
        return self.texts.tell(plain if plain in self.texts else key, error.details)
