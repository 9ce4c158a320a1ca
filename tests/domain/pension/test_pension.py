from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import GigDeskError, InputError, MissingDataError, UnverifiedError
from gigdesk.domain.law import LawBook, Status, Value
from gigdesk.domain.money import UseYear, YearMonth
from gigdesk.domain.pension import rounding
from gigdesk.domain.pension.account import credited
from gigdesk.domain.pension.benefit import FORM_ORDER, divisor
from gigdesk.domain.pension.case import Case, Override, Record
from gigdesk.domain.pension.contribution import Choice, contribution
from gigdesk.domain.pension.estimate import estimate
from gigdesk.domain.pension.index import Period, average_index, history_index
from gigdesk.domain.pension.projection import Assumptions, Plan
from gigdesk.domain.pension.retirement import CATEGORIES, retirement
from gigdesk.domain.working import Working

TODAY = date(2026, 11, 24)
NOW = YearMonth(2026, 11)
FLAT = Assumptions(*[Decimal(0)] * 4)
CASE = Case(
    as_of=NOW,
    birth=YearMonth(1985, 6),
    category="male60",
    record=Record(96, average_index=Decimal("0.6"), account_balance=Decimal("25012.34")),
    plan=Plan(Choice(Decimal(60))),
)


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(TODAY, "370000")


def estimated(case, law):
    working = Working()
    return estimate(case, law, working), working


def codes(working):
    return [warned.code for warned in working.warnings]


@given(st.integers(60, 300), st.integers(60, 300))
def test_a_higher_tier_never_costs_less(law, one, other):
    low, high = sorted((one, other))
    cost = [contribution(law, UseYear(2026), Choice(Decimal(tier)), Working()).monthly for tier in (low, high)]
    assert cost[0] <= cost[1]


@given(st.decimals(4573, 22863, places=2))
def test_account_and_pool_are_the_whole_contribution(law, base):
    found = contribution(law, UseYear(2026), Choice(amount=base), Working())
    assert found.to_account + found.to_pool == found.monthly


@pytest.mark.parametrize("choice", [Choice(Decimal(59)), Choice(Decimal(301)), Choice(amount=Decimal(4500))])
def test_a_base_outside_the_limits_is_refused(law, choice):
    with pytest.raises(InputError) as caught:
        contribution(law, UseYear(2026), choice, Working())
    assert caught.value.details["accepts"]


@pytest.mark.parametrize("name", ["pension.base_limits", "pension.average_wage"])
def test_limits_and_averages_that_are_not_verified_are_not_used(law, name):
    history = {day: replace(value, status=Status.UNVERIFIED) for day, value in law.parameters[name].items()}
    unsure = replace(law, parameters={**law.parameters, name: history})
    with pytest.raises(UnverifiedError) as caught:
        contribution(unsure, UseYear(2026), Choice(Decimal(60)), Working())
    assert caught.value.details["name"] == name


@pytest.mark.parametrize("differs", [(), ("pension.base_limits",), ("pension.base_limits", "pension.benefit_base")])
def test_what_differs_by_city_is_said_of_the_province(law, differs):
    value = Value("pension.by_city", law.region, TODAY, differs, "", "case", Status.SECONDARY, TODAY)
    _, working = estimated(CASE, replace(law, parameters={**law.parameters, "pension.by_city": {TODAY: value}}))
    said = {code for code in codes(working) if code.endswith("-by-city")}
    assert said == {f"{name.removeprefix('pension.').replace('_', '-')}-by-city" for name in differs}


@given(st.sampled_from(CATEGORIES), st.integers(1962, 2005), st.integers(1, 12))
def test_who_is_born_later_never_retires_earlier(law, category, year, month):
    birth = YearMonth(year, month)
    first, second = (retirement(born, category, law, Working()) for born in (birth, birth + 1))
    assert first.statutory_month < second.statutory_month
    assert first.original_month <= first.earliest_month <= first.statutory_month


def test_retiring_earlier_than_allowed_is_refused(law):
    with pytest.raises(InputError) as caught:
        retirement(YearMonth(1965, 7), "male60", law, Working(), -3)
    assert caught.value.details["accepts"] == "-2..36"


def test_a_divisor_beyond_the_table_is_refused(law):
    for months in (39 * 12, 70 * 12 + 1):
        with pytest.raises(InputError):
            divisor(months, law, Working())
    assert divisor(70 * 12, law, Working()) == 56


@given(st.integers(40 * 12, 70 * 12 - 1))
def test_the_divisor_falls_with_age(law, months):
    assert divisor(months + 1, law, Working()) < divisor(months, law, Working())


@pytest.mark.parametrize(
    ("rule", "months", "years"),
    [
        ("two_decimals", 289, "24.08"),
        ("two_decimals", 377, "31.42"),
        ("truncated_two_decimals", 368, "30.66"),
        ("years_point_months", 367, "30.7"),
        ("whole_years_and_months", 289, "24.083"),
        ("four_decimals", 254, "21.1667"),
    ],
)
def test_the_provinces_turn_months_into_years_their_own_way(rule, months, years):
    assert str(rounding.years(rule, months)) == years


def test_an_unknown_rounding_rule_is_said_and_not_guessed():
    with pytest.raises(GigDeskError):
        rounding.years("three_decimals", 12)


def test_a_year_of_payments_by_the_month_product():
    balance = credited(Decimal(10000), Decimal(100), 12, 12, Decimal("0.015"))
    assert balance == Decimal("11359.75")


@given(st.decimals(0, 10**6, places=2), st.integers(1, 12), st.decimals(0, "0.1", places=4))
def test_an_account_never_shrinks(balance, months, rate):
    assert credited(balance, Decimal(100), months, months, rate) >= balance + 100 * months


def test_the_sample_case_of_the_contract(law):
    found, working = estimated(CASE, law)
    assert (found.retirement.paid_months_then, found.retirement.months_short) == (355, 0)
    assert found.expected.projection.ledger[0].months == 2
    assert str(found.contribution.monthly) == "914.60"
    assert found.range.low < found.range.expected < found.range.high
    assert codes(working) == ["heating-subsidy"]


def test_only_who_retires_in_the_year_whose_base_is_not_out_hears_of_it(law):
    soon = replace(CASE, birth=YearMonth(1965, 6), record=replace(CASE.record, paid_months=300))
    found, working = estimated(soon, law)
    assert found.retirement.chosen_month.year == 2026
    (warned,) = (one for one in working.warnings if one.code == "provisional-benefit-base")
    assert warned.details == {"year": 2026, "stands_in": 2025}
    assert "7,831" in warned.said["zh"]


def test_a_standstill_can_be_worked_by_hand(law):
    """Nothing grows: 259 months of 365.84 on top of the account, 7,831, 29.58 years, divisor 117."""
    found, _ = estimated(replace(CASE, assumptions=FLAT), law)
    benefit = found.expected.benefit
    assert found.expected.projection.account == Decimal("25012.34") + 259 * Decimal("365.84")
    assert (benefit.benefit_base, benefit.years, benefit.divisor) == (7831, Decimal("29.58"), 117)
    assert benefit.indexed_wage == Decimal("4698.60")
    assert benefit.basic == Decimal("1853.13")
    assert benefit.account == Decimal("1023.63")
    assert found.expected.todays_money == benefit.total == Decimal("2876.76")
    assert found.breakeven_months == 83


def test_too_few_months_give_no_pension_and_say_so(law):
    short = replace(CASE, plan=None)
    found, working = estimated(short, law)
    assert found.expected.benefit is None
    assert found.range is None
    assert found.retirement.months_short == 144
    assert "months-short-at-age" in codes(working)


def test_stopping_at_the_minimum_pays_no_month_more(law):
    found, _ = estimated(replace(CASE, to_minimum=True), law)
    assert found.retirement.paid_months_then == found.retirement.required_months == 240


def test_stopping_in_a_month(law):
    found, _ = estimated(replace(CASE, plan=Plan(Choice(Decimal(60)), stop_before=YearMonth(2040, 1))), law)
    assert found.expected.projection.months == YearMonth(2040, 1) - NOW


def test_six_months_a_year(law):
    found, _ = estimated(replace(CASE, plan=Plan(Choice(Decimal(60)), months_per_year=6)), law)
    assert {row.months for row in found.expected.projection.ledger[1:-1]} == {6}


@given(st.integers(60, 299), st.integers(0, 200), st.decimals(0, 10**5, places=2))
def test_paying_on_more_never_brings_less(law, percent, paid, balance):
    case = replace(CASE, record=Record(paid, average_index=Decimal("0.6"), account_balance=balance))
    totals = [
        estimated(replace(case, plan=Plan(Choice(Decimal(tier)))), law)[0].expected.todays_money
        for tier in (percent, percent + 1)
    ]
    assert totals[0] <= totals[1]


def test_a_single_value_may_be_overridden(law):
    override = Override(benefit_base=Decimal(8000), divisor=Decimal(139), retirement_month=YearMonth(2045, 6))
    found, _ = estimated(replace(CASE, override=override), law)
    assert (found.expected.benefit.benefit_base, found.expected.benefit.divisor) == (8000, 139)
    assert found.retirement.paid_months_then == 319


def test_an_unknown_account_is_counted_as_nothing_and_said(law):
    _, working = estimated(replace(CASE, record=Record(96)), law)
    assert {"account-not-known", "index-not-known"} <= set(codes(working))


def test_heze_has_no_verified_base_and_gets_no_figure(book):
    found, working = estimated(CASE, book.on(TODAY, "371700"))
    assert found.expected.benefit is None
    assert "unverified-parameter" in codes(working)


def test_an_index_from_a_history_ignores_gaps_and_weighs_months(law):
    history = [
        Period(YearMonth(2024, 1), YearMonth(2024, 6), Decimal(4416)),
        Period(YearMonth(2026, 1), YearMonth(2026, 12), Decimal(7621)),
    ]
    months, index = average_index(history, law, Working())
    assert months == 18
    assert index == Decimal("0.8667")


def test_a_history_beyond_the_limits_is_not_clamped(law):
    _, index = average_index([Period(YearMonth(2026, 1), YearMonth(2026, 12), Decimal(30484))], law, Working())
    assert index == 4


def test_the_working_has_the_order_of_the_determination_form(law):
    _, working = estimated(CASE, law)
    lines = [step.id for step in working.steps]
    first = lines.index("benefit-base")
    assert lines[first : first + len(FORM_ORDER) - 1] == [line for line in FORM_ORDER if line != "transitional"]


def test_a_line_that_rests_on_an_assumption_says_so(law):
    _, working = estimated(CASE, law)
    wage = next(step for step in working.steps if step.id == "indexed-wage")
    assert wage.status is Status.ASSUMPTION


def paid(first, last, base):
    return Period(YearMonth(*first), YearMonth(*last), Decimal(base))


def test_each_year_of_a_history_has_its_index(law):
    found = history_index([paid((2024, 7), (2025, 3), 4504)], law, Working())
    assert [(each.year, each.months, str(each.index)) for each in found.years] == [
        (2024, 6, "0.6120"), (2025, 3, "0.6001"),
    ]  # fmt: skip
    assert (found.months, str(found.average_index)) == (9, "0.6080")


def test_a_history_where_there_are_no_averages_has_no_figure(book: LawBook):
    with pytest.raises(MissingDataError) as caught:
        history_index([paid((2024, 1), (2024, 12), 4416)], book.on(TODAY, "420000"), Working())
    assert (caught.value.code, caught.value.details["name"]) == ("no-figure", "pension.average_wage")


def test_the_lowest_base_of_each_year_warns_of_nothing(law):
    working = Working()
    years = {2021: 3746, 2022: 3980, 2023: 4242, 2024: 4416, 2025: 4504, 2026: 4573}
    history_index([paid((year, 1), (year, 10), base) for year, base in years.items()], law, working)
    assert codes(working) == []


def test_an_index_out_of_the_usual_is_said_by_its_year_and_not_clamped(law):
    working = Working()
    found = history_index([paid((2010, 1), (2011, 12), 1000), paid((2015, 1), (2015, 12), 52000)], law, working)
    assert codes(working) == ["index-below", "index-above"]
    assert [warned.details["years"] for warned in working.warnings] == ["2010, 2011", "2015"]
    assert found.years[-1].index > 3


@pytest.mark.parametrize(
    ("year", "base", "warned"),
    [
        (2021, 3745, True), (2021, 3746, False), (2021, 18727, True), (2022, 3979, False), (2022, 3978, True),
        (2026, 4572, True), (2020, 3000, False), (2019, 99999, False),
    ],
)  # fmt: skip
def test_a_base_outside_known_limits_is_said(law, year, base, warned):
    working = Working()
    history_index([paid((year, 1), (year, 6), base)], law, working)
    assert ("base-outside-limits" in codes(working)) is warned


@pytest.mark.parametrize(("year", "named"), [(1995, "1995"), (2027, "2027")])
def test_a_year_outside_the_averages_is_named(law, year, named):
    with pytest.raises(MissingDataError) as caught:
        history_index([paid((year, 1), (year, 6), 4000)], law, Working())
    assert (caught.value.code, caught.value.details["year"]) == ("history-year", named)
    assert (caught.value.details["first"], caught.value.details["last"]) == ("1995", "2025")


def test_a_province_without_averages_has_no_index(book):
    with pytest.raises(MissingDataError):
        history_index([paid((2020, 1), (2020, 6), 4000)], book.on(TODAY, "220000"), Working())
