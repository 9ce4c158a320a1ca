"""Importing a published table of wages: from a file to figures that are stored, with a look at each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase, RefusedError
from gigdesk.domain.wages.levels import STATISTICS
from gigdesk.domain.wages.table import Cell
from gigdesk.services.wage_tables.account import Account, Kind
from gigdesk.services.wage_tables.finding import Candidate, candidates
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import TableMap, check
from gigdesk.services.wage_tables.proposal import Proposal, propose
from gigdesk.services.wage_tables.reading import Reading
from gigdesk.store.guard import Finding
from gigdesk.store.imported import Imported, ImportedTable
from gigdesk.store.reference import Reference
from gigdesk.store.sheets import Row, Sheet, read_file

SHOWN = 8
"""How many rows a look at a table shows."""


@dataclass(frozen=True)
class Brought:
    """A file with its sheets, and the tables found in it, the likeliest first."""

    path: Path
    sheets: tuple[Sheet, ...]
    candidates: tuple[Candidate, ...]

    def rows(self, sheet: int) -> AbstractContextManager[Sequence[Row]]:
        """The rows of a sheet, counted from 1.

        Raises:
            InputError: there is no such sheet.
        """
        if sheet > len(self.sheets):
            raise InputError("sheet", sheet, f"1..{len(self.sheets)}")
        return nullcontext(self.sheets[sheet - 1].rows)


@dataclass(frozen=True)
class Line:
    """A row as it will be stored: what it speaks about, and each statistic in hundredths with its flag."""

    row: int
    region: str
    period: str
    code: str
    label: str
    figures: Mapping[str, tuple[int | None, str]]
    sample: int | None


@dataclass(frozen=True)
class Look:
    """What would be stored: the first rows, what became of every row, and what the guard says."""

    mapping: TableMap
    first: tuple[Line, ...]
    account: Account
    findings: tuple[Finding, ...]

    @property
    def clear(self) -> bool:
        """Whether every row was read and nothing is off."""
        return not self.findings and not self.account.counts[Kind.UNREAD] and self.account.observations > 0


@dataclass(frozen=True)
class Stored:
    """What was stored, and what became of every row of the sheet."""

    table: ImportedTable
    account: Account


def _shown(cells: Iterator[Cell], kept: list[Line]) -> Iterator[Cell]:
    """Let cells pass, and keep the first as they will be stored."""
    for cell in cells:
        if len(kept) < SHOWN:
            kept.append(_line(cell))
        yield cell


def _line(cell: Cell) -> Line:
    row, region, code, label, period, *fen, flags, sample = cell
    flagged = dict(flag.split(":") for flag in flags.split())
    figures = {
        name: (value, flagged.get(name, ""))
        for name, value in zip(STATISTICS, fen, strict=True)
        if value is not None or name in flagged
    }
    return Line(row, region, period, code, label, figures, sample)


@dataclass(frozen=True)
class WageTables:
    """The tables that people import, over one release and the figures imported beside it."""

    reference: Reference
    imported: Imported

    @cached_property
    def known(self) -> Known:
        """What the release knows that a table may name."""
        return Known.of(self.reference)

    def bring(self, path: Path) -> Brought:
        """Read a file and find its tables.

        Raises:
            InputError: the file cannot be opened.
            RefusedError: it is no file of tables, or beyond the limits.
        """
        sheets = read_file(path)
        return Brought(path, sheets, candidates(sheets))

    def propose(self, brought: Brought, candidate: Candidate) -> Proposal:
        """The mapping that a table seems to want."""
        return propose(brought.sheets, candidate, self.known)

    def look(self, brought: Brought, mapping: TableMap) -> Look:
        """What would be stored; nothing is.

        Raises:
            InputError: something is still to be said of the table, or cannot be so.
        """
        account, first = Account(), list[Line]()
        with brought.rows(_whole(mapping).sheet) as rows:
            reading = Reading(mapping, self.known, rows, account)
            findings = self.imported.trial(mapping.table(), _shown(reading.cells(), first))
        return Look(mapping, tuple(first), account, findings)

    def store(self, brought: Brought, mapping: TableMap, day: date, *, leave_out: bool = False) -> Stored:
        """Store a table in one transaction. Rows that cannot be read are left out only where that is asked for.

        Raises:
            InputError: something is still to be said of the table, or it is imported already.
            RefusedError: rows cannot be read, none can, or the guard found something; nothing is stored.
        """
        account = Account()
        with brought.rows(_whole(mapping).sheet) as rows:
            reading = Reading(mapping, self.known, rows, account)
            figures = _all_or_none(reading, brought.path.name, leave_out=leave_out)
            return Stored(self.imported.add(mapping.table(), figures, brought.path, day), account)

    def tables(self) -> tuple[ImportedTable, ...]:
        """What was imported, the newest first."""
        return self.imported.tables()

    def remove(self, id_: str) -> None:
        """Take a table out again.

        Raises:
            InputError: there is no such table.
        """
        self.imported.remove(id_)


def _whole(mapping: TableMap) -> TableMap:
    missing = mapping.open()
    if missing:
        raise InputError(missing[0], Phrase("nothing"), Phrase.of("say-of-table", names=", ".join(missing)))
    return check(mapping)


def _all_or_none(reading: Reading, name: str, *, leave_out: bool) -> Iterator[Cell]:
    """The figures; at their end, still within the transaction, a refusal where rows cannot be read."""
    yield from reading.cells()
    account = reading.account
    if account.problems and not leave_out:
        first = account.problems[0]
        raise RefusedError(
            "wage-table-unread", file=name, count=account.counts[Kind.UNREAD], row=first.row, got=first.got
        )
    if not account.observations:
        raise RefusedError("wage-table-empty", file=name)
