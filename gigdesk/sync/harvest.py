"""The figures of an answer, gathered into tables while none is lost in silence."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator

from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.table import Observation, WageTable, gathered
from gigdesk.sync.feed import Parsed, PublishedTable, Why

Place = tuple[str, str, str, str]
"""Region, code, label and period: the cell that a figure belongs to."""


class Harvest:
    """What is taken of an answer and what is left out."""

    def __init__(self) -> None:
        self._taken: dict[WageTable, list[Observation]] = {}
        self._told_by: dict[WageTable, set[str]] = {}
        self._left: Counter[Why] = Counter()

    def take(self, table: WageTable, observation: Observation, source: str = "") -> None:
        """Take a figure into a table; `source` is the publisher's own."""
        self._taken.setdefault(table, []).append(observation)
        self._told_by.setdefault(table, set()).update([source] if source else [])

    def leave(self, why: Why, count: int = 1) -> None:
        """Leave figures out."""
        self._left[why] += count

    def parsed(self, rows: int, all_rows: int = 0) -> Parsed:
        """All of it, where the answer had so many rows, of so many in all.

        What is there twice and the same is taken once; a cell without any figure says nothing and is left out.
        """
        tables, figures = [], 0
        for table, taken in self._taken.items():
            kept = list(self._kept(taken))
            figures += len(kept)
            if kept:
                tables.append(PublishedTable(table, tuple(gathered(kept)), tuple(sorted(self._told_by[table]))))
        return Parsed(tuple(tables), rows, figures, +self._left, all_rows)

    def _kept(self, taken: Iterable[Observation]) -> Iterator[Observation]:
        for _, members in itertools.groupby(sorted(taken, key=_order), key=_place):
            cell = list(self._once(members))
            if any(one.value is not None or one.flag == Flag.TOP for one in cell):
                yield from cell
            else:
                self.leave(Why.NO_FIGURE, len(cell))

    def _once(self, members: Iterable[Observation]) -> Iterator[Observation]:
        seen = set()
        for one in members:
            said = (one.measure, one.value, one.flag)
            if said in seen:
                self.leave(Why.REPEATED)
                continue
            seen.add(said)
            yield one


def _place(one: Observation) -> Place:
    return one.region, one.code, one.label, one.period


def _order(one: Observation) -> tuple[Place, int]:
    return _place(one), one.row
