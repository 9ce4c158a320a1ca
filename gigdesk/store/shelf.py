"""The releases on this machine: built beside the one in use, then switched in by one atomic rename.

Whatever ends a process at whatever moment, the pointer names one whole release, or the next start finds one: another
that is kept, or the one that the program ships.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path

from gigdesk.domain.errors import InputError, MissingDataError, RefusedError
from gigdesk.store.digest import digest
from gigdesk.store.guard.finding import Finding
from gigdesk.store.kept import Kept, build
from gigdesk.store.lock import PATIENCE, locked
from gigdesk.store.origin import Origin
from gigdesk.store.pointer import DIGEST, POINTER, Pointer
from gigdesk.store.records import About
from gigdesk.store.reference import Reference
from gigdesk.store.whole import remove

KEPT = 3
"""So many releases are kept, the one in use among them."""

LOCK, BUILDING = ".lock", ".building"

Progress = Callable[[str], None]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shelved:
    """One installed release: what it says of itself, where it came from, whether it is in use, and its folder.

    `files` are its plain files, None where the program that shipped them is another by now; `metadata` is what its
    signatures were verified by, None for one that came with the program.
    """

    about: About
    origin: Origin
    current: bool
    path: Path
    files: Path | None = None
    metadata: Path | None = None


class Shelf:
    """The installed releases of a data folder; `shipped` is the folder of the release that the program brings."""

    def __init__(self, folder: Path, shipped: Path) -> None:
        self._folder, self._shipped = folder, shipped
        self._releases = folder / "releases"

    def open(self, progress: Progress = lambda _: None, now: datetime | None = None) -> Reference:
        """Open the release in use. The shipped one is installed first where there is none, or only older ones.

        One that is damaged, or was compiled by another program, is compiled again from its own files, or else another
        that is kept or shipped takes its place. `now` is noted as the time of an installation; without it, the day of
        the release. Where the release in use is sound, nobody waits for a process that installs.

        Raises:
            RefusedError: the shipped release does not pass its checks, and there is no other.
            MissingDataError: there is none, and the data folder cannot be written to.
        """
        own = digest(self._shipped)
        pointer = self._pointer()
        current = self._kept(pointer.name).sound() if pointer.name else None
        if current and not self._overtaken(pointer, own):
            return current
        try:
            with self._lock(0 if current else PATIENCE):
                return self._whole(own, progress, now)
        except (OSError, sqlite3.Error, MissingDataError) as error:
            found = current or next(filter(None, (kept.sound() for kept, _, _ in self._all())), None)
            if found:
                return found
            if isinstance(error, MissingDataError):
                raise
            raise self._not_writable(error) from error

    def install(
        self, release: Path, origin: Origin, metadata: Path | None = None, progress: Progress = lambda _: None
    ) -> Shelved:
        """Check, compile and keep a release, and switch to it. `metadata` is what its signatures were verified by.

        Raises:
            RefusedError: it cannot be read, needs a newer program, or does not pass the guard or the proof bank.
            MissingDataError: the data folder cannot be written to, or is full; what was there stays in use.
        """
        progress("installing")
        with self._writing():
            name = self._install(release, origin, metadata)
            self._switch(name)
        return self.current()

    def vouch(self, one: Shelved, origin: Origin, metadata: Path) -> None:
        """Keep what was signed anew of a release that is here already; which one is in use does not change.

        Raises:
            MissingDataError: the data folder cannot be written to.
        """
        building = self._releases / BUILDING
        with self._writing():
            try:
                self._kept(one.path.name).vouch(origin, metadata, building)
            finally:
                _swept(building)

    def releases(self) -> tuple[Shelved, ...]:
        """What is kept, newest install first."""
        current = self._pointer().name
        return tuple(
            Shelved(about, origin, kept.name == current, kept.path, kept.files, kept.metadata)
            for kept, about, origin in self._all()
        )

    def shipped(self) -> About:
        """What the release that the program brings says of itself."""
        from gigdesk.store.release import read_about

        return read_about(self._shipped)

    def current(self) -> Shelved:
        """The release in use.

        Raises:
            MissingDataError: there is none.
        """
        for one in self.releases():
            if one.current:
                return one
        raise MissingDataError("no-release", path=self._folder / POINTER)

    def roll_back(self, release_id: str) -> Shelved:
        """Switch to another release that is kept. The next start does not undo it; a program with newer data does.

        Raises:
            InputError: there is no such one.
            RefusedError: it is damaged, and cannot be made anew from its files.
            MissingDataError: the data folder cannot be written to.
        """
        kept = self._named(release_id)
        with self._writing():
            self._opened(kept).close()
            self._switch(kept.name)
        return self.current()

    def find(self, release_id: str) -> Reference:
        """Open a release that is kept, by its id or its digest, in use or not.

        Raises:
            InputError: there is no such one.
            RefusedError: it is damaged, and cannot be made anew from its files.
            MissingDataError: the data folder cannot be written to.
        """
        kept = self._named(release_id)
        found = kept.sound()
        if found:
            return found
        with self._writing():
            return self._opened(kept)

    def verify(self, name: str) -> tuple[Finding, ...]:
        """What is off with a release, by its id or its digest: its plain files, and what was compiled from them.

        One with which anything is off is marked: the next start makes it anew, or takes another.

        Raises:
            InputError: there is no such one.
        """
        from gigdesk.store.verify import differences, mark

        kept = self._named(name)
        found = tuple(differences(kept))
        if found:
            mark(kept)
        return found

    def _whole(self, own: str, progress: Progress, now: datetime | None) -> Reference:
        """The first release of those that come into question that is whole or can be made so."""
        self._sweep()
        pointer = self._pointer()
        names = [own] if self._overtaken(pointer, own) else []
        names += [pointer.name, *(kept.name for kept, _, _ in self._all()), own]
        refusals: dict[str, RefusedError] = {}
        for name in filter(None, dict.fromkeys(names)):
            try:
                found = self._kept(name).sound() or self._made(name, own, progress, now)
            except RefusedError as error:
                log.warning("release %s is refused: %s", name[:12], error)
                refusals[name] = error
            else:
                self._switch(name, own)
                return found
        raise refusals[own]

    def _made(self, name: str, own: str, progress: Progress, now: datetime | None) -> Reference:
        """A release compiled again from its own files; the shipped one installed where that is not possible."""
        progress("installing")
        try:
            return self._opened(self._kept(name))
        except RefusedError:
            if name != own:
                raise
        from gigdesk.store.release import read_about

        at = now or datetime.combine(read_about(self._shipped).released, time(), UTC)
        self._install(self._shipped, Origin.program(at), None)
        return Reference(self._kept(name).compiled)

    def _install(self, release: Path, origin: Origin, metadata: Path | None) -> str:
        building = self._releases / BUILDING
        try:
            name = build(release, origin, metadata, building, copied=release != self._shipped or metadata is not None)
            self._kept(name).put(building)
        finally:
            _swept(building)
        return name

    def _opened(self, kept: Kept) -> Reference:
        """A release that is kept, made anew first where it is not whole."""
        building = self._releases / BUILDING
        try:
            found = kept.sound()
            if found is None:
                kept.mend(building)
        finally:
            _swept(building)
        return found or Reference(kept.compiled)

    def _overtaken(self, pointer: Pointer, own: str) -> bool:
        """Whether the program ships another release than when the choice was made, and none that is kept is newer."""
        if own in {pointer.name, pointer.shipped}:
            return False
        from gigdesk.store.release import read_about

        with suppress(RefusedError):
            released = read_about(self._shipped).released
            return all(about.released <= released for _, about, _ in self._all())
        return False

    def _switch(self, name: str, own: str = "") -> None:
        """Point at a release, the one atomic step, and let go of those that are one too many."""
        pointer, before = Pointer(name, own or digest(self._shipped)), self._pointer()
        if before.name:
            self._kept(before.name).settle()
        if pointer != before:
            pointer.write(self._folder)
        self._kept(name).settle()
        others = [kept for kept, _, _ in self._all() if kept.name != name]
        for path in self._folders() - {name} - {kept.name for kept in others[: KEPT - 1]}:
            self._let_go(path)

    def _let_go(self, name: str) -> None:
        """It vanishes whole: it gets the name of a left-over first. Where a program has it open, it may stay."""
        with suppress(OSError):
            _swept(self._releases / BUILDING)
            (self._releases / name).rename(self._releases / BUILDING)
            _swept(self._releases / BUILDING)

    def _pointer(self) -> Pointer:
        return Pointer.read(self._folder)

    def _kept(self, name: str) -> Kept:
        return Kept(self._releases / name, self._shipped)

    def _folders(self) -> set[str]:
        with suppress(OSError):
            return {path.name for path in self._releases.iterdir() if DIGEST.fullmatch(path.name)}
        return set()

    def _all(self) -> list[tuple[Kept, About, Origin]]:
        """Every release whose folder says what it is, newest install first."""
        found, current = [], self._pointer().name
        for kept in map(self._kept, sorted(self._folders())):
            about = None if kept.pending and kept.name != current else kept.about()
            with suppress(RefusedError):
                if about:
                    found.append((kept, about, Origin.read(kept.path)))
        return sorted(found, key=lambda one: one[2].installed_at, reverse=True)

    def _named(self, name: str) -> Kept:
        every = self._all()
        for kept, about, _ in every:
            if name in {about.id, kept.name}:
                return kept
        raise InputError("release", name, " | ".join(about.id for _, about, _ in every) or "-")

    @contextmanager
    def _lock(self, seconds: float = PATIENCE) -> Iterator[None]:
        self._releases.mkdir(parents=True, exist_ok=True)
        with locked(self._releases / LOCK, seconds):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The lock, on a shelf without left-overs; what the system refuses is said as what it is."""
        try:
            with self._lock():
                self._sweep()
                yield
        except (OSError, sqlite3.Error) as error:
            raise self._not_writable(error) from error

    def _sweep(self) -> None:
        """Clear away what was cut short, and what an older program had installed. Only under the lock."""
        for path in self._releases.iterdir():
            if DIGEST.fullmatch(path.name):
                with suppress(OSError):
                    self._kept(path.name).recover()
            elif path.name != LOCK:
                _swept(path)
        for path in self._folder.glob(f".{POINTER}.*"):
            _swept(path)

    def _not_writable(self, error: Exception) -> MissingDataError:
        return MissingDataError("data-folder", path=self._folder, reason=error)


def _swept(path: Path) -> None:
    """What is in use elsewhere stays for the next one who sweeps."""
    with suppress(OSError):
        remove(path)
