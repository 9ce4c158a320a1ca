"""What a table is, how large it may be, and how a cell is cleaned of what only steered a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

Row = tuple[str, ...]
MEGABYTE = 1_000_000
_AROUND = " \t\r\n\v\f\u00a0\u3000\u200b\ufeff"
_KEPT_AS_TEXT = re.compile(r'="(.*)"|\'(?=\d)(.*)', re.DOTALL)


@dataclass(frozen=True)
class Limits:
    """The most that is read of one file.

    Bytes of the file and unpacked; rows and columns of a sheet; cells (the rectangles of all sheets) and characters;
    sheets or tables; pages; seconds; bytes of memory where a reader runs apart.
    """

    size: int = 10 * MEGABYTE
    unpacked: int = 100 * MEGABYTE
    rows: int = 50_000
    columns: int = 200
    cells: int = 1_000_000
    text: int = 100 * MEGABYTE
    sheets: int = 1000
    pages: int = 200
    seconds: float = 5
    memory: int = 1500 * MEGABYTE


LIMITS = Limits()


class Area(NamedTuple):
    """Cells merged into one: the place of the first, counted from 0, and over how many rows and columns they reach."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Sheet:
    """A sheet: `rows[0]` is its first row, an empty row stands as (), no row ends with an empty cell.

    What a merged area holds stands once, in its first place; its other places are empty, so that no column moves.
    `merged` names the areas, in every format alike; `spread` fills them for whoever reads heads.

    `name` is that of the sheet, or the title of the table: its caption, or the line before it; "" where there is none.
    """

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()

    def spread(self, at: int) -> Row:
        """A row in which what a merged area holds stands in each of its places."""
        found = list(self.rows[at])
        for area in self._areas.get(at, ()):
            held = self.rows[area.row][area.column] if area.column < len(self.rows[area.row]) else ""
            last = area.column + area.columns
            found.extend([""] * (last - len(found)))
            found[area.column : last] = [held] * area.columns
        return tidy(found)

    @property
    def width(self) -> int:
        """The columns of its widest row."""
        return max(map(len, self.rows), default=0)

    def below(self, other: Sheet) -> Sheet:
        """This sheet, continued by the rows of another."""
        down = len(self.rows)
        merged = (area._replace(row=area.row + down) for area in other.merged)
        return Sheet(self.name, self.rows + other.rows, (*self.merged, *merged))

    @cached_property
    def _areas(self) -> dict[int, list[Area]]:
        found: dict[int, list[Area]] = {}
        for area in self.merged:
            for row in range(area.row, area.row + area.rows):
                found.setdefault(row, []).append(area)
        return found


def tidy(cells: Iterable[str]) -> Row:
    """Clean cells, without the empty ones at the end."""
    found = [_cell(cell) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _cell(text: str) -> str:
    """Without what makes a spreadsheet keep figures as text: ="202401", '202401, a tab behind it."""
    text = text.strip(_AROUND)
    if not text.startswith(("=", "'")):
        return text
    kept = _KEPT_AS_TEXT.fullmatch(text)
    return (kept[1] if kept[1] is not None else kept[2]).strip(_AROUND) if kept else text
