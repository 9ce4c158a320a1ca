"""One release in its folder on this machine: checked, compiled, and compiled again where that is needed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gigdesk import __version__
from gigdesk.domain.errors import GigDeskError, RefusedError
from gigdesk.store.digest import digest
from gigdesk.store.guard.finding import Finding
from gigdesk.store.origin import FILE, Origin
from gigdesk.store.records import About
from gigdesk.store.reference import Reference
from gigdesk.store.whole import READ_ONLY, flush, flush_names, put_file, put_folder, recover, remove

FORMAT = "7"
"""Raised whenever the tables change, so that a new program compiles its releases again."""

COMPILED = f"reference.{FORMAT}.sqlite"
FILES, METADATA = "release", "metadata"
ALTERED = "altered"
"""A mark in the folder of a release that was found not to say what its plain files say."""
PENDING = "pending"
"""A mark in the folder of a release that is there and was not yet switched to: who was cut short did not install it."""

UNREADABLE = (OSError, GigDeskError, sqlite3.Error, LookupError, TypeError, ValueError, ArithmeticError)
"""What reading raises where files are gone, damaged, or written into by others."""


@dataclass(frozen=True)
class Kept:
    """A release in its folder, which is named by the digest of its plain files. `shipped`: the program's own files."""

    path: Path
    shipped: Path

    @property
    def name(self) -> str:
        """The digest that its plain files must have."""
        return self.path.name

    @property
    def compiled(self) -> Path:
        """The file that is read."""
        return self.path / COMPILED

    @property
    def files(self) -> Path | None:
        """Its plain files: in its folder, or in the program that shipped it; None where that is another by now."""
        own = self.path / FILES
        if own.is_dir():
            return own
        return self.shipped if digest(self.shipped) == self.name else None

    @property
    def metadata(self) -> Path | None:
        """What its signatures were verified by; None where it came with the program."""
        own = self.path / METADATA
        return own if own.is_dir() else None

    def sound(self) -> Reference | None:
        """It opened, if it is whole: what was cut short, damaged or compiled for another program is found here."""
        with suppress(*UNREADABLE):
            Origin.read(self.path)
            reference = Reference(self.compiled)
            if _is_sound(reference, self.name) and not (self.path / ALTERED).exists():
                return reference
            reference.close()
        return None

    def about(self) -> About | None:
        """What it says of itself, whichever program compiled it; None where nothing can be read."""
        with suppress(*UNREADABLE):
            reference = Reference(self.compiled)
            try:
                return reference.about
            finally:
                reference.close()
        with suppress(*UNREADABLE):
            from gigdesk.store.release import read_about

            return read_about(self.files) if self.files else None
        return None

    def mend(self, building: Path) -> None:
        """Compile it again from its own plain files, under another name, and put that in its place.

        Raises:
            RefusedError: they are not there or not what they were, or do not pass the checks of this program.
            OSError, sqlite3.Error: it cannot be written.
        """
        Origin.read(self.path)
        if self.files is None or digest(self.files) != self.name:
            raise RefusedError("release", file=FILES, place=self.name[:12], reason="not the files that were installed")
        building.mkdir()
        compile_checked(self.files, building / COMPILED)
        flush(building / COMPILED)
        (building / COMPILED).chmod(READ_ONLY)
        put_file(building / COMPILED, self.compiled)
        flush_names(self.path)
        self._cleared()

    def put(self, building: Path) -> None:
        """Let a whole release that was built under another name be this one, by one rename where there is none yet.

        Raises:
            OSError: it cannot be written.
        """
        if not self.path.exists():
            building.rename(self.path)
            flush_names(self.path.parent)
            return
        (self.path / PENDING).touch()
        for part in (FILES, METADATA):
            if (building / part).exists():
                put_folder(building / part, self.path / part)
            else:
                remove(self.path / part)
        for part in (COMPILED, FILE):
            put_file(building / part, self.path / part)
        flush_names(self.path)
        self._cleared()

    def vouch(self, origin: Origin, metadata: Path, building: Path) -> None:
        """Put what was signed anew in the place of what vouched for it before.

        Raises:
            OSError: it cannot be written.
        """
        building.mkdir()
        _copy(metadata, building / METADATA)
        origin.write(building)
        flush(building)
        put_folder(building / METADATA, self.path / METADATA)
        put_file(building / FILE, self.path / FILE)
        flush_names(self.path)

    @property
    def pending(self) -> bool:
        """Whether nobody has switched to it yet."""
        return (self.path / PENDING).exists()

    def settle(self) -> None:
        """It is in use, or was."""
        with suppress(OSError):
            (self.path / PENDING).unlink(missing_ok=True)

    def recover(self) -> None:
        """Put right what `put` had begun when it was cut short."""
        for part in (FILES, METADATA):
            recover(self.path / part)

    def _cleared(self) -> None:
        """The mark goes when the file it speaks of is gone, and so do files that another program compiled."""
        (self.path / ALTERED).unlink(missing_ok=True)
        for other in self.path.glob("reference.*.sqlite"):
            if other.name != COMPILED:
                remove(other)


def build(release: Path, origin: Origin, metadata: Path | None, building: Path, *, copied: bool) -> str:
    """Build a whole release in a folder of its own, brought to the disk; its digest.

    Raises:
        RefusedError: it cannot be read, or does not pass the checks.
        OSError, sqlite3.Error: it cannot be written.
    """
    building.mkdir()
    for source, name in ((release if copied else None, FILES), (metadata, METADATA)):
        if source:
            _copy(source, building / name)
    about = compile_checked(building / FILES if copied else release, building / COMPILED)
    origin.write(building)
    (building / PENDING).touch()
    flush(building)
    (building / COMPILED).chmod(READ_ONLY)
    return about.digest


def compile_checked(files: Path, target: Path) -> About:
    """Schema, guard and proof bank, and only then the compiled file.

    Raises:
        RefusedError: the release cannot be read, needs a newer program, or does not pass the guard, which replays the
            proof bank too.
        sqlite3.Error: the file cannot be written.
    """
    from gigdesk.store.compile import compile_release
    from gigdesk.store.guard import check
    from gigdesk.store.release import read_release

    release = read_release(files)
    if not readable(release.about):
        raise RefusedError("program-too-old", needed=release.about.oldest_program, here=__version__)
    _refuse(check(release))
    try:
        compile_release(release, target)
    except (ValueError, ArithmeticError, sqlite3.IntegrityError) as error:
        raise RefusedError("release", file=files.name, place="-", reason=error) from error
    reference = Reference(target)
    try:
        _refuse(reference.wage_findings())
    finally:
        reference.close()
    return release.about


def readable(about: About, program: str = __version__) -> bool:
    """Whether a program can read a release, by the oldest one that it says can."""
    return _numbers(about.oldest_program) <= _numbers(program)


def _numbers(version: str) -> list[int]:
    found = [int(number) for number in re.findall("[0-9]+", version)]
    while found and not found[-1]:
        found.pop()
    return found


def _refuse(findings: Sequence[Finding]) -> None:
    if findings:
        raise RefusedError("guard", count=len(findings), place=findings[0].place, what=findings[0].what)


def _is_sound(reference: Reference, name: str) -> bool:
    about = reference.about
    return about.digest == name and readable(about) and reference.quick_check() == "ok"


def _copy(source: Path, target: Path) -> None:
    """Copy the files of a folder as files of one's own: neither rights nor links come along."""
    target.mkdir()
    for path in sorted(source.rglob("*")):
        own = target / path.relative_to(source)
        if path.is_dir():
            own.mkdir(exist_ok=True)
        else:
            own.write_bytes(_content(path))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedError("release", file=path.name, place="-", reason=error.strerror) from error
