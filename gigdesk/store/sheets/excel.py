"""An Excel file: measured first, then read by python-calamine, its cells as the text that Excel shows.

The library sets aside room for the whole rectangle of cells, and for each cell a text of its own, and ends the process
where there is none. So a file is unpacked and measured here, and the library gets only what was measured.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.extent import ESCAPES, PLAIN, SHARED, Extent
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Area, Sheet, tidy
from gigdesk.store.sheets.shown import shown
from gigdesk.store.sheets.zipped import Package, feed

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

WORKBOOK = "xl/workbook.xml"
_FAILED = re.compile(rb'(<c [^<>]*) t="e"')
"""A cell that could not be worked out: the library would give it as empty, and as a text it gives what Excel says."""
_VALUE = re.compile(rb"<(?:\w+:)?v(?:\s[^>]*)?>\s*([0-9]{1,9})\s*<")
_LONGEST_NUMBER = 20


def read_workbook(package: Package, room: Room) -> tuple[Sheet, ...]:
    """The sheets that are not hidden.

    Raises:
        RefusedError: it is damaged or beyond the limits.
    """
    measured = _measured(package, room)
    try:
        return tuple(_sheets(measured, room))
    except RefusedError:
        raise
    except BaseException as error:
        # The library's own errors, and what it gives up with, which is no Exception.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise RefusedError("sheet-damaged", file=room.name) from None
        raise


def _measured(package: Package, room: Room) -> io.BytesIO:
    """The same workbook, packed anew from what was unpacked and measured."""
    found = io.BytesIO()
    texts: list[int] = []
    referring: list[str] = []
    references = 0
    with zipfile.ZipFile(found, "w") as anew:
        for name in package.names:
            body = package.read(name)
            extent = Extent.of(body, room)
            room.fits(extent.rows, extent.columns)
            texts = max(texts, extent.texts, key=len)
            references += extent.references
            referring += [name] if extent.references else []
            anew.writestr(name, _FAILED.sub(rb'\1 t="str"', body))
    if references * max(texts, default=0) > room.limits.text:
        room.holds(sum(_referred(package.read(name), texts, room) for name in referring))
    found.seek(0)
    return found


def _referred(xml: bytes, texts: list[int], room: Room) -> int:
    """The most that the cells of a part come to in characters, each with the text that it names."""
    if PLAIN.match(xml) and not any(mark in xml for mark in ESCAPES):
        most = sum(texts[int(number)] for number in _VALUE.findall(xml) if int(number) < len(texts))
        if most <= room.limits.text:
            return most
    found: list[str] = []
    inside = False

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        if tag.rpartition(" ")[2] == "c":
            inside = attributes.get("t") == SHARED
            found.append("")

    def data(text: str) -> None:
        if inside:
            found[-1] += text

    feed(xml, room, start, data)
    numbers = (int(text) for text in found if text.strip().isdecimal() and len(text) < _LONGEST_NUMBER)
    return sum(texts[number] for number in numbers if number < len(texts))


def _sheets(measured: io.BytesIO, room: Room) -> Iterator[Sheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_filelike(measured) as book:
        for about in book.sheets_metadata:
            if (about.typ, about.visible) == (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible):
                room.in_time()
                sheet = book.get_sheet_by_name(about.name)
                room.fits(sheet.total_height, sheet.total_width)
                rows = [tidy(map(shown, row)) for row in sheet.to_python(skip_empty_area=False)]
                yield room.sheet(about.name, rows, _areas(sheet))


def _areas(sheet: CalamineSheet) -> Iterator[Area]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield Area(top, left, bottom - top + 1, right - left + 1)
