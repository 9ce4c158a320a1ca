"""Files and folders written whole or not at all, and brought to the disk before anything points at them."""

from __future__ import annotations

import filecmp
import os
from contextlib import suppress
from pathlib import Path

READ_ONLY, WRITABLE = 0o444, 0o644
ASIDE = ".aside"
AT_ONCE = 32


def write_whole(path: Path, content: bytes, *, over: bool = False) -> None:
    """Write a file whole or not at all; `over` one that is there only where that was asked.

    Raises:
        OSError: it cannot be written, or is there already.
    """
    if not over and path.exists():
        raise FileExistsError
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Bring a file, or a folder with all that lies in it, to the disk.

    Many at once: the system then writes its journal once for all of them, a tenth of the time that one by one takes.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(_flush, [path, *path.rglob("*")] if path.is_dir() else [path]):
            pass


def flush_names(folder: Path) -> None:
    """Bring the names in a folder to the disk; only POSIX systems know that step."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_file(new: Path, target: Path) -> None:
    """A file takes the place of another, or of none, without a gap; one that is the same stays as it is.

    Some systems do not replace a read-only file: there it goes first.
    """
    if target.is_file() and filecmp.cmp(new, target, shallow=False):
        return
    try:
        new.replace(target)
    except PermissionError:
        target.chmod(WRITABLE)
        target.unlink()
        new.replace(target)


def put_folder(new: Path, target: Path) -> None:
    """A folder takes the place of another, or of none; whoever is cut short in between calls `recover` next."""
    aside = _aside(target)
    if target.exists():
        remove(aside)
        target.rename(aside)
    new.rename(target)
    flush_names(target.parent)
    with suppress(OSError):
        remove(aside)


def recover(target: Path) -> None:
    """Put back what `put_folder` had laid aside when it was cut short, or clear it away if that had been done."""
    aside = _aside(target)
    if aside.exists() and not target.exists():
        aside.rename(target)
    remove(aside)


def remove(path: Path) -> None:
    """Take away a file or a folder, read-only or not; none is fine."""
    if path.is_dir() and not path.is_symlink():
        for child in path.iterdir():
            remove(child)
        path.rmdir()
    elif path.exists() or path.is_symlink():
        if os.name != "posix":
            path.chmod(WRITABLE)
        path.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    if path.is_dir():
        flush_names(path)
        return
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}{ASIDE}")
