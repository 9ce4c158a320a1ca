"""One slip of the hand."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gigdesk.domain.wages.slips import begun_with_a_slip, mended, one_slip

words = st.text(alphabet="abc", min_size=1, max_size=7)


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [("保结员", "保洁员", True), ("保员洁", "保洁员", True), ("保员", "保洁员", True), ("保保洁员", "保洁员", True),
     ("保洁员", "保洁员", True), ("员保洁", "保洁员", False), ("结保员", "保洁员", False), ("保", "保洁员", False)],
)  # fmt: skip
def test_a_sign_wrong_swapped_missing_or_too_many_is_one_slip(typed, meant, slip):
    assert one_slip(typed, meant) is slip


@given(words, words)
def test_it_does_not_matter_which_of_the_two_was_typed(one, other):
    assert one_slip(one, other) == one_slip(other, one)


@given(words, words)
def test_what_letters_may_have_been_meant_for_is_what_is_a_slip_away(typed, meant):
    assume(typed != meant)
    assert (meant in set(mended(typed))) == one_slip(typed, meant)


@given(words, words, words)
def test_a_beginning_with_a_slip_stays_one_whatever_follows(typed, name, rest):
    if begun_with_a_slip(typed, name):
        assert begun_with_a_slip(typed, name + rest)
