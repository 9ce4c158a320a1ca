"""Figures that should have been followed by newer ones say so, where they are used and only there."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.law import Status
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.contribution import Choice
from gigdesk.services.freshness import Freshness, Newest, age, expected_after, first_day
from gigdesk.store.records import Rule

TODAY = date(2026, 11, 24)


def stale(answer):
    return [warned.details for warned in answer.warnings if warned.code == "stale-data"]


def rule(every, *months):
    return Rule(every, "s", Status.SECONDARY, {"zh": "。", "en": "."}, months)


def figure(published, looked=date(2026, 11, 23), *, behind=False, period="2025"):
    return Newest(period, "s", published, looked, 1, behind)


def test_a_figure_whose_successor_is_due_says_so(services):
    answer = services.pension.contribution("370000", 2027, Choice(Decimal(60)), date(2027, 8, 1))
    assert stale(answer) == [{"name": "pension.base_limits", "expected": YearMonth(2027, 8)}]


def test_before_the_month_of_the_next_notice_nothing_is_said(services):
    assert not stale(services.pension.contribution("370000", 2027, Choice(Decimal(60)), date(2027, 7, 31)))


def test_an_older_figure_is_not_stale_because_a_newer_one_is_late(services):
    assert not stale(services.pension.contribution("370000", 2025, Choice(Decimal(60)), date(2027, 8, 1)))


@pytest.mark.parametrize(
    ("every", "months", "published", "expected"),
    [
        ("year", (8,), "2026-08-14", "2027-08"),
        ("year", (8,), "2026-07", "2026-08"),
        ("year", (12,), "2025", "2026-12"),
        ("year", (12,), "", None),
        ("quarter", (10, 1, 4, 7), "2025-07-15", "2027-01"),
        ("change", (), "2025-07-11", None),
    ],
)
def test_the_next_publication_follows_from_the_rule_and_the_last_one(every, months, published, expected):
    assert expected_after(rule(every, *months), figure(published)) == (expected and YearMonth.parse(expected))


def test_a_late_figure_is_not_followed_the_same_year():
    """That of 2026 came in September: the December after is no month for that of 2027."""
    assert expected_after(rule("year", 12), figure("2026-09-13", period="2026")) == YearMonth(2027, 12)


def test_the_share_is_that_of_the_time_between_two_publications():
    stands = age(rule("year", 8), figure("2026-08-14"), TODAY)
    assert (stands.days, stands.freshness) == (102, Freshness.FRESH)
    assert stands.share == pytest.approx(102 / 352)


def test_what_comes_when_it_comes_is_as_old_as_the_last_look_at_it():
    stands = age(rule("change"), figure("2025-07-11", date(2026, 11, 4)), TODAY)
    assert (stands.days, stands.looked, stands.expected) == (501, 20, None)
    assert stands.share == pytest.approx(20 / 365)


def test_of_a_publication_known_by_its_year_no_days_are_counted():
    stands = age(rule("year", 12), figure("2025", behind=True), TODAY)
    assert (stands.days, stands.freshness) == (None, Freshness.PROVISIONAL)
    assert stands.share == pytest.approx(358 / 365)


def test_once_the_month_has_come_the_next_figure_is_waited_for():
    assert age(rule("year", 12), figure("2025", behind=True), date(2026, 12, 1)).freshness is Freshness.WAITING


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.sets(st.integers(1, 12), min_size=1), st.dates())
def test_the_next_publication_lies_after_the_last_and_within_a_year_and_the_share_between_0_and_1(day, months, today):
    stands = age(rule("year", *months), figure(day.isoformat(), period=str(day.year - 1)), today)
    assert 0 < stands.expected - YearMonth.of(day) <= 12
    assert 0 <= stands.share <= 1


def test_what_is_no_day_has_no_first_day():
    assert [first_day(told) for told in ("2026-05-15", "2026-05", "2026", "", "soon")] == [
        date(2026, 5, 15), date(2026, 5, 1), date(2026, 1, 1), None, None,
    ]  # fmt: skip
