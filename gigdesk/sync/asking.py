"""The questions of one feed, one after the other: what changed since, what is no answer, page after page."""

from __future__ import annotations

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from gigdesk import __version__
from gigdesk.domain.wages.rates import Rate
from gigdesk.store.live import Seen
from gigdesk.sync.addresses import short
from gigdesk.sync.feed import Ask, Feed, Parsed, PublishedTable, Why
from gigdesk.sync.fetch import MEGABYTE, NOT_FOUND, OK, UNCHANGED, Fetcher, Reply, Request
from gigdesk.sync.wire import MARK, FeedError

MOST = 40 * MEGABYTE
MOST_QUESTIONS = 100
GONE, TOO_MUCH = 410, 413
STATUSES = {
    401: "feed-refuses",
    403: "feed-refuses",
    429: "feed-too-often",
    451: "feed-refuses",
    NOT_FOUND: "feed-gone",
    GONE: "feed-gone",
    TOO_MUCH: "feed-too-much",
}
"""What a status means; another is a failure of the server."""


@dataclass(frozen=True)
class Taken:
    """All that a feed answered: what is read from it, what is remembered of it, and the SHA-256 of its bytes."""

    parsed: Parsed
    seen: Mapping[str, Seen]
    sha256: str


@dataclass(frozen=True)
class _Answer:
    data: bytes
    etag: str
    modified: str


class Asking:
    """One round of questions. `known` is what is remembered of the last one."""

    def __init__(self, feed: Feed, fetcher: Fetcher, pause: Callable[[float], None], known: Mapping[str, Seen]) -> None:
        self._feed, self._fetcher, self._pause, self._known = feed, fetcher, pause, known
        self._asked = 0
        self._missed: set[str] = set()
        self._hash = hashlib.sha256()

    def taken(self, year: int) -> Taken | None:
        """What the feed answers; None where it says what it said before.

        An answer that is as it was is asked for again, whole, once another one is not.

        Raises:
            FeedError: something it answers is no answer.
            RefusedError: an answer is larger than it may be.
            MissingDataError: nobody answers.
        """
        asks, first = self._asks(year)
        read = {request: self._read(ask, answer) for request, (ask, answer) in first.items() if answer}
        seen = {request: one for request, (_, one) in read.items()}
        others = {request for request, one in seen.items() if one.key != self._key_of(request)}
        if not (others | set(asks) ^ set(self._known)) - self._missed:
            return None
        for request in asks:
            if request not in read:
                read[request] = self._read(asks[request], None)
        parsed = [page for request in asks for page in read[request][0]]
        return Taken(joined(parsed), {request: one for request, (_, one) in read.items()}, self._hash.hexdigest())

    def _asks(self, year: int) -> tuple[dict[str, Ask], dict[str, tuple[Ask, _Answer | None]]]:
        """The questions for figures, and what is answered to each; questions that only lead to others are gone."""
        waiting, asks, answers = deque(self._feed.asks(year)), {}, {}
        while waiting:
            ask = waiting.popleft()
            if ask.leads:
                waiting.extend(self._feed.led(ask.leads, self._whole(ask).data, short(ask.url)))
                continue
            request = name_of(ask)
            try:
                answers[request] = ask, self._answer(ask, self._known.get(request) if self._feed.conditional else None)
            except FeedError:
                if ask.needed:
                    raise
                self._missed.add(request)
            else:
                asks[request] = ask
        return asks, answers

    def _key_of(self, request: str) -> str:
        return self._known[request].key if request in self._known else ""

    def _read(self, ask: Ask, answer: _Answer | None) -> tuple[list[Parsed], Seen]:
        """The pages of a question, asked again where there is no answer, and what is to be remembered of it."""
        try:
            return self._pages(ask, answer or self._whole(ask))
        except FeedError:
            if ask.needed:
                raise
            self._missed.add(name_of(ask))
            return [], Seen("", "", "")

    def _pages(self, ask: Ask, answer: _Answer) -> tuple[list[Parsed], Seen]:
        pages, keys = [], []
        rows, asked = 0, ask
        while True:
            pages.append(self._feed.read(answer.data, short(asked.url)))
            keys.append(self._feed.key(answer.data))
            self._hash.update(answer.data)
            rows += pages[-1].rows
            if not self._feed.page or rows >= pages[0].all_rows:
                break
            if not pages[-1].rows:
                raise self._error("feed-pages", asked, rows=rows, all=pages[0].all_rows)
            asked = self._feed.page(ask, rows, len(pages))
            page = self._whole(asked)
            answer = replace(answer, data=page.data)
        return pages, Seen(answer.etag, answer.modified, " ".join(dict.fromkeys(keys)))

    def _whole(self, ask: Ask) -> _Answer:
        found = self._answer(ask, None)
        if found is None:
            raise self._error("feed-status", ask, status=UNCHANGED)
        return found

    def _answer(self, ask: Ask, known: Seen | None) -> _Answer | None:
        """What is answered; None where it is what is known already."""
        if self._asked:
            self._pause(self._feed.seconds)
        self._asked += 1
        if self._asked > MOST_QUESTIONS:
            raise self._error("feed-endless", ask, most=MOST_QUESTIONS)
        marks = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
        headers = {**ask.headers, **{name: mark for name, mark in marks.items() if mark}}
        with self._fetcher.fetch(Request(ask.url, headers, ask.body, MOST)) as reply:
            if reply.status == UNCHANGED and known:
                return None
            is_gone = STATUSES.get(reply.status) == "feed-gone"
            if reply.status != OK and not (is_gone and ask.before):
                raise self._error(STATUSES.get(reply.status, "feed-status"), ask, status=reply.status)
            data = b"" if is_gone else self._all_of(reply, ask)
            etag, modified = (reply.headers.get(name, "") for name in ("etag", "last-modified"))
        if ask.before and not data.removeprefix(MARK).strip():
            return self._answer(replace(ask, url=ask.before, before=""), known)
        return _Answer(data, etag, modified)

    def _all_of(self, reply: Reply, ask: Ask) -> bytes:
        data = reply.read()
        length = reply.headers.get("content-length", "")
        if "content-encoding" not in reply.headers and length.isdecimal() and int(length) > len(data):
            raise self._error("feed-cut", ask, size=len(data), length=length)
        return data

    def _error(self, code: str, ask: Ask, **details: object) -> FeedError:
        return FeedError(code, file=short(ask.url), feed=self._feed.title, **details)


def name_of(ask: Ask) -> str:
    """A question by what it asks and the version that reads the answer: another may read more of the same."""
    return hashlib.sha256(b"\n".join((__version__.encode(), ask.url.encode(), ask.body or b""))).hexdigest()[:16]


def joined(several: Iterable[Parsed]) -> Parsed:
    """What was read from several answers, as from one."""
    tables: dict[tuple[str, ...], PublishedTable] = {}
    names: dict[str, str] = {}
    left_out: Counter[Why] = Counter()
    rates: list[Rate] = []
    rows = figures = 0
    for one in several:
        for table in one.tables:
            kind = table.table.kind
            tables[kind] = _merged(tables[kind], table) if kind in tables else table
        names |= one.names
        left_out.update(one.left_out)
        rows, figures = rows + one.rows, figures + one.figures
        rates += one.rates
    published = tuple(
        replace(one, told_by=tuple(names.get(code) or code for code in one.told_by)) for one in tables.values()
    )
    return Parsed(published, rows, figures, left_out, rates=tuple(rates))


def _merged(one: PublishedTable, other: PublishedTable) -> PublishedTable:
    newest = max(one.table, other.table, key=lambda said: said.published)
    told_by = tuple(sorted({*one.told_by, *other.told_by}))
    return PublishedTable(newest, (*one.cells, *other.cells), told_by)
