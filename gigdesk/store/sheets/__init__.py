"""Tables that people bring: a file or a pasted text becomes rows of cells as text.

Read are Excel (.xlsx, .xls), Word (.docx), saved web pages, CSV, PDF, and records in JSON or XML.
"""

from __future__ import annotations

from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase, RefusedError
from gigdesk.store.sheets.apart import read_apart
from gigdesk.store.sheets.excel import WORKBOOK, read_workbook
from gigdesk.store.sheets.old_excel import COMPOUND
from gigdesk.store.sheets.pdf import is_pdf
from gigdesk.store.sheets.records import is_records, records_sheet
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import LIMITS, Area, Limits, Row, Sheet, tidy
from gigdesk.store.sheets.stream import STREAM_LIMITS, Rows, open_rows
from gigdesk.store.sheets.text import decoded, rows_of
from gigdesk.store.sheets.web import is_markup, markup_sheets
from gigdesk.store.sheets.word import DOCUMENT, read_document
from gigdesk.store.sheets.zipped import ZIPPED, unzipped


def read_file(path: Path, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """The sheets of a file, told by what is in it and not by its name.

    Raises:
        InputError: the file cannot be opened.
        RefusedError: it is no table, damaged, protected, or beyond the limits.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError("file", path, Phrase.of("readable-file", reason=reason)) from None
    return read_bytes(data, path.name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """The sheets of a file already read; `name` is what messages call it.

    Raises:
        RefusedError: it is no table, damaged, protected, or beyond the limits.
    """
    room = Room(name, limits)
    room.sized(len(data), limits.size)
    if data.startswith(ZIPPED):
        return _read_zipped(data, room)
    if data.startswith(COMPOUND):
        return read_apart("old-excel", data, room)
    if is_pdf(data):
        return read_apart("pdf", data, room)
    return read_text(decoded(data, name), name, limits)


def read_text(text: str, name: str, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """The sheet of a text: separated by tabs, commas, semicolons or blanks, records, or the tables of a web page.

    Raises:
        RefusedError: it is a page without a table, or beyond the limits.
    """
    room = Room(name, limits)
    room.sized(len(text), limits.size)
    if is_markup(text):
        return markup_sheets(text, room)
    found = records_sheet(text, room) if is_records(text) else None
    if found:
        return (found,)
    return (room.sheet("", rows_of(text, room)),)


def _read_zipped(data: bytes, room: Room) -> tuple[Sheet, ...]:
    with unzipped(data, room) as package:
        if WORKBOOK in package.names:
            return read_workbook(package, room)
        if any(map(DOCUMENT.fullmatch, package.names)):
            return read_document(package, room)
        raise RefusedError("sheet-kind", file=room.name)


__all__ = [
    "LIMITS", "STREAM_LIMITS", "Area", "Limits", "Row", "Rows", "Sheet",
    "open_rows", "read_bytes", "read_file", "read_text", "tidy",
]  # fmt: skip
