"""Where the tables stand in a file: their heads, where their rows end, and what stands above and below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gigdesk.domain.wages.codes import plain
from gigdesk.domain.wages.levels import STATISTICS
from gigdesk.services.history.columns import joined
from gigdesk.services.wage_tables.figures import amount_of
from gigdesk.services.wage_tables.heads import IGNORE, NAMES, Head, heads
from gigdesk.store.sheets import Row, Sheet

MOST_SEARCHED = 50_000
_ABOVE = 6
_SEVERAL = 2


@dataclass(frozen=True)
class Candidate:
    """A table: sheet and rows counted from 1; `names` are the heads as printed, `heads` what they say.

    `above` are the texts over it, nearest last; `figures` how many rows below the heads hold some.
    """

    sheet: int
    sheet_name: str
    header: int
    header_rows: int
    last: int | None
    names: tuple[str, ...]
    heads: tuple[Head | None, ...]
    above: tuple[str, ...]
    figures: int

    @property
    def statistics(self) -> int:
        """How many columns hold figures."""
        return sum(head is not None and head.field in (*STATISTICS, "value") for head in self.heads)


def candidates(sheets: Sequence[Sheet]) -> tuple[Candidate, ...]:
    """The tables of a file, the likeliest first: more columns of figures, then more rows."""
    found = [one for number, sheet in enumerate(sheets, start=1) for one in _in_sheet(number, sheet)]
    found = [one for one in found if one.figures]
    return tuple(sorted(found, key=lambda one: (-min(one.statistics, _ENOUGH), -one.figures, one.sheet, one.header)))


_ENOUGH = 5


def _in_sheet(number: int, sheet: Sheet) -> Iterator[Candidate]:
    rows = sheet.rows[:MOST_SEARCHED]
    starts = list(_headers(rows))
    for place, (at, height, names, said) in enumerate(starts):
        if place and _same(names, starts[place - 1][2]):
            continue
        after = next((later for later, _, again, _ in starts[place + 1 :] if not _same(again, names)), None)
        body = rows[at + height : after]
        figures = sum(_holds_figures(row, said) for row in body)
        above = tuple(_above(rows, at))
        last = None if after is None else after - _texts_before(rows, after)
        yield Candidate(number, sheet.name, at + 1, height, last, names, said, above, figures)


def _headers(rows: Sequence[Row]) -> Iterator[tuple[int, int, tuple[str, ...], tuple[Head | None, ...]]]:
    """The heads of tables, from above: the row, how many rows they take, their names and what these say."""
    at = 0
    while at < len(rows):
        found = _header_at(rows, at)
        if found:
            height, names, said = found
            yield at, height, names, said
            at += height
        else:
            at += 1


def _header_at(rows: Sequence[Row], at: int) -> tuple[int, tuple[str, ...], tuple[Head | None, ...]] | None:
    row = rows[at]
    if not _may_be_heads(row):
        return None
    single = heads(row)
    if at + 1 < len(rows) and _may_be_heads(rows[at + 1]):
        names = tuple(joined(row, rows[at + 1]))
        double = heads(names)
        if _is_header(double) and _count(double) > _count(single) and not _is_header(heads(rows[at + 1])):
            return 2, names, double
    return (1, row, single) if _is_header(single) else None


def _may_be_heads(row: Row) -> bool:
    """Whether words stand there and not figures: cheap, for it is asked of every row."""
    said = [cell for cell in row if cell]
    if len(said) < _SEVERAL - 1:
        return False
    numbers = sum(cell[0].isdigit() and cell[-1].isdigit() for cell in said)
    return numbers * 2 < len(said) or {"10", "50", "90"} <= {plain(cell) for cell in said}


def _is_header(said: Sequence[Head | None]) -> bool:
    fields = {head.field for head in said if head}
    figures = fields.intersection(STATISTICS) or {"measure", "value"} <= fields
    return bool(fields.intersection(NAMES)) and bool(figures)


def _count(said: Sequence[Head | None]) -> int:
    return sum(head is not None and head.field != IGNORE for head in said)


def _same(one: Sequence[str], other: Sequence[str]) -> bool:
    return [plain(name) for name in one] == [plain(name) for name in other]


def _holds_figures(row: Row, said: Sequence[Head | None]) -> bool:
    return any(
        head and head.field in (*STATISTICS, "value") and at < len(row) and row[at][:1].isdigit()
        for at, head in enumerate(said)
    )


def _above(rows: Sequence[Row], at: int) -> Iterator[str]:
    """The texts over a table, up to the figures of another; a title may stand in any of its cells."""
    start = at
    while start and at - start < _ABOVE and not _is_data(rows[start - 1]):
        start -= 1
    for row in rows[start:at]:
        yield from (" ".join(cell.split()) for cell in row if cell)


def _texts_before(rows: Sequence[Row], at: int) -> int:
    """How many rows right over a head belong to it: its title and its unit."""
    count = 0
    while count < _ABOVE and at - count > 0 and not _is_data(rows[at - count - 1]):
        count += 1
    return count


def _is_data(row: Row) -> bool:
    return sum(cell[0].isdigit() and amount_of(cell) is not None for cell in row if cell) >= 1
