"""The tables of a PDF, by pdfplumber: those that lines are drawn around, and those that only stand in columns.

The library is an extra, and it may hang on a damaged file: see apart.py.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gigdesk.domain.errors import GigDeskError, RefusedError
from gigdesk.store.sheets.layout import Drawn, Line, lines_of, table_of, unruled
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Area, Sheet, tidy
from gigdesk.store.sheets.titles import Titles

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF
    from pdfplumber.table import Table

MARK = b"%PDF-"
START = 1024
UNREADABLE = "(cid:"
"""What stands for a sign of which the file does not say what it is."""
FEW = 5
"""Where more than one sign in so many is of that kind, what is left of the text says nothing."""
_PAGE_NUMBER = re.compile(r"(?:第|共|页|page|of|[-—–\s\d/·])+", re.IGNORECASE)
_SLACK = 1.0


def is_pdf(data: bytes) -> bool:
    """Whether it begins as a PDF."""
    return MARK in data[:START]


def read_pdf(data: bytes, room: Room) -> tuple[Sheet, ...]:
    """The tables; one that goes on over several pages is one sheet, with its heads as often as they are printed.

    Raises:
        RefusedError: the reader is not installed; there is no table, or only its picture; the file is protected,
            damaged, or beyond the limits.
    """
    try:
        import pdfplumber
    except ImportError:
        raise RefusedError("sheet-pdf-reader", file=room.name) from None
    try:
        with pdfplumber.open(io.BytesIO(data)) as book:
            return _Pages(room).read(book)
    except (GigDeskError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - the library tells damage by whatever goes wrong first
        raise RefusedError("sheet-password" if _protected(error) else "sheet-damaged", file=room.name) from None


def _protected(error: BaseException) -> bool:
    names = [type(each).__name__ for each in (error, *error.args)]
    return any(name in {"PDFPasswordIncorrect", "PDFEncryptionError"} for name in names)


class _Pages:
    """Reads page by page and keeps of each only its tables."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._sheets: list[Sheet] = []
        self._signs = self._unreadable = 0
        self._pictures = False
        self._first_title = ""
        self._columns = 0

    def read(self, book: PDF) -> tuple[Sheet, ...]:
        """All pages."""
        if len(book.pages) > self._room.limits.pages:
            raise RefusedError("sheet-pages", file=self._room.name, most=self._room.limits.pages)
        for page in book.pages:
            self._room.in_time()
            self._add(page)
            page.close()
        if self._unreadable * FEW > self._signs or (self._pictures and not self._signs):
            raise RefusedError("sheet-scanned", file=self._room.name)
        if not self._sheets:
            raise RefusedError("sheet-no-table", file=self._room.name)
        return tuple(self._room.sheet(sheet.name, sheet.rows, sheet.merged) for sheet in self._sheets)

    def _add(self, page: Page) -> None:
        self._pictures = self._pictures or bool(page.images)
        self._signs += len(page.chars)
        self._unreadable += sum(char["text"].startswith(UNREADABLE) for char in page.chars)
        first = True
        for name, drawn in _tables(page, self._columns):
            sheet = Sheet(name, drawn.rows, drawn.merged)
            before = self._sheets[-1] if self._sheets else None
            known = {"", before.name, self._first_title} if before else ()
            if first and before and drawn.columns == self._columns and name in known:
                self._sheets[-1] = before.below(sheet)
            else:
                self._sheets.append(sheet)
            self._first_title = name if first else self._first_title
            self._columns = drawn.columns
            first = False
            self._room.fits(sum(len(each.rows) for each in self._sheets), self._columns)


def _tables(page: Page, before: int) -> Iterator[tuple[str, Drawn]]:
    """The tables of a page from top to bottom, with their titles; the last one before it has so many columns."""
    ruled = [table for table in page.find_tables() if len(table.cells) > 1]
    outside = [line for line in lines_of(page.extract_words()) if not any(_within(line, table) for table in ruled)]
    titles = Titles()
    for block in sorted([*ruled, *unruled(outside, before)], key=_top):
        if isinstance(block, Line):
            if not _PAGE_NUMBER.fullmatch(block.text):
                titles.text(block.text)
                titles.end()
            continue
        name = titles.take()
        drawn = table_of(block) if isinstance(block, list) else _ruled(block)
        if any(drawn.rows):
            yield name, drawn


def _top(block: Table | Line | list[Line]) -> float:
    if isinstance(block, list):
        return block[0].top
    return block.top if isinstance(block, Line) else float(block.bbox[1])


def _within(line: Line, table: Table) -> bool:
    _, top, _, bottom = table.bbox
    return bool(top - _SLACK <= line.middle <= bottom + _SLACK)


def _ruled(table: Table) -> Drawn:
    """A table with lines around its cells."""
    tops = [row.bbox[1] for row in table.rows]
    lefts = sorted({cell[0] for cell in table.cells})
    merged = []
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            if cell:
                down, across = _count(tops, cell[1], cell[3]), _count(lefts, cell[0], cell[2])
                merged += [Area(at, column, down, across)] if down * across > 1 else []
    return Drawn(tuple(tidy(map(_joined, row)) for row in table.extract()), tuple(merged), len(lefts))


def _count(places: Sequence[float], first: float, last: float) -> int:
    return sum(first - _SLACK <= place < last - _SLACK for place in places)


def _joined(text: str | None) -> str:
    """A cell whose lines were broken for want of room: Chinese goes on without a blank."""
    return re.sub(r"(?<=[⺀-鿿，、])\s*\n\s*|\s*\n\s*(?=[⺀-鿿])", "", text or "").replace("\n", " ")
