"""Plain text as a table: which encoding it is in, and what separates its cells."""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import Literal

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Row, tidy

SEPARATORS = ("\t", ";", "；", "|", "，", ",")
ENCODINGS = ("utf-8", "gb18030")
WIDE = "utf-16"
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: WIDE, codecs.BOM_UTF16_BE: WIDE}
SAMPLE = 500
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_TAB_AS_GUARD = re.compile(r"(?<!\t)\t+(?=,|$)", re.MULTILINE)
csv.field_size_limit(1_000_000)


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8 (with or without its mark), UTF-16 (with it) or GB 18030.

    Raises:
        RefusedError: it is no text in any of them.
    """
    marked = next((encoding for mark, encoding in MARKS.items() if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    raise RefusedError("sheet-kind", file=name)


def rows_of(text: str, room: Room) -> tuple[Row, ...]:
    """The rows of a text.

    Raises:
        RefusedError: there are too many rows or columns.
    """
    text = text.removeprefix("\ufeff")
    separator = separator_of(text)
    if separator == ",":
        text = _TAB_AS_GUARD.sub("", text)
    try:
        return _split(text, separator, csv.QUOTE_MINIMAL, room)
    except csv.Error:
        pass
    try:
        return _split(text, separator, csv.QUOTE_NONE, room)
    except csv.Error:
        raise RefusedError("sheet-kind", file=room.name) from None


def separator_of(text: str) -> str:
    """What stands between the cells of at least every second line; "" where that is blanks.

    A comma between thousands separates nothing where blanks stand in the line too.
    """
    lines = [line for line in text.splitlines() if line.strip()][:SAMPLE]
    half = max(len(lines), 1) / 2
    if sum(_guarded(line) for line in lines) >= half:
        return ","
    for separator in SEPARATORS:
        if sum(separator in _without_thousands(line) for line in lines) >= half:
            return separator
    return ""


def _guarded(line: str) -> bool:
    """Whether commas separate, and tabs only keep a spreadsheet from reading figures as numbers."""
    return "," in line and "\t" in line and "\t" not in _TAB_AS_GUARD.sub("", line)


def _without_thousands(line: str) -> str:
    return _THOUSANDS.sub("", line) if " " in line.strip() else line


def _split(text: str, separator: str, quoting: Literal[0, 3], room: Room) -> tuple[Row, ...]:
    source = io.StringIO(text, newline="")
    lines = csv.reader(source, delimiter=separator, quoting=quoting, strict=True) if separator else _blanks(text)
    rows: list[Row] = []
    widest = 0
    for cells in lines:
        row = tidy(cells)
        widest = max(widest, len(row))
        rows.append(row)
        room.fits(len(rows), widest)
        room.in_time()
    return tuple(rows)


def _blanks(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]
