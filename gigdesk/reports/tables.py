"""Tables as text with tabs, as CSV and as XLSX. What somebody else wrote can never become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

Cell = str | Decimal | int | None
"""Text, an exact number, or nothing."""

ENDINGS = (".csv", ".xlsx")
FORMULA = tuple("=+-@＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, full-width signs too."""
STEERING = str.maketrans(dict.fromkeys(map(chr, (*range(32), 127, 8232, 8233)), " "))
WIDEST, SPARE = 60, 2
LONGEST_NAME = 31
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True)
class Table:
    """One table: its title, the head of each column, and rows of as many cells."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Taken:
    """A table to take away, the table of its sources, what else must be said of it, and the day of the data."""

    table: Table
    sources: Table
    notes: tuple[str, ...]
    day: date


def in_bytes(taken: Taken, ending: str) -> bytes:
    """The file of one of the `ENDINGS`.

    Raises:
        KeyError: another ending.
    """
    return {".csv": as_csv, ".xlsx": as_xlsx}[ending](taken)


def ending_of(path: Path) -> str | None:
    """Which of the `ENDINGS` a file has, in small letters; None where it has another."""
    ending = path.suffix.lower()
    return ending if ending in ENDINGS else None


def as_text(taken: Taken) -> str:
    """Lines of cells with tabs between them, as a spreadsheet takes them from the clipboard."""
    rows = [taken.table.heads, *taken.table.rows]
    return "\n".join("\t".join(written(cell) for cell in row) for row in rows) + "\n"


def as_csv(taken: Taken) -> bytes:
    """UTF-8 with a mark at its beginning, by which Excel knows it, and lines as RFC 4180 ends them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([written(cell) for cell in row] for row in (taken.table.heads, *taken.table.rows))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(taken: Taken) -> bytes:
    """Two sheets: the table with numbers as numbers, and what it rests on. The same table gives the same bytes."""
    from xlsxwriter import Workbook

    memory = io.BytesIO()
    with Workbook(memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": taken.table.title, "created": datetime.combine(taken.day, time(), UTC)})
        bold, plain = book.add_format({"bold": True}), book.add_format()
        whole, cents = (book.add_format({"num_format": form}) for form in ("#,##0", "#,##0.00"))
        for table, notes in ((taken.table, ()), (taken.sources, taken.notes)):
            sheet = book.add_worksheet(_sheet_name(table.title))
            for at, row in enumerate((table.heads, *table.rows, *((note,) for note in notes))):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(at, column, cell.translate(STEERING), plain if at else bold)
                    elif cell is not None:
                        sheet.write_number(at, column, cell, whole if cell == int(cell) else cents)
            sheet.freeze_panes(1, 0)
            for column, width in enumerate(_widths(table)):
                sheet.set_column(column, column, width)
    return memory.getvalue()


def written(cell: Cell) -> str:
    """A cell as text. One that would begin a formula begins with an apostrophe; a number is a number."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
    plain = cell.translate(STEERING)
    dangerous = cell[:1] in ("\t", "\r", "\n") or plain.lstrip().startswith(FORMULA)
    return f"'{plain}" if dangerous else plain


def _sheet_name(title: str) -> str:
    return title.translate(NOT_IN_NAMES).translate(STEERING).strip()[:LONGEST_NAME] or "1"


def _widths(table: Table) -> Iterable[int]:
    """Wide enough for the longest cell, a Chinese letter counted twice, within bounds."""
    for column in zip(table.heads, *table.rows, strict=True):
        yield min(max(map(_letters, column)) + SPARE, WIDEST)


def _letters(cell: Cell) -> int:
    return sum(2 if ord(sign) > 0x2E7F else 1 for sign in written(cell))  # noqa: PLR2004 - where CJK begins
