"""A workbook of Excel 97 to 2003: measured first, then read by xlrd, its cells as the text that Excel shows."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gigdesk.domain.errors import GigDeskError, RefusedError
from gigdesk.store.sheets import biff
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Sheet, tidy
from gigdesk.store.sheets.shown import shown

if TYPE_CHECKING:
    import xlrd

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
STREAMS = ("Workbook", "Book")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCUMENT = "WordDocument".encode("utf-16-le")
_PERHAPS_OF_1900 = 61
"""Before 1 March 1900 the days of Excel are not those of the calendar."""


def read_old_workbook(data: bytes, room: Room) -> tuple[Sheet, ...]:
    """The sheets that are not hidden.

    Raises:
        RefusedError: it is protected, a document of old Word, damaged, or beyond the limits.
    """
    if ENCRYPTED in data:
        raise RefusedError("sheet-password", file=room.name)
    try:
        return tuple(_sheets(_stream(data, room), room))
    except (GigDeskError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - the library tells damage by whatever goes wrong first
        raise RefusedError("sheet-damaged", file=room.name) from None


def _stream(data: bytes, room: Room) -> bytes:
    from xlrd.compdoc import CompDoc

    folder = CompDoc(data, logfile=io.StringIO())
    for name in STREAMS:
        found, at, size = folder.locate_named_stream(name)
        if found:
            return bytes(found[at : at + size])
    raise RefusedError("sheet-old" if DOCUMENT in data else "sheet-kind", file=room.name)


def _sheets(stream: bytes, room: Room) -> Iterator[Sheet]:
    import xlrd

    kept, tabs = biff.measured(stream, room)
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        xlrd.open_workbook(file_contents=kept, logfile=nowhere, on_demand=True, ragged_rows=True) as book,
    ):
        for at, tab in enumerate(tabs):
            if tab.visible:
                sheet = book.sheet_by_index(at)
                rows = [tidy(_row(sheet, row, book.datemode)) for row in range(tab.rows)]
                yield room.sheet(sheet.name, rows, tab.merged)
                book.unload_sheet(at)


def _row(sheet: xlrd.sheet.Sheet, row: int, since: int) -> Iterator[str]:
    """The cells of a row."""
    if row >= sheet.nrows:
        return
    for kind, value in zip(sheet.row_types(row), sheet.row_values(row), strict=True):
        yield _text(kind, value, since)


def _text(kind: int, value: float | str, since: int) -> str:
    from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, error_text_from_code

    if kind == XL_CELL_BOOLEAN:
        return shown(bool(value))
    if kind == XL_CELL_ERROR:
        return str(error_text_from_code.get(value, ""))
    if kind == XL_CELL_DATE and isinstance(value, float):
        return _day(value, since)
    return shown(value)


def _day(value: float, since: int) -> str:
    """A day or a time of day; a number that is none stays one."""
    from xlrd.xldate import xldate_as_datetime

    if 0 <= value < 1:
        return shown(xldate_as_datetime(value, since).time())
    if not since and value < _PERHAPS_OF_1900:
        return shown(value)
    try:
        return shown(xldate_as_datetime(value, since))
    except (OverflowError, ValueError):
        return shown(value)
