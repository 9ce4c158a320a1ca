"""Published figures in a database, one row each, behind one key: what they speak about, and where."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from gigdesk.domain.law import Status
from gigdesk.domain.money import half_up
from gigdesk.domain.wages.codes import ALL
from gigdesk.domain.wages.levels import Flag, WageLevel, cells
from gigdesk.domain.wages.table import Observation

HUNDREDTHS = 100
SELECT = "SELECT * FROM observation JOIN wage_table ON wage_table.id = table_id"
INSERT = """
    INSERT INTO observation (row, region, subject, label, period, measure, value, flag, sample, table_id)
    VALUES (?1, ?2, {subject}, ?4, ?5, ?6, ?7, ?8, ?9, {table})
    ON CONFLICT DO UPDATE SET again = excluded.row
"""


def insert(connection: sqlite3.Connection, table: int, dimension: str, observations: Iterable[Observation]) -> None:
    """Add the figures of a table that is there already, as they come. A cell that comes again is marked, not stored.

    Raises:
        sqlite3.Error: the file cannot be written.
    """
    otherwise = f"'{ALL}'" if dimension == ALL else "'{}:' || ?4".format(dimension.replace("'", "''"))
    subject = f"CASE WHEN ?3 = '' THEN {otherwise} ELSE ?3 END"
    connection.executemany(INSERT.format(table=table, subject=subject), observations)


def add_levels(connection: sqlite3.Connection, found: Iterable[WageLevel]) -> None:
    """Add whole cells; those of which the same is said share a table."""
    tables: dict[tuple[object, ...], list[WageLevel]] = {}
    for cell in found:
        tables.setdefault(tuple(getattr(cell, name) for name in _ONCE), []).append(cell)
    for number, (said, members) in enumerate(tables.items(), start=1):
        add_table(connection, number, said)
        insert(connection, number, members[0].dimension, (one for cell in members for one in _figures(cell)))


def add_table(connection: sqlite3.Connection, number: int, said: Sequence[object]) -> None:
    """Add what is said once of a table, in the order of its columns."""
    blanks = ", ".join("?" * (len(said) + 1))
    connection.execute(f"INSERT INTO wage_table (id, {', '.join(_ONCE)}) VALUES ({blanks})", (number, *said))  # noqa: S608


def levels(
    connection: sqlite3.Connection, subjects: Sequence[str] = (), regions: Sequence[str] = (), series: str = ""
) -> list[WageLevel]:
    """The cells of some subjects in some regions, or of one series, or all, in the order of their files."""
    if series:
        rows = connection.execute(f"{SELECT} WHERE series = ? ORDER BY table_id, row", (series,))
    elif subjects:
        blanks = [", ".join("?" * len(keys)) for keys in (subjects, regions)]
        where = f"subject IN ({blanks[0]}) AND region IN ({blanks[1]})"
        rows = connection.execute(f"{SELECT} WHERE {where} ORDER BY row", (*subjects, *regions))
    else:
        rows = connection.execute(f"{SELECT} ORDER BY row")
    return cells(map(_level, rows))


def _figures(cell: WageLevel) -> Iterator[Observation]:
    usual = Flag.BREAK if cell.break_before else ""
    for measure in dict.fromkeys((*cell.statistics, *cell.flags)):
        value, flag = cell.statistics.get(measure), cell.flags.get(measure, usual)
        hundredths = None if value is None else int(value * HUNDREDTHS)
        yield Observation(
            cell.row or 0, cell.region, cell.subject, cell.label, cell.period, measure, hundredths, flag, cell.sample
        )


def _level(row: sqlite3.Row) -> WageLevel:
    measure, value, flag = row["measure"], row["value"], row["flag"]
    amount = None if value is None else half_up(Decimal(value) / HUNDREDTHS)
    shared: Mapping[str, Any] = {name: row[name] for name in _SHARED}
    return WageLevel(
        **shared,
        status=Status(row["status"]),
        statistics={} if amount is None else {measure: amount},
        flags={measure: Flag(flag)} if flag and flag != Flag.BREAK else {},
        break_before=flag == Flag.BREAK,
    )


_ONCE = (
    "series",
    "publisher",
    "population",
    "pay_concept",
    "dimension",
    "unit",
    "currency",
    "least_sample",
    "source",
    "status",
    "note",
)
_SHARED = (*(name for name in _ONCE if name != "status"), "region", "subject", "label", "period", "sample", "row")
