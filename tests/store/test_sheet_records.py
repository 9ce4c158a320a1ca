"""Records in JSON and XML, as open-data portals hand out a file: a table whose heads are the fields."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets import Limits, read_bytes, read_text

RECORDS = [
    {"职业名称": "网约配送员", "中位数": 68000.5, "地区": "临沂市"},
    {"职业名称": "快递员", "中位数": None, "代码": "4-02-07-08"},
]
"""Made up."""
ROWS = [
    ("职业名称", "中位数", "地区", "代码"),
    ("网约配送员", "68000.5", "临沂市"),
    ("快递员", "", "", "4-02-07-08"),
]
XML = """<?xml version="1.0" encoding="{}"?>
<data xmlns="urn:sd"><total>2</total><rows>
<row><职业名称>网约配送员</职业名称><中位数>68000.5</中位数><地区>临沂市</地区></row>
<row><职业名称>快递员</职业名称><中位数/><代码>4-02-07-08</代码></row>
</rows></data>"""


def rows(data, **limits):
    (sheet,) = read_bytes(data, "下载", Limits(**limits))
    return list(sheet.rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(
    "around",
    [
        lambda found: found,
        lambda found: {"code": 200, "data": found},
        lambda found: {"object": {"records": found, "total": 2}, "msg": ["ok"]},
        lambda found: {"meta": [{"name": "a"}], "data": {"rows": found}},
    ],
    ids=["bare", "in data", "in an object", "beside another list"],
)
def test_a_list_of_records_is_found_wherever_it_lies_in_the_json(around, encoding):
    assert rows(json.dumps(around(RECORDS), ensure_ascii=False).encode(encoding)) == ROWS


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_records_of_xml_are_a_table_whatever_encoding_it_says_it_is_in(encoding):
    assert rows(XML.format("UTF-8").encode(encoding)) == ROWS
    assert rows(XML.format("GB18030").encode(encoding)) == ROWS


def test_attributes_are_fields_too():
    assert rows(b'<a><r n="x" v="1"/><r n="y" v="2"/></a>') == [("n", "v"), ("x", "1"), ("y", "2")]


def test_numbers_stay_as_they_are_written():
    assert rows(b'[{"a": 1.10, "b": 12345678901234567890, "c": true, "d": {"e": 1}}]')[1] == (
        "1.10", "12345678901234567890", "true", '{"e": "1"}',
    )  # fmt: skip


def test_half_a_sign_is_no_reason_to_stop():
    assert rows(b'[{"a\\ud800": "b\\udfffc", "d": "\\ud83d\\ude00"}]') == [("a?", "d"), ("b?c", "\U0001f600")]


@pytest.mark.parametrize("data", [b"{}", b"[]", b"[1, 2]", b'{"code": 300, "msg": "no"}', b"<a></a>", b"<a>text</a>"])
def test_what_holds_no_record_is_refused(data):
    with pytest.raises(RefusedError) as refused:
        read_bytes(data, "下载")
    assert refused.value.code == "sheet-no-table"


@pytest.mark.parametrize("text", ["[1] first,2\n[3] next,4]", "{a},b\n{c},d}", "<5,3\n>6,4", "[[[[,1\n]"])
def test_a_table_whose_first_sign_is_a_bracket_is_still_a_table(text):
    (sheet,) = read_text(text, "表")
    assert len(sheet.rows) == 2


def test_xml_that_would_grow_or_is_deep_or_has_too_many_records_is_not_read():
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a><r><c>&b;</c></r></a>'
    assert ("bb",) not in read_text(bomb, "下载")[0].rows
    assert read_text("<a>" * 5000 + "</a>" * 5000, "下载")[0].rows
    with pytest.raises(RefusedError) as refused:
        rows(json.dumps([{"a": 1}] * 100).encode(), rows=50)
    assert refused.value.code == "sheet-shape"


@given(st.lists(st.dictionaries(st.text(min_size=1, max_size=4), st.text(max_size=5) | st.integers() | st.none())))
def test_any_records_are_read_or_refused(found):
    with suppress(RefusedError):
        (sheet,) = read_text(json.dumps(found), "下载")
        assert len(sheet.rows) == len(found) + 1


AROUND = [("<a>", "</a>"), ("[", "]"), ("{", "}")]


@given(st.text(alphabet="<>/ab c=\"'[]{}:,1&;", max_size=40), st.sampled_from(AROUND))
def test_whatever_stands_between_brackets_ends_well(inside, around):
    with suppress(RefusedError):
        read_text(f"{around[0]}{inside}{around[1]}", "下载")
