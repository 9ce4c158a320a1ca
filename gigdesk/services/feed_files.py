"""A file that somebody fetched from a public feed: what is in it, and storing it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase, RefusedError
from gigdesk.domain.wages.table import WageTable
from gigdesk.services.wage_tables.service import SHOWN, Line, line_of
from gigdesk.store.guard import Finding
from gigdesk.store.imported import Imported, ImportedTable, TableRefusedError
from gigdesk.store.live import Live
from gigdesk.sync.feed import Feed, Parsed, PublishedTable
from gigdesk.sync.feeds import ALL

KINDS = tuple(ALL)
MEGABYTE = 1_000_000
MOST_MEGABYTES = 100
THERE = "imported-already"


@dataclass(frozen=True)
class TableLook:
    """One table of a file: its first cells, how many there are, what the guard says, and where it is stored.

    With `there` it was imported before and stays as it is.
    """

    table: WageTable
    first: tuple[Line, ...]
    cells: int
    findings: tuple[Finding, ...] = ()
    stored: ImportedTable | None = None
    there: bool = False


@dataclass(frozen=True)
class FeedLook:
    """What a file of a feed holds, and what became of each of its tables."""

    feed: Feed
    parsed: Parsed
    tables: tuple[TableLook, ...]
    rates_stored: int = 0

    @property
    def clear(self) -> bool:
        """Whether there are figures, and nothing is off."""
        return bool(self.tables or self.parsed.rates) and not any(one.findings for one in self.tables)


@dataclass(frozen=True)
class FeedFiles:
    """The files of public feeds, over what was imported on this machine."""

    imported: Imported
    live: Live

    def look(self, path: Path, kind: str) -> FeedLook:
        """What would be stored; nothing is.

        Raises:
            InputError: the file cannot be opened.
            RefusedError: it is no answer of that feed.
        """
        feed, parsed = _read(path, kind)
        return _looked(feed, parsed, (self._trial(one) for one in parsed.tables))

    def store(self, path: Path, kind: str, day: date) -> FeedLook:
        """Store the tables of a file, each in one transaction; one that the guard refuses holds up no other.

        Raises:
            InputError: the file cannot be opened, or all of it is imported already.
            RefusedError: it is no answer of that feed.
            MissingDataError: the data folder cannot be written to.
        """
        feed, parsed = _read(path, kind)
        found = _looked(feed, parsed, [self._add(one, path, day, feed.terms) for one in parsed.tables])
        if found.tables and all(one.there for one in found.tables):
            raise InputError("file", path.name, "a file that is not there yet", THERE)
        if not parsed.rates:
            return found
        with self.live.change() as change:
            change.add_rates(feed.id, parsed.rates, feed.terms, day)
            change.keep()
        return replace(found, rates_stored=len(parsed.rates))

    def _trial(self, one: PublishedTable) -> TableLook:
        return _table(one, self.imported.trial(one.table, one.cells))

    def _add(self, one: PublishedTable, path: Path, day: date, terms: str) -> TableLook:
        try:
            return _table(one, stored=self.imported.add(one.table, one.cells, path, day, terms))
        except TableRefusedError as error:
            return _table(one, error.findings)
        except InputError as error:
            if error.code != THERE:
                raise
            return _table(one, there=True)


def _looked(feed: Feed, parsed: Parsed, tables: Iterable[TableLook]) -> FeedLook:
    return FeedLook(feed, parsed, tuple(tables))


def _table(
    one: PublishedTable,
    findings: tuple[Finding, ...] = (),
    stored: ImportedTable | None = None,
    *,
    there: bool = False,
) -> TableLook:
    first = tuple(line_of(cell) for cell in one.cells[:SHOWN])
    return TableLook(one.table, first, len(one.cells), findings, stored, there)


def _read(path: Path, kind: str) -> tuple[Feed, Parsed]:
    feed = ALL[kind]
    try:
        with path.open("rb") as file:
            data = file.read(MOST_MEGABYTES * MEGABYTE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError("file", path, Phrase.of("readable-file", reason=reason)) from None
    if len(data) > MOST_MEGABYTES * MEGABYTE:
        raise RefusedError("sheet-size", file=path.name, most=MOST_MEGABYTES)
    return feed, feed.read(data, path.name)
