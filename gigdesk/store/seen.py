"""Which release's changes were shown: those of a new one are shown once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from gigdesk.store.whole import write_whole

FILE = "seen"


def seen_release(folder: Path) -> str:
    """The id of the release whose changes were shown last; "" where none was."""
    with suppress(OSError, UnicodeError):
        return (folder / FILE).read_text(encoding="utf-8").strip()
    return ""


def mark_seen(folder: Path, release: str) -> None:
    """Note that a release's changes were shown. A folder that cannot be written to notes nothing."""
    with suppress(OSError):
        write_whole(folder / FILE, f"{release}\n".encode(), over=True)
