"""CSV files of a release: rows by the names of their columns, and what is wrong with one by its line."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from gigdesk.domain.errors import RefusedError

T = TypeVar("T")
Row = dict[str, str]

MALFORMED = (KeyError, ValueError, TypeError, ArithmeticError)


def rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Each row with the line that it ends on; empty lines are none.

    Raises:
        RefusedError: there is no such file, it is no CSV in UTF-8, or a row has another number of columns.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            head = next(reader, [])
            for row in reader:
                if len(row) == len(head):
                    yield reader.line_num, dict(zip(head, row, strict=True))
                elif row:
                    raise RefusedError(
                        "release", file=path.name, place=f"line {reader.line_num}", reason="number of columns"
                    )
    except (OSError, UnicodeError, csv.Error) as error:
        raise RefusedError("release", file=path.name, place="-", reason=error) from error


def table(path: Path, convert: Callable[[Row], T]) -> tuple[T, ...]:
    """The rows of a CSV file, converted.

    Raises:
        RefusedError: one cannot be converted; the error names file and line.
    """
    converted = []
    for line, row in rows(path):
        try:
            converted.append(convert(row))
        except MALFORMED as error:
            raise RefusedError("release", file=path.name, place=f"line {line}", reason=repr(error)) from error
    return tuple(converted)
