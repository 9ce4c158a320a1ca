"""A table with a row for each figure, and its measure beside it: read as it comes, for a million rows and more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter

from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.table import Cell, Observation, gathered
from gigdesk.services.wage_tables.account import Account, Kind, Problem
from gigdesk.services.wage_tables.codes import code_of
from gigdesk.services.wage_tables.figures import MARKS, Figures, sample_of
from gigdesk.services.wage_tables.heads import STATISTICS
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import TableMap, letter
from gigdesk.services.wage_tables.periods import period_of
from gigdesk.services.wage_tables.remembered import Remembered
from gigdesk.store.sheets import Row

FLAGS = {"": "", **{flag.value: flag.value for flag in Flag}, "B": Flag.BREAK.value}
ORDER = ("region", "period", "code", "measure", "flag", "label", "value", "sample")


class LongReader:
    """Reads rows of one figure each. What cannot be read is named in the account."""

    def __init__(self, mapping: TableMap, known: Known, account: Account) -> None:
        self._mapping, self._account = mapping, account
        self._figures = Figures(mapping.factor, {**MARKS, **mapping.marks}, mapping.top)
        self._read = {
            "region": Remembered(known.places.region),
            "period": Remembered(period_of),
            "code": Remembered(lambda text: code_of(mapping.dimension, text) if text else ""),
            "measure": Remembered({name: name for name in STATISTICS}.get),
            "flag": Remembered(FLAGS.get),
        }
        places = [mapping.at(name) for name in ORDER]
        self._width = max((at for at in places if at is not None), default=0) + 1
        self._take = _taker(places, [getattr(mapping, name, "") if name in _ONCE else "" for name in ORDER])

    def read(self, rows: Iterable[Row], start: int) -> Iterator[Cell]:
        """The cells of rows from the number `start` on: a row is only asked for when it is its turn."""
        return gathered(self._read_rows(rows, start))

    def _read_rows(self, rows: Iterable[Row], start: int) -> Iterator[Observation]:
        regions, periods, codes, measures, flags = (self._read[name] for name in ORDER[:5])
        take, width, figure, read = self._take, self._width, self._figures.read, 0
        for number, row in enumerate(rows, start):
            if len(row) < width:
                if not row:
                    self._account.add(Kind.EMPTY)
                    continue
                row = (*row, *("",) * (width - len(row)))  # noqa: PLW2901 - the same row, with its empty cells
            place, when, subject, what, mark, label, amount, people = take(row)
            region, period, code = regions[place], periods[when], codes[subject]
            measure, flag, found = measures[what], flags[mark], figure(amount)
            sample = int(people) if people.isascii() and people.isdigit() else sample_of(people) if people else None
            said = region and period and measure and (code or (label and code is not None))
            if not said or flag is None or found is None or (people and sample is None):
                self._account.refuse(self._problem(number, row))
                continue
            read += 1
            yield Observation(number, region, code, label or code, period, measure, found[0], flag or found[1], sample)  # type: ignore[arg-type]
        self._account.add(Kind.READ, read)
        self._account.observations += read

    def _problem(self, number: int, row: Row) -> Problem:
        """Why a row cannot be read: the first of its cells that says so."""
        for name in ("region", "code", "period", "measure", "value", "flag", "sample"):
            at = self._mapping.at(name)
            if at is not None and not self._is_clear(name, row[at]):
                return Problem(number, f"{letter(at)}{number}", row[at], "figure" if name == "value" else name)
        at = self._mapping.at("label")
        return Problem(number, f"{letter(at)}{number}" if at is not None else "", "", "no-label")

    def _is_clear(self, name: str, text: str) -> bool:
        if name == "value":
            return self._figures.read(text) is not None
        if name == "sample":
            return not text or sample_of(text) is not None
        found = self._read[name][text]
        return found is not None and bool(found or name in {"code", "flag"})


_ONCE = ("region", "period")


def _taker(places: list[int | None], usual: list[str]) -> Callable[[Row], tuple[str, ...]]:
    """Takes the cells of a row in the order wanted; where there is no column, what is said once."""
    there = [at for at in places if at is not None]
    if len(there) == len(places):
        return itemgetter(*there)
    pairs = list(zip(places, usual, strict=True))
    return lambda row: tuple(said if at is None else row[at] for at, said in pairs)
