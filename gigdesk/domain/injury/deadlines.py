"""By when: the limits of each route as days in the calendar. A limit that has passed stays on the list."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from gigdesk.domain.law import Law, Status, Value, expect


@dataclass(frozen=True)
class Deadline:
    """What has to happen by when. Without a day the limit is known from no text that can be relied on."""

    id: str
    route: str
    counted_from: str
    by: date | None
    days_left: int | None
    limit: Value


@dataclass(frozen=True)
class _Limit:
    id: str
    route: str
    parameter: str
    in_years: bool = False
    from_report: bool = False


LIMITS = (
    _Limit("report", "pilot", "injury.deadline.report_days", from_report=True),
    _Limit("platform_claim", "pilot", "injury.deadline.platform_claim_days", from_report=True),
    _Limit("worker_claim", "pilot", "injury.deadline.worker_claim_days"),
    _Limit("employer_claim", "ordinary", "ordinary.deadline.employer_claim_days"),
    _Limit("own_claim", "ordinary", "ordinary.deadline.worker_claim_years", in_years=True),
    _Limit("liability_claim", "third_party", "third_party.deadline.claim_years", in_years=True),
)


def deadlines(routes: Collection[str], happened: date, today: date, law: Law) -> tuple[Deadline, ...]:
    """The limits of some routes: those ahead, the nearest first, then those that have passed.

    What runs from the report counts as if reported today.
    """
    found = [_deadline(limit, happened, today, law) for limit in LIMITS if limit.route in routes]
    return tuple(sorted(found, key=lambda deadline: ((deadline.days_left or 0) < 0, deadline.by or date.max)))


def _deadline(limit: _Limit, happened: date, today: date, law: Law) -> Deadline:
    value = law.value(limit.parameter)
    start, counted_from = (today, "report") if limit.from_report else (happened, "accident")
    by = None
    if value.status is not Status.UNVERIFIED:
        length = int(expect(value, Decimal))
        by = _years_after(start, length) if limit.in_years else start + timedelta(days=length)
    return Deadline(limit.id, limit.route, counted_from, by, (by - today).days if by else None, value)


def _years_after(day: date, years: int) -> date:
    """The same day of a later year, or the last of its month where that year has no such day."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
