"""The kernel, tried on a small rule about a market stall."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.decision import Answers, Kind, Question, UnansweredError, decide, either, otherwise, unless, when
from gigdesk.domain.law import Law, Status, Value

DAY = date(2026, 3, 2)
AGE = Question("age", Kind.NUMBER)
LICENSED = Question("licensed", Kind.FLAG)
HELPED = Question("helped", Kind.FLAG)
GOODS = Question("goods", Kind.CHOICE, choices_from="stall.goods")
FRUIT_OR_CLOTHES = ("fruit", "clothes")


def is_old_enough(answers, law):
    age = law.number("stall.age")
    return answers[AGE] >= age


def sells_something_allowed(answers, law):
    goods = law.codes("stall.goods")
    return answers[GOODS] in goods


def may_sell(answers, law):
    law.flag("stall.licence")
    return answers.any_true(LICENSED, HELPED)


RULE = (
    unless("no", is_old_enough, article="1"),
    when("yes", sells_something_allowed, may_sell, article="2"),
    when("ask", sells_something_allowed, article="3"),
    otherwise("no"),
)


@pytest.fixture
def law():
    contents = {"stall.age": Decimal(16), "stall.goods": FRUIT_OR_CLOTHES, "stall.licence": True}
    values = {
        name: {DAY: Value(name, "000000", DAY, content, "", "stall-rules", Status.SECONDARY, DAY)}
        for name, content in contents.items()
    }
    return Law(values, "000000", DAY)


def asked(ruling):
    return [question.id for question in ruling.asks]


def test_nothing_known_leaves_every_outcome_possible_and_asks_for_all_that_is_open(law):
    ruling = decide(RULE, Answers(), law)
    assert ruling.outcome is None
    assert ruling.possible == ("no", "yes", "ask")
    assert asked(ruling) == ["age", "goods", "licensed", "helped"]


def test_the_first_clause_that_applies_settles_and_what_follows_is_not_looked_at(law):
    ruling = decide(RULE, Answers({"age": Decimal(15)}), law)
    assert ruling.outcome == "no"
    assert [tried.clause.article for tried in ruling.tried] == ["1"]


def test_an_open_clause_does_not_matter_where_all_that_follows_comes_to_the_same(law):
    ruling = decide(RULE, Answers({"goods": "fireworks"}), law)
    assert ruling.outcome == "no"
    assert ruling.asks == ()


def test_every_condition_of_a_clause_is_tried_and_not_just_the_first(law):
    ruling = decide(RULE, Answers({"age": Decimal(20), "goods": "fireworks"}), law)
    steps = {step.condition: step.holds for step in ruling.tried[1].steps}
    assert steps == {"sells_something_allowed": False, "may_sell": None}


@pytest.mark.parametrize(("one", "other"), [(True, None), (None, True), (True, False), (False, True)])
def test_one_true_answer_settles_an_or_in_any_order(law, one, other):
    answers = Answers({"age": Decimal(20), "goods": "fruit", "licensed": one, "helped": other})
    assert decide(RULE, answers, law).outcome == "yes"


def test_an_or_that_is_open_asks_only_for_what_is_not_known(law):
    answers = Answers({"age": Decimal(20), "goods": "fruit", "licensed": False})
    ruling = decide(RULE, answers, law)
    assert ruling.possible == ("yes", "ask")
    assert asked(ruling) == ["helped"]


def test_each_step_names_the_facts_and_the_law_it_read_even_while_it_is_open(law):
    ruling = decide(RULE, Answers({"age": Decimal(20)}), law)
    for tried in ruling.tried:
        for step in tried.steps:
            assert step.facts
            assert [value.source for value in step.citations] == ["stall-rules"]


def test_none_is_not_known():
    with pytest.raises(UnansweredError) as raised:
        Answers({"age": None})[AGE]
    assert raised.value.questions == (AGE,)


def test_all_that_is_missing_is_asked_for_at_once():
    with pytest.raises(UnansweredError) as raised:
        Answers({"age": Decimal(20)}).need(AGE, LICENSED, GOODS)
    assert raised.value.questions == (LICENSED, GOODS)


def test_answers_are_not_changed_by_adding_to_them():
    answers = Answers({"licensed": True})
    assert answers.plus({"licensed": False}) == Answers({"licensed": False})
    assert answers == Answers({"licensed": True})


def test_the_choices_are_those_that_the_law_lists(law):
    assert GOODS.options(law) == FRUIT_OR_CLOTHES
    assert LICENSED.options(law) == (True, False)
    assert AGE.options(law) == ()


def test_one_open_way_settles_an_either_and_otherwise_all_that_is_missing_is_asked_for():
    answers = Answers({"licensed": True})
    assert either(lambda: answers[AGE] > 1, lambda: answers[LICENSED])
    with pytest.raises(UnansweredError) as raised:
        either(lambda: answers[AGE] > 1, lambda: answers[HELPED], lambda: not answers[LICENSED])
    assert raised.value.questions == (AGE, HELPED)
    assert not either(lambda: not answers[LICENSED])
