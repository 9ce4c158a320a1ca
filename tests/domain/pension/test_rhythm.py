from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import LawBook, Status, Value
from gigdesk.domain.money import UseYear
from gigdesk.domain.pension.contribution import Choice, contribution
from gigdesk.domain.pension.rhythm import OFFERED, RHYTHMS, Schedule, paid_year
from gigdesk.domain.working import Working

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(TODAY, "370000")


def with_list(law, name, codes, status=Status.SECONDARY, use_year=None):
    value = Value(name, law.region, TODAY, tuple(codes), "code", "case", status, TODAY, use_year=use_year)
    return replace(law, parameters={**law.parameters, name: {TODAY: value}})


def codes_of(working):
    return [warned.code for warned in working.warnings]


def paid(law, months=12, rhythm=None, percent=60):
    month, working = contribution(law, UseYear(2026), Choice(Decimal(percent)), Working()), Working()
    return paid_year(month, Schedule(months, rhythm), law, working), working


@pytest.mark.parametrize(
    ("rhythm", "payment"),
    [("month", "914.60"), ("quarter", "2743.80"), ("half_year", "5487.60"), ("year", "10975.20")],
)
def test_what_is_due_each_time(law, rhythm, payment):
    found, working = paid(with_list(law, OFFERED, RHYTHMS), rhythm=rhythm)
    assert (str(found.payment), str(found.year_total)) == (payment, "10975.20")
    assert working.warnings == []
    assert working.steps[-1].sources == ("case",)


def test_no_more_is_due_at_once_than_is_paid_in_the_year(law):
    found, _ = paid(law, months=2, rhythm="half_year")
    assert found.payment == found.year_total == Decimal("1829.20")


def test_a_rhythm_that_a_place_is_not_known_to_take_is_said(law):
    for place in (with_list(law, OFFERED, ["month"]), with_list(law, OFFERED, RHYTHMS, Status.UNVERIFIED)):
        found, working = paid(place, rhythm="quarter")
        assert codes_of(working) == ["rhythm-not-known"]
        assert found.payment == Decimal("2743.80")
    assert codes_of(paid(with_list(law, OFFERED, ["month"]), rhythm="month")[1]) == []


def test_without_a_rhythm_nothing_is_said_of_one(law):
    found, working = paid(law)
    assert (found.rhythm, found.payment, working.warnings) == (None, None, [])


@pytest.mark.parametrize(("months", "rhythm"), [(0, None), (13, None), (-1, "month"), (12, "week")])
def test_what_cannot_be_is_refused(law, months, rhythm):
    with pytest.raises(InputError):
        paid(law, months, rhythm)


@given(st.integers(60, 300), st.integers(1, 11), st.sampled_from([None, *RHYTHMS]))
def test_one_more_month_costs_one_month_more(law, percent, months, rhythm):
    fewer, more = (paid(law, count, rhythm, percent)[0] for count in (months, months + 1))
    assert more.year_total - fewer.year_total == more.contribution.monthly
    assert rhythm is None or fewer.payment <= more.payment <= more.year_total


@pytest.mark.parametrize(("percent", "said"), [(60, []), (300, []), (100, ["base-between-tiers"])])
def test_where_only_fixed_bases_are_taken_one_in_between_is_said(law, percent, said):
    working = Working()
    tiers = with_list(law, "pension.base_tiers", ["4573", "6000", "22863"], use_year=UseYear(2026))
    contribution(tiers, UseYear(2026), Choice(Decimal(percent)), working)
    assert codes_of(working) == said


def test_the_fixed_bases_of_another_year_say_nothing(law):
    working = Working()
    tiers = with_list(law, "pension.base_tiers", ["4504", "6000", "22518"], use_year=UseYear(2025))
    contribution(tiers, UseYear(2026), Choice(Decimal(100)), working)
    assert codes_of(working) == []
