"""By when: the limits of each route as days in the calendar. A limit that has passed stays on the list."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.calendar import Period, WorkCalendar
from gigdesk.domain.injury.course import Course
from gigdesk.domain.injury.limits import LIMITS, Event, Limit, Who
from gigdesk.domain.law import Law, Value, expect

BY_THE_ACCIDENT = ("injury", "ordinary", "third_party")
"""Areas whose limits are those of the accident's day; the others are read on the day from which they run."""


@dataclass(frozen=True)
class Reading:
    """What one source says: the limit, the event and day it runs from, and its last day, where that day is known.

    `assumed`: the day of the event is not known, the one given stands in.
    """

    limit: Value
    period: Period
    start: date | None
    assumed: bool
    by: date | None


@dataclass(frozen=True)
class Deadline:
    """What has to happen by when. Without `by` its event has not happened, or its day is not known.

    `last_known` is the later day, where sources differ: the earlier one is the one to act by. A limit that `opens` is
    no last day: the right begins then. `office_day` is the last day with open offices, where `by` has none.
    """

    id: str
    route: str
    who: Who
    act_before: Reading
    last_known: Reading | None
    days_left: int | None
    opens: bool
    office_day: date | None
    sources: tuple[str, ...]
    guessed_years: tuple[int, ...]

    @property
    def by(self) -> date | None:
        """The day to act by."""
        return self.act_before.by

    @property
    def limit(self) -> Value:
        """The limit in the law data."""
        return self.act_before.limit

    @property
    def counted_from(self) -> str:
        """The event from which it runs."""
        return self.act_before.period.event

    @property
    def passed(self) -> bool:
        """Whether its last day is over."""
        return not self.opens and self.days_left is not None and self.days_left < 0


def deadlines(routes: Collection[str], course: Course, law: Law) -> tuple[Deadline, ...]:
    """The limits of some routes that matter at this stage: those ahead, the nearest first, then those passed."""
    found = [one for limit in LIMITS for one in _of(limit, routes, course, law)]
    return tuple(sorted(found, key=lambda one: (one.passed, one.by or date.max)))


def _of(limit: Limit, routes: Collection[str], course: Course, law: Law) -> Iterator[Deadline]:
    """A limit on the first of its routes that is concerned, where it matters at all."""
    for route in limit.areas:
        begun = limit.since is None or course.happened(limit.since, route)
        over = limit.until is not None and course.happened(limit.until, route)
        if route in routes and begun and not over and course.concerns(limit.only):
            readings = tuple(_readings(limit, route, course, law))
            if readings:
                yield _deadline(limit, route, course, readings, law)
                return


def _readings(limit: Limit, route: str, course: Course, law: Law) -> Iterator[tuple[Reading, WorkCalendar]]:
    """What the sources say of it: the limit itself and, where it can be counted, the other."""
    area = limit.areas[route]
    own = f"{area}.deadline.{limit.id}"
    for name in (own, f"{own}.other"):
        read = law.fresh() if area in BY_THE_ACCIDENT else law.fresh().at(course.today)
        if not read.has(name):
            continue
        value = read.value(name)
        period = Period.parse(expect(value, str))
        start = course.start(Event(period.event), route, read)
        calendar = WorkCalendar(read)
        by = calendar.end(start.day, period) if start else None
        if name == own or by is not None:
            yield Reading(value, period, start.day if start else None, bool(start and start.assumed), by), calendar


def _deadline(
    limit: Limit, route: str, course: Course, found: tuple[tuple[Reading, WorkCalendar], ...], law: Law
) -> Deadline:
    readings = sorted((reading for reading, _ in found), key=lambda reading: reading.by or date.max)
    first, last = readings[0], readings[-1]
    by = first.by
    return Deadline(
        id=limit.id,
        route=route,
        who=limit.who,
        act_before=first,
        last_known=last if last.by not in (None, by) else None,
        days_left=(by - course.today).days if by else None,
        opens=limit.opens,
        office_day=_office_day(by, course.today, law) if by and limit.who is Who.WORKER else None,
        sources=tuple(dict.fromkeys(value.source for _, calendar in found for value in calendar.law.citations)),
        guessed_years=tuple(sorted({year for _, calendar in found for year in calendar.guessed})),
    )


def _office_day(by: date, today: date, law: Law) -> date | None:
    """The last day before `by` on which an office is open, where it is closed on that day."""
    calendar = WorkCalendar(law.fresh())
    if by < today or not calendar.knows(by.year):
        return None
    last = calendar.last_open(by)
    return last if today <= last < by else None
