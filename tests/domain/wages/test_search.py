"""Finding an occupation by what people call it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gigdesk.domain.wages.names import plain
from gigdesk.domain.wages.occupations import Occupation
from gigdesk.domain.wages.search import Finder
from gigdesk.domain.wages.steps import How
from gigdesk.store import paths
from gigdesk.store.release import read_release

RELEASE = read_release(paths.resources() / "release")
FINDER = Finder(
    {one.code: one for one in RELEASE.occupations}, RELEASE.said_words, RELEASE.retired_codes, RELEASE.readings
)
NAMES = FINDER.lookup.names
names = st.sampled_from(NAMES)


def codes(word, limit=None):
    return [match.code for match in FINDER.search(word, limit).matches]


def first(word):
    return FINDER.search(word).matches[0]


@given(st.text())
@example("\ufdfa" * 60)
@example("\ud800")
@example("İ" * 200)
def test_no_text_is_refused_and_every_code_found_exists(text):
    assert set(codes(text)) <= set(FINDER.occupations)


@given(st.text(alphabet="外卖司机送快递wmqsai4-10 0８招聘兼职", max_size=12))
def test_nor_is_any_mixture_of_what_people_type(text):
    found = FINDER.search(text)
    assert found.likely <= len(found.matches)
    assert len({match.code for match in found.matches}) == len(found.matches)


@given(names)
def test_a_whole_name_finds_the_occupations_it_stands_for_first(name):
    assert set(codes(name.text)[: len(name.codes)]) == set(name.codes)


@pytest.mark.parametrize("occupation", RELEASE.occupations[::40], ids=lambda one: one.code)
def test_a_title_stands_first_and_is_meant(occupation):
    found = FINDER.search(occupation.label)
    assert occupation.code in {match.code for match in found.meant}


@given(names, st.data())
def test_adding_signs_keeps_the_occupation_until_the_end(name, data):
    spelling = data.draw(st.sampled_from([name.text, name.reading] if name.reading else [name.text]))
    typed = [spelling[:length] for length in range(1, len(spelling) + 1) if plain(spelling[:length])]
    assert all(set(name.codes) <= set(codes(word)) for word in typed)


@given(names.filter(lambda name: name.reading))
def test_pinyin_finds_with_and_without_blanks(name):
    assert set(name.codes) <= set(codes(name.reading)) & set(codes(name.reading.replace(" ", "")))


@given(
    names.filter(lambda name: name.text == plain(name.text).lower() and name.plain.isascii() and len(name.plain) > 6)
)
def test_a_slip_in_letters_is_forgiven_but_never_in_a_code(name):
    slipped = name.plain[:2] + name.plain[3:]
    if name.plain.isdigit():
        assert not FINDER.search(slipped + "x").guessed
    else:
        assert set(name.codes) <= set(codes(slipped)) or not FINDER.search(slipped).guessed


@pytest.mark.parametrize("word", ["", "   ", "-", "没有这种工作啊", "没有这行", "%", "'; drop table occupation"])
def test_words_that_mean_nothing_find_nothing(word):
    assert codes(word) == []


@pytest.mark.parametrize("code", ["4100809", "41008011", "4-10-08-0l", "4-1O-08-01", "14100801"])
def test_a_code_is_never_taken_for_another_one(code):
    assert codes(code) == []


@pytest.mark.parametrize("code", ["4-10-08-01", "4100801", "４－１０－０８－０１", " 4 10 08 01 ", "4–10–08–01"])
def test_a_code_is_found_however_it_is_written(code):
    assert codes(code) == ["4-10-08-01"]


def test_what_a_code_begins_with_finds_all_of_its_group():
    assert set(codes("4-10-08")) == {code for code in FINDER.occupations if code.startswith("4-10-08")}


def test_a_recycled_code_finds_what_it_means_now_and_what_it_meant():
    found = FINDER.search("4-02-07-10")
    now, before = found.matches
    assert (now.code, now.label, now.was) == ("4-02-07-10", "国际快递业务师", None)
    assert (before.code, before.was.title, before.was.edition) == ("4-10-08-01", "网约配送员", "2020 announcement")
    assert (found.only, found.asks) == (None, True)


def test_a_code_that_went_out_of_use_leads_to_the_one_of_today():
    found = FINDER.search("4010207")
    assert (found.only, found.matches[0].was.title) == ("4-01-06-02", "互联网营销师")


def test_a_code_not_in_use_finds_nothing_and_says_so():
    found = FINDER.search("4-01-02-02")
    assert (found.matches, found.unused.code) == ((), "4-01-02-02")


@pytest.mark.parametrize(
    ("word", "matched", "how"),
    [
        ("外卖骑手", "外卖骑手", How.EXACT),
        ("外卖骑", "外卖骑手", How.BEGINS),
        ("waimaiqishou", "外卖骑手", How.PINYIN),
        ("wmqs", "外卖骑手", How.INITIALS),
        ("外mai骑s", "外卖骑手", How.SPELT),
        ("我是外卖骑手", "外卖骑手", How.INSIDE),
        ("歪买", "外卖", How.SOUND),
        ("waimaiqihsou", "外卖骑手", How.SLIP),
    ],
)
def test_it_is_said_which_name_was_found_and_how(word, matched, how):
    assert (first(word).matched, first(word).how) == (matched, how)


def test_a_guess_and_a_word_of_several_meanings_are_never_taken_for_one():
    assert [FINDER.search(word).only for word in ("保结员", "司机", "外卖骑手")] == [None, None, "4-10-08-01"]


@pytest.mark.parametrize(("word", "one"), [("外卖", "4-10-08-01"), ("服务员", "4-03-02-05"), ("保洁", "4-09-08-01")])
def test_an_exact_name_or_the_only_one_found_is_meant(word, one):
    assert FINDER.search(word).only == one


@pytest.mark.parametrize("word", ["司机", "快递", "育儿嫂", "化妆师", "主播", "普工", "分拣员"])
def test_a_vague_word_is_asked_about(word):
    assert FINDER.search(word).asks


def test_a_word_of_several_meanings_is_told_by_what_stands_beside_it():
    assert FINDER.search("货拉拉面包车的驾驶员").only == "4-02-02-02"


@pytest.mark.parametrize("word", ["急招骑手", "骑手 兼职/全职 日结300元", "招聘外卖骑手若干名，包吃住，月薪8000-12000"])
def test_words_of_advertisements_are_passed_over(word):
    assert FINDER.search(word).only == "4-10-08-01"


def test_words_of_advertisements_that_belong_to_a_name_stay():
    assert codes("兼职翻译")[0] == "2-10-05-00"
    assert codes("招聘师")[0] == "4-07-03-08"


def test_the_exact_name_comes_before_names_that_hold_it():
    two = [Occupation("1", "保洁员组长", "", (), (), gig=True), Occupation("2", "保洁员", "", (), (), gig=False)]
    found = Finder({one.code: one for one in two}).search("保洁员")
    assert [match.code for match in found.matches] == ["2", "1"]


def test_without_readings_names_are_still_found():
    one = Occupation("4-01", "保洁员", "Cleaner", ("清扫工",), ("保洁",), gig=True)
    finder = Finder({one.code: one})
    assert [finder.search(word).only for word in ("保洁", "cleaner", "401", "我是清扫工")] == ["4-01"] * 4
    assert finder.search("baojie").matches == ()
