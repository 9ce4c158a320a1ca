"""A table with one row for each occupation or industry and a column for each statistic, read row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.table import Observation
from gigdesk.services.wage_tables.account import Account, Kind, Problem
from gigdesk.services.wage_tables.codes import plain
from gigdesk.services.wage_tables.figures import MARKS, Figure, Figures, sample_of
from gigdesk.services.wage_tables.heads import IGNORE, STATISTICS, heads
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import Column, TableMap, letter
from gigdesk.services.wage_tables.periods import period_of
from gigdesk.services.wage_tables.subject import Subjects
from gigdesk.store.sheets import Row

_NOTE = re.compile(r"(?:注|说明|备注|数据来源|资料来源|来源|附注|notes?|source)\s*\d*\s*[:：、.]?", re.IGNORECASE)
_HEADS = 2
_FULL_CODE = re.compile(r"\d-?\d\d-?\d\d-?\d\d|\d\d-?\d{4}", re.ASCII)


class WideReader:
    """Reads rows below the heads. Each is read, or named with its cell and why, or said to be no row of figures."""

    def __init__(self, mapping: TableMap, known: Known, account: Account, header: Sequence[Row]) -> None:
        self._mapping, self._known, self._account = mapping, known, account
        self._subjects = Subjects(mapping, known, account)
        self._figures = Figures(mapping.factor, {**MARKS, **mapping.marks}, mapping.top)
        self._columns = [(at, each) for at, each in mapping.columns.items() if each.field in STATISTICS]
        self._header = {tuple(map(plain, row)) for row in header if row}
        self._seen: dict[tuple[object, ...], tuple[Figure, ...]] = {}
        self._unsaid = 0

    def read(self, rows: Iterable[tuple[int, Row]]) -> Iterator[Observation]:
        """The figures of the rows, in their order."""
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
        """What a row is that has no figures; None for one that has. What stands below all others is a note."""
        if not any(row):
            return Kind.EMPTY
        if tuple(map(plain, row)) in self._header:
            return Kind.HEADER
        if any(at < len(row) and row[at] for at, _ in self._columns):
            return None
        if _NOTE.match(next(filter(None, row))):
            return Kind.NOTE
        return None if self._is_numbered(row) else Kind.HEADING

    def _is_numbered(self, row: Row) -> bool:
        """Whether a row without any figure is that of one occupation, whose figures are not published."""
        at = self._mapping.at("code")
        return at is not None and at < len(row) and _FULL_CODE.fullmatch(plain(row[at])) is not None

    def _read_row(self, number: int, row: Row) -> Iterator[Observation]:
        self._account.add(Kind.HEADING, self._unsaid)
        self._unsaid = 0
        found = self._observations(number, row)
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
            self._account.observations += len(found)
            yield from found

    def _observations(self, number: int, row: Row) -> list[Observation] | Problem:
        subject = self._subjects.read(number, row)
        if isinstance(subject, Problem):
            return subject
        region, period, sample = (read(number, row) for read in (self._region, self._period, self._sample))
        for said in (region, period, sample):
            if isinstance(said, Problem):
                return said
        found = []
        for at, column in self._columns:
            figure = self._figures.read(row[at] if at < len(row) else "")
            if figure is None:
                return _problem(number, at, row, "figure")
            about = self._subjects.of_post(subject, column.post)
            when = column.period or period
            found.append(
                Observation(number, region, about.code, about.label, when, column.field, *figure, sample)  # type: ignore[arg-type]
            )
        return found

    def _region(self, number: int, row: Row) -> str | Problem:
        at = self._mapping.at("region")
        if at is None:
            return self._mapping.region
        return self._known.places.region(_cell(row, at)) or _problem(number, at, row, "region")

    def _period(self, number: int, row: Row) -> str | Problem:
        at = self._mapping.at("period")
        if at is None:
            return self._mapping.period
        return period_of(_cell(row, at)) or _problem(number, at, row, "period")

    def _sample(self, number: int, row: Row) -> int | Problem | None:
        at = self._mapping.at("sample")
        if at is None or MARKS.get(_cell(row, at)) is Flag.MISSING:
            return None
        found = sample_of(_cell(row, at))
        return _problem(number, at, row, "sample") if found is None else found

    def _is_repeated(self, found: Sequence[Observation]) -> bool:
        """Whether the same stood in a row before: as where a page ends with what the next begins with."""
        key = tuple(one[1:6] for one in found)
        figures = tuple((one.value, one.flag) for one in found)
        return self._seen.setdefault(key, figures) is not figures and self._seen[key] == figures

    @staticmethod
    def _is_header(row: Row) -> bool:
        """Whether the heads come again in other words, as on a page of its own."""
        known = [head for head in heads(row) if head and head.field != IGNORE]
        return len(known) >= _HEADS


def _cell(row: Row, at: int) -> str:
    return row[at] if at < len(row) else ""


def _problem(number: int, at: int, row: Row, why: str) -> Problem:
    return Problem(number, f"{letter(at)}{number}", _cell(row, at), why)


__all__ = ["Column", "WideReader"]
