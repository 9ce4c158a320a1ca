"""Public feeds, fetched: what is asked when somebody says so, and how each of them stands."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from gigdesk.domain.errors import InputError, MissingDataError
from gigdesk.store.live import Live, State
from gigdesk.sync.feed import Feed
from gigdesk.sync.feeds import ALL
from gigdesk.sync.fetch import Fetcher, HttpFetcher
from gigdesk.sync.run import Result, Round

EVERY = "all"
"""In the place of an id: each feed that is not optional."""


@dataclass(frozen=True)
class FeedState:
    """A feed and how it was last asked, None where it never was; and how many figures of it are here."""

    feed: Feed
    last: State | None
    figures: int


@dataclass(frozen=True)
class LiveFeeds:
    """The public feeds over what is on this machine. Asked is only when somebody says so."""

    live: Live
    fetcher: Fetcher = field(default_factory=HttpFetcher)
    pause: Callable[[float], None] = time.sleep

    def states(self) -> tuple[FeedState, ...]:
        """Each feed; none where the file of what was fetched cannot be read, which the imported tables in it say."""
        try:
            last, figures = self.live.states(), self.live.counts()
        except MissingDataError:
            return ()
        return tuple(FeedState(one, last.get(one.id), figures.get(one.id, 0)) for one in ALL.values())

    def chosen(self, ids: Iterable[str]) -> tuple[Feed, ...]:
        """The feeds of these ids, each once.

        Raises:
            InputError: there is no such feed.
        """
        found: dict[str, Feed] = {}
        for id_ in ids:
            if id_ != EVERY and id_ not in ALL:
                raise InputError("--feed", id_, " | ".join((*ALL, EVERY)))
            found |= {one.id: one for one in ALL.values() if one.id == id_ or (id_ == EVERY and not one.optional)}
        return tuple(found.values())

    def sync(self, feeds: Iterable[Feed], day: date, *, dry: bool = False) -> Iterator[Result]:
        """Ask some feeds, one after the other; one that fails keeps what it had, and holds up no other.

        Raises:
            MissingDataError: the data folder cannot be read or written to.
        """
        asked = Round(self.fetcher, self.live, day, self.pause, dry)
        return map(asked.run, feeds)
