"""Every province on every quarter: no value is asserted, only that the dated law has no gap."""

from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import NotInForceError, UnverifiedError
from gigdesk.domain.law import LawBook
from gigdesk.domain.money import UseYear, YearMonth
from gigdesk.domain.pension.contribution import Choice, contribution
from gigdesk.domain.pension.retirement import retirement
from gigdesk.domain.working import Working
from gigdesk.store.records import Release

QUARTERS = [date(year, month, 1) for year in range(2021, 2027) for month in (1, 4, 7, 10)]


@pytest.mark.parametrize("day", QUARTERS, ids=str)
def test_each_quarter_has_contributions_in_shandong(day, book: LawBook):
    contribution(book.on(day, "370000"), UseYear(day.year), Choice(Decimal(60)), Working())


@pytest.mark.parametrize("day", [day for day in QUARTERS if day.year >= 2025], ids=str)
def test_each_quarter_since_the_reform_has_a_retirement_age(day, book: LawBook):
    for category in ("male60", "female55", "female50"):
        retirement(YearMonth(1985, 6), category, book.on(day, "000000"), Working())


@pytest.mark.parametrize("day", [day for day in QUARTERS if day >= date(2025, 7, 1)], ids=str)
def test_each_quarter_since_july_2025_has_minimum_wages_everywhere(day, release: Release):
    for region in release.regions:
        if region.level == "province":
            release.book.on(day, region.code).table("wages.minimum_monthly")


@pytest.mark.parametrize(("year", "error"), [(2018, NotInForceError), (2019, UnverifiedError), (2020, UnverifiedError)])
def test_nothing_is_invented_before_the_first_year_that_is_sure(year, error, book: LawBook):
    with pytest.raises(error):
        contribution(book.on(date(year, 6, 1), "370000"), UseYear(year), Choice(Decimal(60)), Working())


def test_nothing_is_invented_beyond_the_year_after_the_last(book: LawBook):
    with pytest.raises(NotInForceError):
        contribution(book.on(date(2028, 6, 1), "370000"), UseYear(2028), Choice(Decimal(60)), Working())


def test_each_year_of_a_contribution_has_its_average(book: LawBook):
    law = book.on(date(2026, 11, 24), "370000")
    for year in range(1996, 2027):
        assert law.for_year("pension.average_wage", UseYear(year)).value.statistical_year == year - 1
