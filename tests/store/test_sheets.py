"""Tables that people bring: what is in them comes out as text, and what could hurt is refused before it is read."""

import csv
import io
import random
import time
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.store.sheets import Limits, read_bytes, read_file, read_text

ROWS = [["年月", "基数"], ["202401", "4,416.00"], ["202402", "单位 “甲”, 乙"]]
SMALL = Limits(size=2000, unpacked=20_000, rows=10, columns=5, cells=40)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
INVISIBLE = ("Cc", "Cs", "Zs", "Zl", "Zp", "Cf")
words = st.text(
    st.characters(codec="gb18030", exclude_categories=INVISIBLE, exclude_characters="=';；|，<"), min_size=1, max_size=8
)


def written(rows, delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def rows(data, name="表", **limits):
    (sheet,) = read_bytes(data, name, **limits)
    return [list(row) for row in sheet.rows]


def refused(data, **limits):
    with pytest.raises(RefusedError) as caught:
        read_bytes(data, "表", **limits)
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_text_in_each_encoding_and_with_each_separator(encoding, delimiter):
    assert rows(written(ROWS, delimiter).encode(encoding)) == ROWS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2020-01 2020-12 3,457\n2021-01 5", [["2020-01", "2020-12", "3,457"], ["2021-01", "5"]]),
        ("202401\t,3457\t,正常\n202402\t,3457\t,正常\t", [["202401", "3457", "正常"], ["202402", "3457", "正常"]]),
        ('="202401",\'0012\n', [["202401", "0012"]]),
        ("2020年1月，3457", [["2020年1月", "3457"]]),
        ("199801,531\n199802,531", [["199801", "531"], ["199802", "531"]]),
        ('a,b\n"c,d\n', [["a", "b"], ['"c', "d"]]),
        ("\n\na,b\n\n", [[], [], ["a", "b"], []]),
        ("", []),
    ],
)
def test_what_separates_the_cells_is_found(text, found):
    (sheet,) = read_text(text, "")
    assert [list(row) for row in sheet.rows] == found


def test_a_page_saved_as_xls_is_read_as_the_table_it_is():
    heads = "<tr><th rowspan=2>年月<th colspan=2>养老</tr><tr><td>基数<td>个人</tr>"
    page = f"<html><head><title>x</title></head><table>{heads}"
    assert rows(f"{page}<tr><td>202401</td><td>4416<br></td><td>353</td></tr></table></html>".encode("gb18030")) == [
        ["年月", "养老"], ["", "基数", "个人"], ["202401", "4416", "353"],
    ]  # fmt: skip


def test_the_xml_of_excel_2003_is_read_too():
    book = '<?xml version="1.0"?><ss:Workbook xmlns:ss="u"><ss:Worksheet ss:Name="甲"><ss:Table><ss:Row>'
    cells = "<ss:Cell><ss:Data>年月</ss:Data></ss:Cell><ss:Cell ss:Index='3'><ss:Data>4</ss:Data></ss:Cell>"
    assert rows(f"{book}{cells}</ss:Row></ss:Table></ss:Worksheet></ss:Workbook>".encode()) == [["年月", "", "4"]]


def test_cells_of_a_workbook_come_out_as_excel_shows_them(workbook):
    data = workbook({"甲": [["年月", None, "基数"], [], [202401, date(2024, 1, 1), 3457.59, 0.1 + 0.2, 1e20]]})
    assert rows(data) == [
        ["年月", "", "基数"], [], ["202401", "2024-01-01", "3457.59", "0.3", "100000000000000000000"],
    ]  # fmt: skip


def test_each_sheet_has_its_name(workbook):
    assert [sheet.name for sheet in read_bytes(workbook({"养老": [[1]], "医疗": [[2]]}), "表")] == ["养老", "医疗"]


def test_a_file_is_told_by_what_is_in_it(workbook, tmp_path):
    path = tmp_path / "record.csv"
    path.write_bytes(workbook({"甲": [["a", 1]]}))
    assert read_file(path)[0].rows == (("a", "1"),)


def test_a_file_that_is_not_there_is_named(tmp_path):
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputError, match=r"none|" + tmp_path.name):
            read_file(path)


def far_away(workbook, place):
    """A workbook of a few bytes whose last cell lies far out: room for all between would be room for the world."""
    data = io.BytesIO(workbook({"甲": [["a"]]}))
    with zipfile.ZipFile(data) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</row>", f"</row>{place}".encode())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as new:
        for name, body in parts.items():
            new.writestr(name, body)
    return packed.getvalue()


@pytest.mark.parametrize(
    "place",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row>" + "<c><v>1</v></c>" * 300 + "</row>",
        "<row/>" * 60_000 + "<row><c><v>1</v></c></row>",
        '<row r="99999999999"><c><v>1</v></c></row>',
        "<row><c r='XFD1048576'><v>1</v></c></row>",
        '<row><c s="0" r="XFD1048576"><v>1</v></c></row>',
        '<row><c\nr="XFD1048576"><v>1</v></c></row>',
        '<row><c x=\' r="A1"\' r="XFD1048576"><v>1</v></c></row>',
        '<row><c r="XFD&#49;048576"><v>1</v></c></row>',
        '<row><c r="XFD1048576"><!-- <c r="A1"/> --><v>1</v></c></row>',
        f'<x:row xmlns:x="{MAIN}"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
    ],
)
def test_a_cell_far_out_is_refused_before_room_is_made_for_it(workbook, place):
    assert refused(far_away(workbook, place)) == "sheet-shape"


def test_a_place_named_twice_is_damaged(workbook):
    assert refused(far_away(workbook, '<row><c r="A1" r="XFD1048576"><v>1</v></c></row>')) == "sheet-damaged"


def test_a_far_cell_without_a_value_is_nothing(workbook):
    assert rows(far_away(workbook, '<row r="1048576"><c r="XFD1048576"/></row>')) == [["a"]]


def test_a_bomb_is_refused_before_it_goes_off(workbook):
    packed = io.BytesIO(workbook({"甲": [["a"]]}))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zero.bin", b"\0" * 300_000)
    assert refused(packed.getvalue(), limits=SMALL) == "sheet-size"


def test_a_part_that_lies_about_its_size_is_damaged(workbook):
    data = bytearray(far_away(workbook, " " * 5000))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"sheet1.xml"))
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert refused(bytes(data)) == "sheet-damaged"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * 2001, "sheet-size"),
        (b"1,2\n" * 11, "sheet-shape"),
        (b"1,2,3,4,5,6\n", "sheet-shape"),
        (b"<table><tr><td colspan=99>1</table>", "sheet-shape"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "sheet-kind"),
        (b"PK\x03\x04 and no more", "sheet-damaged"),
        (OLD + bytes(500), "sheet-damaged"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "sheet-password"),
    ],
)
def test_what_is_no_table_or_too_large_is_refused(data, code):
    assert refused(data, limits=SMALL) == code


def test_a_zip_of_something_else_is_no_table():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    assert refused(packed.getvalue()) == "sheet-kind"


@pytest.mark.parametrize(
    "text", ["a," + "\t" * 300_000 + "x", '"' * 300_001, "1,111" * 100_000 + " x", "a\n" * 40_000 + '"']
)
def test_a_text_made_to_take_long_ends_in_time(text):
    begun = time.thread_time()
    with suppress(RefusedError):
        read_text(text, "表")
    assert time.thread_time() - begun < 5


def test_every_refusal_has_its_words(texts):
    blanks = {"file": "a.xls", "most": 1, "rows": 2, "columns": 3, "seconds": 5, "line": 4}
    codes = "size shape kind damaged password old slow many no-table quotes signs line pdf-reader pages scanned"
    for code in codes.split():
        assert "a.xls" in texts.tell(f"error.sheet-{code}", blanks)


@given(st.lists(st.lists(words, min_size=2, max_size=4), min_size=1, max_size=6))
def test_a_table_written_with_commas_comes_back(table):
    assert [list(row) for row in read_text(written(table), "")[0].rows] == table


@given(st.binary(max_size=300))
@settings(deadline=None)  # a file that begins as a PDF is read apart
def test_any_bytes_are_a_table_or_refused(data):
    for start in (b"", b"PK\x03\x04", b"<table>", b"\xef\xbb\xbf"):
        with suppress(RefusedError):
            read_bytes(start + data, "表", SMALL)


def test_a_damaged_workbook_is_read_or_refused(workbook):
    whole = workbook({"甲": [["年月", "基数"], *([202401 + month, 4416.5] for month in range(12))]})
    chance = random.Random(1)  # noqa: S311 - the same damage each time
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(RefusedError):
            read_bytes(bytes(data), "表")
