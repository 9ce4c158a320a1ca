"""The newest day this data folder has seen: a clock that shows an earlier one was set back."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from pathlib import Path


def newest_day(folder: Path) -> date | None:
    """The newest day noted in a data folder; None where none is, or none that can be read."""
    with suppress(OSError, UnicodeError, ValueError):
        return date.fromisoformat((folder / "clock").read_text(encoding="utf-8").strip())
    return None


def note_day(folder: Path, day: date) -> None:
    """Note a day that has come. A folder that cannot be written to notes nothing."""
    noting = folder / f".clock.{os.getpid()}"
    try:
        noting.write_text(f"{day.isoformat()}\n", encoding="utf-8")
        noting.replace(folder / "clock")
    except OSError:
        with suppress(OSError):
            noting.unlink(missing_ok=True)
