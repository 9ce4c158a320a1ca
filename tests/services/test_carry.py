"""A case taken home as text: it comes back as it was, and whatever is not such a text is refused with words."""

import zlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.services.carry import Carried, carry, read, since, texts
from gigdesk.services.carry.case import HEADS
from gigdesk.services.carry.packed import FIXED, FORMAT, SUM, pack
from gigdesk.services.carry.text import HALF, MARK, ONE, SIGNS, _written
from gigdesk.services.commands import COMMANDS, Command

DAY = date(2026, 11, 23)
ACCIDENT = {
    "region": "370100",
    "when": "2026-11-16T12:00:00+08:00",
    "platform": "meituan",
    "sector": "instant_delivery",
    "today": "2026-11-23",
    "facts": {"order_state": "to_dropoff", "harm": "accident", "drugs": False, "alcohol_mg_per_100ml": "0"},
    "harm_result": {"disability_grade": 8},
}
CASE = Carried(Command("injury check", ACCIDENT), DAY, "2026.11.23-1", "8f3c21ab", "0914d1", "COVERED_LIKELY")
GOLDEN = "GIGDESK1:5GTE%04F/6AV6UCPQEZQIRF6FN3%$UFK0QG0*HD0NNA1E9QZM3DI*/J--AG3H"
few = settings(deadline=None, max_examples=25)

visible = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=20).filter(str.isprintable)
values = st.recursive(
    st.booleans() | st.integers(-(10**9), 10**9) | visible,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(visible, inner, max_size=4),
    max_leaves=12,
)
objects = st.dictionaries(visible, values, max_size=6)
plain = st.from_regex(r"[A-Za-z0-9._-]{1,40}", fullmatch=True)
cases = st.builds(
    Carried,
    st.builds(Command, st.sampled_from(tuple(COMMANDS)), objects, objects),
    st.dates(),
    plain,
    st.binary(min_size=4, max_size=4).map(bytes.hex),
    st.binary(min_size=3, max_size=3).map(bytes.hex),
    plain,
)


def long_case(periods):
    history = [
        {"from": f"{year}-01", "to": f"{year}-12", "base": f"{year * 37 % 9973}.{year % 89:02}"} for year in periods
    ]
    return replace(CASE, command=Command("pension estimate", {"region": "370100", "history": history}))


@few
@given(case=cases)
def test_every_case_comes_back_as_it_was(case):
    try:
        found = texts(case)
    except RefusedError:
        assume(False)  # noqa: FBT003 - hypothesis takes it so
    assert read(found) == case
    assert all(set(text.removeprefix(MARK)) <= set(f"{SIGNS}:") for text in found)


def test_a_text_of_the_first_format_is_read_by_every_later_program():
    assert read([GOLDEN]) == CASE


def test_a_usual_case_takes_a_small_code(services):
    case = carry(CASE.command, services, DAY)
    (text,) = texts(case)
    assert len(text) <= 90
    assert case.release == services.data.reference.about.id
    assert services.data.reference.about.digest.startswith(case.digest)


def test_what_a_person_pastes_may_be_broken_into_lines_small_and_wide():
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in GOLDEN)
    for pasted in (GOLDEN.lower(), f"  {GOLDEN[:20]}\n {GOLDEN[20:]}\n", wide, f"我的码 {GOLDEN}"):
        assert read([pasted]) == CASE


def test_a_long_case_is_two_codes_in_either_order_or_in_one_paste():
    case = long_case(range(1990, 2020))
    one, other = texts(case)
    assert max(len(one), len(other)) <= HALF
    for pieces in ([one, other], [other, one], [f"{other}\n{one}"], [one, one, other, "https://example.org"]):
        assert read(pieces) == case


def test_one_code_is_used_as_long_as_it_holds_everything():
    for years in range(1, 40):
        found = texts(long_case(range(1980, 1980 + years)))
        assert len(found) == 1 or len("".join(found)) > ONE


def test_a_case_too_long_for_two_codes_has_none():
    with pytest.raises(RefusedError) as caught:
        texts(long_case(range(1700, 2100)))
    assert caught.value.code == "carry-too-long"


ONE_OF_TWO, OTHER_OF_TWO = texts(long_case(range(1990, 2020)))
STRANGE, _ = texts(long_case(range(1991, 2020)))


@pytest.mark.parametrize(
    ("pieces", "code"),
    [
        ([], "carry-unknown"),
        (["https://example.org/?GIGDESK"], "carry-unknown"),
        (["张三 13800000000"], "carry-unknown"),
        ([GOLDEN.replace("GIGDESK1", "GIGDESK2")], "carry-newer"),
        ([GOLDEN[:-1]], "carry-damaged"),
        ([MARK], "carry-damaged"),
        (["GIGDESK1"], "carry-damaged"),
        ([f"{MARK}1/3:AAA:BBB"], "carry-damaged"),
        ([f"{GOLDEN}王"], "carry-sign"),
        ([ONE_OF_TWO], "carry-half"),
        ([OTHER_OF_TWO], "carry-half"),
        ([STRANGE, OTHER_OF_TWO], "carry-several"),
        ([GOLDEN, OTHER_OF_TWO], "carry-several"),
        ([ONE_OF_TWO, OTHER_OF_TWO[:-1]], "carry-damaged"),
    ],
)
def test_what_is_no_whole_slip_is_refused_by_what_it_is(pieces, code):
    with pytest.raises(RefusedError) as caught:
        read(pieces)
    assert caught.value.code == code


@few
@given(at=st.integers(len(MARK), 40), sign=st.sampled_from(SIGNS))
def test_one_other_sign_is_noticed(at, sign):
    altered = GOLDEN[:at] + sign + GOLDEN[at + 1 :]
    if altered != GOLDEN:
        with pytest.raises(RefusedError):
            read([altered])


@few
@given(text=st.text(max_size=200) | st.text(SIGNS, max_size=200).map(MARK.__add__))
def test_nothing_that_anybody_types_ends_in_anything_but_a_refusal(text):
    with pytest.raises(RefusedError):
        read([text])


def squeezed(spelled):
    made = FIXED.pack(FORMAT, 1, b"dige", b"mrk") + zlib.compress(spelled, wbits=-15)
    return MARK + _written(made + SUM.pack(zlib.crc32(made)))


@pytest.mark.parametrize(
    "spelled",
    [
        b"[]",
        b"{}",
        b'["injury check","a","b",[],{}]',
        b"\xff",
        b"[" * 5000,
        b'["injury check","a","\\u0007",{},{}]',
        b'["injury check","call me at once","b",{},{}]',
        b'["injury check","a","b",{"x":NaN},{}]',
        b'["injury check","a","b",{"x":"' + b"0" * 60_000 + b'"},{}]',
    ],
)
def test_a_made_up_text_with_a_right_check_sum_is_refused_too(spelled):
    with pytest.raises(RefusedError) as caught:
        read([squeezed(spelled)])
    assert caught.value.code == "carry-damaged"


def test_a_command_that_there_is_not_is_named():
    with pytest.raises(InputError) as caught:
        read([squeezed(b'["data sync","a","b",{},{}]')])
    assert caught.value.details["got"] == "'data sync'"


def test_a_day_that_there_is_not_is_damage():
    made = FIXED.pack(FORMAT, 0xFFFFFFFF, b"dige", b"mrk") + zlib.compress(b'["injury check","a","b",{},{}]', wbits=-15)
    with pytest.raises(RefusedError) as caught:
        read([MARK + _written(made + SUM.pack(zlib.crc32(made)))])
    assert caught.value.code == "carry-damaged"


def test_a_newer_format_is_told_from_a_damaged_one():
    made = FIXED.pack(FORMAT + 1, 1, b"dige", b"mrk")
    with pytest.raises(RefusedError) as caught:
        read([MARK + _written(made + b"x" + SUM.pack(zlib.crc32(made + b"x")))])
    assert caught.value.code == "carry-newer"


def test_the_same_data_gives_the_same_result(services):
    found = since(carry(CASE.command, services, DAY), services)
    assert (found.same_data, found.same_result, found.changes) == (True, True, ())


def test_of_another_release_that_is_not_kept_only_the_result_can_be_compared(services):
    case = replace(carry(CASE.command, services, DAY), release="2020.01.01-1", digest="00000000", mark="000000")
    found = since(case, services)
    assert (found.same_data, found.same_result, found.changes) == (False, False, None)
    assert found.head == case.head


def test_a_case_that_fails_is_carried_as_what_it_is(services):
    case = carry(Command("injury check", {"region": "999999"}), services, DAY)
    assert case.head == ""
    assert since(case, services).same_result


def test_what_a_result_says_first_is_known_by_its_command():
    assert set(HEADS) < set(COMMANDS)


def test_nothing_of_a_command_is_left_out_of_what_is_packed():
    assert read(texts(CASE)).command == CASE.command
    assert len(pack(CASE)) < 90
