"""A table with a row for each figure, and its measure beside it: read as it comes, for a million rows and more."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any

from gigdesk.domain.wages.levels import STATISTICS, Flag
from gigdesk.domain.wages.periods import period_of
from gigdesk.domain.wages.table import Cell
from gigdesk.services.wage_tables.account import Account, Kind, Problem
from gigdesk.services.wage_tables.codes import code_of
from gigdesk.services.wage_tables.figures import MARKS, Figures, sample_of
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import TableMap, letter
from gigdesk.services.wage_tables.remembered import Remembered
from gigdesk.store.sheets import Row

FLAGS = {"": "", **{flag.value: flag.value for flag in Flag}, "B": Flag.BREAK.value}
ABOUT = ("region", "code", "label", "period", "sample")
FIGURE = ("measure", "value", "flag")
_PLACES = {name: at for at, name in enumerate(STATISTICS, start=5)}
_FLAGS = 5 + len(STATISTICS)
_NO_FIGURES = (None,) * len(STATISTICS)


class LongReader:
    """Reads rows of one figure each. What cannot be read is named in the account."""

    def __init__(self, mapping: TableMap, known: Known, account: Account) -> None:
        self._mapping, self._account = mapping, account
        self._figures = Figures(mapping.factor, {**MARKS, **mapping.marks}, mapping.top)
        self._read_as: dict[str, Remembered[str]] = {
            "region": Remembered(known.places.region),
            "period": Remembered(period_of),
            "code": Remembered(lambda text: code_of(mapping.dimension, text) if text else ""),
            "flag": Remembered(lambda text: FLAGS.get(text.strip())),
        }
        self._samples = Remembered(sample_of)
        places = [mapping.at(name) for name in (*ABOUT, *FIGURE)]
        self._width = max((at for at in places if at is not None), default=0) + 1
        self._about = _taker(mapping, ABOUT)
        self._measure, self._value, self._flag = (mapping.at(name) for name in FIGURE)

    def read(self, rows: Iterable[Row], start: int) -> Iterator[Cell]:
        """The cells of rows from the number `start` on: a row is only asked for when it is its turn.

        Rows that follow one another and speak of the same are one cell, unless a figure comes again.
        """
        measure_at, value_at, flag_at = self._measure or 0, self._value or 0, self._flag
        figure, flags = self._figures.read, self._read_as["flag"]
        number, counted = start - 1, 0
        last: tuple[str, ...] = ()
        cell: list[Any] = []
        for about, group in itertools.groupby(self._filled(rows), self._about):
            place, begins = self._place(about), about != last
            for row in group:
                number += 1
                at, found = _PLACES.get(row[measure_at]), figure(row[value_at])
                flag = "" if flag_at is None else flags[row[flag_at]]
                if place is None or at is None or found is None or flag is None:
                    self._refuse(number, row)
                    continue
                if begins or cell[at] is not None:
                    if cell:
                        yield tuple(cell)
                    cell, last, begins = [number, *place], about, False
                cell[at], said = found
                if flag or said:
                    cell[_FLAGS] = f"{cell[_FLAGS]} {row[measure_at]}:{flag or said}".lstrip()
                counted += 1
        if cell:
            yield tuple(cell)
        self._account.add(Kind.READ, counted)
        self._account.observations += counted

    def _filled(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, a short one with its empty cells."""
        width = self._width
        for row in rows:
            yield row if len(row) >= width else (*row, *("",) * (width - len(row)))

    def _place(self, about: tuple[str, ...]) -> tuple[str | int | None, ...] | None:
        """What rows speak about, as a cell without its row and figures; None where that cannot be read."""
        place, subject, label, when, people = about
        read_as = self._read_as
        region, code, period = read_as["region"][place], read_as["code"][subject], read_as["period"][when]
        sample = self._samples[people] if people else None
        if not region or not period or code is None or not (code or label) or (people and sample is None):
            return None
        return (region, code, label or code, period, *_NO_FIGURES, "", sample)

    def _refuse(self, number: int, row: Row) -> None:
        if any(row):
            self._account.refuse(self._problem(number, row))
        else:
            self._account.add(Kind.EMPTY)

    def _problem(self, number: int, row: Row) -> Problem:
        """Why a row cannot be read: the first of its cells that says so."""
        for name in ("region", "code", "period", *FIGURE, "sample"):
            at = self._mapping.at(name)
            if at is not None and not self._is_clear(name, row[at]):
                return Problem(number, f"{letter(at)}{number}", row[at], "figure" if name == "value" else name)
        at = self._mapping.at("label")
        return Problem(number, f"{letter(at)}{number}" if at is not None else "", "", "no-label")

    def _is_clear(self, name: str, text: str) -> bool:
        if name == "measure":
            return text in _PLACES
        if name == "value":
            return self._figures.read(text) is not None
        if name == "sample":
            return not text or sample_of(text) is not None
        found = self._read_as[name][text]
        return found is not None and bool(found or name in {"code", "flag"})


def _taker(mapping: TableMap, names: tuple[str, ...]) -> Callable[[Row], tuple[str, ...]]:
    """Takes the cells of a row in the order wanted; where there is no column, what is said once."""
    pairs = [(mapping.at(name), str(getattr(mapping, name, ""))) for name in names]
    there = [at for at, _ in pairs if at is not None]
    if len(there) == len(pairs):
        return itemgetter(*there)
    return lambda row: tuple([said if at is None else row[at] for at, said in pairs])
