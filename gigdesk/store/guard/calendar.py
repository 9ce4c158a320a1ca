"""Working days and limits: each year's days lie in it, make-up days are weekends, every limit can be counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gigdesk.domain.calendar import DAYS_OFF, MAKE_UP_DAYS, SATURDAY, Period
from gigdesk.domain.injury.limits import Event
from gigdesk.domain.law import LawBook, Value
from gigdesk.store.guard.finding import Finding

LIMIT = ".deadline."
FEWEST, MOST = 15, 40
"""Days off a year. From 2004 on between 22 and 33."""


def calendar(book: LawBook, region: str) -> Iterator[Finding]:
    """What is off in a region's days off."""
    off, made_up = (book.regions[region].get(name, {}) for name in (DAYS_OFF, MAKE_UP_DAYS))
    for since in sorted(set(off) ^ set(made_up)):
        yield Finding(f"{region} calendar {since.year}", f"{DAYS_OFF} and {MAKE_UP_DAYS} do not both have this year")
    years = sorted(since.year for since in off)
    for year in sorted(set(range(*(years[0], years[-1]))) - set(years)) if years else ():
        yield Finding(f"{region} calendar {year}", "a year is missing between others")
    for since in sorted(set(off) & set(made_up)):
        yield from (Finding(f"{region} calendar {since.year}", what) for what in _year(off[since], made_up[since]))


def _year(off: Value, made_up: Value) -> Iterator[str]:
    free, worked = ([date.fromisoformat(day) for day in value.content] for value in (off, made_up))  # type: ignore[union-attr]
    if off.since != date(off.since.year, 1, 1):
        yield f"begins on {off.since}, not with its year"
    for day in (*free, *worked):
        if day.year != off.since.year:
            yield f"{day} lies in another year"
    for day in worked:
        if day.weekday() < SATURDAY or day in free:
            yield f"{day} is made up for, but it is no weekend or a day off"
    if not FEWEST <= len(set(free)) <= MOST or len(set(free)) < len(free):
        yield f"{len(free)} days off, {len(set(free))} of them different"


def deadlines(book: LawBook, region: str) -> Iterator[Finding]:
    """Limits that the program could not count."""
    for name, history in book.regions[region].items():
        for since, value in history.items() if LIMIT in name else ():
            try:
                Event(Period.parse(str(value.content)).event)
            except ValueError as error:
                yield Finding(f"{region} {name} {since}", str(error))
