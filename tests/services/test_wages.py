"""The wage job over the shipped release."""

from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import InputError
from gigdesk.domain.wages.levels import Outside
from gigdesk.domain.wages.own_pay import Earnings
from gigdesk.domain.wages.widening import nearest
from gigdesk.services import Services, wages_published
from gigdesk.services.wages import Query
from gigdesk.services.wages_words import called
from gigdesk.store.records import Release
from gigdesk.store.texts import Texts

TODAY = date(2026, 11, 24)


def compared(services: Services, word: str, region: str):
    query = Query((word,), (region,), earnings=Earnings(Decimal(5000)))
    return services.wages.compare(query, TODAY).result


def test_a_factory_hand_is_compared_with_production_posts(services: Services):
    found = compared(services, "电子厂工人", "370000")
    assert found.rows[0].found.level.label == "制造业|生产制造及有关人员"
    assert found.rows[0].statistics == {"mean": Decimal("6598.50")}
    assert not any("生活服务人员" in row.found.level.label for row in found.rows)


def test_a_rider_sees_each_kind_of_rider_and_city_and_is_compared_with_none(services: Services):
    found = compared(services, "外卖", "371700")
    parts = {row.found.level.label: row.statistics["mean"] for row in found.rows if row.found.is_part}
    assert parts == {
        "众包骑手|一线": 7354,
        "乐跑骑手|一线": 11014,
        "众包骑手|三线及以下": 5556,
        "乐跑骑手|三线及以下": 7197,
    }
    assert not found.rows[0].found.is_part
    assert found.position.difference == 5000 - 7496


def test_where_only_parts_are_published_there_is_no_position(services: Services, monkeypatch):
    def parts(*given):
        return [found for found in nearest(*given) if found.is_part]

    monkeypatch.setattr(wages_published, "nearest", parts)
    where = compared(services, "外卖", "371700").position
    assert (where.reason, where.middle, where.difference) == (Outside.ONLY_PARTS, None, None)


def test_a_vague_word_is_refused_with_those_it_may_mean(services: Services):
    with pytest.raises(InputError) as caught:
        services.wages.occupation("司机")
    accepts = caught.value.details["accepts"]
    assert "4-02-02-01 客运车辆驾驶员" in accepts
    assert "6-30-05-05 挖掘铲运和桩工机械司机" in accepts
    with pytest.raises(InputError) as caught:
        services.wages.occupation("电")
    assert caught.value.details["accepts"].endswith("| …")


@pytest.mark.parametrize("word", ["保结员", "网约配松员"])
def test_what_is_but_near_a_name_is_refused_with_what_may_be_meant(services: Services, word):
    with pytest.raises(InputError, match=r"\d-\d\d-\d\d-\d\d"):
        services.wages.occupation(word)


@pytest.mark.parametrize(
    ("word", "warnings"),
    [("外卖", []), ("司机", ["several-occupations"]), ("保结员", ["occupation-guessed"]), ("4010202", ["code-unused"]),
     ("4-02-07-10", ["code-recycled"]), ("4-01-02-07", ["code-recycled"]), ("没有这行", [])],
)  # fmt: skip
def test_a_search_says_what_must_be_known_of_it(services: Services, word, warnings):
    assert [warned.code for warned in services.wages.search(word, TODAY).warnings] == warnings


def test_figures_for_a_recycled_code_say_what_it_once_stood_for(services: Services):
    query = Query(("4-02-07-10",), ("370000",))
    (warned,) = [one for one in services.wages.compare(query, TODAY).warnings if one.code == "code-recycled"]
    assert (warned.details["title"], warned.details["now"]) == ("网约配送员", "4-10-08-01")


def test_each_part_of_the_release_has_a_name_in_each_language(texts: Texts, release: Release):
    labels = {level.label for level in release.levels if level.dimension == "gig" and "|" in level.label}
    assert labels
    for label in labels:
        assert all(f"wages.part.{part}" in texts for part in label.split("|"))
        assert "|" not in called(label, texts)
