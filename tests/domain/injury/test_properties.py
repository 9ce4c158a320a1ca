"""What must be so whatever the answers are."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.decision import Answers, Kind
from gigdesk.domain.injury.check import check
from gigdesk.domain.injury.facts import CHINA, DEATH, DIED_AT, QUESTIONS, REGION, SO_FAR, WHEN
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.rulings import judge

TODAY = date(2026, 11, 23)
HAPPENED = datetime(2026, 3, 2, 12, 10, tzinfo=CHINA)
MOST_PAGES = 15
PLACES = ("370100", "110000", "220000", "000000")
PLATFORMS = ("meituan", "didi", "t3", "several", "other")
SECTORS = ("instant_delivery", "ride_hailing", "express_parcel")


def possible_answers(question):
    if question == REGION:
        return st.sampled_from(PLACES)
    if question == WHEN:
        return st.datetimes(datetime(2005, 1, 1), datetime(2026, 11, 1)).map(lambda day: day.replace(tzinfo=CHINA))  # noqa: DTZ001
    if question.kind is Kind.MOMENT:
        return st.integers(0, 100).map(lambda hours: HAPPENED + timedelta(hours=hours))
    if question.kind is Kind.NUMBER:
        return st.sampled_from([Decimal(0), Decimal("79.9"), Decimal(80), Decimal(200)])
    named = {"platform": PLATFORMS, "sector": SECTORS}
    return st.sampled_from(named.get(question.id) or question.choices or (True, False))


complete_facts = st.fixed_dictionaries({question.id: possible_answers(question) for question in QUESTIONS})
facts_of_one_day = complete_facts.map(lambda facts: facts | {"when": HAPPENED, "region": "370100"})
orders = st.permutations([question.id for question in QUESTIONS if question not in (REGION, WHEN)])


def consistent(facts):
    """Without what `check` refuses: moments in the wrong order, and a death that is none."""
    cleaned = dict(facts)
    if not cleaned.get(DEATH.id):
        cleaned |= {DIED_AT.id: None}
    if any(moment and moment < cleaned["when"] for moment in (cleaned.get("died_at"), cleaned["first_diagnosis_at"])):
        cleaned |= {"died_at": None, "first_diagnosis_at": None}
    if cleaned.get("died_at") and cleaned["first_diagnosis_at"] and cleaned["died_at"] < cleaned["first_diagnosis_at"]:
        cleaned |= {"first_diagnosis_at": None}
    return cleaned


@pytest.fixture(scope="session")
def shandong(book):
    return book.on(HAPPENED.date(), "370100")


@settings(deadline=None, max_examples=100)
@given(facts=facts_of_one_day, order=orders)
def test_one_more_answer_only_takes_outcomes_away_and_never_reverses_a_settled_one(facts, order, shandong):
    answers = Answers({"region": facts["region"], "when": facts["when"]})
    possible = set(judge(answers, shandong).possible)
    for name in order:
        answers = answers.plus({name: facts[name]})
        fewer = set(judge(answers, shandong).possible)
        assert fewer
        assert fewer <= possible
        possible = fewer
    assert len(possible) == 1


@settings(deadline=None, max_examples=40)
@given(facts=facts_of_one_day, order=orders)
def test_the_order_of_the_answers_does_not_matter(facts, order, shandong):
    shuffled = {name: facts[name] for name in ("when", "region", *order)}
    assert judge(Answers(shuffled), shandong) == judge(Answers(facts), shandong)


@settings(deadline=None, max_examples=40)
@given(facts=complete_facts, not_sure=st.sets(st.sampled_from([question.id for question in QUESTIONS])))
def test_answering_what_is_asked_ends_and_needs_facts_only_where_some_are_missing(facts, not_sure, book):
    truth = consistent(facts)
    given_up, told, pages = set(), {}, set()
    while question := (decision := check(Answers(told), book, TODAY, given_up)).next_question or decision.also_ask:
        assert question.id not in told
        assert question not in given_up
        pages.add(question.group or question.id)
        if truth[question.id] is None or (question.id in not_sure and question not in (REGION, WHEN)):
            given_up.add(question)
        else:
            told[question.id] = truth[question.id]
    assert len(pages) <= MOST_PAGES
    if decision.outcome is Outcome.NEEDS_FACTS:
        assert decision.missing
        assert set(decision.missing) <= given_up
    else:
        assert decision.missing == ()


@settings(deadline=None, max_examples=25)
@given(not_sure_from=st.integers(2, len(QUESTIONS)), facts=facts_of_one_day)
def test_not_sure_to_everything_still_ends(not_sure_from, facts, book):
    told = {question.id: facts[question.id] for question in QUESTIONS[:not_sure_from]}
    decision = check(Answers(consistent({**dict.fromkeys(facts), **told})), book, TODAY, set(QUESTIONS))
    assert decision.next_question is None
    assert decision.also_ask is None
    assert bool(decision.missing) == (decision.outcome is Outcome.NEEDS_FACTS)


@settings(deadline=None, max_examples=40)
@given(facts=complete_facts)
def test_every_step_that_is_settled_cites_a_source_of_the_release(facts, book):
    decision = check(Answers(consistent(facts)), book, TODAY)
    assert decision.outcome is not Outcome.NEEDS_FACTS or decision.missing
    for step in (*decision.steps, *decision.because):
        assert step.citations, step.condition
        assert {value.source for value in step.citations} <= set(book.sources)


@settings(deadline=None, max_examples=40)
@given(facts=facts_of_one_day)
def test_what_would_change_the_outcome_does(facts, shandong, book):
    answers = Answers(consistent(facts))
    decision = check(answers, book, TODAY)
    assert len(decision.would_change) <= 3
    for change in decision.would_change:
        assert len(change.facts) <= 2
        assert change.outcome is not decision.outcome
        assert judge(answers.plus(change.facts), shandong).outcome is change.outcome


days_after = st.lists(st.integers(0, 250), min_size=4, max_size=4).map(sorted)


@settings(deadline=None, max_examples=40)
@given(facts=facts_of_one_day, after=days_after, known=st.integers(0, 4))
def test_no_limit_ends_before_it_begins_and_what_has_happened_leaves_the_outcome(facts, after, known, book):
    truth = consistent(facts)
    stages = {
        question.id: HAPPENED.date() + timedelta(days=number)
        for question, number in list(zip(SO_FAR, after, strict=False))[:known]
    }
    decision = check(Answers({**truth, **stages}), book, TODAY)
    assert decision.outcome is check(Answers(truth), book, TODAY).outcome
    for limit in decision.deadlines:
        assert limit.by is None or limit.by >= limit.act_before.start
        assert limit.last_known is None or limit.last_known.by > limit.by
        assert limit.office_day is None or TODAY <= limit.office_day < limit.by
        assert set(limit.sources) <= set(book.sources)
    assert len({limit.id for limit in decision.deadlines}) == len(decision.deadlines)
