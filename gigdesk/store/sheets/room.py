"""What one file may still take of the limits, counted over all its sheets while they are read."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets.shape import MEGABYTE, Area, Limits, Row, Sheet

STEPS = 32


class Room:
    """The room for one file; `name` is what messages call it. Every method refuses what is beyond the limits."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name, self.limits = name, limits
        self._until = time.thread_time() + limits.seconds
        self._cells = self._text = self._sheets = self._steps = 0

    def sized(self, size: int, most: int) -> None:
        """Refuse a file, or what is unpacked of it, of more bytes than `most`.

        Raises:
            RefusedError: it is larger.
        """
        if size > most:
            raise RefusedError("sheet-size", file=self.name, most=most // MEGABYTE)

    def in_time(self) -> None:
        """Refuse what takes too long.

        Raises:
            RefusedError: the seconds are over.
        """
        if time.thread_time() > self._until:
            raise self.slow()

    def step(self) -> None:
        """Look at the clock now and then, for what happens very often.

        Raises:
            RefusedError: the seconds are over.
        """
        self._steps += 1
        if not self._steps % STEPS:
            self.in_time()

    def slow(self) -> RefusedError:
        """The refusal of what takes too long or too much memory."""
        return RefusedError("sheet-slow", file=self.name, seconds=f"{self.limits.seconds:g}")

    def fits(self, rows: int, columns: int) -> None:
        """Refuse a sheet, as far as it is read, of too many rows or columns.

        Raises:
            RefusedError: it is beyond the limits.
        """
        if rows > self.limits.rows or columns > self.limits.columns:
            raise self._too_large()
        self.covers(rows * columns)

    def covers(self, cells: int) -> None:
        """Refuse more cells, beside those of the sheets that are whole, than there is room for.

        Raises:
            RefusedError: they are beyond the limits.
        """
        if self._cells + cells > self.limits.cells:
            raise self._too_large()

    def holds(self, characters: int) -> None:
        """Refuse more characters than there is room for.

        Raises:
            RefusedError: they are beyond the limits.
        """
        if self._text + characters > self.limits.text:
            raise RefusedError("sheet-size", file=self.name, most=self.limits.text // MEGABYTE)

    def many(self, sheets: int) -> None:
        """Refuse so many sheets or tables.

        Raises:
            RefusedError: they are beyond the limits.
        """
        if sheets > self.limits.sheets:
            raise RefusedError("sheet-many", file=self.name, most=self.limits.sheets)

    def sheet(self, name: str, rows: Sequence[Row], merged: Iterable[Area] = ()) -> Sheet:
        """A sheet that is read whole; a merged area reaches no further than the rows do.

        Raises:
            RefusedError: with it the file is beyond the limits.
        """
        rows = tuple(rows)
        widest = max(map(len, rows), default=0)
        self.fits(len(rows), widest)
        characters = sum(len(cell) for row in rows for cell in row)
        self.holds(characters)
        areas = tuple(self._within(merged, len(rows)))
        self._cells += len(rows) * widest
        self._text += characters
        self._sheets += 1
        self.many(self._sheets)
        return Sheet(name, rows, areas)

    def _too_large(self) -> RefusedError:
        most = self.limits
        return RefusedError("sheet-shape", file=self.name, rows=most.rows, columns=most.columns)

    def _within(self, merged: Iterable[Area], rows: int) -> Iterable[Area]:
        covered = 0
        for area in merged:
            height = min(area.rows, rows - area.row)
            width = min(area.columns, self.limits.columns - area.column)
            if height > 0 and width > 0 and height * width > 1:
                covered += height * width
                self.covers(covered)
                yield Area(area.row, area.column, height, width)
