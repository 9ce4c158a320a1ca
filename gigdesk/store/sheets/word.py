"""The tables of a Word document: from its plain XML, each named by the paragraph before it."""

from __future__ import annotations

import re

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.grid import Grid
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Sheet
from gigdesk.store.sheets.tables import Tables
from gigdesk.store.sheets.zipped import Package, feed

DOCUMENT = re.compile(r"word/document\d*\.xml")
SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
UNSEEN = ("del", "moveFrom", "rt", "Fallback")
"""What is deleted or moved away, how a sign is pronounced, and what is there once more for older programs."""
LINES = ("p", "br", "cr")
WORDS = {"noBreakHyphen": "-", "tab": " ", "ptab": " "}
CELL = ("gridSpan", "vMerge")


def read_document(package: Package, room: Room) -> tuple[Sheet, ...]:
    """The tables; a table within a cell stands on its own, after the one that it is in.

    Raises:
        RefusedError: there is none, it is damaged, or beyond the limits.
    """
    name = next(filter(DOCUMENT.fullmatch, package.names))
    reader = _Document(room)
    feed(package.read(name), room, reader.start, reader.data, reader.end)
    if not reader.sheets:
        raise RefusedError("sheet-no-table", file=room.name)
    return reader.sheets


class _Document:
    """Follows the elements. Tables are open one within the other; the innermost takes what comes."""

    def __init__(self, room: Room) -> None:
        self._tables = Tables(room)
        self._path: list[str] = []
        self._unseen = 0
        self._deleted: list[bool] = []
        """Whether the row that is open is, in each of the open tables."""
        self._cell: dict[str, str] | None = None
        """What is known of a cell that has not begun to hold anything."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The tables in the order in which they begin."""
        return self._tables.sheets

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        space, _, name = tag.rpartition(" ")
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if name in UNSEEN:
            self._unseen += 1
            if parent == "trPr" and self._deleted:
                self._deleted[-1] = True
        elif space in SPACES and not self._unseen:
            value = attributes.get(f"{space} val", "")
            self._begin(name, value)

    def end(self, tag: str) -> None:
        """An element ends."""
        space, _, name = tag.rpartition(" ")
        self._path.pop()
        if name in UNSEEN:
            self._unseen -= 1
        elif space in SPACES and not self._unseen:
            self._finish(name)

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._path and self._path[-1] == "t" and not self._unseen:
            self._tables.write(text)

    def _begin(self, name: str, value: str) -> None:
        grid = self._tables.top
        if name == "tbl":
            self._settle()
            self._tables.begin()
            self._deleted.append(False)
        elif name in WORDS:
            self._tables.write(WORDS[name])
        elif name == "p":
            self._settle()
        elif grid:
            self._shape(grid, name, value)

    def _shape(self, grid: Grid, name: str, value: str) -> None:
        if name == "tr":
            grid.row()
            self._deleted[-1] = False
        elif name == "tc" and grid.begun:
            self._settle()
            self._cell = {}
        elif name == "gridBefore" and grid.begun:
            grid.skip(_count(value))
        elif name in CELL and self._cell is not None:
            self._cell[name] = value

    def _settle(self) -> None:
        """The cell begins to hold something, so that all is known of it."""
        cell, grid = self._cell, self._tables.top
        self._cell = None
        if cell is None or grid is None:
            return
        across = _count(cell.get("gridSpan", ""))
        if cell.get("vMerge", "restart") == "restart":
            grid.cell(across)
        else:
            grid.more(across)

    def _finish(self, name: str) -> None:
        grid = self._tables.top
        if name in LINES:
            self._tables.line()
        elif name == "tbl" and grid:
            self._deleted.pop()
            self._tables.end()
        elif name == "tc" and grid:
            self._settle()
            grid.close()
        elif name == "tr" and grid and self._deleted[-1]:
            grid.drop()


def _count(text: str) -> int:
    return int(text) if re.fullmatch("[0-9]{1,6}", text) else 1
