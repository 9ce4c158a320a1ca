"""Rows of cells become periods: by the columns that a header names, or line by line where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gigdesk.domain.law import Law
from gigdesk.domain.money import YearMonth
from gigdesk.domain.working import Working
from gigdesk.services.history.cells import october, tenths_are_octobers
from gigdesk.services.history.columns import Columns, header_at
from gigdesk.services.history.ledger import Ledger, Line
from gigdesk.services.history.line import read_line
from gigdesk.services.history.merge import merge
from gigdesk.services.history.result import ReadHistory, Remark
from gigdesk.services.history.row import read_row
from gigdesk.services.history.standing import other_kind
from gigdesk.store.sheets import Row, Sheet


def read_history(sheets: Sequence[Sheet], as_of: YearMonth, law: Law, working: Working) -> ReadHistory:
    """Read what is known of a person's contributions before a month.

    Nothing below a header is passed over in silence: what does not count, what was put together and what cannot be
    read is said with its rows.
    """
    ledger = Ledger(as_of, law, working)
    headed = [sheet for sheet in sheets if any(header_at(sheet.rows, at) for at in range(len(sheet.rows)))]
    for sheet in sheets:
        where = f"{sheet.name} " if len(sheets) > 1 else ""
        if headed and sheet not in headed:
            if any(sheet.rows):
                ledger.note("sheet-without-header", None, sheet=sheet.name)
        elif other_kind(sheet.name):
            ledger.note("sheet-of-another-kind", None, sheet=sheet.name)
        elif sheet in headed:
            _read_table(sheet.rows, where, ledger)
        else:
            _read_lines(sheet.rows, where, ledger)
    return _put_together(ledger)


def _read_table(rows: Sequence[Row], where: str, ledger: Ledger) -> None:
    """Read by columns; a header that comes again names them anew, as on each page of a print."""
    columns: Columns | None = None
    octobers = tenths_are_octobers(cell for row in rows for cell in row)
    at = 0
    while at < len(rows):
        header = header_at(rows, at) if rows[at] else None
        if header:
            columns, height = header
            if not columns.complete:
                ledger.problem("no-base-column", Line(f"{where}{at + 1}", rows[at]))
                return
            at += height
            continue
        if rows[at] and columns:
            cells = tuple(october(cell) for cell in rows[at]) if octobers else rows[at]
            read_row(Line(f"{where}{at + 1}", cells), columns, ledger)
        at += 1


def _read_lines(rows: Iterable[Row], where: str, ledger: Ledger) -> None:
    for number, row in enumerate(rows, start=1):
        if row:
            read_line(Line(f"{where}{number}", row), ledger)


def _put_together(ledger: Ledger) -> ReadHistory:
    merged = merge(ledger.entries)
    notes = list(ledger.notes())
    if merged.doubled:
        months = sum(last - first + 1 for first, last in merged.doubled)
        notes.append(Remark("doubled", details={"months": months}, spans=merged.doubled))
    problems = list(ledger.problems)
    if not merged.periods and not merged.conflicts and not problems:
        problems.append(Remark("nothing"))
    return ReadHistory(merged.periods, tuple(notes), tuple(problems), merged.conflicts)
