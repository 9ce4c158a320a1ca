"""Chinese by pinyin: what letters may mean, and letters on their way to words."""

import pytest

from gigdesk.store import paths
from gigdesk.store.texts import Texts
from gigdesk.ui.models.pinyin import MOST, MOST_LETTERS, Composing, Dictionary


@pytest.fixture(scope="module")
def dictionary(warm):
    texts = Texts(paths.resources() / "i18n", "zh")
    return Dictionary(warm.data.reference.readings, texts.all.values())


@pytest.mark.parametrize(
    ("typed", "word", "rest"),
    [
        ("waimai", "外卖", ""),
        ("wm", "外卖", ""),
        ("waima", "外卖", ""),
        ("jinan", "济南", ""),
        ("chongqing", "重庆", ""),
        ("meituan", "美团", ""),
        ("shi", "是", ""),
        ("woshou", "我", "shou"),
    ],
)
def test_the_likeliest_word_comes_first(dictionary, typed, word, rest):
    first = dictionary.candidates(typed)[0]
    assert (first.word, first.rest) == (word, rest)


@pytest.mark.parametrize("typed", ["v", "uuu", "x" * 200])
def test_letters_that_mean_nothing_have_no_candidate(dictionary, typed):
    assert dictionary.candidates(typed) == ()


def test_no_more_are_offered_than_anybody_reads(dictionary):
    assert len(dictionary.candidates("s")) == MOST


def test_a_sentence_is_typed_word_by_word(dictionary):
    composing = Composing(dictionary, lambda words: min(5, len(words)))
    for letter in "jinanwaimai":
        composing.type(letter)
    at = [one.word for one in composing.page].index("济南")
    assert composing.take(at) == "济南"
    assert composing.typed == "waimai"
    assert composing.take() == "外卖"
    assert (composing.typed, composing.page, composing.more) == ("", (), False)


def test_pages_turn_and_begin_again(dictionary):
    composing = Composing(dictionary, lambda words: min(25, len(words)))
    for letter in "shi":
        composing.type(letter)
    first = composing.page
    composing.turn()
    assert composing.page[0] not in first
    composing.turn()
    assert composing.page == first


def test_letters_without_a_word_stay_letters_and_backspace_takes_one(dictionary):
    composing = Composing(dictionary, len)
    for letter in "vvx":
        composing.type(letter)
    composing.backspace()
    assert composing.typed == "vv"
    assert composing.take() == "vv"
    assert composing.typed == ""
    for _ in range(2 * MOST_LETTERS):
        composing.type("a")
    assert len(composing.typed) == MOST_LETTERS
