"""What a table is, how large it may be, and how a cell is cleaned of what only steered a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gigdesk.domain.errors import RefusedError

Row = tuple[str, ...]
MEGABYTE = 1_000_000
_AROUND = " \t\r\n\v\f\u00a0\u3000\u200b\ufeff"
_KEPT_AS_TEXT = re.compile(r'="(.*)"|\'(?=\d)(.*)', re.DOTALL)


@dataclass(frozen=True)
class Limits:
    """The most that is read: bytes of the file and unpacked, rows and columns of a sheet, cells in its rectangle."""

    size: int = 10 * MEGABYTE
    unpacked: int = 100 * MEGABYTE
    rows: int = 50_000
    columns: int = 200
    cells: int = 1_000_000


LIMITS = Limits()


@dataclass(frozen=True)
class Sheet:
    """A sheet: `rows[0]` is its first row, an empty row stands as (), no row ends with an empty cell.

    `name` is "" where a file has no sheets with names.
    """

    name: str
    rows: tuple[Row, ...]


def sized(size: int, most: int, name: str) -> None:
    """Refuse what is too large.

    Raises:
        RefusedError: it is larger than `most` bytes.
    """
    if size > most:
        raise RefusedError("sheet-size", file=name, most=most // MEGABYTE)


def within(rows: int, columns: int, name: str, limits: Limits) -> None:
    """Refuse a table of too many rows or columns.

    Raises:
        RefusedError: it is beyond the limits.
    """
    if rows > limits.rows or columns > limits.columns or rows * columns > limits.cells:
        raise RefusedError("sheet-shape", file=name, rows=limits.rows, columns=limits.columns)


def tidy(cells: Iterable[str]) -> Row:
    """Clean cells, without the empty ones at the end."""
    found = [_cell(cell) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _cell(text: str) -> str:
    """Without what makes a spreadsheet keep figures as text: ="202401", '202401, a tab behind it."""
    text = text.strip(_AROUND)
    kept = _KEPT_AS_TEXT.fullmatch(text)
    return (kept[1] if kept[1] is not None else kept[2]).strip(_AROUND) if kept else text
