"""What must be so whatever the answers are, in every place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.decision import Answers, Kind
from gigdesk.domain.entitlements.check import amount_questions, check
from gigdesk.domain.entitlements.facts import CHANGEABLE, LEFT_SCHOOL, QUESTIONS
from gigdesk.domain.entitlements.judged import judge, judge_all, offered
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.money import YearMonth
from gigdesk.domain.working import Working

TODAY = date(2026, 11, 23)
PLACES = ("370100", "370200", "370400", "370481", "370600", "370700", "370800", "371300", "370000", "440300", "000000")
PLATFORMS = ("meituan", "eleme", "didi", "other")
SECTORS = ("instant_delivery", "ride_hailing", "same_city_freight")


def possible_answers(question):
    if question.kind is Kind.MONTH:
        years = st.integers(2018, 2026) if question == LEFT_SCHOOL else st.integers(1955, 2014)
        return st.builds(YearMonth, years, st.integers(1, 10))
    if question.kind is Kind.NUMBER:
        return st.sampled_from([Decimal(0), Decimal(1), Decimal(6), Decimal("99.995"), Decimal(150)])
    named = {"platform": PLATFORMS, "sector": SECTORS}
    return st.sampled_from(named.get(question.id) or question.choices or (True, False))


complete = st.fixed_dictionaries({question.id: possible_answers(question) for question in QUESTIONS})
partial = st.fixed_dictionaries({}, optional={question.id: possible_answers(question) for question in QUESTIONS})
orders = st.permutations([question.id for question in QUESTIONS])
places = st.sampled_from(PLACES)


def sane(facts):
    """Without what `check` refuses: school that ended before birth."""
    late = facts.get("left_school") and facts.get("birth") and facts["left_school"] < facts["birth"]
    return {**facts, "left_school": None} if late else facts


@settings(deadline=None, max_examples=25)
@given(facts=complete, order=orders, place=places)
def test_one_more_answer_only_takes_outcomes_away_and_never_reverses_a_settled_one(facts, order, place, book):
    law = book.on(TODAY, place)
    for one in offered(law):
        answers, possible = Answers(), set(Outcome)
        for name in order:
            answers = answers.plus({name: facts[name]})
            fewer = set(judge(one, answers, law).ruling.possible)
            assert fewer
            assert fewer <= possible
            possible = fewer
        assert len(possible) == 1


@settings(deadline=None, max_examples=25)
@given(facts=complete, order=orders, place=places)
def test_the_order_of_the_answers_does_not_matter(facts, order, place, book):
    law, shuffled = book.on(TODAY, place), {name: facts[name] for name in order}
    facts, shuffled = sane(facts), sane(shuffled)
    assert check(Answers(shuffled), law, Working()) == check(Answers(facts), law, Working())


@settings(deadline=None, max_examples=60)
@given(facts=partial, place=places)
def test_any_facts_are_answered_every_settled_step_cites_a_source_and_every_no_says_why(facts, place, book):
    law, working = book.on(TODAY, place), Working()
    found = check(Answers(sane(facts)), law, working)
    assert {one.id for one in found.assessed}.isdisjoint(one.id for one in found.not_assessed)
    for step in found.steps:
        assert step.citations, step.condition
        assert {value.source for value in step.citations} <= set(book.sources)
    for step in working.steps:
        assert set(step.sources) <= set(book.sources)
        assert step.sources
    for one in found.assessed:
        assert bool(one.missing) == (one.outcome is Outcome.NEEDS_FACTS)
        assert bool(one.failing) == (one.outcome is Outcome.UNLIKELY)
        assert (one.alternative is None) == (one.outcome is not Outcome.UNLIKELY)
        assert one.alternative != one.id
        assert one.amount.exact is not None or one.amount.why
        assert one.where


@settings(deadline=None, max_examples=15)
@given(facts=complete, not_sure=st.sets(st.sampled_from([question.id for question in QUESTIONS])), place=places)
def test_answering_what_is_asked_ends_with_every_outcome_settled_but_those_that_hang_on_a_not_sure(
    facts, not_sure, place, book
):
    truth, law, given_up, told = sane(facts), book.on(TODAY, place), set(), {}
    while question := (found := check(Answers(told), law, Working(), given_up)).next_question or found.also_ask:
        assert question.id not in told
        assert question not in given_up
        if truth[question.id] is None or question.id in not_sure:
            given_up.add(question)
        else:
            told[question.id] = truth[question.id]
    assert set(found.missing) <= given_up
    assert set(amount_questions(judge_all(Answers(told), law), Answers(told), law)) <= given_up


@settings(deadline=None, max_examples=40)
@given(facts=partial, place=places)
def test_what_would_change_a_no_does_and_nobody_is_told_to_be_somebody_else(facts, place, book):
    answers, law = Answers(sane(facts)), book.on(TODAY, place)
    changeable = {question.id for question in CHANGEABLE}
    judged = {one.entitlement.id: one.entitlement for one in judge_all(answers, law)}
    for one in check(answers, law, Working()).assessed:
        assert len(one.would_change) <= 3
        for change in one.would_change:
            assert set(change.facts) <= changeable
            assert judge(judged[one.id], answers.plus(change.facts), law).outcome is change.outcome
            assert change.outcome is not Outcome.UNLIKELY


@pytest.mark.parametrize("place", PLACES)
def test_not_sure_to_everything_ends_at_once(place, book):
    found = check(Answers(), book.on(TODAY, place), Working(), set(QUESTIONS))
    assert found.next_question is None
    assert found.also_ask is None
    assert {one.outcome for one in found.assessed} == {Outcome.NEEDS_FACTS}
