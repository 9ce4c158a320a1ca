"""What a list of orders has to say of its rows, in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from gigdesk.services.history.result import Remark
from gigdesk.services.history.said import rows_said
from gigdesk.store.texts import Texts

Day = Callable[[date], str]


def said(remark: Remark, t: Texts, day: Day = str) -> str:
    """A note or a problem as a sentence; `day` writes a day."""
    details = {name: day(value) if isinstance(value, date) else value for name, value in remark.details.items()}
    rows = rows_said(remark.rows, t) if remark.rows else ""
    return t(f"orders.{remark.code}", **{"rows": rows, "count": len(remark.rows), **details})
