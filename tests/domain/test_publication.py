"""What a year's figure that is not out is called: by the release's calendar where it speaks of the year."""

from dataclasses import replace
from datetime import date

import pytest

from gigdesk.domain.money import UseYear
from gigdesk.domain.working import Working

SD, JINAN, HEZE, ZHEJIANG = "370000", "370100", "371700", "330000"
BASE = "pension.benefit_base"


@pytest.mark.parametrize("region", [SD, JINAN])
def test_a_year_that_the_calendar_calls_unpublished_is_called_so_in_its_words(book, region):
    found = book.on(date(2026, 11, 23), region).for_year(BASE, UseYear(2026))
    assert found.provisional
    assert "7,831" in found.unpublished.texts["zh"]
    assert "7,831" in found.unpublished.texts["en"]


@pytest.mark.parametrize("region", [HEZE, ZHEJIANG])
def test_a_place_with_a_table_of_its_own_is_not_spoken_for(book, region):
    found = book.on(date(2026, 11, 23), region).for_year(BASE, UseYear(2026))
    assert found.provisional
    assert found.unpublished is None


def test_a_year_with_a_figure_has_no_notice(book):
    assert book.on(date(2026, 11, 23), SD).for_year(BASE, UseYear(2025)).unpublished is None


def test_a_city_may_have_a_notice_of_its_own(book):
    own = replace(book.calendar[0], region=JINAN, texts={"zh": "济南", "en": "Jinan"})
    law = replace(book, calendar=(*book.calendar, own)).on(date(2026, 11, 23), JINAN)
    assert law.for_year(BASE, UseYear(2026)).unpublished is own


def test_the_warning_takes_the_sentence_and_its_source_from_the_release(book):
    working = Working()
    found = book.on(date(2026, 11, 23), SD).for_year(BASE, UseYear(2026))
    working.warn_provisional("provisional-benefit-base", found, 2026)
    working.warn_provisional("provisional-benefit-base", found, 2026)
    (warned,) = working.warnings
    assert warned.said == found.unpublished.texts
    assert warned.sources == ("benefit-base-compilation",)


def test_a_year_the_calendar_does_not_speak_of_is_said_in_the_programs_own_words(book):
    working = Working()
    found = book.on(date(2026, 11, 23), ZHEJIANG).for_year(BASE, UseYear(2026))
    working.warn_provisional("provisional-benefit-base", found, 2026)
    (warned,) = working.warnings
    assert (warned.said, warned.sources) == ({}, ())
    assert warned.details == {"year": 2026, "stands_in": 2025}
