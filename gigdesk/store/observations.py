"""wages/observations.csv, a row a figure, becomes published levels, one a cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import itemgetter
from pathlib import Path
from typing import Any

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.law import Status
from gigdesk.domain.money import half_up
from gigdesk.domain.wages.codes import subject
from gigdesk.domain.wages.levels import STATISTICS, Flag, WageLevel
from gigdesk.store.csv_files import MALFORMED, Row, rows

SAID = ("series", "publisher", "population", "pay_concept", "dimension", "unit", "currency", "source", "status", "note")
"""What is said of many figures in the same words."""

MOST_DIGITS = 12
_said = itemgetter(*SAID)
_cell = itemgetter("series", "population", "pay_concept", "region", "label", "period")


@dataclass
class _Cell:
    """A level whose figures are still being gathered, in the two dictionaries that it holds."""

    level: WageLevel
    statistics: dict[str, Decimal]
    flags: dict[str, Flag]

    def add(self, measure: str, value: str, flag: Flag | None) -> None:
        if measure not in STATISTICS:
            raise ValueError(f"measure {measure!r}")
        if bool(value) == (flag is Flag.MISSING):
            raise ValueError(f"value {value!r}, flag {flag!r}")
        if measure in self.statistics or measure in self.flags:
            raise ValueError("stands twice")
        if value:
            self.statistics[measure] = money(value)
        if flag is Flag.BREAK:
            self.level = replace(self.level, break_before=True)
        elif flag:
            self.flags[measure] = flag


def read_levels(path: Path) -> tuple[WageLevel, ...]:
    """The published cells in the order of their first figures, each with the row of that.

    Raises:
        RefusedError: a row cannot be understood, or a figure stands twice; the error names the line.
    """
    cells: dict[tuple[str, ...], _Cell] = {}
    known: dict[tuple[str, ...], Mapping[str, Any]] = {}
    for number, (line, row) in enumerate(rows(path), start=2):
        try:
            about = subject_of(row)
            key = (about, *_cell(row))
            said = known.get(_said(row)) or known.setdefault(_said(row), _converted(row))
            sample = int(row["sample"]) if row["sample"] else None
            if key not in cells:
                cells[key] = _begun(row, about, said, sample, number)
            cells[key].add(row["measure"], row["value"], Flag(row["flag"]) if row["flag"] else None)
        except MALFORMED as error:
            raise RefusedError("release", file=path.name, place=f"line {line}", reason=repr(error)) from error
    return tuple(cell.level for cell in cells.values())


def subject_of(row: Row) -> str:
    """What a row speaks about: the occupation where one is named."""
    return row["occupation"] or subject(row["dimension"], row["code"], row["label"])


def money(text: str) -> Decimal:
    """An amount in yuan; a part of a fen is a slip."""
    amount = Decimal(text)
    whole = len(text) <= MOST_DIGITS and text.isascii() and text.isdigit()  # rounding takes longest where many are read
    if not whole and amount != half_up(amount):
        raise ValueError(f"{text} is not a whole number of fen")
    return amount


def _converted(row: Row) -> Mapping[str, Any]:
    said = {name: row[name] for name in SAID}
    return {**said, "unit": row["unit"].partition("/")[2], "status": Status(row["status"])}


def _begun(row: Row, about: str, said: Mapping[str, Any], sample: int | None, number: int) -> _Cell:
    statistics: dict[str, Decimal] = {}
    flags: dict[str, Flag] = {}
    level = WageLevel(
        **said,
        region=row["region"],
        subject=about,
        label=row["label"],
        period=row["period"],
        statistics=statistics,
        flags=flags,
        sample=sample,
        row=number,
    )
    return _Cell(level, statistics, flags)
