"""The law of the release: every day can be decided, every list fits the others, nothing claims to be official."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.benefits import Case, benefits
from gigdesk.domain.injury.course import Course
from gigdesk.domain.injury.deadlines import deadlines
from gigdesk.domain.injury.documents import documents
from gigdesk.domain.injury.facts import CHINA, QUESTIONS, SEVERAL
from gigdesk.domain.injury.ordinary import ORDINARY
from gigdesk.domain.injury.pilot import PILOT
from gigdesk.domain.injury.rulings import judge
from gigdesk.domain.injury.third_party import THIRD_PARTY
from gigdesk.domain.law import NATIONAL, Status

FIRST, LAST = date(2004, 1, 1), date(2027, 1, 1)
QUARTERS = [FIRST + timedelta(days=91 * number) for number in range((LAST - FIRST).days // 91)]
ROUTES = ("pilot", "ordinary", "third_party")
AREAS = ("injury.", "ordinary.", "third_party.", "decision.", "traffic.", "labour.")
VOCABULARY = {
    **{f"{area}.exclusions": "id" for area in ("injury", "ordinary")},
    "ordinary.employment_signs": "id",
    **{f"{area}.harms": "harm" for area in ("injury", "ordinary")},
    **{f"{area}.accident_harms": "harm" for area in ("injury", "ordinary")},
    "injury.illness_harms": "harm",
    "injury.undecided_harms": "harm",
    "ordinary.occupational_harms": "harm",
    "injury.order_active_states": "order_state",
    "injury.order_undecided_states": "order_state",
    "injury.online_states": "order_state",
    "ordinary.on_duty_states": "order_state",
    **{f"{area}.ways": "journey" for area in ("injury", "ordinary")},
    **{f"{area}.travel_causes": "cause" for area in ("injury", "ordinary")},
    "injury.own_causes": "cause",
    "third_party.causes": "cause",
    "third_party.keeper_causes": "cause",
    **{f"{area}.travel_faults": "fault" for area in ("injury", "ordinary")},
    "ordinary.undetermined_faults": "fault",
    "third_party.shared_faults": "fault",
}


def own_values(book):
    for parameters in book.regions.values():
        for name, history in parameters.items():
            if name.startswith(AREAS):
                yield from history.values()


@pytest.mark.parametrize("day", QUARTERS, ids=str)
def test_every_quarter_can_be_decided_in_every_region(book, day):
    for region in book.regions:
        assert judge(Answers(), book.on(day, region)).possible


def test_nothing_was_read_in_the_original_and_so_nothing_is_official(book):
    statuses = {value.status for value in own_values(book)} | {
        source.status for id_, source in book.sources.items() if id_.startswith("inj-")
    }
    assert Status.OFFICIAL not in statuses


def test_every_code_of_a_list_is_a_choice_of_the_question_it_speaks_about(book):
    choices = {question.id: set(question.choices) for question in QUESTIONS}
    choices["id"] = {question.id for question in QUESTIONS}
    for name, question in VOCABULARY.items():
        for value in book.regions[NATIONAL][name].values():
            assert set(value.content) <= choices[question], name


def test_the_order_states_are_shared_out(book):
    law = book.on(LAST, NATIONAL)
    states = next(question for question in QUESTIONS if question.id == "order_state").choices
    lists = [law.codes(f"injury.{name}") for name in ("order_active_states", "order_undecided_states", "online_states")]
    shared_out = [state for states in lists for state in states]
    assert len(shared_out) == len(set(shared_out))
    assert set(states) - set(shared_out) == {"offline_before", "offline_after"}


def test_every_platform_can_be_chosen_and_has_a_name(book):
    law = book.on(LAST, NATIONAL)
    taking_part = [code for sector in law.codes("injury.sectors") for code in law.codes(f"injury.platforms.{sector}")]
    assert len(taking_part) == len(set(taking_part)) == 25
    assert set(law.codes("injury.platform_codes")) == {*taking_part, SEVERAL, "other"}
    assert {name.split("=")[1] for name in law.codes("injury.platform_names")} == set(taking_part)
    assert {name.split("=")[1] for name in law.codes("injury.platform_aliases")} <= set(taking_part)


def test_lists_of_platforms_only_grow(book):
    for name, history in book.regions[NATIONAL].items():
        if name.startswith("injury.platforms."):
            entries = [set(history[since].content) for since in sorted(history)]
            assert all(earlier <= later for earlier, later in pairwise(entries)), name


def test_every_rule_ends_with_a_clause_that_always_applies():
    for rules in (PILOT, ORDINARY, THIRD_PARTY):
        for rule in rules.values():
            assert rule[-1].conditions == ()
            assert rule[-1].holding


def test_every_clause_that_can_fail_names_its_article():
    for rules in (PILOT, ORDINARY, THIRD_PARTY):
        for rule in rules.values():
            assert all(clause.article for clause in rule[:-1])


@pytest.mark.parametrize("day", [date(2022, 7, 1), date(2025, 7, 1), date(2026, 11, 23)], ids=str)
def test_limits_papers_and_benefits_are_there_from_the_day_the_pilot_began(book, day):
    law = book.on(day, "370100")
    answers = Answers({"when": datetime.combine(day, time(12), CHINA)})
    found = {limit.id for limit in deadlines(ROUTES, Course(answers, day, "pilot"), law)}
    assert {"report", "platform_claim", "worker_claim", "employer_claim", "own_claim", "liability_claim"} <= found
    assert documents(ROUTES, Answers(), law)
    assert benefits(ROUTES, Case(Answers(), law, day))
