"""The whole answer: the contract's example, what is asked and missing, what would change it, what else it brings."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from gigdesk.domain.decision import Answers
from gigdesk.domain.errors import InputError
from gigdesk.domain.injury.benefits import Claim
from gigdesk.domain.injury.check import check
from gigdesk.domain.injury.facts import DEATH, FAULT, HARM, ORDER_STATE, QUESTIONS, WHEN, page, platform_code
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.rulings import judge
from gigdesk.domain.law import Status
from gigdesk.domain.reasons import State

TODAY = date(2026, 3, 20)
PLACE = ("region", "when", "platform", "sector")


@pytest.fixture(scope="module")
def law(book):
    return book.on(date(2026, 3, 2), "370100")


def test_a_rider_in_jinan_on_an_active_order_is_likely_covered_with_reasons_and_articles(rider, book):
    decision = check(rider(), book, TODAY)
    assert decision.outcome is Outcome.COVERED_LIKELY
    assert [(reason.condition, reason.state.value, reason.article) for reason in decision.because] == [
        ("pilot_runs_here", "met", "pilot-notice"),
        ("sector_takes_part", "met", "pilot-list"),
        ("platform_takes_part", "met", "pilot-list"),
        ("order_was_active", "met", "pilot-10-1"),
        ("harm_was_an_accident", "met", "pilot-10-1"),
        ("served_the_work", "met", "pilot-10-1"),
        ("own_fault_does_not_matter", "to_check", "pilot-10-1"),
    ]
    assert decision.missing == ()
    assert decision.next_question is None
    assert decision.next_step == "report_in_app"


def test_its_routes_are_listed_open_ones_first(rider, book):
    routes = [(route.id, route.open) for route in check(rider(), book, TODAY).routes]
    assert routes == [("pilot", True), ("third_party", True), ("ordinary", None), ("private", False)]


def test_its_deadlines_are_days_with_days_left(rider, book):
    found = {deadline.id: (deadline.by, deadline.days_left) for deadline in check(rider(), book, TODAY).deadlines}
    assert found["report"] == (TODAY, 0)
    assert found["platform_claim"] == (date(2026, 4, 19), 30)
    assert found["worker_claim"] == (date(2026, 5, 31), 72)
    assert found["liability_claim"] == (date(2029, 3, 2), 1078)


def test_a_year_after_a_leap_day_ends_with_february(rider, book):
    decision = check(rider(when="2024-02-29T12:00:00+08:00", employment_contract=True), book, TODAY)
    assert {deadline.id: deadline.by for deadline in decision.deadlines}["own_claim"] == date(2025, 2, 28)


def test_a_limit_that_has_passed_stays_and_one_of_no_reliable_text_is_marked(rider, book):
    decision = check(rider(region="110000", when="2024-03-02T12:00:00+08:00"), book, TODAY)
    found = {deadline.id: deadline for deadline in decision.deadlines}
    assert found["worker_claim"].limit.status is Status.UNVERIFIED
    assert found["worker_claim"].passed
    assert found["employer_claim"].passed
    assert {"deadline-not-verified", "deadline-passed"} <= {warned.code for warned in decision.warnings}


def test_the_first_text_of_the_pilot_is_not_read_for_accidents_after_it(rider, book):
    found = {deadline.id: deadline for deadline in check(rider(), book, TODAY).deadlines}
    assert found["platform_claim"].last_known is None
    assert found["worker_claim"].last_known.limit.status is Status.UNVERIFIED


def test_it_says_what_would_change_it(rider, book):
    changes = check(rider(managed_like_employee=False), book, TODAY).would_change
    assert [(dict(change.facts), change.outcome.value) for change in changes] == [
        ({"order_state": "completed"}, "NEEDS_DECISION"),
        ({"private_purpose": True}, "NEEDS_DECISION"),
        ({"work_injury_insurance_paid": True}, "ROUTE_GSBX"),
    ]


def test_where_no_single_fact_changes_it_pairs_are_tried(rider, book):
    before_the_pilot = rider(
        when="2024-03-02T22:10:00+08:00",
        order_state="offline_after",
        journey="home_after_last",
        managed_like_employee=False,
    )
    decision = check(before_the_pilot, book, TODAY)
    assert decision.outcome is Outcome.OUT_OF_SCOPE
    assert [(dict(change.facts), change.outcome.value) for change in decision.would_change] == [
        ({"order_state": "returning", "work_injury_insurance_paid": True}, "ROUTE_GSBX"),
        ({"order_state": "returning", "employment_contract": True}, "ROUTE_GSBX"),
        ({"order_state": "returning", "managed_like_employee": True}, "ROUTE_GSBX"),
    ]


def test_nothing_known_but_the_place_needs_facts_and_names_the_order_state_first(book, rider):
    place = Answers({name: rider().given[name] for name in PLACE})
    decision = check(place, book, TODAY)
    assert decision.outcome is Outcome.NEEDS_FACTS
    assert decision.missing[0] is ORDER_STATE
    assert decision.next_question is ORDER_STATE
    assert decision.would_change == ()


def test_the_deciding_fact_is_named_first(rider, book):
    decision = check(rider(order_state=None, intentional_crime=None), book, TODAY)
    assert decision.missing[0] is ORDER_STATE


def test_without_day_or_region_there_is_no_law_to_apply(book, known):
    decision = check(known({"harm": "accident"}), book, TODAY)
    assert decision.outcome is Outcome.NEEDS_FACTS
    assert [question.id for question in decision.missing] == ["region", "when"]


def test_an_early_no_needs_few_answers(book, known):
    facts = {"region": "370100", "when": "2026-03-02T12:10:00+08:00", "harm": "illness", "death": False}
    facts |= {"employment_contract": False, "managed_like_employee": False, "work_injury_insurance_paid": False}
    decision = check(known(facts | {"platform": "meituan", "sector": "instant_delivery"}), book, TODAY)
    assert decision.outcome is Outcome.NOT_COVERED_LIKELY
    assert decision.next_question is None


def test_what_is_not_sure_is_not_asked_again_but_stays_missing(rider, book):
    decision = check(rider(order_state=None, managed_like_employee=False), book, TODAY, {ORDER_STATE})
    assert decision.next_question is not ORDER_STATE
    assert ORDER_STATE in decision.missing


def test_papers_and_benefits_follow_the_facts(rider, book):
    alive = check(rider(death=False, managed_like_employee=False), book, TODAY)
    dead = check(rider(death=True, managed_like_employee=False), book, TODAY)
    assert "application_disability" in [document.id for document in alive.documents]
    assert "kinship_proof" in [document.id for document in dead.documents]
    assert alive.documents[0].vanishes
    assert [benefit.id for benefit in dead.benefits] == [
        "medical_before_death",
        "death_benefits",
        "death_lump_sum",
    ]


def test_no_benefit_has_an_amount_but_the_grant_has_its_months(rider, book):
    benefits = check(rider(), book, TODAY).benefits
    assert {benefit.worked.amount for benefit in benefits} == {None}
    grant = next(benefit.worked for benefit in benefits if benefit.id == "disability_grant")
    assert (grant.months, grant.why.code) == ((7, 27), "base_not_verified")


def test_a_grade_fixes_the_months(rider, book):
    benefits = check(rider(), book, TODAY, claim=Claim(grade=8)).benefits
    assert next(benefit.worked.months for benefit in benefits if benefit.id == "disability_grant") == (11, 11)


def test_amounts_come_with_their_lines_and_what_must_be_known_of_them(rider, book):
    decision = check(rider(work_injury_insurance_paid=True), book, TODAY, claim=Claim(wage=Decimal(3000), grade=10))
    assert [(step.id, str(step.value)) for step in decision.amounts] == [
        ("own-wage", "4572.60"),
        ("disability-grant", "32008.20"),
        ("paid-leave", "3000.00"),
    ]
    assert "own-wage-lifted" in [warned.code for warned in decision.warnings]


def test_no_traffic_no_certificate_of_the_police(rider, book):
    documents = [document.id for document in check(rider(cause="load"), book, TODAY).documents]
    assert "traffic_certificate" not in documents


def test_after_a_clear_outcome_only_what_else_there_is_gets_asked(rider, book):
    decision = check(rider(cause=None, fault=None), book, TODAY)
    assert decision.next_question is None
    asked = []
    not_sure = set()
    while decision.also_ask:
        asked.append(decision.also_ask.id)
        not_sure.add(decision.also_ask)
        decision = check(rider(cause=None, fault=None), book, TODAY, not_sure)
    assert asked == ["managed_like_employee", "cause", "fault", "death"]


def test_what_was_done_about_it_never_changes_the_outcome(rider, book):
    for day in ("reported_at", "filed_at", "decided_at", "appraised_at", "certified_at"):
        decision = check(rider(**{day: "2026-03-10"}), book, TODAY)
        assert decision.outcome is Outcome.COVERED_LIKELY
        assert decision.because == check(rider(), book, TODAY).because


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"when": "2026-03-21T00:00:00+08:00"}, "when"),
        ({"died_at": "2026-03-01T12:00:00+08:00"}, "died_at"),
        ({"died_at": "2026-03-03T12:00:00+08:00", "death": False}, "died_at"),
        ({"first_diagnosis_at": "2026-03-01T12:00:00+08:00"}, "first_diagnosis_at"),
        ({"first_diagnosis_at": "2026-03-05T12:00:00+08:00", "died_at": "2026-03-04T12:00:00+08:00"}, "died_at"),
        ({"died_at": "2026-03-21T00:00:00+08:00"}, "died_at"),
        ({"first_diagnosis_at": "2026-03-21T00:00:00+08:00"}, "first_diagnosis_at"),
        ({"reported_at": "2026-03-01"}, "reported_at"),
        ({"reported_at": "2026-03-21"}, "reported_at"),
        ({"reported_at": "2026-03-10", "filed_at": "2026-03-09"}, "filed_at"),
        ({"decided_at": "2026-03-10", "appraised_at": "2026-03-09"}, "appraised_at"),
        ({"certified_at": "2026-03-01"}, "certified_at"),
    ],
)
def test_facts_that_cannot_be_true_together_are_refused_by_name(rider, book, facts, field):
    with pytest.raises(InputError) as raised:
        check(rider(**facts), book, TODAY)
    assert raised.value.field == field


def test_every_order_state_harm_and_fault_has_an_outcome_with_reasons(rider, book, law):
    for state, harm, fault in product(ORDER_STATE.options(law), HARM.options(law), FAULT.options(law)):
        decision = check(rider(order_state=state, harm=harm, fault=fault, journey="other", death=False), book, TODAY)
        assert decision.because, (state, harm, fault)
        assert decision.next_step, (state, harm, fault)
        if decision.outcome is Outcome.COVERED_LIKELY:
            assert {reason.state for reason in decision.because} <= {State.MET, State.TO_CHECK}
        if decision.outcome.is_no:
            assert State.NOT_MET in {reason.state for reason in decision.because}


def test_fault_does_not_matter_on_an_active_order(rider, law):
    assert {judge(rider(fault=fault), law).outcome for fault in FAULT.options(law)} == {Outcome.COVERED_LIKELY}


def test_a_platform_is_known_by_code_name_and_alias(law):
    assert [platform_code(word, law) for word in ("eleme", "饿了么", "淘宝闪购", "美团众包", "火箭")] == [
        *("eleme", "eleme", "eleme", "meituan"),
        None,
    ]


def test_questions_of_one_page_are_found_together():
    assert [question.id for question in page(DEATH)] == ["death", "died_at", "first_diagnosis_at"]
    assert page(WHEN) == (WHEN,)
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
