"""The rows of public feeds on this machine: replaced whole or left as they are, and how each feed was last asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from gigdesk.domain.wages.rates import Rate
from gigdesk.domain.wages.table import Cell, WageTable
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.wage_levels import Floors, wage_levels
from gigdesk.store.imported import Imported
from gigdesk.store.tables_file import FEED_TABLE, Origin, Terms, has, insert, new_id, note, say_terms, take_out

RATE_TABLE, STATE_TABLE = "rate", "feed"


class Outcome(StrEnum):
    """How a feed ended that was asked; the text is `feed-state.<outcome>`."""

    NEW = "new"
    SAME = "same"
    PART = "part"
    FAILED = "failed"


@dataclass(frozen=True)
class Seen:
    """What is remembered of an answer: its marks for asking again, and what tells it apart from another one."""

    etag: str
    modified: str
    key: str


@dataclass(frozen=True)
class State:
    """How a feed was last asked: the day, the last day it answered well, and what went wrong.

    `code` and `details` are those of the error; `seen` is by question.
    """

    outcome: Outcome
    tried: date
    got: date | None = None
    code: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)


class FreshTable(NamedTuple):
    """A table with its cells, and the publisher's own sources in words."""

    table: WageTable
    cells: Sequence[Cell]
    told_by: str


@dataclass(frozen=True)
class Fresh:
    """What a feed answered: its tables with their cells, its rates, where they are from, and the terms of use."""

    tables: Sequence[FreshTable]
    rates: Sequence[Rate]
    origin: Origin
    terms: str


@dataclass(frozen=True)
class Placed:
    """What became of a table: with findings it was refused, and an earlier one of its kind is still there."""

    table: WageTable
    cells: Sequence[Cell]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class KnownRate:
    """A rate with the day it was fetched and the terms on which it may be used."""

    rate: Rate
    fetched_on: date
    terms: str


class Live:
    """What was fetched from public feeds into a data folder."""

    def __init__(self, imported: Imported) -> None:
        self._file, self._floor_of = imported.file, imported.floor_of

    def states(self) -> dict[str, State]:
        """How each feed was last asked, by its id; one that never was is not there.

        Raises:
            MissingDataError: the file is there and cannot be read.
        """
        with self._file.reading() as connection:
            if not connection or not has(connection, STATE_TABLE):
                return {}
            return {row["id"]: _state(row) for row in connection.execute(f"SELECT * FROM {STATE_TABLE}")}  # noqa: S608

    def rates(self) -> tuple[KnownRate, ...]:
        """Every rate, the newest year first.

        Raises:
            MissingDataError: the file is there and cannot be read.
        """
        with self._file.reading() as connection:
            if not connection or not has(connection, RATE_TABLE):
                return ()
            return tuple(map(_rate, connection.execute(f"SELECT * FROM {RATE_TABLE} ORDER BY year DESC")))  # noqa: S608

    def counts(self) -> dict[str, int]:
        """How many cells and rates there are of each feed that has any.

        Raises:
            MissingDataError: the file is there and cannot be read.
        """
        with self._file.reading() as connection:
            if not connection or not has(connection, FEED_TABLE):
                return {}
            return dict(map(tuple, connection.execute(_COUNTS)))

    @contextmanager
    def change(self) -> Iterator[Change]:
        """A transaction over one feed, which is undone unless it is kept.

        Raises:
            MissingDataError: the data folder cannot be written to.
        """
        with self._file.writing() as connection:
            yield Change(connection, self._floor_of)


class Change:
    """What one transaction does."""

    def __init__(self, connection: sqlite3.Connection, floor_of: Callable[[], Floors]) -> None:
        self._connection, self._floor_of = connection, floor_of

    def replace(self, feed: str, fresh: Fresh) -> tuple[Placed, ...]:
        """Put what a feed answered in the place of what it answered before.

        A table that the guard refuses is left out, and the earlier one of its kind stays.
        """
        before = self._before(feed)
        placed = tuple(self._place(feed, one, before, fresh) for one in fresh.tables)
        for id_ in set(before.values()) - {before.get(one.table.kind) for one in placed}:
            take_out(self._connection, id_)
        self._connection.execute("DELETE FROM rate WHERE feed = ?", (feed,))
        self.add_rates(feed, fresh.rates, fresh.terms, fresh.origin.day)
        return placed

    def add_rates(self, feed: str, rates: Sequence[Rate], terms: str, day: date) -> None:
        """Add rates; one that is there already is replaced."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO rate (indicator, region, year, value, feed, terms, fetched_on)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((one.indicator, one.region, one.year, str(one.value), feed, terms, day.isoformat()) for one in rates),
        )

    def note(self, feed: str, state: State) -> None:
        """Remember how a feed was asked."""
        days = state.tried.isoformat(), state.got.isoformat() if state.got else ""
        seen = json.dumps({request: asdict(one) for request, one in state.seen.items()})
        self._connection.execute(
            "INSERT OR REPLACE INTO feed (id, outcome, tried, got, code, details, seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (feed, state.outcome, *days, state.code, json.dumps(dict(state.details)), seen),
        )

    def keep(self) -> None:
        """Let all of it stand."""
        self._connection.execute("COMMIT")

    def _before(self, feed: str) -> dict[tuple[object, ...], str]:
        """The tables of a feed that are there: their ids by what they are."""
        return {tuple(kind): id_ for id_, *kind in self._connection.execute(_KINDS, (feed,))}

    def _place(self, feed: str, one: FreshTable, before: Mapping[tuple[object, ...], str], fresh: Fresh) -> Placed:
        self._connection.execute("SAVEPOINT one")
        earlier = before.get(one.table.kind)
        if earlier:
            take_out(self._connection, earlier)
        id_ = new_id(fresh.origin.sha256, self._connection)
        number = insert(self._connection, one.table, one.cells, id_)
        findings = tuple(wage_levels(self._connection, self._floor_of(), [number]))
        if findings:
            self._connection.execute("ROLLBACK TO one")
        else:
            note(self._connection, id_, number, fresh.origin)
            say_terms(self._connection, number, Terms(fresh.terms, feed, one.told_by))
        self._connection.execute("RELEASE one")
        return Placed(one.table, one.cells, findings)


_COUNTS = """
    SELECT feed, sum(count) FROM (
        SELECT feed, sum(rows) AS count FROM feed_table JOIN imported USING (table_id) GROUP BY feed
        UNION ALL SELECT feed, count(*) FROM rate GROUP BY feed
    ) WHERE feed <> '' GROUP BY feed
"""
_KINDS = """
    SELECT imported.id, title, population, pay_concept, dimension, unit, currency
    FROM feed_table JOIN imported USING (table_id) JOIN wage_table ON wage_table.id = table_id
    JOIN source ON source.id = wage_table.source WHERE feed = ?
"""


def _state(row: sqlite3.Row) -> State:
    seen = {request: Seen(**one) for request, one in json.loads(row["seen"]).items()}
    got = date.fromisoformat(row["got"]) if row["got"] else None
    tried = date.fromisoformat(row["tried"])
    return State(Outcome(row["outcome"]), tried, got, row["code"], json.loads(row["details"]), seen)


def _rate(row: sqlite3.Row) -> KnownRate:
    rate = Rate(row["indicator"], row["region"], row["year"], Decimal(row["value"]))
    return KnownRate(rate, date.fromisoformat(row["fetched_on"]), row["terms"])
