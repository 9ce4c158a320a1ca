"""The tables of published wages that somebody imported on this machine, beside the releases.

A file of its own, `imported/tables.sqlite`; the files they came from are kept under their hash in `imported/files`.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.domain.law import Source, Status
from gigdesk.domain.wages.levels import WageLevel
from gigdesk.domain.wages.table import Cell, WageTable
from gigdesk.store import wages
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.wage_levels import Floors, wage_levels
from gigdesk.store.tables_file import (
    FEED_TABLE,
    Origin,
    TablesFile,
    Terms,
    has,
    insert,
    new_id,
    note,
    say_terms,
    source_id,
    take_out,
)


class TableRefusedError(RefusedError):
    """The guard refuses a table. `findings` say why, each with the row of the file."""

    def __init__(self, name: str, findings: Sequence[Finding]) -> None:
        first = findings[0]
        super().__init__("guard-table", file=name, count=len(findings), place=first.place, what=first.what)
        self.findings = tuple(findings)


@dataclass(frozen=True)
class ImportedTable:
    """A table as it was imported: from which file (name and SHA-256), when, and how many cells.

    One from a public feed has the terms on which it may be used, and the publisher's own sources; one that was
    fetched names its feed.
    """

    id: str
    table: WageTable
    file: str
    sha256: str
    imported_on: date
    rows: int
    feed: str = ""
    terms: str = ""
    told_by: str = ""


class Imported:
    """What was imported into a data folder. `floor_of` gives the lowest minimum wage of each year, for the guard."""

    def __init__(self, data_folder: Path, floor_of: Callable[[], Floors]) -> None:
        self.folder = data_folder / "imported"
        self.path = self.folder / "tables.sqlite"
        self.file = TablesFile(self.path)
        self.floor_of = floor_of

    def tables(self) -> tuple[ImportedTable, ...]:
        """Every table, the newest first.

        Raises:
            MissingDataError: the file is there and cannot be read.
        """
        with self.file.reading() as connection:
            return tuple(_tables(connection)) if connection else ()

    def levels(self, subjects: Sequence[str], regions: Sequence[str]) -> list[WageLevel]:
        """The imported levels of some subjects in some regions, those of the table that was imported last first.

        Raises:
            MissingDataError: the file is there and cannot be read.
        """
        with self.file.reading() as connection:
            return wages.levels(connection, subjects, regions, order="table_id DESC, row") if connection else []

    def sources(self) -> dict[str, Source]:
        """The notices that the tables are from, by their id."""
        return {source_id(one.id): _source(one) for one in self.tables()}

    def trial(self, table: WageTable, cells: Iterable[Cell]) -> tuple[Finding, ...]:
        """What the guard says of a table; nothing of it is kept."""
        with self.file.writing() as connection:
            number = insert(connection, table, cells, "trial")
            return tuple(wage_levels(connection, self.floor_of(), [number]))

    def add(self, table: WageTable, cells: Iterable[Cell], original: Path, day: date, terms: str = "") -> ImportedTable:
        """Add a table in one transaction, and keep its file. `terms` are those on which its publisher lets it be used.

        Raises:
            InputError: the file cannot be read, or is imported already.
            TableRefusedError: the guard found something; nothing is stored.
            MissingDataError: the data folder cannot be written to.
        """
        sha256 = _sha256(original)
        with self.file.writing() as connection:
            if any(one.sha256 == sha256 and one.table == table for one in self.tables()):
                raise InputError("file", original.name, "a table that is not there yet", "imported-already")
            id_ = new_id(sha256, connection)
            number = insert(connection, table, cells, id_)
            findings = tuple(wage_levels(connection, self.floor_of(), [number]))
            if findings:
                raise TableRefusedError(original.name, findings)
            count = note(connection, id_, number, Origin(original.name, sha256, day))
            if terms:
                say_terms(connection, number, Terms(terms))
            self._keep(original, sha256)
            connection.execute("COMMIT")
        return ImportedTable(id_, table, original.name, sha256, day, count, terms=terms)

    def remove(self, id_: str) -> None:
        """Take a table out again; its file goes where no other table is from it.

        Raises:
            InputError: there is no such table.
        """
        here = {one.id: one for one in self.tables()}
        if id_ not in here:
            raise InputError("table", id_, " | ".join(here) or "-")
        with self.file.writing() as connection:
            take_out(connection, id_)
            connection.execute("COMMIT")
        if sum(one.sha256 == here[id_].sha256 for one in here.values()) == 1:
            self.original(here[id_]).unlink(missing_ok=True)

    def original(self, table: ImportedTable) -> Path:
        """Where the file of a table is kept."""
        return self._kept(table.sha256, table.file)

    def _kept(self, sha256: str, name: str) -> Path:
        return self.folder / "files" / f"{sha256}{Path(name).suffix.lower()}"

    def _keep(self, original: Path, sha256: str) -> None:
        kept = self._kept(sha256, original.name)
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            building = kept.with_name(f".{kept.name}")
            shutil.copyfile(original, building)
            building.replace(kept)


_TABLES = """
    SELECT {feed}, imported.*, wage_table.*, source.title, source.url, source.published, imported.id AS id
    FROM imported JOIN wage_table ON wage_table.id = table_id JOIN source ON source.id = wage_table.source
    {join} ORDER BY table_id DESC
"""


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError("file", path, str(error.strerror)) from None


def _source(one: ImportedTable) -> Source:
    said = one.table
    day = one.imported_on.isoformat()
    document = "; ".join(part for part in (f"{one.terms} ({day})" if one.terms else "", one.told_by) if part)
    title, period = said.title or one.file, f"{one.file}, SHA-256 {one.sha256[:12]}…"
    return Source(
        source_id(one.id), title, document, said.publisher, said.url, said.published, period, Status.SECONDARY, day
    )


def _tables(connection: sqlite3.Connection) -> Iterator[ImportedTable]:
    """Those of a file; one that an earlier version wrote has none of feeds."""
    fetched = has(connection, FEED_TABLE)
    columns = ("feed", "terms", "told_by")
    feed = ", ".join(f"ifnull({one}, '') AS {one}" if fetched else f"'' AS {one}" for one in columns)
    join = f"LEFT JOIN {FEED_TABLE} USING (table_id)" if fetched else ""
    yield from map(_imported, connection.execute(_TABLES.format(feed=feed, join=join)))


def _imported(row: sqlite3.Row) -> ImportedTable:
    names = ("title", "publisher", "url", "published", "population", "pay_concept", "dimension", "unit", "currency")
    said = WageTable(**{name: row[name] for name in names}, least_sample=row["least_sample"])
    day = date.fromisoformat(row["imported_on"])
    return ImportedTable(
        row["id"], said, row["file"], row["sha256"], day, row["rows"], row["feed"], row["terms"], row["told_by"]
    )
