"""A cell of a workbook as the text that Excel shows."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

SIGNIFICANT = 15
"""Excel keeps and shows so many digits; what lies behind them comes from binary fractions."""
_EXACT = 10.0**SIGNIFICANT

Cell = int | float | str | bool | time | date | datetime | timedelta


def shown(cell: Cell) -> str:
    """A cell as text: whole numbers without a point, days as YYYY-MM-DD, the time of day where there is one."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ") if cell.time() != time() else cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return f"{Decimal(f'{value:.{SIGNIFICANT}g}'):f}"
