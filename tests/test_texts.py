"""Every language says everything, with the same blanks; and whatever the code can ask for is there."""

import re

import pytest

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
