"""A table as a text tells it, cell by cell: each takes the next free place, and keeps what it covers free."""

from __future__ import annotations

from gigdesk.store.sheets.room import Room
from gigdesk.store.sheets.shape import Area, Sheet, tidy


class Grid:
    """Takes rows, cells and pieces of text as they come. `name` is the title, where it is known."""

    def __init__(self, room: Room, name: str = "") -> None:
        self.name = name
        self._room = room
        self._rows: list[list[str]] = []
        self._merged: list[Area] = []
        self._covered: dict[int, int] = {}
        """To which row, counted from 1, something from above covers a column."""
        self._above: dict[int, int] = {}
        """Which merged area begins in a column, for those that say only later how far down they reach."""
        self._at: int | None = None
        self._parts: list[str] = []
        self._widest = 0

    @property
    def begun(self) -> bool:
        """Whether there is a row."""
        return bool(self._rows)

    @property
    def open(self) -> bool:
        """Whether text goes into a cell."""
        return self._at is not None

    def row(self, index: int = 0) -> None:
        """Begin a row; `index` is its number where it has one, counted from 1."""
        self.close()
        self._room.in_time()
        self._room.fits(max(len(self._rows) + 1, index), self._widest)
        while len(self._rows) < index - 1:
            self._rows.append([])
        self._rows.append([])

    def drop(self) -> None:
        """Take the last row back."""
        self._at = None
        self._rows.pop()
        rows = len(self._rows)
        kept = (area for area in self._merged if area.row < rows)
        self._merged = [area._replace(rows=min(area.rows, rows - area.row)) for area in kept]
        self._above = {column: at for column, at in self._above.items() if at < len(self._merged)}

    def cell(self, across: int = 1, down: int = 1, index: int = 0) -> None:
        """Begin a cell over so many columns and rows; `index` is the number of its column where it has one."""
        self.close()
        row, this = self._rows[-1], len(self._rows)
        while len(row) < index - 1 or self._covered.get(len(row), 0) >= this:
            self.skip(1)
        across, down = max(across, 1), max(down, 1)
        self._at = len(row)
        self._above[self._at] = len(self._merged)
        self._merged.append(Area(this - 1, self._at, down, across))
        if down > 1:
            self._covered |= dict.fromkeys(
                range(self._at, self._at + min(across, self._room.limits.columns)), this + down - 1
            )
        self.skip(across)

    def more(self, across: int = 1) -> None:
        """A cell that is merged with the one above it: what it holds is not shown."""
        self.close()
        row = self._rows[-1]
        at = self._above.get(len(row))
        area = self._merged[at] if at is not None else None
        if at is not None and area and area.row + area.rows == len(self._rows) - 1:
            self._merged[at] = area._replace(rows=len(self._rows) - area.row)
        self.skip(max(across, 1))

    def skip(self, columns: int) -> None:
        """Leave places empty."""
        row = self._rows[-1]
        self._widest = max(self._widest, len(row) + columns)
        self._room.fits(len(self._rows), self._widest)
        row.extend([""] * columns)

    def write(self, text: str) -> None:
        """Add to the cell that is open."""
        self._parts.append(text)

    def close(self) -> None:
        """End the cell that is open."""
        if self._at is not None:
            self._rows[-1][self._at] = " ".join("".join(self._parts).split())
            self._at = None
        self._parts.clear()

    def sheet(self) -> Sheet:
        """The table, read to its end."""
        self.close()
        return self._room.sheet(self.name, [tidy(row) for row in self._rows], self._merged)
