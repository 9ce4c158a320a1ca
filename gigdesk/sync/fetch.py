"""Where bytes come from: a server, or a folder that is laid out as one. All that is fetched goes through a Fetcher."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol
from urllib.parse import unquote, urlsplit

from gigdesk import __version__
from gigdesk.domain.errors import CancelledError, MissingDataError, Phrase, RefusedError

if TYPE_CHECKING:
    import requests

CHUNK = 1 << 16
MEGABYTE = 1_000_000
MOST = 100 * MEGABYTE
CONNECT_SECONDS, READ_SECONDS = 10.0, 30.0
TRIES = 3
WORTH_ANOTHER_TRY = frozenset({408, 429, 500, 502, 503, 504})
LONGEST_WAIT = 60.0
A_LOOK = 0.5
"""Seconds of a pause between two looks whether the answer is still wanted."""
PATIENCE, SLOWEST = 60.0, 200
"""Seconds after which less than so many bytes a second is no slow line but a server that holds the machine up."""
NEVER_BETTER = frozenset({"InvalidURL", "InvalidSchema", "MissingSchema", "InvalidProxyURL", "InvalidHeader"})
"""Reasons that lie in the address itself."""
SAID = {
    "ConnectionError": "no-answer", "ConnectTimeout": "too-slow", "ReadTimeout": "too-slow", "SSLError": "certificate",
    "ReadTimeoutError": "too-slow", "ProxyError": "proxy", "ProtocolError": "broken-off",
    "IncompleteRead": "broken-off", "InvalidChunkLength": "broken-off", **dict.fromkeys(NEVER_BETTER, "no-address"),
}  # fmt: skip
"""What the kinds of failure are called in words, by the phrase; others keep their own name."""
NO_ADDRESS = Phrase.of("no-address")
USER_AGENT = f"GigDesk/{__version__} (offline wage and pension reference for gig workers; one machine, polite)"
OK, PARTIAL, UNCHANGED, NOT_FOUND = 200, 206, 304, 404
NOT_THERE = frozenset({403, 404, 410})
"""Stores of plain files answer 403 for a name that they do not have."""


def never() -> bool:
    """Nobody stops it."""
    return False


@dataclass(frozen=True)
class Request:
    """What is asked for.

    `most` is the size in bytes beyond which an answer is refused; `stopped` says whether nobody wants it any more:
    then no other try is made.
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    most: int = MOST
    stopped: Callable[[], bool] = never


@dataclass(frozen=True)
class Reply:
    """An answer as it begins to come: its status, its headers by names in small letters, and its bytes in pieces."""

    url: str
    status: int
    headers: Mapping[str, str]
    pieces: Iterator[bytes]

    def read(self) -> bytes:
        """All of it.

        Raises:
            RefusedError: it is larger than what was asked for may be, or comes by drops.
            MissingDataError: it breaks off.
        """
        return b"".join(self.pieces)


class Fetcher(Protocol):
    """Gets bytes. The only seam between GigDesk and other machines."""

    def fetch(self, request: Request) -> AbstractContextManager[Reply]:
        """Ask, and hold the answer open while it is read.

        Raises:
            MissingDataError: nobody answers (`unreachable`).
            RefusedError: the answer is larger than it may be (`answer-size`), is held back (`answer-slow`), or comes
                unencrypted where it was asked for encrypted (`answer-open`).
            CancelledError: stopped before another try.
        """


def rest(seconds: float, stopped: Callable[[], bool]) -> None:
    """Wait before another try.

    Raises:
        CancelledError: stopped meanwhile.
    """
    end = time.monotonic() + seconds
    while not stopped():
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, A_LOOK))
    raise CancelledError


class HttpFetcher:
    """Over HTTP(S): limits of time and size, the proxy of the environment, another try where that may help."""

    def __init__(
        self, pause: Callable[[float, Callable[[], bool]], None] = rest, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._pause, self._clock = pause, clock
        self._session: requests.Session | None = None

    def close(self) -> None:
        """Let go of the connections; another question opens new ones."""
        if self._session:
            self._session.close()
            self._session = None

    @contextmanager
    def fetch(self, request: Request) -> Iterator[Reply]:
        """Ask a server."""
        answer = self._asked(request)
        try:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            pieces = _limited(_steady(_pieces(answer, request.url), request.url, self._clock), request)
            yield Reply(request.url, answer.status_code, headers, pieces)
        finally:
            answer.close()

    def _asked(self, request: Request) -> requests.Response:
        for left in reversed(range(TRIES)):
            try:
                answer = self._once(request)
            except MissingDataError as error:
                if not left or error.details["reason"] == NO_ADDRESS:
                    raise
                self._pause(_wait(TRIES - left, None), request.stopped)
                continue
            if answer.status_code not in WORTH_ANOTHER_TRY or not left:
                return answer
            answer.close()
            self._pause(_wait(TRIES - left, answer.headers.get("retry-after")), request.stopped)
        raise AssertionError

    def _once(self, request: Request) -> requests.Response:
        import requests

        self._session = self._session or requests.Session()
        try:
            answer = self._session.request(
                "GET" if request.body is None else "POST",
                request.url,
                headers={"User-Agent": USER_AGENT, **request.headers},
                data=request.body,
                timeout=(CONNECT_SECONDS, READ_SECONDS),
                stream=True,
            )
        except (requests.RequestException, OSError, ValueError) as error:
            raise unreachable(request.url, error) from None
        if laid_open(request.url, [hop.url for hop in (*answer.history, answer)]):
            answer.close()
            raise RefusedError("answer-open", place=request.url)
        return answer


class FolderFetcher:
    """From a folder that is laid out as the server is: a memory stick, a mirror. Its addresses are `folder://host/path`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def fetch(self, request: Request) -> Iterator[Reply]:
        """Open a file; what is not there is answered as a server would answer it."""
        path = self._path(request.url)
        if path is None:
            yield Reply(request.url, NOT_FOUND, {}, iter(()))
            return
        try:
            file = path.open("rb")
        except OSError as error:
            raise unreachable(path, error) from None
        with file:
            yield Reply(request.url, OK, {}, _limited(_read(file, path), request))

    def _path(self, url: str) -> Path | None:
        """The file of an address, where there is one and it lies in the folder."""
        named = unquote(urlsplit(url).path).lstrip("/")
        if set(named) & {"\\", ":", "\0"} or ".." in named.split("/"):
            return None
        path = self._folder / named
        try:
            return path if path.is_file() else None
        except OSError as error:
            raise unreachable(path, error) from None


def unreachable(place: object, error: object) -> MissingDataError:
    """Nobody answers there, or no longer."""
    kind = type(error).__name__
    reason = Phrase.of(SAID[kind]) if kind in SAID else getattr(error, "strerror", None) or kind
    return MissingDataError("unreachable", place=place, reason=reason)


def laid_open(asked: str, hops: Iterable[str]) -> bool:
    """Whether a question that began encrypted was led on to an address that is not: anybody may have answered it."""
    return urlsplit(asked).scheme == "https" and any(urlsplit(hop).scheme != "https" for hop in hops)


def answers(reply: Reply) -> bool:
    """Whether a server gives what was asked for, or says that it does not have it.

    Raises:
        MissingDataError: neither; it is out of order, or wants something else first.
    """
    if reply.status in {OK, PARTIAL}:
        return True
    if reply.status in NOT_THERE:
        return False
    raise MissingDataError("unreachable", place=reply.url, reason=f"HTTP {reply.status}")


def _pieces(answer: requests.Response, url: str) -> Iterator[bytes]:
    """What comes, as it comes: to wait for full pieces would be to wait for as long as the other side likes."""
    from urllib3.exceptions import HTTPError

    try:
        while piece := answer.raw.read1(CHUNK, decode_content=True):
            yield piece
    except (HTTPError, OSError) as error:
        raise unreachable(url, error) from None


def _read(file: BinaryIO, path: Path) -> Iterator[bytes]:
    try:
        while piece := file.read(CHUNK):
            yield piece
    except OSError as error:
        raise unreachable(path, error) from None


def _steady(pieces: Iterator[bytes], url: str, clock: Callable[[], float]) -> Iterator[bytes]:
    began, size = clock(), 0
    for piece in pieces:
        size += len(piece)
        lasted = clock() - began
        if lasted > PATIENCE and size < SLOWEST * lasted:
            raise RefusedError("answer-slow", place=url)
        yield piece


def _limited(pieces: Iterator[bytes], request: Request) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > request.most:
            raise RefusedError("answer-size", place=request.url, most=request.most)
        yield piece


def _wait(tried: int, asked: str | None) -> float:
    """Seconds until the next try: what the server asks for, or longer each time; never all machines at once."""
    least = float(asked) if asked and asked.isdecimal() else 2.0**tried / 2
    return min(least, LONGEST_WAIT) * random.uniform(1.0, 1.5)  # noqa: S311 - no secret
