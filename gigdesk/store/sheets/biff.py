"""The records of an old workbook (BIFF 5 and 8, Excel 5 to 2003): what they come to, before they are read.

Layout of the records: [MS-XLS] of Microsoft, and the OpenOffice.org documentation of the format.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Area

BOF, EOF, FILEPASS, BOUNDSHEET, MERGED = 0x0809, 0x000A, 0x002F, 0x0085, 0x00E5
CODEPAGE, DATEMODE, SST, CONTINUE, FORMAT, XF, STRING = 0x0042, 0x0022, 0x00FC, 0x003C, 0x041E, 0x00E0, 0x0207
NUMBER, RK, LABEL, LABEL_SST, RICH_LABEL, BOOL_ERROR, FORMULA = 0x0203, 0x027E, 0x0204, 0x00FD, 0x00D6, 0x0205, 0x0006
SEVERAL = 0x00BD
ONE = frozenset({NUMBER, RK, LABEL, LABEL_SST, RICH_LABEL, BOOL_ERROR, FORMULA})
READ = ONE | {SEVERAL, BOF, EOF, FILEPASS, BOUNDSHEET, CODEPAGE, DATEMODE, SST, CONTINUE, FORMAT, XF, STRING}
IGNORED = struct.pack("<H", 0xEEEE)
VERSIONS = (0x0500, 0x0600)
WORKSHEET = 0


class Record(NamedTuple):
    """A record: where it begins, what it is, and what it holds."""

    at: int
    code: int
    body: bytes


@dataclass
class Tab:
    """A worksheet: whether it is shown, how far its cells reach, how many there are, and which are merged."""

    visible: bool
    rows: int = 0
    columns: int = 0
    merged: list[Area] = field(default_factory=list)

    def add(self, record: Record) -> None:
        """Measure a record of it."""
        code, body = record.code, record.body
        if code in ONE or code == SEVERAL:
            row, column = struct.unpack_from("<HH", body)
            last = column if code in ONE else struct.unpack_from("<H", body, len(body) - 2)[0]
            self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1, last + 1)
        elif code == MERGED:
            self.merged += _areas(body)


def measured(stream: bytes, room: Room) -> tuple[bytes, list[Tab]]:
    """The stream of a workbook without the records that no cell needs, and its worksheets in their order.

    Raises:
        RefusedError: it is protected, no workbook of these versions, or beyond the limits.
        struct.error: it ends within a record.
    """
    kept = bytearray(stream)
    tabs = list(_listed(stream, kept, room))
    cells = 0
    for offset, tab in tabs:
        for record in _records(stream, offset, room) if tab.visible else ():
            tab.add(record)
            _pass(record, kept)
        cells += tab.rows * tab.columns
        room.fits(tab.rows, tab.columns)
        room.covers(cells)
    return bytes(kept), [tab for _, tab in tabs]


def _listed(stream: bytes, kept: bytearray, room: Room) -> Iterator[tuple[int, Tab]]:
    """The worksheets that the book names, and where each begins."""
    for record in _records(stream, 0, room):
        _pass(record, kept)
        if record.code == FILEPASS:
            raise RefusedError("sheet-password", file=room.name)
        if record.code == BOUNDSHEET:
            offset, shown, kind = struct.unpack_from("<IBB", record.body)
            if kind == WORKSHEET:
                yield offset, Tab(not shown & 3)


def _pass(record: Record, kept: bytearray) -> None:
    """Let the library pass over what no cell needs: drawings, names, formulas of formats."""
    if record.code not in READ:
        kept[record.at : record.at + 2] = IGNORED


def _records(stream: bytes, at: int, room: Room) -> Iterator[Record]:
    """The records from a beginning to its end; those of a chart between them are its own."""
    first = struct.unpack_from("<HHH", stream, at)
    if first[0] != BOF or first[2] not in VERSIONS:
        raise RefusedError("sheet-damaged", file=room.name)
    depth = 0
    while True:
        code, size = struct.unpack_from("<HH", stream, at)
        depth += (code == BOF) - (code == EOF)
        if not depth:
            return
        if depth == 1 or code == BOF:
            yield Record(at, code, stream[at + 4 : at + 4 + size])
        at += 4 + size
        room.in_time()


def _areas(body: bytes) -> Iterator[Area]:
    (count,) = struct.unpack_from("<H", body)
    for top, bottom, left, right in struct.iter_unpack("<HHHH", body[2 : 2 + 8 * count]):
        yield Area(top, left, bottom - top + 1, right - left + 1)
