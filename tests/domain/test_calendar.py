"""Working days by the State Council's notices, and where the data ends only by weekends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.calendar import A_DAY, Period, Unit, WorkCalendar
from gigdesk.domain.law import NATIONAL, Law

days = st.dates(date(2004, 1, 1), date(2026, 12, 1))
counts = st.integers(0, 80)


@pytest.fixture
def calendar(book):
    return WorkCalendar(book.on(date(2026, 11, 23), NATIONAL))


@pytest.fixture(scope="module")
def shared(book):
    return WorkCalendar(book.on(date(2026, 11, 23), NATIONAL))


# Of the notice of 2026: 9 days off at the Spring Festival, worked for on two Saturdays.
@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-01-02", False),
        ("2026-01-04", True),
        ("2026-02-13", True),
        ("2026-02-14", True),
        ("2026-02-15", False),
        ("2026-02-23", False),
        ("2026-02-24", True),
        ("2026-02-28", True),
        ("2026-03-01", False),
        ("2026-10-07", False),
        ("2026-10-10", True),
        ("2026-11-21", False),
        ("2026-11-23", True),
    ],
)
def test_a_day_is_worked_as_the_notice_says(calendar, day, works):
    assert calendar.works(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("start", "text", "end"),
    [
        ("2026-02-12", "5 working days from filing", "2026-02-26"),
        ("2026-09-30", "1 working day from filing", "2026-10-08"),
        ("2026-10-08", "2 working days from filing", "2026-10-10"),
        ("2026-11-16", "90 days from accident", "2027-02-14"),
        ("2026-08-31", "6 months from decision", "2027-02-28"),
        ("2024-02-29", "1 year from accident", "2025-02-28"),
        ("2026-12-31", "2 months from decision", "2027-02-28"),
        ("2026-11-16", "0 days from today", "2026-11-16"),
    ],
)
def test_a_period_ends_on_its_day(calendar, start, text, end):
    assert calendar.end(date.fromisoformat(start), Period.parse(text)) == date.fromisoformat(end)


@pytest.mark.parametrize("text", ["30 from report", "thirty days from report", "30 days", "30 weeks from report", ""])
def test_a_period_that_cannot_be_read_is_refused(text):
    with pytest.raises(ValueError, match="not a period"):
        Period.parse(text)


def test_beyond_the_years_known_there_are_only_weekends_and_they_are_noted(calendar):
    assert calendar.after(date(2026, 12, 30), 5) == date(2027, 1, 6)
    assert calendar.guessed == {2027}
    assert calendar.works(date(2027, 1, 1))
    assert not calendar.knows(2027)
    assert not calendar.knows(2003)


def test_within_the_years_known_nothing_is_guessed_and_the_source_is_cited(calendar):
    calendar.after(date(2026, 2, 12), 5)
    assert calendar.guessed == set()
    assert {value.source for value in calendar.law.citations} == {"public-days"}


def test_a_law_without_a_calendar_knows_weekends_only():
    calendar = WorkCalendar(Law({}, NATIONAL, date(2026, 11, 23)))
    assert not calendar.works(date(2026, 11, 21))
    assert calendar.guessed == {2026}


@given(start=days, count=counts)
def test_more_working_days_never_end_earlier_and_never_sooner_than_days(shared, start, count):
    end = shared.after(start, count)
    assert end >= start + timedelta(days=count)
    assert shared.after(start, count + 1) > end


@given(start=days, count=counts)
def test_as_many_working_days_lie_between_as_were_counted_and_the_last_is_one(shared, start, count):
    end = shared.after(start, count)
    between = [start + timedelta(days=number) for number in range(1, (end - start).days + 1)]
    assert sum(map(shared.works, between)) == count
    assert not count or shared.works(end)


@given(start=days, unit=st.sampled_from(Unit), count=counts)
def test_a_period_never_ends_before_it_begins(shared, start, unit, count):
    assert shared.end(start, Period(count, unit, "accident")) >= start


@given(day=days)
def test_the_last_open_day_is_open_and_near(shared, day):
    found = shared.last_open(day)
    assert shared.works(found)
    assert day - timedelta(days=11) <= found <= day
    assert not any(shared.works(found + number * A_DAY) for number in range(1, (day - found).days + 1))
