from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.law import Law, LawBook, Status, Value
from gigdesk.domain.money import UseYear, YearMonth
from gigdesk.domain.pension.contribution import Choice, contribution
from gigdesk.domain.pension.projection import Assumptions, LedgerYear, Plan, Span, project
from gigdesk.domain.pension.subsidy import NOTHING, Claim, Payments, Terms, subsidy, terms
from gigdesk.domain.working import Working

CASES = yaml.safe_load(
    (Path(__file__).parents[2] / "law" / "cases" / "pension" / "subsidy.yaml").read_text(encoding="utf-8")
)
TODAY = date(2026, 11, 24)
NOW = YearMonth(2026, 11)
RETIRES = YearMonth(2048, 6)
FLAT = Assumptions(*[Decimal(0)] * 4)
NATIONAL = {"max_months": "36", "near_retirement_months": "60", "groups": ("hardship", "graduate")}
TWO_THIRDS = {**NATIONAL, "rate": "2/3", "reference": "actual", "cap_month": "none"}
NAMES = ("rate", "reference", "cap_month", "max_months", "near_retirement_months", "groups")


@pytest.fixture(scope="module")
def shandong(book: LawBook):
    return book.on(TODAY, "370000")


def with_terms(law, given_terms, unverified=()):
    """The law with a city's terms; numbers are given as text."""
    added = {}
    for name, found in given_terms.items():
        content = Decimal(found) if isinstance(found, str) and found[0].isdigit() and "/" not in found else found
        status = Status.UNVERIFIED if name in unverified else Status.SECONDARY
        full = f"pension.subsidy.{name}"
        added[full] = {TODAY: Value(full, law.region, TODAY, content, "", "case", status, TODAY)}
    return Law({**bare(law).parameters, **added}, law.region, TODAY)


def bare(law):
    """The law without any term of a subsidy."""
    return Law({name: kept for name, kept in law.parameters.items() if ".subsidy." not in name}, law.region, TODAY)


def subsidised(law, percent=60):
    working = Working()
    subsidy(Claim("hardship"), payments(law, percent), law, working)
    return working


def payments(law, percent=60, statutory=RETIRES, assumed=FLAT, months_per_year=12):
    choice = Choice(Decimal(percent))
    plan = Plan(choice, months_per_year)
    ahead = project(law, Span(NOW, statutory, Decimal(0)), plan, assumed)
    now = contribution(law, UseYear(NOW.year), choice, Working())
    return Payments(NOW, statutory, now, ahead.ledger, assumed)


@pytest.mark.parametrize("case", CASES["amounts"], ids=lambda case: case["name"])
def test_a_month_comes_out_to_the_fen(case, shandong):
    found = terms(with_terms(shandong, {**NATIONAL, **case["terms"]}), "hardship")
    assert isinstance(found, Terms)
    assert str(found.monthly(Decimal(case["paid"]), Decimal(case["minimum"]))) == case["monthly"]


@pytest.mark.parametrize("case", CASES["months"], ids=lambda case: case["name"])
def test_how_long_it_lasts(case, shandong):
    found = terms(with_terms(shandong, TWO_THIRDS), "hardship")
    first = NOW + -case.get("since", 0)
    claim = Claim("hardship", first if "since" in case else None, case.get("drawn", 0))
    assert found.months(claim, NOW, first + case["lacking"]) == (case["months"], case["until_retirement"])


def test_a_plan_gets_its_first_months_back(shandong):
    law = with_terms(shandong, TWO_THIRDS)
    working = Working()
    found = subsidy(Claim("hardship"), payments(law), law, working)
    assert (found.entitled, found.monthly, found.months) == (True, Decimal("609.73"), 36)
    assert found.total == found.total_today == 36 * Decimal("609.73")
    assert [step.id for step in working.steps] == ["subsidy-monthly", "subsidy-months"]
    assert {step.status for step in working.steps} == {Status.SECONDARY}


def test_terms_that_the_person_enters_take_the_place_of_the_law_and_have_no_source(shandong, book):
    """914.60 x 2/3 of Shandong 2026, and the published 6326 x 20 % x 2/3 = 843.47 of Beijing 2023."""
    beijing = book.on(date(2023, 11, 1), "110000")
    at_2023 = contribution(beijing, UseYear(2023), Choice(Decimal(100)), Working())
    for law, paid, reference, monthly in (
        (bare(shandong), payments(shandong), "actual", "609.73"),
        (with_terms(shandong, {**TWO_THIRDS, "rate": "0.5"}), payments(shandong), "actual", "609.73"),
        (bare(shandong), replace(payments(shandong), now=at_2023), "minimum", "843.47"),
    ):
        working = Working()
        own = Claim("graduate", terms=Terms(Fraction(2, 3), reference, None, 36, 60))
        assert str(subsidy(own, paid, law, working).monthly) == monthly
        assert working.steps[0].id == "subsidy-entered"
        assert [(step.sources, step.status) for step in working.steps] == [((), None)] * len(working.steps)


def test_what_is_not_paid_is_not_subsidised(shandong):
    law = with_terms(shandong, TWO_THIRDS)
    short = payments(law, statutory=NOW + 70)
    found = subsidy(
        Claim("hardship"), replace(short, ledger=(LedgerYear(2026, 2, *[Decimal(4573)] * 3),)), law, Working()
    )
    assert found.months == 2


def test_who_is_close_to_retirement_gets_it_until_then(shandong):
    law = with_terms(shandong, TWO_THIRDS)
    found = subsidy(Claim("hardship"), payments(law, statutory=NOW + 59), law, Working())
    assert (found.months, found.until_retirement) == (59, True)


def test_the_bases_grow_and_the_cap_does_not(shandong):
    growing = Assumptions(Decimal(0), Decimal("0.05"), Decimal(0), Decimal("0.01"))
    free, capped = (with_terms(shandong, {**TWO_THIRDS, "cap_month": cap}) for cap in ("none", "500"))
    one, other = (subsidy(Claim("hardship"), payments(law, assumed=growing), law, Working()) for law in (free, capped))
    assert one.total > 36 * one.monthly
    assert other.total == 36 * 500
    assert other.total_today < other.total


def test_a_group_may_have_its_own_terms(shandong):
    law = with_terms(shandong, {**TWO_THIRDS, "max_months.graduate": "24", "rate.graduate": "0.5"})
    graduate, other = (terms(law, group) for group in ("graduate", "hardship"))
    assert (graduate.max_months, graduate.share) == (24, Fraction(1, 2))
    assert (other.max_months, other.share) == (36, Fraction(2, 3))


def test_a_part_of_what_is_paid_above_the_lowest_base_is_a_line_of_its_own(shandong):
    law = with_terms(shandong, {**TWO_THIRDS, "reference": "minimum", "excess_rate": "1/2"})
    working = Working()
    found = subsidy(Claim("hardship"), payments(law, percent=100), law, working)
    # 914.60 x 2/3 + (1524.20 - 914.60) / 2 = 609.7333 + 304.80
    assert found.monthly == Decimal("914.53")
    assert [(step.id, step.value) for step in working.steps][1] == ("subsidy-excess", Decimal("304.80"))
    assert "subsidy-excess" not in {step.id for step in subsidised(law).steps}


def test_an_excess_that_is_not_verified_gives_no_amount(shandong):
    law = with_terms(shandong, {**TWO_THIRDS, "excess_rate": "1/2"}, unverified={"excess_rate"})
    assert terms(law, "hardship") == ("pension.subsidy.excess_rate",)


def test_a_group_that_is_not_supported_gets_nothing(shandong):
    law = with_terms(shandong, TWO_THIRDS)
    assert subsidy(Claim("other"), payments(law), law, Working()) == NOTHING


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("known", [False, True], ids=["absent", "unverified"])
def test_what_is_missing_is_named_and_gives_no_amount(name, known, shandong):
    given_terms = {term: found for term, found in TWO_THIRDS.items() if known or term != name}
    law = with_terms(shandong, given_terms, unverified={name})
    working = Working()
    found = subsidy(Claim("hardship"), payments(law), law, working)
    assert found.missing == (f"pension.subsidy.{name}",)
    assert [(one.code, one.details) for one in working.warnings] == [("subsidy-not-known", {"name": found.missing[0]})]
    assert (found.entitled, found.monthly, found.months, found.total) == (None, None, None, None)


def test_without_any_parameter_all_are_named(shandong):
    law = bare(shandong)
    working = Working()
    found = subsidy(Claim("hardship"), payments(law), law, working)
    assert [one.code for one in working.warnings] == ["subsidy-no-terms"]
    assert set(found.missing) == {f"pension.subsidy.{name}" for name in NAMES}


def test_shandong_has_the_nations_months_and_says_once_that_its_own_terms_are_not_known(shandong):
    working = Working()
    found = subsidy(Claim("hard_to_employ"), payments(shandong), shandong, working)
    assert found.missing == tuple(f"pension.subsidy.{name}" for name in ("rate", "reference", "cap_month"))
    assert [one.code for one in working.warnings] == ["subsidy-no-terms"]
    assert found.monthly is None


@pytest.mark.parametrize(("name", "found"), [("reference", "average"), ("rate", "two thirds"), ("rate", "2/0")])
def test_an_unknown_term_is_said_and_not_guessed(name, found, shandong):
    law = with_terms(shandong, {**TWO_THIRDS, name: found})
    with pytest.raises(GigDeskError):
        terms(law, "hardship")


@given(st.integers(60, 300), st.sampled_from(["actual", "minimum"]), st.integers(1, 120), st.integers(1, 12))
def test_it_never_gives_back_more_than_is_paid(shandong, percent, reference, lacking, a_year):
    law = with_terms(shandong, {**TWO_THIRDS, "reference": reference})
    paid = payments(law, percent, NOW + lacking, months_per_year=a_year)
    found = subsidy(Claim("hardship"), paid, law, Working())
    assert 0 < found.monthly < paid.now.monthly
    assert found.months <= max(36, 59)
    assert found.total <= sum(row.paid for row in paid.ledger)
