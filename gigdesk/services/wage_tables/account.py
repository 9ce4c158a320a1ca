"""What became of each row of a sheet: none is lost in silence."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

MOST_NAMED = 1000
"""Of very many rows that cannot be read the first are named, and all are counted."""


class Kind(StrEnum):
    """What a row is."""

    READ = "read"
    UNREAD = "unread"
    REPEATED = "repeated"
    HEADING = "heading"
    HEADER = "header"
    NOTE = "note"
    ABOVE = "above"
    BELOW = "below"
    EMPTY = "empty"


@dataclass(frozen=True)
class Problem:
    """A row that cannot be read: where, what stands there, and why (the text `wage-table.why.<why>`)."""

    row: int
    cell: str
    got: str
    why: str


@dataclass
class Account:
    """The rows of one sheet by kind, those that cannot be read, and what was done besides reading, with the rows."""

    counts: Counter[Kind] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    remarks: dict[str, list[int]] = field(default_factory=dict)
    observations: int = 0

    @property
    def rows(self) -> int:
        """All rows of the sheet."""
        return self.counts.total()

    def add(self, kind: Kind, count: int = 1) -> None:
        """Count rows."""
        self.counts[kind] += count

    def refuse(self, problem: Problem) -> None:
        """Count a row that cannot be read, and name it; what else was noted of it does not matter then."""
        self.counts[Kind.UNREAD] += 1
        for rows in self.remarks.values():
            if rows and rows[-1] == problem.row:
                rows.pop()
        if len(self.problems) < MOST_NAMED:
            self.problems.append(problem)

    def remark(self, code: str, row: int) -> None:
        """Note what was done with a row; text `wage-table.remark.<code>`."""
        rows = self.remarks.setdefault(code, [])
        if len(rows) < MOST_NAMED:
            rows.append(row)
