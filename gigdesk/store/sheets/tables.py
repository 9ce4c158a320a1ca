"""The tables of a running text, one within the other or one after the other, and what each is called."""

from __future__ import annotations

from gigdesk.store.sheets.grid import Grid
from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Sheet
from gigdesk.store.sheets.titles import Titles


class Tables:
    """Takes the text as it comes: into the cell that is open in the innermost table, or as a title of the next."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._open: list[tuple[int, Grid]] = []
        self._done: list[Sheet | None] = []
        self._titles = Titles()

    @property
    def top(self) -> Grid | None:
        """The innermost table that is open."""
        return self._open[-1][1] if self._open else None

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The tables that hold anything, in the order in which they begin."""
        return tuple(sheet for sheet in self._done if sheet and any(sheet.rows))

    def begin(self, name: str = "") -> Grid:
        """A table begins; without a name it is called by the line before it."""
        self._room.many(len(self._done) + 1)
        grid = Grid(self._room, name or self._titles.take())
        self._open.append((len(self._done), grid))
        self._done.append(None)
        return grid

    def end(self, *, continues: bool = False) -> None:
        """The innermost table ends.

        Where it may, a table without a word between it and one of the same width before it continues that one: pages
        often keep the heads of the columns in a table of their own.
        """
        self._titles.clear()
        if not self._open:
            return
        at, grid = self._open.pop()
        sheet = grid.sheet()
        before = self._done[at - 1] if at else None
        if continues and not self._open and before and not sheet.name and sheet.width == before.width:
            self._done[at - 1 : at + 1] = [None, before.below(sheet)]
        else:
            self._done[at] = sheet

    def write(self, text: str) -> None:
        """A piece of a line."""
        grid = self.top
        if grid and grid.open:
            grid.write(text)
        if grid is None or grid.open:
            self._titles.text(text)

    def line(self) -> None:
        """The line ends here."""
        grid = self.top
        if grid and grid.open:
            grid.write(" ")
        self._titles.end()
