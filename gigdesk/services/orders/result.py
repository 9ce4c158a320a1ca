"""What was read from a list of orders: totals of each day and month, what is to be known, what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from gigdesk.domain.money import YearMonth
from gigdesk.services.history.result import Remark


@dataclass(frozen=True)
class Order:
    """One row: an order, or (`counts` is False) a bonus or a penalty alone. Its day is that of its end, if known."""

    row: str
    place: str
    number: str
    day: date
    start: datetime | None
    end: datetime | None
    earned: Decimal
    penalty: Decimal
    counts: bool = True


@dataclass(frozen=True)
class Total:
    """Of a day or a month: orders, yuan earned, yuan of penalties, hours with an order (None: no times are known)."""

    orders: int
    earned: Decimal
    penalties: Decimal
    hours: Decimal | None


@dataclass(frozen=True)
class DayTotal(Total):
    """A day. From the first order to the last is no time logged in; it may only help to remember."""

    day: date
    first: datetime | None
    last: datetime | None
    span: Decimal | None


@dataclass(frozen=True)
class MonthTotal(Total):
    """A month, and on how many of its days there were orders."""

    month: YearMonth
    days: int


@dataclass(frozen=True)
class ReadOrders:
    """Days and months in order; notes and problems name their rows."""

    days: tuple[DayTotal, ...]
    months: tuple[MonthTotal, ...]
    notes: tuple[Remark, ...]
    problems: tuple[Remark, ...]

    def month(self, month: YearMonth) -> MonthTotal | None:
        """The total of a month; None where it has none."""
        return next((one for one in self.months if one.month == month), None)
