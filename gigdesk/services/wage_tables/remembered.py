"""What the texts of a column mean, each worked out once: in a million rows the same few come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from gigdesk.services.wage_tables.figures import MOST_KEPT

T = TypeVar("T")


class Remembered(dict[str, T | None]):
    """The meaning of a text by that text. None is what cannot be read."""

    def __init__(self, read: Callable[[str], T | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> T | None:
        found = self._read(text)
        if len(self) < MOST_KEPT:
            self[text] = found
        return found
