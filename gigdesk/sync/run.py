"""The one loop over public feeds: ask, recognise what is no answer, read, guard, and replace what was there before.

A feed that fails keeps its last good rows and says why. Who calls gives the fetcher, the day and the pause.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gigdesk.domain.errors import GigDeskError, MissingDataError, RefusedError
from gigdesk.store.live import Fresh, FreshTable, Live, Outcome, Placed, State
from gigdesk.store.tables_file import Origin
from gigdesk.sync.addresses import short
from gigdesk.sync.asking import Asking, Taken
from gigdesk.sync.feed import Feed, Parsed
from gigdesk.sync.fetch import Fetcher
from gigdesk.sync.wire import FeedError

Pause = Callable[[float], None]
MOST_NAMED = 3
LEAST_SHARE = 2
"""An answer with less than half the figures of the one before is taken for a part of one."""


@dataclass(frozen=True)
class Result:
    """How a feed ended: what was read, what became of each table, and the error where it failed."""

    feed: Feed
    state: State
    parsed: Parsed | None = None
    placed: tuple[Placed, ...] = ()
    error: GigDeskError | None = None


@dataclass(frozen=True)
class Round:
    """One round over feeds: who gets the bytes, what is on this machine, the day, and how one waits.

    In a dry round nothing is stored.
    """

    fetcher: Fetcher
    live: Live
    day: date
    pause: Pause
    dry: bool = False

    def run(self, feed: Feed) -> Result:
        """Ask a feed, and store what it answers.

        Raises:
            MissingDataError: the data folder cannot be read or written to.
        """
        before, there = self.live.states().get(feed.id), self.live.counts().get(feed.id, 0)
        known = before.seen if before and there else {}
        try:
            taken = Asking(feed, self.fetcher, self.pause, known).taken(self.day.year)
            if taken is not None:
                _check(feed, taken, there)
        except (RefusedError, MissingDataError) as error:
            return self._failed(feed, before, error)
        if taken is None:
            return self._noted(Result(feed, _same(before, self.day)))
        return self._stored(feed, taken, before)

    def _stored(self, feed: Feed, taken: Taken, before: State | None) -> Result:
        tables = [FreshTable(one.table, one.cells, _named(one.told_by)) for one in taken.parsed.tables]
        origin = Origin(short(feed.url), taken.sha256, self.day)
        fresh = Fresh(tables, taken.parsed.rates, origin, feed.terms)
        with self.live.change() as change:
            placed = change.replace(feed.id, fresh)
            state = _after(feed, placed, State(Outcome.NEW, self.day, self.day, seen=taken.seen))
            if state.outcome is not Outcome.FAILED:
                change.note(feed.id, state)
                if not self.dry:
                    change.keep()
                return Result(feed, state, taken.parsed, placed)
        failed = self._failed(feed, before, RefusedError(state.code, **state.details))
        return replace(failed, parsed=taken.parsed, placed=placed)

    def _failed(self, feed: Feed, before: State | None, error: GigDeskError) -> Result:
        state = _with(before or State(Outcome.FAILED, self.day), Outcome.FAILED, error)
        return self._noted(Result(feed, replace(state, tried=self.day), error=error))

    def _noted(self, result: Result) -> Result:
        if not self.dry:
            with self.live.change() as change:
                change.note(result.feed.id, result.state)
                change.keep()
        return result


def _named(told_by: Sequence[str]) -> str:
    """The publisher's own sources; of many the first few."""
    return "; ".join(told_by[:MOST_NAMED]) + (" …" if told_by[MOST_NAMED:] else "")


def _check(feed: Feed, taken: Taken, there: int) -> None:
    """Whether there is something to store, and not much less than before."""
    parsed = taken.parsed
    cells = sum(len(one.cells) for one in parsed.tables) + len(parsed.rates)
    if not cells:
        raise FeedError("feed-nothing", feed=feed.title, rows=parsed.rows)
    if cells * LEAST_SHARE < there:
        raise FeedError("feed-shrunk", feed=feed.title, now=cells, before=there)


def _after(feed: Feed, placed: Sequence[Placed], well: State) -> State:
    """How a feed stands by what the guard says of its tables."""
    refused = [one for one in placed if one.findings]
    if not refused:
        return well
    error = RefusedError("guard-feed", feed=feed.title, count=len(refused), table=refused[0].table.title)
    return _with(well, Outcome.PART if len(refused) < len(placed) else Outcome.FAILED, error)


def _same(before: State | None, day: date) -> State:
    """Nothing new; a table that was refused before is so still."""
    if before and before.outcome is Outcome.PART:
        return replace(before, tried=day, got=day)
    return State(Outcome.SAME, day, day, seen=before.seen if before else {})


def _with(state: State, outcome: Outcome, error: GigDeskError) -> State:
    details = {name: str(detail) for name, detail in error.details.items()}
    return replace(state, outcome=outcome, code=error.code, details=details)
