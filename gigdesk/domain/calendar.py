"""Days of the calendar and working days: when a period ends, and until when an office is open."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from gigdesk.domain.law import Law, expect
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth

DAYS_OFF, MAKE_UP_DAYS = "calendar.days_off", "calendar.make_up_days"
SATURDAY = 5
A_DAY = timedelta(days=1)
PERIOD = re.compile(r"(\d+) (working day|day|month|year)s? from ([a-z_]+)")


class Unit(StrEnum):
    """In what a period is counted."""

    DAYS = "day"
    WORKING_DAYS = "working day"
    MONTHS = "month"
    YEARS = "year"


@dataclass(frozen=True)
class Period:
    """A length of time and the event from which it runs: "30 days from report"."""

    count: int
    unit: Unit
    event: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read it as the law data has it.

        Raises:
            ValueError: not in that form.
        """
        found = PERIOD.fullmatch(text)
        if not found:
            msg = f"not a period: {text!r}"
            raise ValueError(msg)
        return cls(int(found[1]), Unit(found[2]), found[3])


@dataclass
class WorkCalendar:
    """The mainland's working days by the law data of each year.

    Of a year that the data does not know only the weekends are off; such years are noted in `guessed`.
    """

    law: Law
    guessed: set[int] = field(default_factory=set)
    _years: dict[int, tuple[frozenset[str], frozenset[str]] | None] = field(default_factory=dict, repr=False)

    def knows(self, year: int) -> bool:
        """Whether the days off of a year are known."""
        return self._of(year) is not None

    def works(self, day: date) -> bool:
        """Whether offices are open."""
        found = self._of(day.year)
        if found is None:
            self.guessed.add(day.year)
            return day.weekday() < SATURDAY
        days_off, make_up_days = found
        text = day.isoformat()
        return text in make_up_days or (text not in days_off and day.weekday() < SATURDAY)

    def end(self, start: date, period: Period) -> date:
        """The last day of a period. The day from which it runs is not counted; the last of a month stands for more."""
        if period.unit is Unit.DAYS:
            return start + timedelta(days=period.count)
        if period.unit is Unit.WORKING_DAYS:
            return self.after(start, period.count)
        return _months_after(start, period.count * (MONTHS_A_YEAR if period.unit is Unit.YEARS else 1))

    def after(self, start: date, working_days: int) -> date:
        """The working day of that number after a day."""
        day = start
        while working_days:
            day += A_DAY
            working_days -= self.works(day)
        return day

    def last_open(self, day: date) -> date:
        """The last working day up to a day."""
        while not self.works(day):
            day -= A_DAY
        return day

    def _of(self, year: int) -> tuple[frozenset[str], frozenset[str]] | None:
        """The days off and the make-up days of a year, as text; None where the data has no entry of its own."""
        if year not in self._years:
            law = self.law.at(date(year, MONTHS_A_YEAR, 31))
            own = law.has(DAYS_OFF) and max(day for day in law.parameters[DAYS_OFF] if day <= law.day).year == year
            self._years[year] = (_listed(law, DAYS_OFF), _listed(law, MAKE_UP_DAYS)) if own else None
        return self._years[year]


def _listed(law: Law, name: str) -> frozenset[str]:
    return frozenset(expect(law.value(name), tuple))


def _months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last of that month where it has no such day."""
    then = YearMonth.of(day) + months
    return date(then.year, then.month, min(day.day, monthrange(then.year, then.month)[1]))
