"""One row of a table with a header."""

from __future__ import annotations

import re

from gigdesk.services.history.cells import Span, amount, count, plain, span, span_in_year, whole_year
from gigdesk.services.history.columns import Columns
from gigdesk.services.history.ledger import Ledger, Line, short
from gigdesk.services.history.standing import is_foot, other_kind, own_kind, standing

_PAYS_ALONE = re.compile("灵活|个体|个人身份|自由职业|自谋|flexible|self")


def read_row(line: Line, columns: Columns, ledger: Ledger) -> None:
    """Enter a row, or say why it does not count or cannot be read."""
    kind = columns.cell("kind", line.cells)
    when = _when(line, columns)
    if other_kind(kind):
        ledger.note("another-kind", line, kind=short(plain(kind)))
        return
    if when is None and _says_nothing(line, columns):
        ledger.note("left-out", line, says=line.says)
        return
    stands = standing(columns.said(line.cells))
    if stands:
        ledger.note(stands, line, when if isinstance(when, tuple) else None, says=short(columns.said(line.cells)))
    elif not own_kind(kind):
        ledger.problem("kind", line, kind=short(plain(kind)))
    elif when is None:
        ledger.problem("month", line)
    else:
        months = _months(line, columns, when, ledger)
        if months:
            _enter(line, columns, months, ledger)


def _says_nothing(line: Line, columns: Columns) -> bool:
    """Whether a row that names no month is a sum or a remark."""
    dates = "".join(columns.cell(role, line.cells) for role in ("month", "first", "last", "year"))
    alone = sum(bool(cell) for cell in line.cells) == 1
    first = next(cell for cell in line.cells if cell)
    return is_foot(first) or not any(sign.isdigit() for sign in plain(dates)) or alone


def _months(line: Line, columns: Columns, when: Span | int, ledger: Ledger) -> Span | None:
    """The months of a row, as far as their number tells; None, and a problem, where it cannot be true."""
    written = columns.cell("months", line.cells)
    months = count(written)
    if isinstance(when, int):
        found = ledger.place(line, when, months) if months else None
        if found is None:
            ledger.problem("year-months", line, year=when)
        return found
    first, last = when
    if not written or months == last - first + 1:
        return when
    if months is None or not 0 < months <= last - first or first.year != last.year:
        ledger.problem("months", line)
        return None
    ledger.note("placed", line, year=first.year)
    return first, first + (months - 1)


def _enter(line: Line, columns: Columns, when: Span, ledger: Ledger) -> None:
    """Enter the base of a row, by its best column."""
    months = max(when[1] - when[0] + 1, 1)
    base, yearly, paid = (columns.cell(role, line.cells) for role in ("base", "yearly_base", "amount"))
    if base or not (yearly or paid):
        ledger.enter(line, when, amount(base))
        return
    found = amount(yearly or paid)
    if found is None or yearly:
        ledger.enter(line, when, found and found / months)
        return
    own = _PAYS_ALONE.search(plain(columns.said(line.cells)).lower()) is not None
    derived = ledger.derive(line, when[0], found / months, own=own)
    if derived is not None:
        ledger.enter(line, when, derived)


def _when(line: Line, columns: Columns) -> Span | int | None:
    """The months of a row, or the year of one that says only how many."""
    first, last = (columns.cell(role, line.cells) for role in ("first", "last"))
    if first:
        begins, ends = span(first), span(last or first)
        return (begins[0], ends[1]) if begins and ends else None
    year, month = whole_year(columns.cell("year", line.cells)), columns.cell("month", line.cells)
    if not month:
        return year
    return span(month) or (span_in_year(year, month) if year else whole_year(month))
