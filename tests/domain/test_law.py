from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import NotInForceError, UnverifiedError
from gigdesk.domain.law import NATIONAL, LawBook, Status, Value, chain
from gigdesk.domain.money import StatisticalYear, UseYear


def value(name, since, content, **more):
    given = {"region": NATIONAL, "unit": "", "source": "s", "status": Status.SECONDARY, "checked_on": since, **more}
    return Value(name=name, since=since, content=content, **given)


def book(*values):
    regions = {}
    for one in values:
        regions.setdefault(one.region, {}).setdefault(one.name, {})[one.since] = one
    return LawBook(regions, {})


JAN = date(2025, 1, 1)
RATE = value("rate", JAN, Decimal("0.20"))


def test_a_value_holds_until_the_next_begins():
    law = book(RATE, value("rate", date(2026, 1, 1), Decimal("0.21"))).on(date(2025, 12, 31), "370100")
    assert law.number("rate") == Decimal("0.20")
    assert law.at(date(2026, 1, 1)).number("rate") == Decimal("0.21")


def test_a_day_before_the_first_entry_is_an_error():
    with pytest.raises(NotInForceError) as caught:
        book(RATE).on(date(2024, 12, 31), "370100").number("rate")
    assert caught.value.details["name"] == "rate"
    assert caught.value.code == "not-in-force"


def test_a_parameter_that_a_region_does_not_have_at_all_is_said_to_be_missing():
    law = book(RATE).on(JAN, "370100")
    for ask in (lambda: law.number("base"), lambda: law.for_year("base", UseYear(2026))):
        with pytest.raises(NotInForceError) as caught:
            ask()
        assert caught.value.code == "no-figure"


def test_a_province_replaces_the_national_value_whole():
    law = book(RATE, value("rate", date(2026, 1, 1), Decimal(1), region="370000")).on(date(2025, 6, 1), "370100")
    with pytest.raises(NotInForceError):
        law.number("rate")


def test_a_city_stands_before_its_province():
    law = book(RATE, value("rate", JAN, Decimal(2), region="370000"), value("rate", JAN, Decimal(3), region="371700"))
    assert [law.on(JAN, region).number("rate") for region in ("371700", "370100", "110000")] == [3, 2, Decimal("0.20")]


def test_an_unverified_number_is_never_used_silently():
    law = book(value("rate", JAN, Decimal(1), status=Status.UNVERIFIED)).on(JAN, "370000")
    with pytest.raises(UnverifiedError):
        law.number("rate")
    assert law.value("rate").content == 1


def test_what_is_read_is_noted_also_on_another_day():
    law = book(RATE).on(JAN, "370000")
    law.at(date(2026, 5, 1)).number("rate")
    assert [citation.name for citation in law.citations] == ["rate"]
    assert law.fresh().citations == []


def test_the_year_after_the_last_is_provisional_and_the_one_after_that_an_error():
    law = book(value("base", JAN, Decimal(7831), use_year=UseYear(2025))).on(JAN, "370000")
    assert not law.for_year("base", UseYear(2025)).provisional
    assert law.for_year("base", UseYear(2026)).provisional
    for year in (2024, 2027):
        with pytest.raises(NotInForceError):
            law.for_year("base", UseYear(year))


def test_a_statistic_is_found_by_the_year_it_speaks_of_and_never_stands_in():
    law = book(value("average", JAN, Decimal(7506), statistical_year=StatisticalYear(2024))).on(JAN, "370000")
    assert law.of_statistical_year("average", StatisticalYear(2024)).value.content == 7506
    with pytest.raises(NotInForceError):
        law.of_statistical_year("average", StatisticalYear(2025))


def test_the_chain_of_regions():
    assert chain("370102") == ("370102", "370100", "370000", "000000")
    assert chain("370000") == ("370000", "000000")


def test_a_parameter_is_there_from_its_first_day_on():
    law = book(RATE).on(JAN, "370000")
    assert law.has("rate")
    assert not law.at(date(2024, 12, 31)).has("rate")
    assert not law.has("other")
