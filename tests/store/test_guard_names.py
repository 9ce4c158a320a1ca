"""Names of occupations that nobody could choose between, or that nobody could type, do not get into a release."""

from dataclasses import replace

import pytest

from gigdesk.domain.law import Status
from gigdesk.domain.wages.occupations import SaidWord
from gigdesk.store.guard.names import names
from gigdesk.store.guard.release import check
from gigdesk.store.records import Release


def with_alias(release: Release, code: str, alias: str) -> Release:
    occupations = tuple(
        replace(one, aliases=(*one.aliases, alias)) if one.code == code else one for one in release.occupations
    )
    return replace(release, occupations=occupations, readings={**release.readings, alias: "x " * len(alias)})


def said(release: Release, word: str, *codes: str, source: str = "occupation-aliases") -> Release:
    entry = SaidWord(word, codes, Status.ASSUMPTION, source)
    readings = {**release.readings, word: "x " * len(word)}
    return replace(release, said_words=(*release.said_words, entry), readings=readings)


def test_every_name_of_the_shipped_release_can_be_read_and_stands_for_one_or_is_asked_about(release: Release):
    assert list(names(release)) == []


def test_an_alias_of_two_occupations_that_nobody_is_asked_about_is_caught(release: Release):
    (finding,) = names(with_alias(release, "4-02-07-08", "外卖骑手"))
    assert finding.place == "occupations 外卖骑手"
    assert "4-02-07-08, 4-10-08-01" in finding.what


def test_a_word_that_leaves_out_an_occupation_called_so_is_caught(release: Release):
    (finding,) = names(with_alias(release, "4-14-01-02", "司机"))
    assert (finding.place, "4-14-01-02" in finding.what) == ("occupation_words 司机", True)


@pytest.mark.parametrize("codes", [("9-99-99-99",), (), ("4-10-08-01", "4-10-08-01")])
def test_a_word_for_no_occupation_or_one_twice_is_caught(release: Release, codes):
    assert [finding.place for finding in names(said(release, "新词", *codes))] == ["occupation_words 新词"]


def test_a_word_that_stands_twice_or_cites_nothing_is_caught(release: Release):
    twice = said(release, "司机", *next(word.codes for word in release.said_words if word.word == "司机"), source="no")
    assert {finding.place for finding in check(twice)} == {"occupation_words", "occupation_words 司机"}


@pytest.mark.parametrize("reading", [None, "wai mai"])
def test_a_name_without_its_reading_is_caught_with_the_command_that_makes_it(release: Release, reading):
    readings = {name: said for name, said in release.readings.items() if name != "外卖骑手"}
    if reading:
        readings["外卖骑手"] = reading
    (finding,) = names(replace(release, readings=readings))
    assert (finding.place, "python3 build/dev.py pinyin" in finding.what) == ("readings 外卖骑手", True)


def test_a_code_of_an_older_edition_leads_to_an_occupation_of_today(release: Release):
    rows = tuple(replace(row, title="没有这行") for row in release.retired_codes if row.code == "4-01-02-07")
    (finding,) = names(replace(release, retired_codes=rows))
    assert finding.place == "code_history 4-01-02-07"
