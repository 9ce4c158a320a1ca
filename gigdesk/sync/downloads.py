"""Files of a release that are fetched: kept by their hash, gone on with where they were cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from gigdesk.domain.errors import CancelledError, MissingDataError, RefusedError
from gigdesk.sync.fetch import PARTIAL, TRIES, Fetcher, Reply, Request, answers, never
from gigdesk.sync.names import prefixed

if TYPE_CHECKING:
    from gigdesk.sync.signed import TargetFile

NOT_SATISFIABLE = 416


@dataclass
class Course:
    """How far a fetch is: bytes of whole files, of those to be fetched in all."""

    total: int
    tell: Callable[[int, int], None]
    done: int = 0

    def at(self, part: int) -> None:
        """So many bytes of the next file are there."""
        self.tell(self.done + part, self.total)


class Watched:
    """A fetcher that counts the bytes that came, and stops between two pieces where nobody wants more."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self.bytes = 0
        self.cancelled: Callable[[], bool] = never

    @contextmanager
    def fetch(self, request: Request) -> Iterator[Reply]:
        """Ask, and count; the pieces raise CancelledError once nobody wants them."""
        self._stop()
        with self._fetcher.fetch(replace(request, stopped=self.cancelled)) as reply:
            yield replace(reply, pieces=self._counted(reply.pieces))

    def _counted(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.bytes += len(piece)
            yield piece
            self._stop()

    def _stop(self) -> None:
        if self.cancelled():
            raise CancelledError


@dataclass(frozen=True)
class Downloads:
    """The files that came, each whole under its SHA-256, or in part."""

    folder: Path
    fetcher: Fetcher
    base: str

    def get(self, file: TargetFile, course: Course) -> Path:
        """A file, fetched unless it is there. Cut off, it is gone on with as long as something comes.

        Raises:
            RefusedError: what comes is not what was signed, or the source does not have it.
            MissingDataError: nobody answers any more; what came is kept.
            CancelledError: somebody stopped it; what came is kept.
        """
        whole = self.folder / file.hashes["sha256"]
        if not _is(whole, file):
            part = whole.with_name(f"{whole.name}.part")
            self._fill(part, file, course)
            part.replace(whole)
        course.done += file.length
        course.at(0)
        return whole

    def keep_only(self, hashes: set[str]) -> None:
        """Let go of what nobody will ask for any more."""
        for path in self.folder.iterdir():
            if path.name.removesuffix(".part") not in hashes:
                path.unlink()

    def _fill(self, part: Path, file: TargetFile, course: Course) -> None:
        """Complete a part. One that somebody damaged between two starts is fetched anew."""
        for resumed in (True, False):
            if not resumed or _size(part) > file.length:
                part.unlink(missing_ok=True)
            begun = _size(part)
            self._come(part, file, course)
            if _is(part, file):
                return
            if not begun:
                break
        part.unlink()
        raise RefusedError("signed-otherwise", place=file.path)

    def _come(self, part: Path, file: TargetFile, course: Course) -> None:
        for left in reversed(range(TRIES)):
            before = _size(part)
            if before == file.length and before:
                return
            try:
                self._ask(part, file, course)
            except MissingDataError:
                if not left or _size(part) <= before:
                    raise
            else:
                return

    def _ask(self, part: Path, file: TargetFile, course: Course) -> None:
        start = _size(part)
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
        request = Request(self.base + quote(prefixed(file.path, file.hashes["sha256"])), headers, most=file.length)
        with self.fetcher.fetch(request) as reply:
            if start and reply.status == NOT_SATISFIABLE:
                part.unlink()
                return
            if not answers(reply):
                raise RefusedError("source-lacks", place=request.url)
            with part.open("ab" if reply.status == PARTIAL else "wb") as out:
                for piece in reply.pieces:
                    out.write(piece)
                    course.at(out.tell())


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def as_signed(path: Path, file: TargetFile) -> bool:
    """Whether a file is, byte for byte, what was signed.

    Raises:
        OSError: it cannot be read.
    """
    from tuf.api.exceptions import LengthOrHashMismatchError

    with path.open("rb") as content:
        try:
            file.verify_length_and_hashes(content)
        except LengthOrHashMismatchError:
            return False
    return True


def _is(path: Path, file: TargetFile) -> bool:
    """The same; one that cannot be read is not."""
    with suppress(OSError):
        return as_signed(path, file)
    return False
