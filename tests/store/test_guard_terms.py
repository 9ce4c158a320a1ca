from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.law import LawBook, Status, Value
from gigdesk.domain.money import StatisticalYear, UseYear
from gigdesk.store.guard import check_book

DAY = date(2025, 1, 1)
JS = "320000"


def entry(name, content, **fields):
    return Value(name, JS, DAY, content, "CNY/month", "case", Status.SECONDARY, DAY, **fields)


def found(name, content, *others, **fields):
    values = [entry(name, content, **fields), *others]
    book = LawBook({JS: {value.name: {DAY: value} for value in values}}, {})
    return {finding.place for finding in check_book(book)}


@pytest.mark.parametrize(
    ("term", "content"),
    [
        ("rate", "2/3"),
        ("rate.graduate", Decimal("0.5")),
        ("excess_rate", "1/2"),
        ("reference", "minimum"),
        ("cap_month", "none"),
        ("cap_month", Decimal(600)),
        ("max_months.graduate", Decimal(24)),
        ("near_retirement_months", Decimal(60)),
        ("groups", ("hard_to_employ",)),
    ],
)
def test_terms_of_a_subsidy_that_the_program_reads_pass(term, content):
    assert found(f"pension.subsidy.{term}", content) == set()


@pytest.mark.parametrize(
    ("term", "content"),
    [
        ("rate", "3/2"),
        ("rate", "two thirds"),
        ("rate", "2/0"),
        ("rate", Decimal(50)),
        ("excess_rate", Decimal(0)),
        ("reference", "average"),
        ("cap_month", Decimal(7200)),
        ("cap_month", "no"),
        ("max_months", Decimal(360)),
        ("max_months", Decimal("1.5")),
        ("near_retirement_months.graduate", Decimal(0)),
        ("groups", ()),
        ("share", "2/3"),
    ],
)
def test_slips_in_the_terms_of_a_subsidy_are_found(term, content):
    name = f"pension.subsidy.{term}"
    assert found(name, content) == {f"{JS} {name} {DAY}"}


def test_a_rhythm_that_the_program_does_not_know_is_found():
    name = "pension.payment_rhythms"
    assert found(name, ("month", "half_year")) == set()
    assert found(name, ("month", "fortnight")) == {f"{JS} {name} {DAY}"}


@pytest.mark.parametrize(
    ("tiers", "well"),
    [
        (("4952", "6000", "24762"), True),
        (("4952", "24762", "6000"), False),
        (("4925", "6000", "24762"), False),
        (("4952", "6000", "24726"), False),
        ((), False),
    ],
)
def test_fixed_bases_rise_from_limit_to_limit(tiers, well):
    year = {"use_year": UseYear(2025), "statistical_year": StatisticalYear(2024)}
    limits = entry("pension.base_limits", {"low": Decimal(4952), "high": Decimal(24762)}, **year)
    name = "pension.base_tiers"
    assert found(name, tiers, limits, use_year=UseYear(2025)) == (set() if well else {f"{JS} {name} {DAY}"})


def test_fixed_bases_of_a_year_without_limits_are_found():
    name = "pension.base_tiers"
    assert found(name, ("4952", "24762"), use_year=UseYear(2025)) == {f"{JS} {name} {DAY}"}
