"""The bytes of an answer as text, rows or JSON. What is no data is refused here, before anybody reads figures in it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, NoReturn

from gigdesk.domain.errors import RefusedError
from gigdesk.domain.money import half_up

MARK = b"\xef\xbb\xbf"
ZIPPED = b"PK\x03\x04"
SHOWN = 60
HUNDREDTHS = 100
MOST = Decimal(10) ** 13
"""No pay in any currency, and no rate, is beyond it."""
_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""Half of a pair of UTF-16, escaped: only with its other half is it a sign that can be written."""
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)


class FeedError(RefusedError):
    """An answer is no data of the feed it was asked of. Readers of feeds raise nothing else."""


@dataclass(frozen=True, slots=True)
class Record:
    """A line of a table: its number in the file, and its cells by the names of the columns."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        """A cell; "" where there is no such column."""
        return self.cells.get(name, "")


def wrong(place: str, got: object, accepts: str) -> FeedError:
    """The refusal of what is not in the format: where, what stands there, what would be right."""
    shown = " ".join(str(got).split())
    shown = f"{shown[:SHOWN]}…" if len(shown) > SHOWN else shown
    return FeedError("feed-format", place=place, got=shown or "-", accepts=accepts)


def text_of(data: bytes, encoding: str = "utf-8-sig") -> str:
    """The text of an answer.

    Raises:
        FeedError: it is empty, a page, a workbook, or in another encoding.
    """
    start = data[:1000].removeprefix(MARK).lstrip()
    if not start:
        raise FeedError("feed-empty")
    if start.startswith(b"<"):
        raise FeedError("feed-page")
    if start.startswith(ZIPPED):
        raise FeedError("feed-workbook")
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise wrong("1", error, encoding.removesuffix("-sig").upper()) from None


def json_of(data: bytes) -> Any:  # noqa: ANN401 - JSON is anything
    """The JSON of an answer, its numbers exact.

    Raises:
        FeedError: it is none.
    """
    text = text_of(data)
    try:
        found = json.loads(text, parse_float=Decimal, parse_constant=_no_number)
        if _HALF.search(text):
            json.dumps(found, ensure_ascii=False, default=str).encode()
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise wrong("1", error, "JSON") from None
    return found


def records(text: str, separator: str, needed: Collection[str], name: Callable[[str], str] = str) -> Iterator[Record]:
    """The lines of a table of texts by the names in its first line; empty lines are passed over.

    Args:
        text: the table.
        separator: what stands between its cells.
        needed: the columns without which it is another table.
        name: what a head is called.

    Raises:
        FeedError: a column is missing or there twice, or a line has more or fewer cells than the first.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = [name(cell.strip()) for cell in next(reader, [])]
        for column in needed:
            if header.count(column) != 1:
                raise wrong("1", separator.join(header), ", ".join(needed))
        for cells in reader:
            if any(map(str.strip, cells)):
                yield Record(reader.line_num, _cells(header, cells, reader.line_num))
    except csv.Error as error:
        raise wrong(str(reader.line_num), error, "CSV") from None


def _cells(header: list[str], cells: list[str], line: int) -> dict[str, str]:
    if len(cells) != len(header):
        raise wrong(str(line), len(cells), str(len(header)))
    return {name: cell.strip() for name, cell in zip(reversed(header), reversed(cells), strict=True)}


def member(value: object, name: str, kind: type[Any], place: str = "") -> Any:  # noqa: ANN401 - JSON is anything
    """A member of an object of JSON.

    Raises:
        FeedError: there is no object, or no such member of that kind.
    """
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, kind):
        raise wrong(f"{place}.{name}".lstrip("."), found, kind.__name__)
    return found


def text_in(value: object, name: str, place: str) -> str:
    """A member of an object of JSON as a text; "" where there is none.

    Raises:
        FeedError: it is no object.
    """
    if not isinstance(value, dict):
        raise wrong(place, value, "dict")
    found = value.get(name)
    return "" if found is None else str(found).strip()


def amount(value: object, place: str) -> Decimal:
    """A figure, written as a number or as a text.

    Raises:
        FeedError: it is none, or beyond all measure.
    """
    text = "" if isinstance(value, bool) else str(value)
    try:
        found = Decimal(text) if _NUMBER.fullmatch(text) else None
    except InvalidOperation:
        found = None
    if found is None or abs(found) >= MOST:
        raise wrong(place, value, "1234.56")
    return found


def hundredths(value: Decimal) -> int:
    """A figure in hundredths of the unit, half-up."""
    return int(half_up(value) * HUNDREDTHS)


def _no_number(name: str) -> NoReturn:
    msg = f"{name} is not a number"
    raise ValueError(msg)
