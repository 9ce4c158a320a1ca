"""What a claim brings: cases readable by people who do not program, and what must be so whatever the claim is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.injury.benefits import Care, Case, Claim, Dependant, Relation, Tier, benefits
from gigdesk.domain.injury.benefits.dependants import in_proportion
from gigdesk.domain.injury.benefits.listed import AREAS, ARTICLES, HEADS
from gigdesk.domain.injury.facts import day_of
from gigdesk.domain.law import NATIONAL, Law, Status
from gigdesk.domain.money import half_up
from gigdesk.domain.working import Working

FOLDER = Path(__file__).parents[2] / "law" / "cases" / "benefits"
TODAY = date(2026, 11, 24)
USUAL = {"region": "370100", "when": "2026-03-01T12:00:00+08:00", "route": "ordinary", "facts": {}, "claim": {}}
FIRST_TIER = Tier("1", Status.ASSUMPTION)
INCOME = "ordinary.urban_disposable_income"
AVERAGE, MINIMUM = "pension.average_wage", "wages.minimum_monthly"


def load(name):
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


CASES = load("work_injury.yaml")["cases"]


def with_figures(law, case):
    """The law with the figures that the case names in place of its own."""
    parameters = dict(law.parameters)
    if "average" in case and case["average"] is None:
        del parameters[AVERAGE]
    elif "average" in case:
        own = parameters[AVERAGE]
        parameters[AVERAGE] = {day: replace(value, content=Decimal(case["average"])) for day, value in own.items()}
    if "minimum" in case:
        own = parameters[MINIMUM]
        parameters[MINIMUM] = {
            day: replace(value, content={"1": Decimal(case["minimum"])}) for day, value in own.items()
        }
    return Law(parameters, law.region, law.day)


def read_claim(case):
    found = dict(case["claim"])
    if "wage" in found:
        found["wage"] = Decimal(found["wage"])
    if "care" in found:
        found["care"] = Care(found["care"])
    relations = (word.split() for word in found.get("dependants", ()))
    found["dependants"] = tuple(Dependant(Relation(word[0]), lone=len(word) > 1) for word in relations)
    tier = FIRST_TIER if case["region"].startswith("37") else Tier()
    return Claim(**found, tier=tier)


def worked_out(case, book, known):
    case = {**USUAL, **case}
    answers = known({"region": case["region"], "when": case["when"], **case["facts"]})
    law = with_figures(book.on(day_of(datetime.fromisoformat(case["when"])), case["region"]), case)
    working = Working()
    found = benefits({case["route"]}, Case(answers, law, case.get("today", TODAY), read_claim(case), working))
    return {benefit.id: benefit for benefit in found}, working


def shown(benefit, names):
    worked = benefit.worked
    found = {
        "amount": worked.amount and f"{worked.amount:f}",
        "between": worked.between and [f"{amount:f}" for amount in worked.between],
        "why": worked.why and worked.why.code,
        "months": worked.months and list(worked.months),
        "condition": worked.condition,
        "shares": [share.amount and f"{share.amount:f}" for share in worked.shares],
        "payer": benefit.payer,
        "status": str(benefit.status),
    }
    return {name: found[name] for name in names}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_case_comes_out_to_the_fen(case, book, known):
    found, working = worked_out(case, book, known)
    expected = case["expect"]
    assert {id_: shown(found[id_], expected[id_] or ()) if id_ in found else None for id_ in expected} == expected
    steps = {step.id: step.value for step in working.steps}
    assert str(steps.get("own-wage")) == case.get("own_wage", str(steps.get("own-wage")))
    assert set(case.get("warnings", ())) <= {warned.code for warned in working.warnings}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_case_names_a_source_of_the_release(case, book):
    assert case["source"] in book.sources


@pytest.mark.parametrize(("year", "amount"), load("lump_sums.yaml")["sums"].items())
def test_the_lump_sum_of_each_year_of_accidents(year, amount, book, known):
    case = {"when": f"{year}-06-15T12:00:00+08:00", "facts": {"death": True}}
    found, _ = worked_out(case, book, known)
    assert shown(found["death_lump_sum"], ["amount", "why"]) == {"amount": amount, "why": None}


@pytest.mark.parametrize(("year", "why"), load("lump_sums.yaml")["none"].items())
def test_a_year_without_its_income_has_no_lump_sum(year, why, book, known):
    case = {"when": f"{year}-01-05T12:00:00+08:00", "facts": {"death": True}, "today": date(year, 2, 1)}
    found, _ = worked_out(case, book, known)
    assert shown(found["death_lump_sum"], ["amount", "why"]) == {"amount": None, "why": why}


def test_an_average_that_is_not_out_yet_is_the_last_one_and_says_so(book, known):
    case = {"when": "2027-01-05T12:00:00+08:00", "facts": {"death": True}, "today": date(2027, 2, 1)}
    found, working = worked_out(case, book, known)
    assert shown(found["funeral_grant"], ["amount"]) == {"amount": "45726.00"}
    assert ("provisional-average-wage", {"year": 2026, "stands_in": 2025}) in [
        (warned.code, warned.details) for warned in working.warnings
    ]


def test_a_base_of_the_pilot_that_is_read_gives_an_amount(book, known):
    law = book.on(date(2026, 3, 1), "370100")
    value = replace(law.value("ordinary.funeral_months"), name="injury.base_month", content=Decimal(5000))
    months = {day: replace(v, status=Status.SECONDARY) for day, v in law.parameters["injury.disability_months"].items()}
    parameters = {**law.parameters, "injury.base_month": {value.since: value}, "injury.disability_months": months}
    law = Law(parameters, law.region, law.day)
    found = {
        grade: next(one for one in benefits({"pilot"}, Case(known({}), law, TODAY, Claim(grade=grade))) if one.step)
        for grade in (8, None)
    }
    assert found[8].worked.amount == 55_000
    assert found[None].worked.between == (35_000, 135_000)


def test_what_stands_beside_the_pilots_lump_sum_is_verified_too(book, known):
    law = book.on(date(2026, 3, 1), "370100")
    answers = known({"death": True})
    for status, rule in ((Status.SECONDARY, "pilot-lump-sum-compared"), (Status.UNVERIFIED, "pilot-lump-sum")):
        history = {day: replace(v, status=status) for day, v in law.parameters[INCOME].items()}
        found = benefits({"pilot"}, Case(answers, Law({**law.parameters, INCOME: history}, law.region, law.day), TODAY))
        lump = next(one for one in found if one.id == "death_lump_sum")
        assert (lump.worked.rule, lump.worked.amount) == (rule, None)


def test_every_head_that_a_release_lists_can_be_worked_out_and_has_its_article(book):
    for name, history in book.regions[NATIONAL].items():
        for route, area in AREAS.items():
            if name.startswith(f"{area}.benefits."):
                for value in history.values():
                    assert set(value.content) <= set(HEADS[route]), name
                    assert route == "pilot" or set(value.content) <= set(ARTICLES)


wages = st.decimals(0, 100_000, places=2)
grades = st.integers(1, 10)
people = st.lists(st.builds(Dependant, st.sampled_from(Relation), st.booleans()), max_size=8)
claims = st.builds(
    Claim,
    wage=st.none() | wages,
    grade=st.none() | grades,
    care=st.none() | st.sampled_from(Care),
    dependants=people.map(tuple),
    relationship_ends=st.none() | st.booleans(),
    hard_to_place=st.none() | st.booleans(),
    months_to_retirement=st.none() | st.integers(0, 720),
    accept_unverified=st.booleans(),
    tier=st.sampled_from([Tier(), FIRST_TIER]),
)
deaths = st.none() | st.booleans()
days = st.dates(date(2004, 1, 1), TODAY)


@pytest.fixture(scope="session")
def of_day(book):
    return lambda day, region="370100": book.on(day, region)


def heads_of(claim, law, known, **facts):
    found = benefits({"ordinary", "pilot"}, Case(known(facts), law, TODAY, claim))
    return {(benefit.route, benefit.id): benefit.worked.amount for benefit in found}


@settings(deadline=None, max_examples=60)
@given(wage=wages, pair=st.tuples(grades, grades), day=st.dates(date(2022, 7, 1), TODAY))
def test_a_graver_grade_never_brings_less(wage, pair, day, of_day, known):
    graver, lighter = sorted(pair)
    found = [
        heads_of(Claim(wage=wage, grade=grade, accept_unverified=True, tier=FIRST_TIER), of_day(day), known)
        for grade in (graver, lighter)
    ]
    for head, more in found[0].items():
        less = found[1].get(head)
        assert more is None or less is None or more >= less, head


@settings(deadline=None, max_examples=100)
@given(wage=wages, dependants=people, day=st.dates(date(2018, 1, 1), TODAY))
def test_dependants_together_get_what_is_said_and_never_more_than_the_wage(wage, dependants, day, of_day, known):
    claim, law = Claim(wage=wage, dependants=tuple(dependants)), of_day(day)
    working = Working()
    found = benefits({"ordinary"}, Case(known({"death": True}), law, TODAY, claim, working))
    allowance = next(one.worked for one in found if one.id == "dependants_allowance")
    own = next(step.value for step in working.steps if step.id == "own-wage")
    if dependants:
        assert sum(share.amount for share in allowance.shares) == allowance.amount <= own
        assert all(share.amount >= 0 for share in allowance.shares)


@given(total=wages, shares=st.lists(st.sampled_from([Decimal("0.3"), Decimal("0.4"), Decimal("0.5")]), min_size=1))
def test_dividing_loses_and_adds_nothing_and_treats_equals_alike_to_a_fen(total, shares):
    found = in_proportion(total, shares)
    assert sum(found) == total
    for share in set(shares):
        alike = [amount for amount, one in zip(found, shares, strict=True) if one == share]
        assert max(alike) - min(alike) <= Decimal("0.01")


@settings(deadline=None, max_examples=60)
@given(wage=wages, day=st.dates(date(2011, 1, 1), TODAY))
def test_the_own_wage_stays_within_its_bounds(wage, day, of_day, known):
    law, working = of_day(day), Working()
    benefits({"ordinary"}, Case(known({}), law, TODAY, Claim(wage=wage), working))
    step = next(step for step in working.steps if step.id == "own-wage")
    average = law.of_statistical_year(AVERAGE, day.year - 1).value.content
    assert half_up(average * Decimal("0.6")) <= step.value <= half_up(average * 3)
    bit = {warned.code for warned in working.warnings} & {"own-wage-lifted", "own-wage-capped"}
    assert bool(bit) == (step.value != wage)


@settings(deadline=None, max_examples=150)
@given(claim=claims, place=st.tuples(days, st.sampled_from(["370100", "410000", "310000"])), death=deaths)
def test_every_head_has_an_amount_with_its_line_or_a_reason_and_none_is_unverified_unasked(
    claim, place, death, of_day, known
):
    working = Working()
    found = benefits({"ordinary", "pilot"}, Case(known({"death": death}), of_day(*place), TODAY, claim, working))
    assert found
    for one in found:
        worked = one.worked
        assert (worked.amount is None) == (worked.why is not None)
        assert (one.step is None) == (worked.amount is None and worked.between is None)
        assert one.sources
        assert one.payer in ("fund", "employer", "unconfirmed")
        if one.step:
            assert one.step in working.steps
            assert claim.accept_unverified or one.status is not Status.UNVERIFIED
        if worked.amount is not None:
            assert worked.amount == half_up(worked.amount) >= 0
