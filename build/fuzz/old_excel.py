"""Writes small workbooks of Excel 97 (BIFF 8 in a compound file), for no library that is kept writes them.

Layout: [MS-XLS] and [MS-CFB] of Microsoft.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from gigdesk.store.sheets.shape import Area

Value = str | float | bool | date | None

SECTOR = 512
MOST_IN_A_RECORD = 8000
GLOBALS, WORKSHEET = 0x0005, 0x0010
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
LEAST_STREAM = 4096
DAY_ZERO = date(1899, 12, 30)
DAYS = 14
"""The built-in format of a day; its cell format is the second of the book."""
STREAM, FOLDER = 2, 5


class Failure(NamedTuple):
    """A cell that could not be worked out, by the code of its error."""

    code: int


@dataclass(frozen=True)
class Tab:
    """A worksheet to be written."""

    name: str
    rows: Sequence[Sequence[Value | Failure]]
    merged: Sequence[Area] = ()
    hidden: bool = False


def old_workbook(tabs: Sequence[Tab], extra: bytes = b"") -> bytes:
    """The bytes of an .xls; `extra` are further records of the book."""
    return compound(workbook_stream(tabs, extra))


def workbook_stream(tabs: Sequence[Tab], extra: bytes = b"") -> bytes:
    """The records of a book."""
    texts = {cell: 0 for tab in tabs for row in tab.rows for cell in row if isinstance(cell, str) and cell}
    numbers = {text: at for at, text in enumerate(texts)}
    sheets = [_sheet(tab, numbers) for tab in tabs]
    head = _begin(GLOBALS) + record(0x0042, struct.pack("<H", 1200)) + _cell_format(0) + _cell_format(DAYS) + extra
    table = _texts(list(texts)) + record(0x000A)
    names = [_text(tab.name, "<B") for tab in tabs]
    at = len(head) + sum(10 + len(name) for name in names) + len(table)
    listed = b""
    for tab, name, sheet in zip(tabs, names, sheets, strict=True):
        listed += record(0x0085, struct.pack("<IBB", at, tab.hidden, 0) + name)
        at += len(sheet)
    return head + listed + table + b"".join(sheets)


def record(code: int, body: bytes = b"") -> bytes:
    """A record of a book."""
    return struct.pack("<HH", code, len(body)) + body


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file that holds one stream."""
    stream = stream.ljust(LEAST_STREAM, b"\0")
    stream += bytes(-len(stream) % SECTOR)
    sectors = len(stream) // SECTOR
    tables = 1
    while tables * (SECTOR // 4) < sectors + 1 + tables:
        tables += 1
    chain = [*range(1, sectors), END, END, *[TABLE] * tables]
    chain += [FREE] * (tables * (SECTOR // 4) - len(chain))
    places = [*range(sectors + 1, sectors + 1 + tables)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIII", tables, sectors, 0, LEAST_STREAM, END, 0, END, 0)
    header += struct.pack("<109I", *(places + [FREE] * (109 - len(places))))
    folder = _entry("Root Entry", FOLDER, 1, END, 0) + _entry(name, STREAM, FREE, 0, len(stream))
    folder = folder.ljust(SECTOR, b"\0")
    return header + stream + folder + struct.pack(f"<{len(chain)}I", *chain)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    about = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, FREE, FREE, child)
    return about + bytes(36) + struct.pack("<III", start, size, 0)


def _begin(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _cell_format(number_format: int) -> bytes:
    return record(0x00E0, struct.pack("<HH", 0, number_format) + bytes(16))


def _text(text: str, length: str = "<H") -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack(length, len(data) // 2) + b"\1" + data


def _texts(texts: Sequence[str]) -> bytes:
    """The table of texts, cut between two of them where a record is full."""
    bodies = [struct.pack("<II", len(texts), len(texts))]
    for text in map(_text, texts):
        if len(bodies[-1]) + len(text) > MOST_IN_A_RECORD:
            bodies.append(b"")
        bodies[-1] += text
    return record(0x00FC, bodies[0]) + b"".join(record(0x003C, body) for body in bodies[1:])


def _sheet(tab: Tab, numbers: dict[str, int]) -> bytes:
    cells = [
        _cell(row, column, cell, numbers)
        for row, cells in enumerate(tab.rows)
        for column, cell in enumerate(cells)
        if cell is not None and cell != ""
    ]
    return _begin(WORKSHEET) + b"".join(cells) + _merged(tab.merged) + record(0x000A)


def _cell(row: int, column: int, cell: Value | Failure, numbers: dict[str, int]) -> bytes:
    if isinstance(cell, Failure):
        return record(0x0205, struct.pack("<HHHBB", row, column, 0, cell.code, 1))
    if isinstance(cell, bool):
        return record(0x0205, struct.pack("<HHHBB", row, column, 0, cell, 0))
    if isinstance(cell, date):
        return record(0x0203, struct.pack("<HHHd", row, column, 1, (cell - DAY_ZERO).days))
    if isinstance(cell, str):
        return record(0x00FD, struct.pack("<HHHI", row, column, 0, numbers[cell]))
    return record(0x0203, struct.pack("<HHHd", row, column, 0, cell))


def _merged(areas: Iterable[Area]) -> bytes:
    found = [
        struct.pack("<HHHH", area.row, area.row + area.rows - 1, area.column, area.column + area.columns - 1)
        for area in areas
    ]
    return record(0x00E5, struct.pack("<H", len(found)) + b"".join(found)) if found else b""
