from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError, NotInForceError, Phrase, UnverifiedError
from gigdesk.domain.law import LawBook, Status
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.resident import Missing, ResidentCase, resident
from gigdesk.domain.working import Working
from gigdesk.store.records import Release

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "law" / "cases" / "pension" / "resident.yaml").read_text(encoding="utf-8")
)
NOW = YearMonth(2026, 11)
CASE = ResidentCase(
    as_of=NOW,
    birth=YearMonth(1985, 6),
    yearly=Decimal(3000),
    years_ahead=15,
    subsidy=Decimal(80),
    account_rate=Decimal(0),
)
AMOUNTS = ("account_balance", "yearly", "subsidy", "local_basic", "account_rate")

payments = st.decimals(100, 10_000, places=2)


@pytest.fixture(scope="module")
def law(book: LawBook):
    return book.on(date(2026, 11, 24), "370000")


def answered(case, law):
    working = Working()
    return resident(case, law, working), working


def codes(working):
    return [warned.code for warned in working.warnings]


def lacking(found):
    return [missing.parameter for missing in found.missing]


def read(given):
    months = {"as_of": NOW} | {name: YearMonth.parse(given[name]) for name in ("as_of", "birth") if name in given}
    amounts = {name: Decimal(given[name]) for name in AMOUNTS if name in given}
    return ResidentCase(**{**given, **months, **amounts})


def with_local(law, **contents):
    """The law of a place that sets some of the amounts itself."""
    parameters = dict(law.parameters)
    for short, content in contents.items():
        name = f"resident.{short}"
        parameters[name] = {
            day: replace(value, content=content, region="370000") for day, value in law.parameters[name].items()
        }
    return replace(law, parameters=parameters, citations=[])


def with_status(law, name, status):
    history = {day: replace(value, status=status) for day, value in law.parameters[name].items()}
    return replace(law, parameters={**law.parameters, name: history}, citations=[])


@pytest.mark.parametrize(("birth", "joins"), [("2010-11", True), ("2010-12", False)])
def test_nobody_joins_before_sixteen(birth, joins, law):
    case = replace(CASE, birth=YearMonth.parse(birth))
    if joins:
        assert answered(case, law)[0].years
        return
    with pytest.raises(InputError) as caught:
        answered(case, law)
    assert (caught.value.field, caught.value.details["accepts"].key) == ("birth", "joins-at")


@pytest.mark.parametrize("case", CASES["pensions"], ids=lambda case: case["name"])
def test_a_pension_comes_out_to_the_fen(case, book: LawBook):
    given = read(case["case"])
    found, working = answered(given, book.on(given.as_of.first_day(), "370000"))
    assert (found.outcome, str(found.begins), found.years) == (case["outcome"], case["begins"], case["years"])
    assert str(found.account) == case["account"]
    assert found.years_short == case.get("years_short", 0)
    assert str(found.made_up) == case.get("made_up", "0.00")
    if "total" in case:
        parts = (found.pension.basic, found.pension.account, found.pension.total)
        assert [str(part) for part in parts] == [case["basic"], case["account_pension"], case["total"]]
        assert working.steps[-1].id == "resident-total"
    else:
        assert found.pension is None
        assert "resident-years-short" in codes(working)


@pytest.mark.parametrize(("year", "amount"), CASES["basic"].items())
def test_the_nation_s_least_of_the_year_stands_in_and_is_named(year, amount, book: LawBook):
    case = ResidentCase(YearMonth(year, 11), YearMonth(1963, 1), paid_years=15, account_balance=Decimal(139))
    found, working = answered(case, book.on(date(year, 11, 1), "370100"))
    assert str(found.pension.basic) == amount
    assert Missing("resident.basic", Decimal(amount), "12333") in found.missing
    assert "local-stands-in" in codes(working)


@pytest.mark.parametrize(("yearly", "least"), CASES["subsidy"].items())
def test_the_nation_s_least_subsidy_stands_in_and_is_named(yearly, least, law):
    found, _ = answered(replace(CASE, yearly=Decimal(yearly), subsidy=None), law)
    assert {row.subsidy for row in found.ledger if row.paid} == {Decimal(least)}
    assert Missing("resident.subsidy", Decimal(least)) in found.missing


def test_what_shandong_sets_is_named_one_by_one(law):
    found, working = answered(replace(CASE, subsidy=None, account_rate=None), law)
    expected = ["tiers", "subsidy", "account_rate", "basic", "supplements"]
    assert lacking(found) == [f"resident.{name}" for name in expected]
    assert {missing.ask for missing in found.missing} == {"12333"}
    named = [warned.details["name"] for warned in working.warnings if warned.code.startswith("local-")]
    assert named == lacking(found)


def test_what_is_entered_is_not_missing(law):
    found, _ = answered(replace(CASE, local_basic=Decimal(208)), law)
    assert lacking(found) == ["resident.tiers", "resident.supplements"]


def test_what_a_place_sets_takes_the_place_of_the_nation_s_least(law):
    local = with_local(
        law, tiers=("300", "3000"), subsidy={"300": Decimal(40), "3000": Decimal(90)}, basic=Decimal(200)
    )
    found, working = answered(replace(CASE, subsidy=None), local)
    assert lacking(found) == ["resident.supplements"]
    assert found.account == 15 * 3090
    assert found.pension.basic == 200
    assert codes(working) == ["resident-basic-of-today", "local-not-known"]


@pytest.mark.parametrize("yearly", ["299", "301", "2999.99"])
def test_what_is_no_tier_of_the_place_is_refused(yearly, law):
    with pytest.raises(InputError) as caught:
        answered(replace(CASE, yearly=Decimal(yearly)), with_local(law, tiers=("300", "3000")))
    assert caught.value.details["accepts"] == "300 | 3000"


@pytest.mark.parametrize("ahead", [15, 0])
def test_less_than_the_lowest_tier_is_refused(ahead, law):
    with pytest.raises(InputError):
        answered(replace(CASE, yearly=Decimal(99), years_ahead=ahead, make_up=True), law)


@pytest.mark.parametrize(
    ("name", "entered"), [("basic", {"local_basic": Decimal(150)}), ("subsidy", {"subsidy": Decimal(80)})]
)
def test_an_amount_that_is_not_verified_is_not_used_but_one_may_be_entered(name, entered, law):
    local = with_status(law, f"resident.{name}", Status.UNVERIFIED)
    with pytest.raises(UnverifiedError) as caught:
        answered(replace(CASE, subsidy=None), local)
    assert caught.value.details["name"] == f"resident.{name}"
    assert answered(replace(CASE, **entered), local)[0].pension


def test_tiers_that_are_not_verified_bind_nobody_and_are_named(law):
    local = with_status(with_local(law, tiers=("300", "5000")), "resident.tiers", Status.UNVERIFIED)
    assert "resident.tiers" in lacking(answered(CASE, local)[0])


def test_a_place_that_takes_no_payment_afterwards_refuses_it(law):
    with pytest.raises(InputError) as caught:
        answered(replace(CASE, years_ahead=10, make_up=True), with_local(law, make_up=False))
    assert caught.value.field == "make_up"


@pytest.mark.parametrize(("basic", "refused"), [("162.99", True), ("163", False)])
def test_a_basic_pension_below_the_nation_s_least_is_refused(basic, refused, law):
    case = replace(CASE, local_basic=Decimal(basic))
    if refused:
        with pytest.raises(InputError) as caught:
            answered(case, law)
        assert caught.value.field == "local_basic"
    else:
        assert answered(case, law)[0].pension.basic == 163


@pytest.mark.parametrize(("birth", "said"), [("1966-12", False), ("1967-01", True)])
def test_a_pension_of_a_later_year_is_said_to_be_by_todays_amounts(birth, said, law):
    case = ResidentCase(NOW, YearMonth.parse(birth), paid_years=15, account_balance=Decimal(139))
    assert ("resident-basic-of-today" in codes(answered(case, law)[1])) is said


def test_the_year_after_the_last_published_least_is_provisional(book: LawBook):
    law = book.on(date(2027, 3, 1), "370000")
    found, working = answered(replace(CASE, as_of=YearMonth(2027, 3)), law)
    assert found.pension.basic == 163
    assert "provisional-resident-basic" in codes(working)


def test_a_year_without_a_published_least_needs_what_the_place_pays(book: LawBook):
    law, case = book.on(date(2030, 3, 1), "370000"), replace(CASE, as_of=YearMonth(2030, 3))
    with pytest.raises(NotInForceError):
        answered(replace(case, years_ahead=15), law)
    assert answered(replace(case, local_basic=Decimal(250)), law)[0].pension.basic == 250


@pytest.mark.parametrize(
    ("change", "ahead"),
    [
        ({}, 19),  # 2026 to 2044; 60 in 2045
        ({"paid_this_year": True}, 18),
        ({"years_ahead": 20}, 20),
        ({"birth": YearMonth(1966, 12)}, 0),  # 60 next month: this is the year of 60
        ({"birth": YearMonth(1966, 11)}, 0),
        ({"birth": YearMonth(1967, 1)}, 1),
        ({"yearly": None}, 0),
    ],
)
def test_the_years_still_to_be_paid(change, ahead, law):
    case = replace(CASE, **{"years_ahead": None, **change})
    found, _ = answered(case, law)
    assert (found.years, sum(row.paid > 0 for row in found.ledger)) == (ahead, ahead)


def test_who_has_paid_this_year_pays_from_the_next_on(law):
    found, _ = answered(replace(CASE, paid_this_year=True), law)
    assert [row.year for row in found.ledger if row.paid] == list(range(2027, 2042))


@pytest.mark.parametrize(
    ("change", "accepts"),
    [
        ({"years_ahead": 21}, "0..20"),
        ({"years_ahead": -1}, "0..20"),
        ({"years_ahead": 20, "paid_this_year": True}, "0..19"),
        ({"birth": YearMonth(1966, 11), "years_ahead": 1}, "0..0"),
        ({"yearly": None}, Phrase("yuan-a-year")),
        ({"yearly": None, "years_ahead": None, "make_up": True}, Phrase("yuan-a-year")),
    ],
)
def test_a_plan_that_cannot_be_is_refused(change, accepts, law):
    with pytest.raises(InputError) as caught:
        answered(replace(CASE, **change), law)
    assert caught.value.details["accepts"] == accepts


def test_paying_the_missing_years_gets_no_subsidy_and_says_who_decides(law):
    found, working = answered(replace(CASE, years_ahead=10, make_up=True), law)
    assert found.account == 10 * 3080 + 5 * 3000
    assert "resident.make_up" in lacking(found)
    step = next(step for step in working.steps if step.id == "resident-made-up")
    assert step.sources == ("guofa-2014-8",)


def test_making_up_nothing_is_an_ordinary_pension(law):
    found, working = answered(replace(CASE, make_up=True), law)
    assert (found.outcome, found.made_up) == ("pension", 0)
    assert "resident-made-up" not in [step.id for step in working.steps]


def test_an_account_that_is_not_known_is_counted_as_nothing_and_said(law):
    found, working = answered(replace(CASE, paid_years=5), law)
    assert found.account == 46200
    assert "account-not-known" in codes(working)


def test_each_source_of_a_working_is_in_the_release(law, release: Release):
    _, working = answered(replace(CASE, subsidy=None, years_ahead=10, make_up=True), law)
    used = {source for step in working.steps for source in step.sources}
    assert used == {"guofa-2014-8", "resident-minimum-2026"}
    assert used <= set(release.book.sources)


@given(payments, payments, st.integers(15, 20))
def test_paying_more_never_brings_less(law, one, other, ahead):
    low, high = sorted((one, other))
    totals = [
        answered(replace(CASE, yearly=yearly, years_ahead=ahead, subsidy=None), law)[0].pension.total
        for yearly in (low, high)
    ]
    assert totals[0] <= totals[1]


@given(payments, st.integers(15, 19), st.decimals(0, "0.06", places=4))
def test_one_more_year_never_brings_less(law, yearly, ahead, rate):
    case = replace(CASE, yearly=yearly, account_rate=rate)
    totals = [answered(replace(case, years_ahead=years), law)[0].pension.total for years in (ahead, ahead + 1)]
    assert totals[0] < totals[1]


@given(st.decimals(0, 10**5, places=2), st.decimals(0, "0.05", places=4))
def test_interest_never_takes_away(law, balance, rate):
    case = replace(CASE, account_balance=balance)
    flat, grown = (answered(replace(case, account_rate=each), law)[0].account for each in (Decimal(0), rate))
    assert balance + 46200 == flat <= grown


@given(payments, st.integers(0, 20), st.integers(0, 20))
def test_the_account_is_what_was_paid_and_added_when_nothing_earns(law, yearly, paid_years, ahead):
    found, _ = answered(replace(CASE, yearly=yearly, years_ahead=ahead, paid_years=paid_years, make_up=True), law)
    assert found.account == sum(row.paid + row.subsidy for row in found.ledger) + found.made_up
    assert found.years >= 15
    assert found.pension.total == found.pension.basic + found.pension.account
