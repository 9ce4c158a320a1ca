"""The short form of the long run over random accidents, and that it would notice what is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fuzz import injury

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.check import check
from gigdesk.domain.injury.outcome import Outcome

TODAY = date(2026, 11, 23)


def test_random_accidents_raise_nothing_and_contradict_nothing(book):
    tally = injury.run(book, 150, seed=3)
    assert tally.wrong == []
    assert tally.outcomes.total() == 150
    assert tally.asked
    assert tally.most_pages <= injury.MOST_PAGES
    assert {"COVERED_LIKELY", "NOT_COVERED_LIKELY", "OUT_OF_SCOPE", "NEEDS_FACTS"} <= set(tally.outcomes)


def test_the_same_seed_draws_the_same_accidents(book):
    one, other, third = (injury.Chance(book, seed).facts() for seed in (1, 1, 2))
    assert one == other
    assert one != third


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.COVERED_LIKELY])
def test_another_outcome_for_the_same_reasons_would_be_noticed(book, outcome):
    facts = {**injury.USUAL, "region": "370100", "when": injury.LAST}
    found = check(Answers(facts), book, TODAY)
    assert list(injury.wrong(found, facts, book)) == []
    assert list(injury.wrong(replace(found, outcome=outcome), facts, book))


def test_a_source_left_out_would_be_noticed(book):
    facts = {**injury.USUAL, "region": "370100", "when": injury.LAST}
    found = check(Answers(facts), book, TODAY)
    first = replace(found.because[0], citations=())
    assert list(injury.wrong(replace(found, because=(first, *found.because[1:])), facts, book))
