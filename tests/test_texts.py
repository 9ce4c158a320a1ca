"""Every language says everything, with the same blanks; and whatever the code can ask for is there."""

import re
from datetime import date

import pytest

from gigdesk.domain.decision import Kind
from gigdesk.domain.entitlements.catalogue import CATALOGUE
from gigdesk.domain.entitlements.facts import CHANGEABLE
from gigdesk.domain.entitlements.facts import QUESTIONS as PERSON
from gigdesk.domain.entitlements.outcome import Outcome as Claim
from gigdesk.domain.injury.deadlines import LIMITS
from gigdesk.domain.injury.facts import QUESTIONS
from gigdesk.domain.injury.ordinary import ORDINARY
from gigdesk.domain.injury.outcome import Outcome
from gigdesk.domain.injury.pilot import PILOT
from gigdesk.domain.injury.third_party import THIRD_PARTY
from gigdesk.domain.pension.rounding import YEARS
from gigdesk.store import paths
from gigdesk.store.records import Release
from gigdesk.store.texts import LANGUAGES, Texts

BLANK = re.compile(r"{([a-z_0-9]+)")
FOLDER = paths.resources() / "i18n"


@pytest.fixture(scope="module")
def languages():
    return {language: Texts(FOLDER, language).all for language in LANGUAGES}


def test_all_languages_have_the_same_keys(languages):
    assert set(languages["zh"]) == set(languages["en"])


def test_a_language_fills_no_blank_that_chinese_does_not_have(languages):
    """English may leave a blank out (a month by name instead of by number), but may not ask for another."""
    for key, text in languages["zh"].items():
        here, there = (set(BLANK.findall(found)) for found in (text, languages["en"][key]))
        assert there <= here | {"name"}, key


def test_no_language_has_an_empty_text_that_the_other_fills(languages):
    for key, text in languages["zh"].items():
        assert bool(text) == bool(languages["en"][key]), key


def test_each_dataset_and_each_population_has_a_name(texts: Texts, release: Release):
    keys = {f"dataset.{dataset.id}" for dataset in release.about.datasets}
    keys |= {f"population.{level.population}" for level in release.levels}
    assert [key for key in keys if key not in texts] == []


def test_each_rounding_rule_of_the_release_is_known_to_the_program(release: Release):
    rules = {
        value.content
        for law in release.book.regions.values()
        for value in law.get("pension.year_rounding", {}).values()
    }
    assert rules <= set(YEARS)


def test_each_condition_has_a_text_in_each_state_a_release_can_bring_about(texts: Texts):
    """The status of a text is data: one that is read tomorrow turns "to check" into "met" without a new program."""
    states = ("met", "not_met", "unknown", "to_check")
    conditions = {
        condition.__name__
        for rules in (PILOT, ORDINARY, THIRD_PARTY)
        for rule in rules.values()
        for clause in rule
        for condition in clause.conditions
    }
    assert conditions
    keys = {f"reason.{condition}.{state}" for condition in conditions for state in states}
    keys |= {f"step.{condition}" for condition in conditions}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_question_choice_paper_deadline_and_benefit_has_a_text(texts: Texts, release: Release):
    law = release.book.on(date(2026, 11, 24), "370000")
    keys = {f"fact.{question.id}{part}" for question in QUESTIONS for part in ("", ".why", ".how")}
    keys |= {f"platform.{code}" for code in law.codes("injury.platform_codes")}
    for area in ("injury", "ordinary"):
        for kind, prefix in (("papers", "document"), ("benefits", "benefit")):
            names = [name for name in law.parameters if name.startswith(f"{area}.{kind}.") and "vanishing" not in name]
            keys |= {f"{prefix}.{code}" for name in names for code in law.codes(name)}
    keys |= {f"deadline.{limit.id}" for limit in LIMITS} | {f"outcome.{outcome}" for outcome in Outcome}
    assert sorted(key for key in keys if key not in texts) == []


def test_each_entitlement_condition_fact_and_code_has_a_text(texts: Texts, release: Release):
    keys = set()
    for one in CATALOGUE:
        keys |= {f"entitlement.{one.id}{part}" for part in ("", ".who", ".then")}
        names = {
            condition.__name__ for rule in one.rules.values() for clause in rule for condition in clause.conditions
        }
        keys |= {f"step.{name}" for name in names}
        keys |= {f"reason.{name}.{state}" for name in names for state in ("met", "not_met", "unknown", "to_check")}
    keys |= {f"person.{question.id}{part}" for question in PERSON for part in ("", ".how")}
    keys |= {f"claim.{outcome}{part}" for outcome in Claim for part in ("", ".line")}
    keys |= {f"change.{question.id}" for question in CHANGEABLE if question.kind in (Kind.FLAG, Kind.NUMBER)}
    keys |= {f"change.{q.id}.{c}" for q in CHANGEABLE if q.kind is Kind.CHOICE for c in q.choices}
    for law in release.book.regions.values():
        for name, history in law.items():
            for value in history.values() if name.startswith("entitlements.") else ():
                keys |= codes(name, value)
    assert sorted(key for key in keys if key not in texts) == []


def codes(name, value):
    """The texts that a value of the law is shown with."""
    prefix = {"where": "where", "papers": "paper", "period": "period", "unread": "entitlement"}
    last = name.rpartition(".")[2].removesuffix("_local")
    if last not in prefix:
        return set()
    found = (value.content,) if isinstance(value.content, str) else value.content
    return {f"{prefix[last]}.{code}" for code in found}
