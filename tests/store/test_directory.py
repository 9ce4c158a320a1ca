"""The directory of service points and the calendar: what the guard refuses, and who is found for a place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gigdesk.domain.calendar import DAYS_OFF, MAKE_UP_DAYS
from gigdesk.domain.injury.places import HOTLINE, KINDS, OFFICE, UNION
from gigdesk.domain.law import NATIONAL, LawBook
from gigdesk.store.guard import check, check_book

THIS_YEAR = date(2026, 1, 1)


def test_each_city_of_shandong_has_its_own_hot_line_and_office(reference):
    cities = [region.code for region in reference.regions.values() if region.parent == "370000"]
    assert len(cities) == 16
    for city in cities:
        found = {point.kind: point for point in reference.service_points(city)}
        assert set(found) == set(KINDS)
        assert {found[HOTLINE].region, found[OFFICE].region} == {city}
        assert found[UNION].region == "370000"
    codes = {point.area_code for point in reference.directory if point.kind == HOTLINE and point.area_code}
    assert len(codes) == 16


def test_elsewhere_the_nations_points_stand_in_and_nothing_is_made_up(reference):
    found = {point.kind: point for point in reference.service_points("440300")}
    assert {point.region for point in found.values()} == {NATIONAL}
    assert found[HOTLINE].phone == "12333"
    assert {point.address for point in reference.directory} == {""}


def test_the_directory_comes_out_of_the_file_as_it_went_in(reference, release):
    assert reference.release().service_points == release.service_points


@pytest.mark.parametrize(
    ("spoiled", "what"),
    [
        ({"region": "999999"}, "not in regions.csv"),
        ({"kind": "friend"}, "unknown kind"),
        ({"source": "nobody"}, "unknown source"),
        ({"names": {"zh": "", "en": "x"}}, "no name"),
        ({"phone": "1233E"}, "cannot be dialled"),
        ({"area_code": "531"}, "no area code"),
    ],
)
def test_a_point_that_is_off_is_named(release, spoiled, what):
    first, *others = [point for point in release.service_points if point.region != NATIONAL]
    nation = [point for point in release.service_points if point.region == NATIONAL]
    points = (replace(first, **spoiled), *others, *nation)
    (finding,) = check(replace(release, service_points=points))
    assert what in finding.what
    assert finding.place.startswith("service_points")


def test_a_point_twice_or_no_hot_line_at_all_is_named(release):
    twice = check(replace(release, service_points=(*release.service_points, release.service_points[-1])))
    none = check(replace(release, service_points=()))
    assert [finding.what for finding in twice] == ["stands twice"]
    assert "no hot line" in none[0].what


def spoiled(book, name, edit):
    national = book.regions[NATIONAL]
    return LawBook({**book.regions, NATIONAL: {**national, name: edit(dict(national[name]))}}, book.sources)


def put(since, **fields):
    return lambda history: {**history, since: replace(history[since], **fields)}


def drop(since):
    return lambda history: {day: value for day, value in history.items() if day != since}


@pytest.mark.parametrize(
    ("name", "edit", "what"),
    [
        (DAYS_OFF, drop(date(2015, 1, 1)), "do not both have this year"),
        (
            DAYS_OFF,
            put(THIS_YEAR, content=("2025-01-01", *(f"2026-10-{day:02}" for day in range(1, 32)))),
            "another year",
        ),
        (DAYS_OFF, put(THIS_YEAR, content=("2026-01-01",)), "1 days off"),
        (MAKE_UP_DAYS, put(THIS_YEAR, content=("2026-03-04",)), "no weekend"),
        (MAKE_UP_DAYS, put(THIS_YEAR, content=("2026-10-03",)), "a day off"),
        ("injury.deadline.worker_claim", put(date(2025, 7, 1), content="90 days"), "not a period"),
        ("injury.deadline.worker_claim", put(date(2025, 7, 1), content="90 days from birth"), "birth"),
    ],
)
def test_a_calendar_or_a_limit_that_is_off_is_named(book, name, edit, what):
    findings = check_book(spoiled(book, name, edit))
    assert [finding for finding in findings if what in finding.what]


def test_a_year_missing_from_both_lists_is_named(book):
    without = spoiled(spoiled(book, DAYS_OFF, drop(date(2015, 1, 1))), MAKE_UP_DAYS, drop(date(2015, 1, 1)))
    assert "a year is missing between others" in [finding.what for finding in check_book(without)]
