"""Published wages in a database, one row a cell, behind one key: what they speak about, and where."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from gigdesk.domain.law import Status
from gigdesk.domain.money import half_up
from gigdesk.domain.wages.codes import ALL
from gigdesk.domain.wages.levels import STATISTICS, Flag, WageLevel
from gigdesk.domain.wages.table import Cell

HUNDREDTHS = 100
SELECT = "SELECT * FROM wage JOIN wage_table ON wage_table.id = table_id"
COLUMNS = ("row", "region", "subject", "label", "period", *STATISTICS, "flags", "sample")
JOINED = ", ".join(f"{name} = ifnull({name}, excluded.{name})" for name in STATISTICS)
TWICE = " OR ".join(f"({name} IS NOT NULL AND excluded.{name} IS NOT NULL)" for name in STATISTICS)


def insert(connection: sqlite3.Connection, table: int, dimension: str, cells: Iterable[Cell]) -> None:
    """Add the cells of a table that is there already, as they come.

    Two that are the same but for their figures become one; where a figure comes again, the row is marked and the
    figure is not stored.

    Raises:
        sqlite3.Error: the file cannot be written.
    """
    otherwise = f"'{ALL}'" if dimension == ALL else "'{}:' || ?4".format(dimension.replace("'", "''"))
    subject = f"CASE WHEN ?3 = '' THEN {otherwise} ELSE ?3 END"
    blanks = [f"?{at}" if name != "subject" else subject for at, name in enumerate(COLUMNS, start=1)]
    connection.executemany(
        f"INSERT INTO wage ({', '.join(COLUMNS)}, table_id) VALUES ({', '.join(blanks)}, {table})"  # noqa: S608
        f" ON CONFLICT DO UPDATE SET again = CASE WHEN {TWICE} THEN excluded.row ELSE again END, {JOINED},"
        " flags = trim(flags || ' ' || excluded.flags)",
        cells,
    )


def add_levels(connection: sqlite3.Connection, levels: Iterable[WageLevel]) -> None:
    """Add whole levels; those of which the same is said share a table."""
    tables: dict[tuple[object, ...], list[WageLevel]] = {}
    for level in levels:
        tables.setdefault(tuple(getattr(level, name) for name in _ONCE), []).append(level)
    for number, (said, members) in enumerate(tables.items(), start=1):
        add_table(connection, number, said)
        insert(connection, number, members[0].dimension, map(_cell, members))


def add_table(connection: sqlite3.Connection, number: int, said: Sequence[object]) -> None:
    """Add what is said once of a table, in the order of its columns."""
    blanks = ", ".join("?" * (len(said) + 1))
    connection.execute(f"INSERT INTO wage_table (id, {', '.join(_ONCE)}) VALUES ({blanks})", (number, *said))  # noqa: S608


def levels(
    connection: sqlite3.Connection,
    subjects: Sequence[str] = (),
    regions: Sequence[str] = (),
    series: str = "",
    order: str = "row",
) -> list[WageLevel]:
    """The cells of some subjects in some regions, or of one series, or all, in the order of their files."""
    if series:
        rows = connection.execute(f"{SELECT} WHERE series = ? ORDER BY row", (series,))
    elif subjects:
        blanks = [", ".join("?" * len(keys)) for keys in (subjects, regions)]
        where = f"subject IN ({blanks[0]}) AND region IN ({blanks[1]})"
        rows = connection.execute(f"{SELECT} WHERE {where} ORDER BY {order}", (*subjects, *regions))
    else:
        rows = connection.execute(f"{SELECT} ORDER BY row")
    return list(map(_level, rows))


def _cell(level: WageLevel) -> Cell:
    p10, p25, p50, p75, p90, mean = (_fen(level.statistics.get(name)) for name in STATISTICS)
    flags = [f"{name}:{flag}" for name, flag in level.flags.items()] + [f":{Flag.BREAK}"] * level.break_before
    place = level.region, level.subject, level.label, level.period
    return (level.row or 0, *place, p10, p25, p50, p75, p90, mean, " ".join(flags), level.sample)


def _fen(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount * HUNDREDTHS)


def _level(row: sqlite3.Row) -> WageLevel:
    shared: Mapping[str, Any] = {name: row[name] for name in _SHARED}
    flags = dict(flag.split(":") for flag in row["flags"].split())
    return WageLevel(
        **shared,
        status=Status(row["status"]),
        statistics={name: half_up(Decimal(row[name]) / HUNDREDTHS) for name in STATISTICS if row[name] is not None},
        flags={name: Flag(flag) for name, flag in flags.items() if flag != Flag.BREAK},
        break_before=Flag.BREAK in flags.values(),
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
