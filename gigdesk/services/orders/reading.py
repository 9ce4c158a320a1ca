"""Rows of cells become orders: by the columns that a header names, or line by line where there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from gigdesk.services.history.ledger import Line
from gigdesk.services.history.result import Remark
from gigdesk.services.orders.columns import Columns, columns_of
from gigdesk.services.orders.findings import Findings
from gigdesk.services.orders.line import read_line
from gigdesk.services.orders.result import ReadOrders
from gigdesk.services.orders.row import read_row
from gigdesk.services.orders.totals import days_of, months_of
from gigdesk.store.sheets import Row, Sheet

File = tuple[str, Sequence[Sheet]]
"""What a file is called, and its sheets."""
_DAY_ALONE = re.compile(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?|\d{1,2}[月/-]\d{1,2}日?")
_CLOCK_ALONE = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")


def read_orders(files: Sequence[File], today: date) -> ReadOrders:
    """Read lists of orders up to a day; an order that two of them have counts once.

    Nothing below a header is passed over in silence: what does not count, what was counted how, and what cannot be
    read is said with its rows.
    """
    found = Findings(today)
    for at, (name, sheets) in enumerate(files):
        named = f"{name} " if len(files) > 1 else ""
        headed = [sheet for sheet in sheets if any(_head(row) for row in sheet.rows)]
        for sheet in sheets:
            where = f"{named}{sheet.name} " if len(sheets) > 1 else named
            if headed and sheet not in headed:
                if any(sheet.rows):
                    found.note("sheet-without-header", sheet=sheet.name)
            elif sheet in headed:
                _read_table(sheet.rows, where, f"{at}/{sheet.name}", found)
            else:
                _read_lines(sheet.rows, where, f"{at}/{sheet.name}", found)
    return _put_together(found)


def _head(row: Row) -> Columns | None:
    """The columns that a row names, if it names any; a row of orders has figures in it."""
    if not row or any(sign.isdigit() for cell in row for sign in cell):
        return None
    columns = columns_of(row)
    return columns if columns.named else None


def _read_table(rows: Sequence[Row], where: str, place: str, found: Findings) -> None:
    """Read by columns; a header that comes again names them anew, as on each page of a print."""
    columns: Columns | None = None
    for number, row in enumerate(rows, start=1):
        line = Line(f"{where}{number}", row)
        if head := _head(row):
            columns = head
            if not head.dated or not head.paid:
                found.problem("no-time-column" if head.paid else "no-amount-column", line)
                return
            if head.unused:
                found.note("unused-columns", columns="、".join(head.unused))
        elif columns and any(row):
            cells = _joined(row, columns.width)
            read_row(Line(line.row, cells), columns, place, found)
        elif any(row):
            found.note("before-header", line)


def _read_lines(rows: Sequence[Row], where: str, place: str, found: Findings) -> None:
    for number, row in enumerate(rows, start=1):
        if any(row):
            read_line(Line(f"{where}{number}", row), place, found)


def _joined(row: Row, width: int) -> Row:
    """Put days and times together, which a text split at blanks has in two cells; such a row is too long."""
    cells = list(row)
    at = 0
    while len(cells) > width and at + 1 < len(cells):
        if _DAY_ALONE.fullmatch(cells[at]) and _CLOCK_ALONE.fullmatch(cells[at + 1]):
            cells[at : at + 2] = [f"{cells[at]} {cells[at + 1]}"]
        at += 1
    return tuple(cells)


def _put_together(found: Findings) -> ReadOrders:
    problems = list(found.problems)
    if not found.orders and not problems:
        problems.append(Remark("nothing"))
    return ReadOrders(days_of(found.orders), months_of(found.orders), tuple(found.notes()), tuple(problems))
