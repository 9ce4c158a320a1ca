"""An Excel file: measured first, then read by python-calamine, its cells as the text that Excel shows.

The library sets aside room for the whole rectangle of cells and ends the process where there is none. So a file is
unpacked and measured here, and the library gets only what was measured.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import NoReturn

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.extent import Extent
from gigdesk.store.sheets.shape import Limits, Row, Sheet, sized, tidy, within

ZIPPED = b"PK\x03\x04"
PASSWORD_OR_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK = "xl/workbook.xml"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_PARTS = 2000
SIGNIFICANT = 15
"""Excel keeps and shows so many digits; what lies behind them comes from binary fractions."""

Cell = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(data: bytes, name: str, limits: Limits) -> tuple[Sheet, ...]:
    """The sheets that are not hidden.

    Raises:
        RefusedError: it is no workbook, damaged, protected, or beyond the limits.
    """
    measured = _measured(data, name, limits)
    try:
        return tuple(_sheets(measured, name, limits))
    except RefusedError:
        raise
    except BaseException as error:
        # The library's own errors, and what it gives up with, which is no Exception.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise RefusedError("sheet-damaged", file=name) from None
        raise


def refuse_old(data: bytes, name: str) -> NoReturn:
    """Refuse what is protected by a password, and the workbook of before 2007: see decision 8.

    Raises:
        RefusedError: always.
    """
    raise RefusedError("sheet-password" if ENCRYPTED in data else "sheet-old", file=name)


def _measured(data: bytes, name: str, limits: Limits) -> io.BytesIO:
    """The same workbook, packed anew from what was unpacked and measured."""
    found = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(found, "w") as anew:
            parts = {part.filename: part for part in packed.infolist()}
            if WORKBOOK not in parts or len(packed.infolist()) > MOST_PARTS:
                raise RefusedError("sheet-kind", file=name)
            sized(sum(part.file_size for part in packed.infolist()), limits.unpacked, name)
            for part in parts.values():
                body = packed.read(part)
                if part.filename.endswith(".xml"):
                    extent = Extent.of(body)
                    within(extent.rows, extent.columns, name, limits)
                anew.writestr(part.filename, body)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise RefusedError("sheet-damaged", file=name) from None
    found.seek(0)
    return found


def _sheets(measured: io.BytesIO, name: str, limits: Limits) -> Iterator[Sheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(measured) as book:
        for about in book.sheets_metadata:
            if (about.typ, about.visible) == (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible):
                sheet = book.get_sheet_by_name(about.name)
                within(sheet.total_height, sheet.total_width, name, limits)
                yield Sheet(about.name, tuple(_row(row) for row in sheet.to_python(skip_empty_area=False)))


def _row(cells: list[Cell]) -> Row:
    return tidy(_text(cell) for cell in cells)


def _text(cell: Cell) -> str:
    """A cell as text: whole numbers without a point, days as YYYY-MM-DD, the time of day where there is one."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return f"{Decimal(f'{cell:.{SIGNIFICANT}g}'):f}"
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ") if cell.time() != time() else cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
