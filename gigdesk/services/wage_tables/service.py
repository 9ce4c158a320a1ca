"""Importing a published table of wages: from a file to figures that are stored, with a look at each step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.wages.levels import STATISTICS
from gigdesk.domain.wages.table import Cell
from gigdesk.services.wage_tables.account import Account, Kind
from gigdesk.services.wage_tables.brought import Brought, bring
from gigdesk.services.wage_tables.finding import Candidate
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import TableMap, check
from gigdesk.services.wage_tables.proposal import Proposal, propose
from gigdesk.services.wage_tables.reading import Reading
from gigdesk.store.guard import Finding
from gigdesk.store.imported import Imported, ImportedTable, TableRefusedError
from gigdesk.store.reference import Reference

SHOWN = 8
"""How many rows a look at a table shows."""


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
    """What would be stored, or was: the first rows, what became of every row, and what the guard says."""

    mapping: TableMap
    first: tuple[Line, ...]
    account: Account
    findings: tuple[Finding, ...]
    stored: ImportedTable | None = None

    @property
    def clear(self) -> bool:
        """Whether every row was read and nothing is off."""
        return self.stands and not self.account.counts[Kind.UNREAD]

    @property
    def stands(self) -> bool:
        """Whether it can be stored, at least without the rows that cannot be read."""
        return not self.findings and self.account.observations > 0


class _UnreadError(Exception):
    """Some rows cannot be read, or there is no figure at all: what was begun is undone."""


def _shown(cells: Iterator[Cell], kept: list[Line]) -> Iterator[Cell]:
    """Let cells pass, and keep the first as they will be stored."""
    for cell in cells:
        if len(kept) < SHOWN:
            kept.append(line_of(cell))
        yield cell


def line_of(cell: Cell) -> Line:
    """A cell as it is shown."""
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
        return bring(path)

    def propose(self, brought: Brought, candidate: Candidate) -> Proposal:
        """The mapping that a table seems to want."""
        return propose(brought.sheets, candidate, self.known)

    def look(self, brought: Brought, mapping: TableMap) -> Look:
        """What would be stored; nothing is.

        Raises:
            InputError: something is still to be said of the table, or cannot be so.
        """
        account, first = Account(), list[Line]()
        with brought.rows(_whole(mapping)) as rows:
            reading = Reading(mapping, self.known, rows, account)
            findings = self.imported.trial(mapping.table(), _shown(reading.cells(), first))
        return Look(mapping, tuple(first), account, findings)

    def store(self, brought: Brought, mapping: TableMap, day: date, *, leave_out: bool = False) -> Look:
        """Store a table in one pass and one transaction.

        Nothing is stored where the guard finds something, where there is no figure, or where rows cannot be read and
        nobody asked to leave them out: then it is a look at the table, as without storing.

        Raises:
            InputError: something is still to be said of the table, or it is imported already.
            MissingDataError: the data folder cannot be written to.
        """
        account, first = Account(), list[Line]()
        with brought.rows(_whole(mapping)) as rows:
            reading = Reading(mapping, self.known, rows, account)
            cells = _all_or_none(reading, first, leave_out=leave_out)
            try:
                stored = self.imported.add(mapping.table(), cells, brought.path, day)
            except (TableRefusedError, _UnreadError):
                stored = None
        if stored is None:
            return self.look(brought, mapping)
        return Look(mapping, tuple(first), account, (), stored)

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


def _all_or_none(reading: Reading, first: list[Line], *, leave_out: bool) -> Iterator[Cell]:
    """The cells; at their end, still within the transaction, the way out where they are not to be stored."""
    yield from _shown(reading.cells(), first)
    account = reading.account
    if not account.observations or (account.counts[Kind.UNREAD] and not leave_out):
        raise _UnreadError
