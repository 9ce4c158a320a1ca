"""A plain case in each region: an answer, or words that name what is missing. More paid never brings less."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.law import LawBook
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.estimate import estimate
from gigdesk.domain.pension.projection import Assumptions, Plan
from gigdesk.domain.working import Working
from gigdesk.store import paths
from gigdesk.store.release import read_release
from gigdesk.store.texts import Texts

TODAY = date(2026, 11, 24)
NOW = YearMonth(2026, 11)
STANDSTILL = Assumptions(*[Decimal(0)] * 4)
CASE = Case(
    as_of=NOW,
    birth=YearMonth(1985, 6),
    category="male60",
    record=Record(96, average_index=Decimal("0.6"), account_balance=Decimal("25012.34")),
    plan=Plan(Choice(Decimal(60))),
)
REGIONS = sorted(
    region.code
    for region in read_release(paths.resources() / "release").regions
    if region.level in ("province", "city")
)
MISSING = {
    "220000": "pension.benefit_base",
    "220100": "pension.benefit_base",
    "350000": "pension.base_limits",
    "420000": "pension.base_limits",
    "450000": "pension.year_rounding",
    "630000": "pension.year_rounding",
    "650000": "pension.year_rounding",
}
NOT_VERIFIED = {"371700"}
KNOWN = [region for region in REGIONS if region not in MISSING and region not in NOT_VERIFIED]
TEN_MONTHS_ARE_NOT_KNOWN = "340000"
"""Anhui writes 30 years and 7 months as 30.7. What it makes of 10 and 11 months was not seen: here 0.10 and 0.11."""


def total(case, law):
    return estimate(case, law, Working()).expected.todays_money


@pytest.mark.parametrize(("region", "name"), MISSING.items())
def test_what_a_region_lacks_is_said_by_its_name(region, name, book: LawBook, texts: Texts):
    with pytest.raises(MissingDataError) as caught:
        estimate(CASE, book.on(TODAY, region), Working())
    assert caught.value.details["name"] == name
    said = texts.tell(f"error.{caught.value.code}", caught.value.details)
    assert texts(f"parameter.{name}") in said
    assert "12333" in said


@pytest.mark.parametrize("region", [region for region in REGIONS if region not in MISSING])
def test_each_other_region_answers_and_its_warnings_are_words(region, book: LawBook, texts: Texts):
    working = Working()
    found = estimate(CASE, book.on(TODAY, region), working)
    assert (found.expected.benefit is None) is (region in NOT_VERIFIED)
    for warned in working.warnings:
        assert texts.tell(f"warning.{warned.code}", warned.details)
    assert all(step.status is not None for step in working.steps if step.sources)


@pytest.mark.parametrize("region", KNOWN)
def test_paying_on_more_never_brings_less_anywhere(region, book: LawBook):
    law = book.on(TODAY, region)
    plans = [Plan(Choice(Decimal(percent))) for percent in (60, 61, 80, 100, 150, 299, 300)]
    for assumed in (None, STANDSTILL):
        totals = [total(replace(CASE, plan=plan, assumptions=assumed), law) for plan in plans]
        assert all(less <= more for less, more in pairwise(totals))


@pytest.mark.parametrize("region", [region for region in KNOWN if region != TEN_MONTHS_ARE_NOT_KNOWN])
def test_one_more_month_never_brings_less_anywhere(region, book: LawBook):
    law = book.on(TODAY, region)
    plans = [replace(CASE.plan, most_months=months) for months in range(144, 158)]
    for assumed in (None, STANDSTILL):
        totals = [total(replace(CASE, plan=plan, assumptions=assumed), law) for plan in plans]
        assert all(fewer < more for fewer, more in pairwise(totals))


@pytest.mark.parametrize("region", KNOWN)
def test_a_dearer_record_never_brings_less_anywhere(region, book: LawBook):
    law = book.on(TODAY, region)
    records = [replace(CASE.record, average_index=Decimal(index)) for index in ("0.4", "0.55", "0.6", "1", "3.2")]
    totals = [total(replace(CASE, record=record), law) for record in records]
    assert all(less < more for less, more in pairwise(totals))
