"""A file that somebody brings: its sheets, and the tables found in it. A very large text is never held whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from gigdesk.domain.errors import GigDeskError, InputError, RefusedError
from gigdesk.services.wage_tables.finding import Candidate, candidates
from gigdesk.services.wage_tables.mapping import TableMap
from gigdesk.store.sheets import Row, Sheet, open_rows, read_file, tidy

TOO_LARGE = ("sheet-size", "sheet-shape")
LOOKED_AT = 500
"""Of a very large text so many rows are looked at for the table in it."""


@dataclass(frozen=True)
class Brought:
    """A file with its sheets, and the tables found in it, the likeliest first.

    Where it is `streamed` its one sheet holds the first rows only, and the rest is read as it is asked for.
    """

    path: Path
    sheets: tuple[Sheet, ...]
    candidates: tuple[Candidate, ...]
    streamed: bool = False

    @contextmanager
    def rows(self, mapping: TableMap) -> Iterator[Iterable[Row]]:
        """The rows of the sheet of a mapping.

        Raises:
            InputError: there is no such sheet.
            RefusedError: a very large text is damaged further down.
        """
        if mapping.sheet > len(self.sheets):
            raise InputError("sheet", mapping.sheet, f"1..{len(self.sheets)}")
        if not self.streamed:
            yield _filled(self.sheets[mapping.sheet - 1], mapping.first)
            return
        with open_rows(self.path) as rows:
            yield rows if mapping.is_long else map(tidy, rows)  # type: ignore[misc]


def bring(path: Path) -> Brought:
    """Read a file and find its tables.

    Raises:
        InputError: the file cannot be opened.
        RefusedError: it is no file of tables, or beyond the limits.
    """
    try:
        sheets = read_file(path)
    except RefusedError as error:
        start = _start(path) if error.code in TOO_LARGE else None
        if start is None:
            raise
        return Brought(path, (start,), candidates([start]), streamed=True)
    return Brought(path, sheets, candidates(sheets))


def _start(path: Path) -> Sheet | None:
    """The first rows of a very large text; None where the file is none."""
    try:
        with open_rows(path) as rows:
            return Sheet("", tuple(tidy(row) for row in islice(rows, LOOKED_AT)))
    except GigDeskError:
        return None


def _filled(sheet: Sheet, first: int) -> Sequence[Row]:
    """The rows; what a cell merged over several rows below the heads says, it says in each of them."""
    down = [area for area in sheet.merged if area.columns == 1 and area.rows > 1 and area.row + 1 >= first]
    if not down:
        return sheet.rows
    rows = [list(row) for row in sheet.rows]
    for area in down:
        held = rows[area.row][area.column] if area.column < len(rows[area.row]) else ""
        for row in rows[area.row + 1 : area.row + area.rows]:
            row.extend([""] * (area.column + 1 - len(row)))
            row[area.column] = held
    return [tuple(row) for row in rows]
