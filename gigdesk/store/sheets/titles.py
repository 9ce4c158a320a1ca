"""What a table is called in a text: by the line before it."""

from __future__ import annotations

import re

LONGEST = 200
_UNIT = re.compile(r"[(（【\[]?\s*(?:计量|金额|货币)?单位\s*[:：]")


class Titles:
    """Listens to the text between tables. A line that names the unit belongs to the title before it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._lines: list[str] = []

    def text(self, piece: str) -> None:
        """A piece of a line."""
        self._parts.append(piece)

    def end(self) -> None:
        """The line ends here."""
        line = " ".join("".join(self._parts).split())
        self._parts.clear()
        if line:
            self._lines = [*self._lines[-1:], line]

    def take(self) -> str:
        """The title of a table that begins here; "" where there was no line since the last one."""
        self.end()
        lines = self._lines if self._lines and _UNIT.match(self._lines[-1]) else self._lines[-1:]
        self._lines = []
        return " ".join(lines)[:LONGEST]

    def clear(self) -> None:
        """What was said so far is of no table to come."""
        self._parts.clear()
        self._lines = []
