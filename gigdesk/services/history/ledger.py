"""Where the reading of a history writes down what it found, and what it has to say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth, half_up
from gigdesk.domain.working import Working
from gigdesk.services.history.cells import Span
from gigdesk.services.history.derived import derived_base
from gigdesk.services.history.merge import Entry, runs
from gigdesk.services.history.result import Remark
from gigdesk.store.sheets import Row

SAID = 60
"""So much of a row is repeated to the person."""
MOST = Decimal(1_000_000)
"""No base of a month reaches a million yuan; what does is a slip, or the sum of years."""

_Kind = tuple[str, tuple[tuple[str, object], ...]]


@dataclass(frozen=True)
class Line:
    """A row, and what it is called: its number, behind the name of its sheet where there are several."""

    row: str
    cells: Row

    @property
    def says(self) -> str:
        """The row as a person sees it, shortened."""
        return short(" ".join(cell for cell in self.cells if cell))


def short(text: str) -> str:
    """So much of a text as fits into a sentence."""
    return text if len(text) <= SAID else f"{text[: SAID - 1]}…"


class Ledger:
    """Entries, problems, and notes; notes of one kind are gathered with all their rows."""

    def __init__(self, as_of: YearMonth, law: Law, working: Working) -> None:
        self.as_of, self._law, self._working = as_of, law, working
        self.entries: list[Entry] = []
        self.problems: list[Remark] = []
        self._notes: dict[_Kind, tuple[list[str], dict[YearMonth, bool]]] = {}
        self._placed: dict[int, int] = {}

    def note(self, code: str, line: Line | None, when: Span | None = None, **details: object) -> None:
        """Something that does not stand in the way of a figure; `when` are the months it is about."""
        rows, months = self._notes.setdefault((code, tuple(details.items())), ([], {}))
        if line:
            rows.append(line.row)
        if when:
            months.update((when[0] + offset, True) for offset in range(when[1] - when[0] + 1))

    def notes(self) -> Iterator[Remark]:
        """All notes, each once."""
        for (code, details), (rows, months) in self._notes.items():
            spans = tuple((first, last) for first, last, _ in runs(months))
            yield Remark(code, tuple(rows), dict(details), spans)

    def problem(self, code: str, line: Line, **details: object) -> None:
        """Something that the person must mend or decide."""
        self.problems.append(Remark(code, (line.row,), {"says": line.says, **details}))

    def enter(self, line: Line, when: Span, base: Decimal | None) -> None:
        """Note months on a base, if both can be."""
        first, last = when
        if last < first:
            self.problem("order", line)
        elif last >= self.as_of:
            self.problem("not-yet", line, as_of=self.as_of)
        elif base is None or base > MOST:
            self.problem("base", line)
        elif base < 0:
            self.note("refund", line, when, says=f"{base:,}")
        elif base == 0:
            self.note("unpaid", line, when, says="0")
        else:
            self.entries.append(Entry(line.row, first, last, half_up(base)))

    def derive(self, line: Line, month: YearMonth, paid: Decimal, *, own: bool) -> Decimal | None:
        """The base behind a month's payment, and a note of that; None, and a problem, where it cannot be told."""
        if paid <= 0:
            return paid
        try:
            found = derived_base(paid, month, self._law, self._working, own=own)
        except MissingDataError:
            self.problem("share-not-known", line, year=month.year)
            return None
        self.note(
            "derived-whole" if found.whole else "derived-account", line, percent=f"{(found.share * 100).normalize():f}"
        )
        return found.base

    def place(self, line: Line, year: int, months: int) -> Span | None:
        """The months of a row that says only how many of a year: from January, or after those already placed there.

        The index does not depend on which they are. None where the year has not so many.
        """
        start = self._placed.get(year, 0)
        if not 1 <= months <= MONTHS_A_YEAR - start:
            return None
        self._placed[year] = start + months
        if months < MONTHS_A_YEAR:
            self.note("placed", line, year=year)
        return YearMonth(year, start + 1), YearMonth(year, start + months)
