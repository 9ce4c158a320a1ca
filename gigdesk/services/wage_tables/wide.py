"""A table with one row for each occupation or industry and a column for each statistic, read row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gigdesk.domain.wages.codes import plain
from gigdesk.domain.wages.levels import STATISTICS, Flag
from gigdesk.domain.wages.periods import period_of
from gigdesk.domain.wages.table import Cell
from gigdesk.services.wage_tables.account import Account, Kind, Problem
from gigdesk.services.wage_tables.figures import MARKS, MOST_KEPT, Figures, sample_of
from gigdesk.services.wage_tables.heads import IGNORE, heads
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import TableMap, letter
from gigdesk.services.wage_tables.remembered import Remembered
from gigdesk.services.wage_tables.subject import Subject, Subjects
from gigdesk.store.sheets import Row

_NOTE = re.compile(r"(?:注|说明|备注|数据来源|资料来源|来源|附注|notes?|source)\s*\d*\s*[:：、.]?", re.IGNORECASE)
_FULL_CODE = re.compile(r"\d-?\d\d-?\d\d-?\d\d|\d\d-?\d{4}", re.ASCII)
_HEADS = 2
_PLACE = {name: at for at, name in enumerate(STATISTICS)}


class WideReader:
    """Reads rows below the heads. Each is read, or named with its cell and why, or said to be no row of figures."""

    def __init__(self, mapping: TableMap, known: Known, account: Account, header: Sequence[Row]) -> None:
        self._mapping, self._account = mapping, account
        self._subjects = Subjects(mapping, known, account)
        self._figures = Figures(mapping.factor, {**MARKS, **mapping.marks}, mapping.top)
        self._groups = _groups(mapping)
        self._columns = [at for _, _, places in self._groups for _, at in places]
        self._header = {tuple(row) for row in header if row}
        self._regions, self._periods = Remembered(known.places.region), Remembered(period_of)
        self._at = {name: mapping.at(name) for name in ("code", "region", "period", "sample")}
        self._seen: dict[tuple[object, ...], tuple[object, ...]] = {}
        self._unsaid = 0

    def read(self, rows: Iterable[tuple[int, Row]]) -> Iterator[Cell]:
        """The figures of the rows, in their order. What stands below all figures is a note."""
        for number, row in rows:
            kind = self._kind(row)
            if kind is None:
                yield from self._read_row(number, row)
            elif kind is Kind.HEADING:
                self._unsaid += 1
            else:
                self._account.add(kind)
        self._account.add(Kind.NOTE, self._unsaid)
        self._unsaid = 0

    def _kind(self, row: Row) -> Kind | None:
        """What a row is that has no figures; None for one that has."""
        width = len(row)
        for at in self._columns:
            if at < width and row[at]:
                return Kind.HEADER if tuple(row) in self._header else None
        said = next(filter(None, row), "")
        if not said:
            return Kind.EMPTY
        if _NOTE.match(said):
            return Kind.NOTE
        return None if self._is_numbered(row) else Kind.HEADING

    def _is_numbered(self, row: Row) -> bool:
        """Whether a row without any figure is that of one occupation, whose figures are not published."""
        return _FULL_CODE.fullmatch(plain(_cell(row, self._at["code"]))) is not None

    def _read_row(self, number: int, row: Row) -> Iterator[Cell]:
        if self._unsaid:
            self._account.add(Kind.HEADING, self._unsaid)
            self._unsaid = 0
        found = self._cells(number, row)
        if isinstance(found, Problem):
            if self._is_header(row):
                self._account.add(Kind.HEADER)
            else:
                self._account.refuse(found)
        elif self._is_repeated(found):
            self._account.add(Kind.REPEATED)
            self._account.remark("repeated", number)
        else:
            self._account.add(Kind.READ)
            self._account.observations += len(self._columns)
            yield from found

    def _cells(self, number: int, row: Row) -> list[Cell] | Problem:
        subject = self._subjects.read(number, row)
        if isinstance(subject, Problem):
            return subject
        region, period, sample = self._region(number, row), self._period(number, row), self._sample(number, row)
        for said in (region, period, sample):
            if isinstance(said, Problem):
                return said
        found: list[Cell] = []
        for post, when, places in self._groups:
            about = self._subjects.of_post(subject, post) if post else subject
            cell = self._figures_of(number, row, places)
            if isinstance(cell, Problem):
                return cell
            found.append(_whole(number, str(region), about, when or str(period), cell, sample))  # type: ignore[arg-type]
        return found

    def _figures_of(
        self, number: int, row: Row, places: Sequence[tuple[str, int]]
    ) -> tuple[list[int | None], str] | Problem:
        """The figures in their order, and their flags."""
        read, width = self._figures.read, len(row)
        fen: list[int | None] = [None] * len(STATISTICS)
        flags = ""
        for measure, at in places:
            figure = read(row[at] if at < width else "")
            if figure is None:
                return _problem(number, at, row, "figure")
            fen[_PLACE[measure]], flag = figure
            if flag:
                flags = f"{flags} {measure}:{flag}" if flags else f"{measure}:{flag}"
        return fen, flags

    def _region(self, number: int, row: Row) -> str | Problem:
        at = self._at["region"]
        if at is None:
            return self._mapping.region
        return self._regions[_cell(row, at)] or _problem(number, at, row, "region")

    def _period(self, number: int, row: Row) -> str | Problem:
        at = self._at["period"]
        if at is None:
            return self._mapping.period
        return self._periods[_cell(row, at)] or _problem(number, at, row, "period")

    def _sample(self, number: int, row: Row) -> int | Problem | None:
        at = self._at["sample"]
        text = _cell(row, at)
        if at is None or MARKS.get(text) is Flag.MISSING:
            return None
        found = sample_of(text)
        return _problem(number, at, row, "sample") if found is None else found

    def _is_repeated(self, found: Sequence[Cell]) -> bool:
        """Whether the same stood in a row before, as where a page ends with what the next begins with.

        In a very long table only its first rows are remembered; the guard finds the rest.
        """
        key = tuple([cell[1:5] for cell in found])
        figures = tuple([cell[5:] for cell in found])
        before = self._seen.get(key)
        if before is None and len(self._seen) < MOST_KEPT:
            self._seen[key] = figures
        return before == figures

    @staticmethod
    def _is_header(row: Row) -> bool:
        """Whether the heads come again in other words, as on a page of its own."""
        known = [head for head in heads(row) if head and head.field != IGNORE]
        return len(known) >= _HEADS


def _groups(mapping: TableMap) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """The columns of figures by the post and the period that their heads say: of each, its measure and its place."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for at, column in mapping.columns.items():
        if column.field in STATISTICS:
            found.setdefault((column.post, column.period), []).append((column.field, at))
    return [(post, period, places) for (post, period), places in found.items()]


def _whole(  # noqa: PLR0913, PLR0917 - a cell has so many parts
    number: int, region: str, about: Subject, period: str, said: tuple[list[int | None], str], sample: int | None
) -> Cell:
    p10, p25, p50, p75, p90, mean = said[0]
    return (number, region, about.code, about.label, period, p10, p25, p50, p75, p90, mean, said[1], sample)


def _cell(row: Row, at: int | None) -> str:
    return row[at] if at is not None and at < len(row) else ""


def _problem(number: int, at: int, row: Row, why: str) -> Problem:
    return Problem(number, f"{letter(at)}{number}", _cell(row, at), why)
