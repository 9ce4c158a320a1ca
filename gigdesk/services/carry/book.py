"""The codes of a day's slips, in the memory of one machine and nowhere else."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date

from gigdesk.services.carry.case import Carried

MOST = 300
"""Cases of a day; the oldest go."""


@dataclass
class CodeBook:
    """Keeps nothing unless a centre allows it, and nothing over midnight."""

    allowed: bool = False
    _day: date | None = None
    _cases: dict[str, Carried] = field(default_factory=dict, repr=False)

    def keep(self, code: str, case: Carried, day: date) -> None:
        """Keep a case by its code."""
        if not self.allowed:
            return
        self.turn(day)
        self._cases.pop(_signs(code), None)
        self._cases[_signs(code)] = case
        for oldest in list(self._cases)[:-MOST]:
            del self._cases[oldest]

    def find(self, code: str, day: date) -> Carried | None:
        """The case of a code as somebody types it, with or without the line in its middle."""
        self.turn(day)
        return self._cases.get(_signs(code)) if self.allowed else None

    def turn(self, day: date) -> None:
        """Forget all of them where another day has come; whoever holds the book says so as soon as it has."""
        if day != self._day:
            self.clear()
            self._day = day

    def clear(self) -> None:
        """Forget all of them."""
        self._cases.clear()


def _signs(code: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", code).upper() if sign.isalnum())
