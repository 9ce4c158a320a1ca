"""Damaged answers: whatever happened to one on its way, it is read or refused, and nothing else."""

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.sync.feeds import ALL
from gigdesk.sync.wire import FeedError, json_of

ANSWERS = {
    "ilostat": b'"ref_area","source","indicator","sex","classif1","time","obs_value","obs_status"\n'
    b'"CHN","FX:216","EAR_EMTA_SEX_CUR_NB","SEX_T","CUR_TYPE_LCU","2022",5436,\n'
    b'"CHN","DA:994","EAR_EMTA_SEX_CUR_NB","SEX_T","CUR_TYPE_LCU","2008",2435.75,\n',
    "ilo-sdmx": b"DATAFLOW;REF_AREA;FREQ;SEX;OCU;CUR;TIME_PERIOD;OBS_VALUE;OBS_STATUS;UNIT_MULT;SOURCE\n"
    b"ILO:DF_EAR_EMTA_SEX_OCU_CUR_NB(1.0);CHN;A;SEX_T;OCU_ISCO08_5;CUR_TYPE_LCU;2022;5,436;A;3;X\n",
    "eurostat": b'{"class":"dataset","label":"Mean hourly earnings","value":{"0":11.5,"1":12},"status":{"1":"b"},'
    b'"id":["geo","unit","time"],"size":[2,1,1],"dimension":{"geo":{"category":{"index":["DE","FR"]}},'
    b'"unit":{"category":{"index":{"EUR":0}}},"time":{"category":{"label":{"2022":"2022"}}}}}',
    "bls": b'{"status":"REQUEST_SUCCEEDED","message":[],"Results":{"series":[{"seriesID":"OEUN000000000000043502113",'
    b'"data":[{"year":"2024","period":"A01","value":"38340","footnotes":[{}]}]}]}}',
    "bls files": b"series_id\tyear\tperiod\tvalue\tfootnote_codes\r\n"
    b"OEUN000000000000043502113     \t2024\tA01\t       38340\t\r\n",
    "nomis": b"GEOGRAPHY_CODE,SEX,ITEM,ITEM_NAME,PAY,PAY_NAME,TIME,OBS_VALUE,OBS_STATUS,RECORD_COUNT\n"
    b'"E12000001",7,2,"Median",7,"Annual pay - gross",2025,30000.5,"A",1\n',
    "nbs": '{"data":[{"code":"2025YY","values":[{"i_showname":"制造业城镇私营单位就业人员平均工资","value":"76055",'
    '"da":"000000000000","du_name":"元"}]}],"success":true,"state":20000}'.encode(),
    "worldbank": b'[{"page":1,"pages":1,"lastupdated":"2026-07-13"},[{"indicator":{"id":"PA.NUS.PRVT.PP"},'
    b'"countryiso3code":"CHN","date":"2025","value":3.45}]]',
}
"""One short answer of each format, in its layout; the figures matter nothing here."""


def reader_of(name):
    return ALL[name.split()[0]].parse


@pytest.mark.parametrize("name", ANSWERS)
def test_each_answer_is_read_while_it_is_whole(name):
    found = reader_of(name)(ANSWERS[name])
    assert (found.rows, sum(found.left_out.values())) in {(1, 0), (2, 0)}


@st.composite
def damaged(draw):
    name = draw(st.sampled_from(sorted(ANSWERS)))
    answer = ANSWERS[name]
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(answer))), draw(st.integers(0, 20))
        piece = draw(st.one_of(st.binary(max_size=6), st.sampled_from([
            b"null", b"[]", b"{}", b'"', b"-1", b"1e999", b"9" * 40, b"NaN", b"true", b"\n", b"\0", b"\xff\xfe",
        ])))  # fmt: skip
        answer = answer[:at] + piece + answer[at + length :]
    return name, answer


@given(damaged())
def test_a_damaged_answer_is_read_or_refused_and_its_counts_add_up(case):
    name, answer = case
    with contextlib.suppress(FeedError):
        found = reader_of(name)(answer)
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


@given(st.sampled_from(sorted(ANSWERS)), SHAPES)
def test_json_of_another_shape_is_refused_or_holds_nothing(name, value):
    with contextlib.suppress(FeedError):
        reader_of(name)(json.dumps(value).encode())


@pytest.mark.parametrize(
    "text", [b"", b"  \r\n", b"\xef\xbb\xbf", b"[" * 100_000, b"[1,", b"1" * 5000, b"NaN", b"\xff"]
)
def test_what_is_no_json_is_refused(text):
    with pytest.raises(FeedError):
        json_of(text)
