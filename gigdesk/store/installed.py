"""The releases installed on this machine: built beside the one in use, then switched in by one atomic rename."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from gigdesk.domain.errors import MissingDataError, RefusedError
from gigdesk.store.digest import digest
from gigdesk.store.guard.finding import Finding
from gigdesk.store.reference import Reference

FORMAT = "5"
"""Raised whenever the tables change, so that a new program compiles its release again."""

READ_ONLY, WRITABLE = 0o444, 0o644

Progress = Callable[[str], None]


def open_reference(folder: Path, shipped: Path, progress: Progress) -> Reference:
    """Open the release in use. The shipped one is installed first where there is none, or only an older one.

    Raises:
        RefusedError: the shipped release does not pass its checks.
        MissingDataError: the data folder cannot be written to.
    """
    own = f"{digest(shipped)}.{FORMAT}.sqlite"
    releases = folder / "releases"
    current = _sound(releases / _pointed_at(folder))
    if current and (current.path.name == own or _is_newer(current, shipped)):
        return current
    try:
        installed = _sound(releases / own)
        if installed is None:
            progress("installing")
            _install(shipped, releases / own)
        _switch(folder, own)
    except (OSError, sqlite3.Error) as error:
        raise MissingDataError("data-folder", path=folder, reason=error) from error
    return installed or Reference(releases / own)


def _pointed_at(folder: Path) -> str:
    """The name that the pointer holds; one that this program cannot read counts as none."""
    with suppress(OSError, UnicodeError):
        name = (folder / "current").read_text(encoding="utf-8").strip()
        if name.endswith(f".{FORMAT}.sqlite"):
            return name
    return "none"


def _sound(path: Path) -> Reference | None:
    """An installed release, if it is whole: one that was cut short or damaged is found here and not later."""
    with suppress(OSError, MissingDataError, sqlite3.Error, LookupError, TypeError, ValueError):
        reference = Reference(path)
        if reference.quick_check() == "ok" and reference.about:
            return reference
        reference.close()
    return None


def _is_newer(current: Reference, shipped: Path) -> bool:
    from gigdesk.store.release import read_about

    return current.about.released > read_about(shipped).released


def _install(shipped: Path, target: Path) -> None:
    """Check and compile a release under another name, and give it its own when it is whole."""
    from gigdesk.store.compile import compile_release
    from gigdesk.store.guard import check
    from gigdesk.store.release import read_release

    release = read_release(shipped)
    _refuse(check(release))
    target.parent.mkdir(parents=True, exist_ok=True)
    building = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        building.unlink(missing_ok=True)
        compile_release(release, building)
        _refuse(_of_wages(building))
        building.chmod(READ_ONLY)
        _flush(building)
        _put(building, target)
    finally:
        building.unlink(missing_ok=True)


def _refuse(findings: Sequence[Finding]) -> None:
    if findings:
        raise RefusedError("guard", count=len(findings), place=findings[0].place, what=findings[0].what)


def _of_wages(building: Path) -> Sequence[Finding]:
    """What the guard says of the published wages, where they lie now."""
    reference = Reference(building)
    try:
        return reference.wage_findings()
    finally:
        reference.close()


def _put(building: Path, target: Path) -> None:
    """Take the place of a damaged file, or of the same release that another start has just installed, without a gap.

    Some systems do not replace a read-only file: there it goes first.
    """
    try:
        building.replace(target)
    except PermissionError:
        target.chmod(WRITABLE)
        target.unlink()
        building.replace(target)


def _switch(folder: Path, name: str) -> None:
    """Point at another release: the one atomic step."""
    pointer = folder / f".current.{os.getpid()}"
    pointer.write_text(f"{name}\n", encoding="utf-8")
    _flush(pointer)
    pointer.replace(folder / "current")
    _flush(folder)


def _flush(path: Path) -> None:
    """Bring a file, or the names in a folder, to the disk; elsewhere than on POSIX that takes a writable handle."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
