"""What was asked, written as the command line takes it: it is read back as the same and answered the same."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from fuzz.injury import Chance
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gigdesk.domain.decision import Answers, Kind
from gigdesk.domain.entitlements.facts import QUESTIONS
from gigdesk.domain.errors import GigDeskError, InputError
from gigdesk.domain.injury.facts import CHINA, day_of
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.domain.pension.case import Case, Override, Record
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.gap.model import Official
from gigdesk.domain.pension.index import Period
from gigdesk.domain.pension.projection import Assumptions, Plan
from gigdesk.domain.pension.resident import ResidentCase
from gigdesk.domain.pension.subsidy import Claim, Terms
from gigdesk.domain.pension.transfer import Stay, TransferCase
from gigdesk.domain.wages.by_month import EARNED_PER
from gigdesk.domain.wages.costs import COST_PER, KINDS, Cost
from gigdesk.domain.wages.own_pay import Earnings
from gigdesk.services.commands import COMMANDS, entitlements, estimate, forms, injury, schemes, wages
from gigdesk.services.entitlements_input import read_person
from gigdesk.services.form_input import read_form
from gigdesk.services.forms import FormFigures
from gigdesk.services.injury_input import read_accident
from gigdesk.services.pension_input import Request, read_request
from gigdesk.services.plain import exact_json
from gigdesk.services.resident_input import read_resident
from gigdesk.services.transfer_input import Moving, read_transfer
from gigdesk.services.wages import Query

TODAY = date(2026, 11, 23)
NOW = YearMonth(2026, 11)
few = settings(deadline=None, max_examples=40)


def told(command):
    """The input as it comes out of a file."""
    return exact_json(json.dumps(command.input, ensure_ascii=False))


def money(low=0, high=20_000):
    return st.decimals(low, high, places=2)


def shares(low, high):
    return st.decimals(low, high, places=3)


months = st.integers(0, 300)
births = st.builds(YearMonth, st.integers(1960, 2000), st.integers(1, 12))
records = st.builds(
    Record,
    paid_months=st.integers(0, 200),
    deemed_months=st.integers(0, 20),
    average_index=st.none() | shares("0.4", 3),
    account_balance=st.none() | money(),
)
choices = st.builds(Choice, percent=st.integers(60, 300).map(Decimal)) | st.builds(Choice, amount=money(5000, 9000))
plans = st.builds(Plan, choices, st.integers(1, 12), st.none() | st.integers(1, 300).map(lambda ahead: NOW + ahead))
assumed = st.builds(Assumptions, *[shares("-0.05", "0.05")] * 4)
overrides = st.just(Override()) | st.builds(
    Override, money(1000, 9000), st.integers(100, 200).map(Decimal), st.none() | st.just(YearMonth(2040, 1))
)
own_terms = st.builds(
    Terms, st.sampled_from([Fraction(2, 3), Fraction(1, 2)]), st.just("actual"), st.none() | money(), months, months
)
claims = st.none() | st.builds(Claim, st.just("graduate"), st.just(YearMonth(2026, 1)), st.integers(0, 5), own_terms)
histories = st.just(()) | st.just((Period(YearMonth(2020, 1), YearMonth(2024, 12), Decimal("4242.00")),))


@st.composite
def requests(draw):
    """Cases of one person, in one category or in both that are possible."""
    history, plan = draw(histories), draw(st.none() | plans)
    record = draw(records)
    if history:
        record = Record(0, 0, 0, None, record.account_balance)
    categories = draw(st.sampled_from([("male60",), ("female55",), ("female50",), ("female55", "female50")]))
    to_minimum = bool(plan and plan.stop_before is None and draw(st.booleans()))
    override = draw(overrides)
    common = {
        "shift_months": 0 if override.retirement_month else draw(st.integers(-36, 36)),
        "assumptions": draw(st.none() | assumed),
        "override": override,
    }
    birth = draw(births)
    cases = tuple(Case(NOW, birth, one, record, plan, to_minimum, **common) for one in categories)
    return Request("370100", NOW, cases, history, draw(claims))


@few
@given(request=requests())
def test_an_estimate_is_read_back_as_it_was(request):
    assert read_request(told(estimate.command(request)), TODAY) == request


@settings(deadline=None, max_examples=10)
@given(request=requests())
def test_an_estimate_comes_out_as_it_did(request, services):
    one = request.cases[0]
    try:
        answer = services.pension.estimate(request.region, one, TODAY, request.history, request.claim)
    except GigDeskError:
        assume(False)  # noqa: FBT003 - hypothesis takes it so
    alone = Request(request.region, NOW, (one,), request.history, request.claim)
    found = estimate.ask_again(estimate.command(alone), services, TODAY)
    assert found.steps == answer.steps
    assert found.outcome[one.category]["breakeven_months"] == answer.result.breakeven_months


figures = st.builds(
    FormFigures,
    st.just("370100"),
    st.just(YearMonth(2026, 1)),
    st.builds(
        Entitlement,
        money(5000, 9000),
        shares(0, 3),
        st.integers(100, 400),
        money(0, 300_000),
        st.just(Decimal(1)),
        st.none() | shares(0, 3),
        st.integers(0, 100),
    ),
    st.integers(500, 800),
    st.none() | money(5000, 9000),
)


@few
@given(form=figures)
def test_a_form_is_read_back_as_it_was(form, services):
    assert read_form(told(forms.replay_command(form)), services.pension, TODAY) == form


@settings(deadline=None, max_examples=5)
@given(form=figures, total=money(1000, 9000))
def test_a_gap_comes_out_as_it_did(form, total, services):
    form = FormFigures(form.region, form.retired, form.entitlement, form.age_months)
    official = Official(total, Decimal("500.00"))
    answer = services.pension.gap(form, official, TODAY)
    found = forms.gap_again(forms.gap_command(form, official), services, TODAY)
    assert found.steps == answer.steps
    assert found.outcome["verdict"] == answer.result.verdict
    assert len(found.outcome["candidates"]) == len(answer.result.candidates)


def test_a_gap_of_an_estimate_is_asked_again_too(services):
    case = Case(NOW, YearMonth(1966, 1), "male60", Record(300, account_balance=Decimal(100_000)))
    request = Request("370100", NOW, (case,), ())
    official = Official(Decimal("3000.00"))
    answer = forms.explained(request, official, services.pension, TODAY)
    found = forms.gap_again(forms.gap_command(request, official), services, TODAY)
    assert found.steps == answer.steps


residents = st.builds(
    ResidentCase,
    st.just(NOW),
    st.builds(YearMonth, st.integers(1960, 1980), st.integers(1, 12)),
    st.integers(0, 20),
    st.none() | money(),
    st.none() | money(100, 5000),
    st.none() | st.integers(0, 10),
    st.booleans(),
    st.booleans(),
    st.none() | money(0, 300),
    st.none() | money(200, 500),
    st.none() | shares(0, "0.05"),
)


@few
@given(case=residents)
def test_a_resident_is_read_back_as_it_was(case):
    assert read_resident(told(schemes.resident_command("370100", case)), TODAY) == ("370100", case)


movings = st.builds(
    Moving,
    st.just("370100"),
    st.builds(
        TransferCase,
        st.just(NOW),
        births,
        st.sampled_from(["male60", "female55", "female50"]),
        st.integers(100, 400),
        st.integers(0, 20),
        months,
        months,
        st.none() | births,
        st.sampled_from(["none", "both"]),
        st.booleans(),
    ),
)


@few
@given(moving=movings, stays=st.booleans())
def test_both_schemes_are_read_back_as_they_were(moving, stays, services):
    if stays:
        moving = Moving(moving.region, moving.case, (Stay("440100", 60, temporary=True),), "370000")
    regions = services.data.reference.regions
    assert read_transfer(told(schemes.transfer_command(moving)), TODAY, regions) == moving


listed_costs = st.builds(Cost, st.sampled_from(KINDS), money(), st.sampled_from(COST_PER)) | st.builds(
    Cost, st.sampled_from(["fee", "vehicle"]), money(1, 100), st.just("years"), st.integers(1, 20).map(Decimal)
)
queries = st.builds(
    Query,
    st.sampled_from([("4-10-08-01",), ("4-10-08-01", "4-02-02-01")]),
    st.sampled_from([("370100",), ("370000", "370200")]),
    st.none() | st.just("2024"),
    st.sampled_from(["annual", "monthly", "hourly"]),
    st.none()
    | st.builds(
        Earnings,
        money(),
        st.sampled_from(EARNED_PER),
        st.none() | money(),
        st.none() | money(1, 300),
        st.none() | money(1, 300),
        days=st.none() | money(1, 31),
        orders=st.none() | st.integers(1, 10_000).map(Decimal),
        cost_list=st.lists(listed_costs, max_size=3).map(tuple),
    ),
    st.none() | st.sampled_from(["1", "2", "3"]),
)
by_the_day = st.builds(
    Earnings,
    money(),
    hours_logged=money(1, 24),
    hours_order=money(1, 100),
    hours_logged_per=st.just("day"),
    hours_order_per=st.just("week"),
)


@few
@given(query=queries)
def test_a_comparison_of_wages_is_read_back_as_it_was(query, services):
    assert wages.read_query(wages.command(query, services.wages).options) == query


@few
@given(earnings=by_the_day)
def test_hours_by_the_day_and_week_are_read_back_as_they_were(earnings, services):
    query = Query(("4-10-08-01",), ("370100",), earnings=earnings)
    assert wages.read_query(wages.command(query, services.wages).options) == query


def test_words_for_an_occupation_are_kept_as_its_code(services):
    assert wages.command(Query(("外卖",), ("370100",)), services.wages).options["occupation"] == ["4-10-08-01"]


def possible_fact(question, law):
    if question.kind is Kind.MONTH:
        return births
    if question.kind is Kind.NUMBER:
        return st.integers(0, 100).map(Decimal)
    return st.sampled_from(question.options(law))


@few
@given(data=st.data())
def test_a_person_is_read_back_as_told(data, services):
    law = services.entitlements.law("370100", TODAY)
    facts = {question.id: possible_fact(question, law) for question in QUESTIONS}
    facts = data.draw(st.fixed_dictionaries({}, optional=facts))
    person = read_person(told(entitlements.command(Answers(facts), "370100", TODAY)), services.entitlements, TODAY)
    assert (person.region, person.today) == ("370100", TODAY)
    assert facts.items() <= person.answers.given.items()


@pytest.fixture(scope="module")
def accidents(book):
    chance = Chance(book, 11)
    return [(chance.facts(), chance.claim()) for _ in range(60)]


def test_an_accident_is_read_back_without_its_times_and_comes_out_as_it_did(accidents, services):
    for facts, claim in accidents:
        asked = injury.command(Answers(facts), TODAY, claim)
        accident = read_accident(told(asked), services.injury, TODAY)
        assert accident.claim == claim
        assert {**accident.answers.given} == injury.without_times(facts)
        try:
            answer = services.injury.check(Answers(facts), TODAY, claim=claim)
        except InputError:
            with pytest.raises(InputError):
                injury.ask_again(asked, services, TODAY)
            continue
        assert injury.ask_again(asked, services, TODAY).steps == answer.steps


moments = st.datetimes(datetime(2026, 3, 1), datetime(2026, 3, 6)).map(  # noqa: DTZ001
    lambda moment: moment.replace(tzinfo=UTC)
)


@given(when=moments, died=moments, seen=moments)
def test_of_the_times_only_their_order_is_kept_and_what_lies_within_two_days(when, died, seen):
    exact = {"when": when, "died_at": died, "first_diagnosis_at": seen, "harm": "illness"}
    coarse = injury.without_times(exact)
    assert {moment.hour for moment in coarse.values() if isinstance(moment, datetime)} <= {8, 12, 16}
    assert all(moment.tzinfo is CHINA for moment in coarse.values() if isinstance(moment, datetime))
    names = ("when", "died_at", "first_diagnosis_at")
    for one in names:
        assert day_of(coarse[one]) == day_of(exact[one])
        for other in names:
            assert (coarse[one] < coarse[other]) == (exact[one] < exact[other])
            within = [(found[other] - found[one]).total_seconds() <= 48 * 3600 for found in (exact, coarse)]
            assert within[0] == within[1]


def test_every_command_names_itself(services):
    request = Request("370100", NOW, (Case(NOW, YearMonth(1985, 6), "male60", Record(96)),), ())
    made = [
        estimate.command(request),
        injury.command(Answers(), TODAY),
        entitlements.command(Answers(), "370100", TODAY),
        wages.command(Query(("外卖",), ("370100",)), services.wages),
    ]
    assert {command.name for command in made} < set(COMMANDS)
