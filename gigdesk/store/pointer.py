"""Which of the installed releases is in use: one small file, replaced in one atomic step."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from gigdesk.store.whole import flush_names, write_whole

POINTER = "current"
DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Pointer:
    """The release in use, and the one that the program shipped when it was chosen: a choice holds until another."""

    name: str = ""
    shipped: str = ""

    @classmethod
    def read(cls, folder: Path) -> Self:
        """What a data folder points at; a pointer that cannot be read is an empty one."""
        with suppress(OSError, UnicodeError):
            lines = (folder / POINTER).read_text(encoding="utf-8").split()
            if lines and all(map(DIGEST.fullmatch, lines)):
                return cls(*lines[:2])
        return cls()

    def write(self, folder: Path) -> None:
        """Point at it from now on.

        Raises:
            OSError: it cannot be written; what was pointed at before still is.
        """
        write_whole(folder / POINTER, f"{self.name}\n{self.shipped}\n".encode(), over=True)
        flush_names(folder)
