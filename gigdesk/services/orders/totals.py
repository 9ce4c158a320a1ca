"""Orders become days and months. Orders carried at the same time are one time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from gigdesk.domain.money import YearMonth, half_up
from gigdesk.services.orders.result import DayTotal, MonthTotal, Order

SECONDS_AN_HOUR = 3600


def days_of(orders: Sequence[Order]) -> tuple[DayTotal, ...]:
    """The total of each day that has any."""
    seconds = _seconds(orders)
    by_day: dict[date, list[Order]] = {}
    for order in orders:
        by_day.setdefault(order.day, []).append(order)
    return tuple(_day(day, by_day[day], seconds) for day in sorted(by_day))


def months_of(orders: Sequence[Order]) -> tuple[MonthTotal, ...]:
    """The total of each month that has any."""
    seconds = _seconds(orders)
    by_month: dict[YearMonth, list[Order]] = {}
    for order in orders:
        by_month.setdefault(YearMonth.of(order.day), []).append(order)
    return tuple(_month(month, by_month[month], seconds) for month in sorted(by_month))


def _day(day: date, orders: Sequence[Order], seconds: Mapping[date, int]) -> DayTotal:
    starts = [order.start for order in orders if order.start and order.end and order.start.date() == day]
    ends = [order.end for order in orders if order.start and order.end and order.end.date() == day]
    first, last = min(starts, default=None), max(ends, default=None)
    if first is None or last is None or last < first:
        first = last = None
    span = _hours([int((last - first).total_seconds())]) if first and last else None
    hours = _hours([seconds[day]]) if day in seconds else None
    return DayTotal(*_sums(orders), hours, day, first, last, span)


def _month(month: YearMonth, orders: Sequence[Order], seconds: Mapping[date, int]) -> MonthTotal:
    worked = {order.day for order in orders if order.counts}
    timed = [found for day, found in seconds.items() if YearMonth.of(day) == month]
    return MonthTotal(*_sums(orders), _hours(timed) if timed else None, month, len(worked))


def _sums(orders: Sequence[Order]) -> tuple[int, Decimal, Decimal]:
    earned = sum((order.earned for order in orders), Decimal(0))
    penalties = sum((order.penalty for order in orders), Decimal(0))
    return sum(order.counts for order in orders), earned, penalties


def _seconds(orders: Iterable[Order]) -> dict[date, int]:
    """The time with an order, on the day of the order: of one begun before others ended only what came after them."""
    found: dict[date, int] = {}
    spans = sorted((order.start, order.end, order.day) for order in orders if order.start and order.end)
    covered = spans[0][0] if spans else None
    for start, end, day in spans:
        new = max(end - max(start, covered or start), timedelta())
        found[day] = found.get(day, 0) + int(new.total_seconds())
        covered = max(covered or end, end)
    return found


def _hours(seconds: Iterable[int]) -> Decimal:
    return half_up(Decimal(sum(seconds)) / SECONDS_AN_HOUR)
