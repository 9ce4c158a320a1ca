from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError, NotInForceError
from gigdesk.domain.law import LawBook, Status
from gigdesk.domain.pension.account import RateToComeError, by_month_product, by_year, credited, grow
from gigdesk.domain.working import Working

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "law" / "cases" / "pension" / "account.yaml").read_text(encoding="utf-8")
)
FEN = Decimal("0.01")
YEARS = range(2016, 2026)

balances = st.decimals(0, 10**6, places=2)
amounts = st.decimals(0, 5000, places=2)
rates = st.decimals(0, "0.1", places=4)


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(date(2026, 11, 24), "370000")


def payments(case):
    if "each" in case:
        return [Decimal(case["each"])] * 12
    return [Decimal(case["once"]) if month == case["month"] else Decimal(0) for month in range(1, 13)]


def month_by_month(balance, monthly, paid_months, months, rate):
    """The account as a clerk keeps it: each amount stands for a number of months, each month earns a twelfth."""
    product = Decimal(0)
    standing = balance
    for month in range(months):
        if month < paid_months:
            standing += monthly
        product += standing
    return (standing + product * rate / 12).quantize(FEN, "ROUND_HALF_UP")


@pytest.mark.parametrize("case", CASES["methods"], ids=lambda case: case["name"])
def test_a_year_by_both_methods(case):
    balance, rate, paid = Decimal(case["balance"]), Decimal(case["rate"]), payments(case)
    assert str(by_month_product(balance, paid, rate)) == case["month_product"]
    assert str(by_year(balance, sum(paid), rate)) == case["annual"]


@pytest.mark.parametrize("case", CASES["growth"], ids=lambda case: case["name"])
def test_an_account_grows_by_the_published_rates(case, law):
    paid = {year: [Decimal(each)] * 12 for year, each in case["each"].items()}
    rows = {row.year: row for row in grow(Decimal(case["balance"]), paid, law, Working())}
    assert {year: str(row.by_month_product) for year, row in rows.items()} == case["month_product"]
    assert {year: str(rows[year].by_year) for year in case["annual"]} == case["annual"]


@given(balances, amounts, rates, st.integers(0, 12), st.data())
def test_the_month_product_is_what_a_clerk_adds_up(balance, monthly, rate, months, data):
    paid = data.draw(st.integers(0, months))
    assert credited(balance, monthly, paid, months, rate) == month_by_month(balance, monthly, paid, months, rate)


@given(balances, amounts, rates, st.integers(0, 12))
def test_payments_from_january_on_are_the_month_product_of_the_estimate(balance, monthly, rate, paid):
    assert by_month_product(balance, [monthly] * paid, rate) == credited(balance, monthly, paid, 12, rate)


@given(balances, amounts, rates)
def test_for_equal_payments_the_methods_differ_by_a_6000th_and_a_fen(balance, monthly, rate):
    one, other = by_month_product(balance, [monthly] * 12, rate), by_year(balance, 12 * monthly, rate)
    assert abs(one - other) <= 12 * monthly * rate / 6000 + FEN
    assert one >= other - FEN


@given(balances, st.lists(amounts, max_size=12), rates)
def test_for_any_payments_the_methods_differ_by_half_a_years_interest(balance, paid, rate):
    one, other = by_month_product(balance, paid, rate), by_year(balance, sum(paid, Decimal(0)), rate)
    assert abs(one - other) <= sum(paid, Decimal(0)) * rate / 2 + FEN


@given(st.lists(amounts, min_size=12, max_size=12), rates, st.integers(0, 10))
def test_paying_a_month_earlier_never_earns_less(paid, rate, month):
    earlier = [*paid]
    earlier[month], earlier[month + 1] = paid[month] + paid[month + 1], Decimal(0)
    assert by_month_product(Decimal(0), earlier, rate) >= by_month_product(Decimal(0), paid, rate)


@given(balances, amounts)
def test_ten_published_years_keep_the_methods_together(law, balance, monthly):
    rows = grow(balance, {year: [monthly] * 12 for year in YEARS}, law, Working())
    apart = Decimal(0)
    for row in rows:
        apart = apart * (1 + row.rate) + row.paid * row.rate / 6000 + FEN
        assert abs(row.by_month_product - row.by_year) <= apart
    assert [row.year for row in rows] == list(YEARS)


def test_the_office_s_method_is_not_known_and_the_difference_is_said(law):
    working = Working()
    rows = grow(Decimal(0), {2016: [Decimal("1829.04")] * 12}, law, working)
    (warned,) = working.warnings
    assert warned.code == "account-method-not-known"
    assert warned.details == {"difference": Decimal("0.31")}
    assert rows[0].by_month_product - rows[0].by_year == Decimal("0.31")
    assert working.steps[0].sources == ("account-rate-2016",)


def test_a_year_without_payments_in_between_still_earns(law):
    rows = grow(Decimal(1000), {2023: [], 2025: []}, law, Working())
    assert [row.year for row in rows] == [2023, 2024, 2025]


def test_no_years_no_growth(law):
    working = Working()
    assert grow(Decimal(1000), {}, law, working) == ()
    assert working.warnings == []


def test_a_rate_that_is_not_verified_is_not_used(law):
    with pytest.raises(RateToComeError):
        grow(Decimal(1000), {2026: []}, law, Working())


def test_the_years_with_an_assumed_rate_are_said_once(law):
    working = Working()
    grow(Decimal(1000), {2025: [], 2140: []}, law, working, Decimal("0.02"))
    assumed, _ = working.warnings
    assert (assumed.code, assumed.details) == ("assumed-account-rate", {"years": "2026–2140", "percent": "2%"})
    working = Working()
    grow(Decimal(1000), {2026: []}, law, working, Decimal("0.02"))
    assert working.warnings[0].details["years"] == "2026"


def test_a_year_before_the_first_published_rate_has_none(law):
    with pytest.raises(NotInForceError):
        grow(Decimal(1000), {2015: []}, law, Working())


def test_the_year_after_the_last_published_rate_is_provisional(law):
    history = law.parameters["pension.account_rate"]
    known = {day: replace(value, status=Status.SECONDARY) for day, value in history.items()}
    published = replace(law, parameters={**law.parameters, "pension.account_rate": known})
    working = Working()
    assert grow(Decimal(1000), {2027: []}, published, working)[0].by_month_product == 1026
    assert [warned.code for warned in working.warnings] == ["provisional-account-rate", "account-method-not-known"]


def test_a_year_has_twelve_months(law):
    with pytest.raises(InputError):
        grow(Decimal(0), {2025: [Decimal(1)] * 13}, law, Working())
