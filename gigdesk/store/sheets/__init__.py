"""Tables that people bring: a file (Excel, CSV, a saved web page) or a pasted text becomes rows of cells as text."""

from __future__ import annotations

from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.store.sheets.excel import PASSWORD_OR_OLD, ZIPPED, read_workbook, refuse_old
from gigdesk.store.sheets.shape import LIMITS, Limits, Row, Sheet, sized
from gigdesk.store.sheets.text import decoded, rows_of
from gigdesk.store.sheets.web import is_markup, markup_sheets


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
    sized(len(data), limits.size, name)
    if data.startswith(ZIPPED):
        return read_workbook(data, name, limits)
    if data.startswith(PASSWORD_OR_OLD):
        refuse_old(data, name)
    return read_text(decoded(data, name), name, limits)


def read_text(text: str, name: str, limits: Limits = LIMITS) -> tuple[Sheet, ...]:
    """The sheet of a text: separated by tabs, commas, semicolons or blanks, or a table of a web page.

    Raises:
        RefusedError: it is beyond the limits.
    """
    sized(len(text), limits.size, name)
    if is_markup(text):
        return markup_sheets(text, name, limits)
    return (Sheet("", rows_of(text, name, limits)),)


__all__ = ["LIMITS", "Limits", "Row", "Sheet", "read_bytes", "read_file", "read_text"]
