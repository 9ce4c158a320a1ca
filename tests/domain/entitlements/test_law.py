"""The law of the release: every day can be assessed everywhere, every code is a fact, nothing claims to be official."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from gigdesk.domain.decision import Answers
from gigdesk.domain.entitlements.catalogue import CATALOGUE
from gigdesk.domain.entitlements.check import check
from gigdesk.domain.entitlements.common import ANYBODY
from gigdesk.domain.entitlements.entitlement import PREFIX
from gigdesk.domain.entitlements.facts import BUSINESS, FLAGS, LEVEL, LICENCE, QUESTIONS, covered_by_pilot
from gigdesk.domain.entitlements.judged import judge_all
from gigdesk.domain.law import Status
from gigdesk.domain.money import YearMonth
from gigdesk.domain.working import Working

FIRST, LAST = date(2013, 10, 1), date(2028, 1, 1)
HALVES = [FIRST + timedelta(days=182 * number) for number in range((LAST - FIRST).days // 182)]
RICH = {question.id: True for question in FLAGS.values()} | {
    "birth": YearMonth(1985, 6), "left_school": YearMonth(2012, 6), "platform": "meituan", "sector": "ride_hailing",
    "business": "small_firm", "level": "bachelor", "licence": "c1_or_above",
    **dict.fromkeys(("premium", "business_months", "own_insured_months", "hires", "staff"), Decimal(9)),
}  # fmt: skip
OF_FLAGS = ("groups", "hardships", "exclusions", "insurances", "not_with")


def own_values(book):
    for region, parameters in book.regions.items():
        for name, history in parameters.items():
            if name.startswith(PREFIX):
                yield from ((region, name, value) for value in history.values())


@pytest.mark.parametrize("day", HALVES, ids=str)
def test_every_half_year_can_be_assessed_in_every_place_with_rules_of_its_own_whatever_is_known(book, day):
    for region in (*{region for region, _, _ in own_values(book)}, "110000", "440300"):
        law = book.on(day, region)
        assert all(one.ruling.possible for one in judge_all(Answers(), law))
        found = check(Answers(RICH), law, Working())
        assert len(found.assessed) + len(found.not_assessed) >= len(CATALOGUE)


def test_nothing_was_read_in_the_original_and_so_nothing_is_official(book):
    assert Status.OFFICIAL not in {value.status for _, _, value in own_values(book)}
    assert Status.OFFICIAL not in {source.status for id_, source in book.sources.items() if id_.startswith("ent-")}


def test_every_code_of_a_list_is_a_fact_or_a_choice(book):
    choices = {"kinds": BUSINESS, "levels": LEVEL, "licences": LICENCE}
    seen = set()
    for _, name, value in own_values(book):
        last = name.rpartition(".")[2]
        if last in OF_FLAGS:
            seen.add(last)
            assert set(value.content) <= set(FLAGS) | {ANYBODY}, name
        elif last in choices:
            seen.add(last)
            assert set(value.content) <= set(choices[last].choices), name
    assert seen == {*OF_FLAGS, *choices}


def test_no_rule_begins_before_the_program_knows_it(book):
    begins = {one.name("offered"): min(one.rules) for one in CATALOGUE}
    offered = [(name, value) for _, name, value in own_values(book) if name.endswith(".offered")]
    assert {name for name, _ in offered} == set(begins)
    assert all(value.since >= begins[name] for name, value in offered)


def test_each_place_with_a_rule_says_whether_it_is_confirmed_and_where_to_go(book):
    for region, name, value in own_values(book):
        if name.endswith(".offered"):
            law, area = book.on(value.since, region), name.removesuffix("offered")
            assert all(law.has(f"{area}{needed}") for needed in ("confirmed", "where", "period")), (region, name)


def test_an_unverified_number_is_never_an_amount(book):
    for region in book.regions:
        found = check(Answers(RICH), book.on(date(2026, 11, 23), region), Working())
        for one in found.assessed:
            if one.id in ("graduate_living", "job_search_grant", "startup_training"):
                assert (one.amount.exact, one.amount.least, one.amount.most) == (None, None, None)


@pytest.mark.parametrize(
    ("platform", "region", "day", "covered"),
    [
        ("meituan", "370100", date(2026, 11, 23), True),
        ("meituan", "370100", date(2025, 6, 30), False),
        ("t3", "370100", date(2026, 6, 30), False),
        ("t3", "370100", date(2026, 7, 1), True),
        ("other", "370100", date(2026, 11, 23), None),
        ("several", "370100", date(2026, 11, 23), None),
    ],
)
def test_the_lists_of_the_pilot_say_whether_a_platform_pays_cover(platform, region, day, covered, book):
    assert covered_by_pilot(platform, book.on(day, region)) is covered


def test_each_question_has_an_id_of_its_own():
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)
