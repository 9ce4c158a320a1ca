"""The file of the tables that are on this machine beside the releases, and what one transaction of it does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.law import Status
from gigdesk.domain.wages.table import Cell, WageTable
from gigdesk.store import wages

FORMAT = 1
CACHE_KILOBYTES = 65_536
BUSY_SECONDS = 10.0
FEED_TABLE = "feed_table"


class TablesFile:
    """A SQLite file that is there once something was written to it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """Read; None where nothing was ever written.

        Raises:
            MissingDataError: it is there and cannot be read.
        """
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
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction, which is undone unless it is committed inside.

        Raises:
            MissingDataError: it cannot be written to.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
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


def insert(connection: sqlite3.Connection, table: WageTable, cells: Iterable[Cell], id_: str) -> int:
    """Add a table and its cells; returns its number."""
    (last,) = connection.execute("SELECT max(id) FROM wage_table").fetchone()
    number = (last or 0) + 1
    source = source_id(id_), table.title, table.publisher, table.url, table.published
    connection.execute(
        "INSERT INTO source (id, title, publisher, url, published, document, period, status, retrieved)"
        " VALUES (?, ?, ?, ?, ?, '', '', ?, '')",
        (*source, Status.SECONDARY),
    )
    said = table.population, table.pay_concept, table.dimension, table.unit, table.currency, table.least_sample
    wages.add_table(connection, number, (source_id(id_), table.publisher, *said, source_id(id_), Status.SECONDARY, ""))
    wages.insert(connection, number, table.dimension, cells)
    return number


class Origin(NamedTuple):
    """Where a table is from: a file or a server, the SHA-256 of what it said, and the day."""

    name: str
    sha256: str
    day: date


def note(connection: sqlite3.Connection, id_: str, number: int, origin: Origin) -> int:
    """Note where a table is from; returns how many cells it has."""
    (count,) = connection.execute("SELECT count(*) FROM wage WHERE table_id = ?", (number,)).fetchone()
    connection.execute(
        "INSERT INTO imported (id, table_id, file, sha256, imported_on, rows) VALUES (?, ?, ?, ?, ?, ?)",
        (id_, number, origin.name, origin.sha256, origin.day.isoformat(), count),
    )
    return int(count)


class Terms(NamedTuple):
    """On which terms a table may be used, which feed it was fetched from ("" for a file), its publisher's sources."""

    terms: str
    feed: str = ""
    told_by: str = ""


def say_terms(connection: sqlite3.Connection, number: int, said: Terms) -> None:
    """Note the terms of a table."""
    row = (number, said.feed, said.terms, said.told_by)
    connection.execute(f"INSERT INTO {FEED_TABLE} (table_id, feed, terms, told_by) VALUES (?, ?, ?, ?)", row)  # noqa: S608


def take_out(connection: sqlite3.Connection, id_: str) -> None:
    """Take a table out again."""
    ((number,),) = connection.execute("SELECT table_id FROM imported WHERE id = ?", (id_,)).fetchall()
    for statement in _REMOVAL:
        connection.execute(statement, {"id": id_, "table": number, "source": source_id(id_)})


def new_id(sha256: str, connection: sqlite3.Connection) -> str:
    """The beginning of the hash; where a file holds several tables, with a number."""
    taken = {id_ for (id_,) in connection.execute("SELECT id FROM imported")}
    names = (sha256[:8] if number == 1 else f"{sha256[:8]}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def source_id(id_: str) -> str:
    """The id of the source that a table is cited as."""
    return f"imported-{id_}"


def has(connection: sqlite3.Connection, table: str) -> bool:
    """Whether there is such a table in the file."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


_REMOVAL = (
    "DELETE FROM wage WHERE table_id = :table",
    f"DELETE FROM {FEED_TABLE} WHERE table_id = :table",  # noqa: S608
    "DELETE FROM imported WHERE id = :id",
    "DELETE FROM wage_table WHERE id = :table",
    "DELETE FROM source WHERE id = :source",
)


def _prepare(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file, and those of feeds in one that an earlier version wrote."""
    is_new, without_feeds = not _format(connection), not has(connection, FEED_TABLE)
    if is_new or without_feeds:
        from gigdesk.store.schema import create
        from gigdesk.store.tables import FEEDS, IMPORTED

        create(connection, (*(IMPORTED if is_new else ()), *FEEDS))
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
