"""Days and months to choose from. No Qt here."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from gigdesk.domain.money import YearMonth

WEEK, WEEKS = 7, 6
TEN = 10
QUICK = {"today": 0, "yesterday": 1, "before-yesterday": 2}
"""The days with a name of their own, and how long ago they are."""


def page_of(month: YearMonth) -> tuple[date | None, ...]:
    """The days of a month in six weeks that begin with Monday; None where there is none."""
    days = [day for week in calendar.monthcalendar(month.year, month.month) for day in week]
    days += [0] * (WEEK * WEEKS - len(days))
    return tuple(date(month.year, month.month, day) if day else None for day in days)


def quick_days(first: date, today: date) -> Iterator[tuple[str, date]]:
    """The days with a name, so far as they may be chosen."""
    for name, ago in QUICK.items():
        day = today - timedelta(days=ago)
        if day >= first:
            yield name, day


def decades(first: int, last: int) -> tuple[int, ...]:
    """The first years of the decades between two years; none where all years stand on one page."""
    return tuple(range(first // TEN * TEN, last + 1, TEN)) if last - first >= 2 * TEN else ()
