"""Damaged answers: whatever happened to one on its way, it is read or refused, and nothing else."""

import contextlib
import json

import pytest
from fuzz import feed_seeds
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.sync.feeds import ALL
from gigdesk.sync.wire import FeedError, json_of

ANSWERS = {f"{feed} {number}": (feed, answer) for feed in ALL for number, answer in enumerate(feed_seeds.of(feed))}
"""By feed and number."""


@pytest.mark.parametrize("name", ANSWERS)
def test_each_answer_is_read_while_it_is_whole(name):
    feed, answer = ANSWERS[name]
    found = ALL[feed].parse(answer)
    assert found.rows == found.figures + sum(found.left_out.values())
    assert found.figures or found.names


@st.composite
def damaged(draw):
    feed, answer = ANSWERS[draw(st.sampled_from(sorted(ANSWERS)))]
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(answer))), draw(st.integers(0, 20))
        piece = draw(st.one_of(st.binary(max_size=6), st.sampled_from([
            b"null", b"[]", b"{}", b'"', b"-1", b"1e999", b"9" * 40, b"NaN", b"true", b"\n", b"\0", b"\xff\xfe",
        ])))  # fmt: skip
        answer = answer[:at] + piece + answer[at + length :]
    return feed, answer


@given(damaged())
def test_a_damaged_answer_is_read_or_refused_and_its_counts_add_up(case):
    feed, answer = case
    with contextlib.suppress(FeedError):
        found = ALL[feed].parse(answer)
        assert found.rows == sum(found.left_out.values()) + found.figures


NAMES = [
    "data",
    "values",
    "series",
    "Results",
    "status",
    "dimension",
    "id",
    "size",
    "value",
    "returncode",
    "returndata",
    "wdnodes",
    "datanodes",
    "class",
    "message",
    "error",
    "state",
    "pages",
    "category",
    "index",
]
SHAPES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.floats(allow_nan=False, allow_infinity=False),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.sampled_from(NAMES), one, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(sorted(ALL)), SHAPES)
def test_json_of_another_shape_is_refused_or_holds_nothing(feed, value):
    with contextlib.suppress(FeedError):
        ALL[feed].parse(json.dumps(value).encode())


def test_half_a_sign_can_be_written_nowhere_and_is_refused():
    """Found by damage: half of a pair of UTF-16, escaped. A whole pair is a sign."""
    assert json_of(b'{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}
    for text in (b'{"a": "\\ud800"}', b'{"\\uDFFF": 1}', b'["\\ud83dx"]'):
        with pytest.raises(FeedError) as refused:
            json_of(text)
        assert refused.value.code == "feed-format"


@pytest.mark.parametrize(
    "text", [b"", b"  \r\n", b"\xef\xbb\xbf", b"[" * 100_000, b"[1,", b"1" * 5000, b"NaN", b"\xff"]
)
def test_what_is_no_json_is_refused(text):
    with pytest.raises(FeedError):
        json_of(text)
