"""The tables of published wages that somebody imported on this machine, beside the releases.

A file of its own, `imported/tables.sqlite`; the files they came from are kept under their hash in `imported/files`.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gigdesk.domain.errors import InputError, MissingDataError, RefusedError
from gigdesk.domain.law import Source, Status
from gigdesk.domain.wages.levels import WageLevel
from gigdesk.domain.wages.table import Cell, WageTable
from gigdesk.store import wages
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.wage_levels import Floors, wage_levels

FORMAT = 1
CACHE_KILOBYTES = 65_536
BUSY_SECONDS = 10.0


class TableRefusedError(RefusedError):
    """The guard refuses a table. `findings` say why, each with the row of the file."""

    def __init__(self, name: str, findings: Sequence[Finding]) -> None:
        first = findings[0]
        super().__init__("guard-table", file=name, count=len(findings), place=first.place, what=first.what)
        self.findings = tuple(findings)


@dataclass(frozen=True)
class ImportedTable:
    """A table as it was imported: from which file (name and SHA-256), when, and how many cells."""

    id: str
    table: WageTable
    file: str
    sha256: str
    imported_on: date
    rows: int


class Imported:
    """What was imported into a data folder. `floor_of` gives the lowest minimum wage of each year, for the guard."""

    def __init__(self, data_folder: Path, floor_of: Callable[[], Floors]) -> None:
        self.folder = data_folder / "imported"
        self.path = self.folder / "tables.sqlite"
        self._floor_of = floor_of

    def tables(self) -> tuple[ImportedTable, ...]:
        """Every table, the newest first.

        Raises:
            MissingDataError: the file is there and cannot be read.
        """
        with self._reading() as connection:
            return tuple(map(_imported, connection.execute(_TABLES))) if connection else ()

    def levels(self, subjects: Sequence[str], regions: Sequence[str]) -> list[WageLevel]:
        """The imported levels of some subjects in some regions, those of the table that was imported last first.

        Raises:
            MissingDataError: the file is there and cannot be read.
        """
        with self._reading() as connection:
            return wages.levels(connection, subjects, regions, order="table_id DESC, row") if connection else []

    def sources(self) -> dict[str, Source]:
        """The notices that the tables are from, by their id."""
        return {_source_id(one.id): _source(one) for one in self.tables()}

    def trial(self, table: WageTable, cells: Iterable[Cell]) -> tuple[Finding, ...]:
        """What the guard says of a table; nothing of it is kept."""
        with self._writing() as connection:
            _insert(connection, table, cells, "trial")
            return tuple(wage_levels(connection, self._floor_of(), [_last(connection)]))

    def add(self, table: WageTable, cells: Iterable[Cell], original: Path, day: date) -> ImportedTable:
        """Add a table in one transaction, and keep its file.

        Raises:
            InputError: the file cannot be read, or is imported already.
            TableRefusedError: the guard found something; nothing is stored.
            MissingDataError: the data folder cannot be written to.
        """
        sha256 = _sha256(original)
        with self._writing() as connection:
            if any(one.sha256 == sha256 and one.table == table for one in self.tables()):
                raise InputError("file", original.name, "a table that is not there yet", "imported-already")
            id_ = _new_id(sha256, connection)
            _insert(connection, table, cells, id_)
            number = _last(connection)
            findings = tuple(wage_levels(connection, self._floor_of(), [number]))
            if findings:
                raise TableRefusedError(original.name, findings)
            (count,) = connection.execute("SELECT count(*) FROM wage WHERE table_id = ?", (number,)).fetchone()
            connection.execute(
                "INSERT INTO imported (id, table_id, file, sha256, imported_on, rows) VALUES (?, ?, ?, ?, ?, ?)",
                (id_, number, original.name, sha256, day.isoformat(), count),
            )
            self._keep(original, sha256)
            connection.execute("COMMIT")
        return ImportedTable(id_, table, original.name, sha256, day, count)

    def remove(self, id_: str) -> None:
        """Take a table out again; its file goes where no other table is from it.

        Raises:
            InputError: there is no such table.
        """
        here = {one.id: one for one in self.tables()}
        if id_ not in here:
            raise InputError("table", id_, " | ".join(here) or "-")
        with self._writing() as connection:
            ((number,),) = connection.execute("SELECT table_id FROM imported WHERE id = ?", (id_,)).fetchall()
            for statement in _REMOVAL:
                connection.execute(statement, {"id": id_, "table": number, "source": _source_id(id_)})
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

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        if not self.path.is_file():
            yield None
            return
        try:
            connection = sqlite3.connect(f"{self.path.as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
            connection.row_factory = sqlite3.Row
            try:
                yield connection if _format(connection) else None
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise MissingDataError("imported-tables", path=self.path, reason=error) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction, which is undone unless it is committed inside."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                connection.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
                connection.execute("BEGIN IMMEDIATE")
                _prepare(connection)
                yield connection
            finally:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                connection.close()
        except (OSError, sqlite3.Error) as error:
            raise MissingDataError("imported-tables", path=self.path, reason=error) from error


_TABLES = """
    SELECT imported.*, wage_table.*, source.title, source.url, source.published, imported.id AS id
    FROM imported JOIN wage_table ON wage_table.id = table_id JOIN source ON source.id = wage_table.source
    ORDER BY table_id DESC
"""
_REMOVAL = (
    "DELETE FROM wage WHERE table_id = :table",
    "DELETE FROM imported WHERE id = :id",
    "DELETE FROM wage_table WHERE id = :table",
    "DELETE FROM source WHERE id = :source",
)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file."""
    if not _format(connection):
        from gigdesk.store.schema import create
        from gigdesk.store.tables import IMPORTED

        create(connection, IMPORTED)
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _format(connection: sqlite3.Connection) -> int:
    """The format of a file, 0 where nothing was ever added to it.

    Raises:
        sqlite3.DatabaseError: one of another program.
    """
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found not in (0, FORMAT):
        raise sqlite3.DatabaseError(f"format {found}")
    return int(found)


def _insert(connection: sqlite3.Connection, table: WageTable, cells: Iterable[Cell], id_: str) -> None:
    number = (_last(connection) or 0) + 1
    source = _source_id(id_), table.title, table.publisher, table.url, table.published
    connection.execute(
        "INSERT INTO source (id, title, publisher, url, published, document, period, status, retrieved)"
        " VALUES (?, ?, ?, ?, ?, '', '', ?, '')",
        (*source, Status.SECONDARY),
    )
    said = table.population, table.pay_concept, table.dimension, table.unit, table.currency, table.least_sample
    wages.add_table(
        connection, number, (_source_id(id_), table.publisher, *said, _source_id(id_), Status.SECONDARY, "")
    )
    wages.insert(connection, number, table.dimension, cells)


def _last(connection: sqlite3.Connection) -> int:
    (number,) = connection.execute("SELECT max(id) FROM wage_table").fetchone()
    return number or 0


def _new_id(sha256: str, connection: sqlite3.Connection) -> str:
    """The beginning of the hash; where a file holds several tables, with a number."""
    taken = {id_ for (id_,) in connection.execute("SELECT id FROM imported")}
    names = (sha256[:8] if number == 1 else f"{sha256[:8]}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputError("file", path, str(error.strerror)) from None


def _source_id(id_: str) -> str:
    return f"imported-{id_}"


def _source(one: ImportedTable) -> Source:
    said = one.table
    day = one.imported_on.isoformat()
    title, period = said.title or one.file, f"{one.file}, SHA-256 {one.sha256[:12]}…"
    return Source(
        _source_id(one.id), title, "", said.publisher, said.url, said.published, period, Status.SECONDARY, day
    )


def _imported(row: sqlite3.Row) -> ImportedTable:
    names = ("title", "publisher", "url", "published", "population", "pay_concept", "dimension", "unit", "currency")
    said = WageTable(**{name: row[name] for name in names}, least_sample=row["least_sample"])
    day = date.fromisoformat(row["imported_on"])
    return ImportedTable(row["id"], said, row["file"], row["sha256"], day, row["rows"])
