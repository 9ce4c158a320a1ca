"""Workbooks of old Excel and documents of Word: what is shown in them comes out, in its place, and nothing else."""

import io
import random
import re
import struct
import subprocess
import sys
import zipfile
from datetime import date

import pytest
import xlsxwriter
from fuzz import documents, old_excel
from fuzz.documents import Table
from fuzz.old_excel import Failure, Tab, old_workbook

from gigdesk import READ_APART
from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets import LIMITS, Area, Limits, Sheet, read_bytes

HEADS = Table(
    "表8 分岗位",
    (("职业", "工资价位"), ("", "低位数", "中位数", "高位数"), ("网约配送员", "50.5", "98800", "4-04-05-02")),
    (Area(0, 0, 2, 1), Area(0, 1, 1, 3)),
)
CHANCE = random.Random(3)  # noqa: S311 - the same pieces each time


def refused(data, limits=LIMITS):
    with pytest.raises(RefusedError) as caught:
        read_bytes(data, "表", limits)
    return caught.value.code


def rows(data):
    (sheet,) = read_bytes(data, "表")
    return [list(row) for row in sheet.rows]


def word(body):
    """A document of this body."""
    return documents.document((), CHANCE, lambda _: body)


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*lines):
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in line) for line in lines)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in cells) + "</w:tbl>"


WRITERS = {
    "xlsx": lambda: documents.workbook([HEADS]),
    "xls": lambda: documents.old_book([HEADS]),
    "docx": lambda: documents.document([HEADS], CHANCE),
    "html": lambda: documents.web_page([HEADS], CHANCE).encode(),
    "pdf": lambda: documents.pdf([HEADS]),
}


@pytest.mark.parametrize("format_", WRITERS)
def test_every_format_gives_the_same_sheet_with_its_title_and_its_merged_cells(format_):
    (sheet,) = read_bytes(WRITERS[format_](), "no name says what it is")
    assert (sheet.name, sheet.rows, sorted(sheet.merged)) == (HEADS.name, HEADS.rows, sorted(HEADS.merged))
    assert sheet.spread(0) == ("职业", "工资价位", "工资价位", "工资价位")
    assert sheet.spread(1) == ("职业", "低位数", "中位数", "高位数")
    assert sheet.spread(2) == HEADS.rows[2]


def test_a_merged_area_that_holds_nothing_spreads_nothing():
    assert Sheet("", (("", ""), ("a",)), (Area(0, 0, 2, 1), Area(0, 5, 1, 3))).spread(1) == ()


def test_cells_of_an_old_workbook_come_out_as_excel_shows_them():
    line = [202401, date(2024, 1, 1), 3457.59, 0.1 + 0.2, 1e20, True, Failure(0x2A), "北　京 ", -0.5]
    assert rows(old_workbook([Tab("甲", [["年月", None, "基数"], [], line])])) == [
        ["年月", "", "基数"], [],
        ["202401", "2024-01-01", "3457.59", "0.3", "100000000000000000000", "TRUE", "#N/A", "北　京", "-0.5"],
    ]  # fmt: skip


def test_what_could_not_be_worked_out_is_said_as_excel_says_it():
    """The library gives an empty cell; one that is empty and one that failed are not the same."""
    found = io.BytesIO()
    with xlsxwriter.Workbook(found, {"in_memory": True}) as book:
        book.add_worksheet().write_formula("A1", "=1/0", None, "#DIV/0!")
        book.worksheets()[0].write("B1", 'no t="e" here')
    assert rows(found.getvalue()) == [["#DIV/0!", 'no t="e" here']]


def test_hidden_sheets_of_an_old_workbook_are_left_out():
    tabs = [Tab("甲", [["a"]]), Tab("乙", [["b"]], hidden=True), Tab("丙", [["c"]])]
    assert [(sheet.name, sheet.rows) for sheet in read_bytes(old_workbook(tabs), "表")] == [
        ("甲", (("a",),)), ("丙", (("c",),)),
    ]  # fmt: skip


def test_long_texts_of_an_old_workbook_are_whole():
    lines = [[f"{number} " + "长" * 300, str(number)] for number in range(60)]
    assert rows(old_workbook([Tab("甲", lines)])) == lines


def test_names_and_drawings_of_an_old_workbook_are_passed_over():
    broken = old_excel.record(0x0018, b"\xff" * 40) + old_excel.record(0x00EC, b"\xff" * 10)
    assert rows(old_workbook([Tab("甲", [["a", 1]])], broken)) == [["a", "1"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (old_workbook([Tab("甲", [["a"]])], old_excel.record(0x002F, b"\1\0\1\0\1\0")), "sheet-password"),
        (old_excel.compound(b"x" * 5000, "WordDocument"), "sheet-old"),
        (old_excel.compound(b"x" * 5000, "PowerPoint Document"), "sheet-kind"),
        (old_excel.compound(b"x" * 5000), "sheet-damaged"),
        (old_workbook([Tab("甲", [["a"]])])[:3000], "sheet-damaged"),
        (old_workbook([Tab("甲", [*[[]] * 65_000, ["a"]])]), "sheet-shape"),
        (old_workbook([Tab("甲", [[*[None] * 240, 1]])]), "sheet-shape"),
    ],
)
def test_an_old_workbook_that_cannot_be_read_is_told_apart(data, code):
    assert refused(data) == code


def test_sheets_that_are_all_the_same_one_do_not_multiply():
    """Each name of a sheet may point to the same cells; they count as often as they would be read."""
    stream = bytearray(old_excel.workbook_stream([Tab(str(at), [["a"] * 200] * 20) for at in range(9)]))
    places = [at for at in range(len(stream) - 3) if stream[at : at + 2] == b"\x85\0"][:9]
    for at in places:
        stream[at + 4 : at + 8] = stream[places[0] + 4 : places[0] + 8]
    data = old_excel.compound(bytes(stream))
    assert refused(data, Limits(cells=20_000)) == "sheet-shape"
    assert len(read_bytes(data, "表")) == 9


def test_a_folder_that_turns_in_a_circle_ends_in_time():
    data = bytearray(old_workbook([Tab("甲", [["a"]])]))
    entry = 512 * (1 + struct.unpack_from("<I", data, 48)[0])
    for at in (entry, entry + 128):
        struct.pack_into("<III", data, at + 68, 1, 1, 1)
    assert refused(bytes(data), Limits(seconds=2)) in {"sheet-damaged", "sheet-slow"}


def test_a_reader_that_takes_too_long_or_too_much_is_ended():
    data = old_workbook([Tab("甲", [[1.5] * 200] * 400)])
    assert refused(data, Limits(seconds=0.001)) == "sheet-slow"
    assert refused(data, Limits(memory=30_000_000)) in {"sheet-slow", "sheet-damaged"}


def test_the_process_apart_answers_and_says_nothing_else():
    command = [sys.executable, "-m", "gigdesk", READ_APART, "old-excel", "表", "{}"]
    done = subprocess.run(command, input=b"", capture_output=True, timeout=60, check=True)
    assert done.stdout == b'{"refused": "sheet-damaged", "file": "\\u8868"}'
    assert not done.stderr


def test_tables_of_a_document_are_called_by_the_line_before_them():
    body = paragraph("第一句。") + paragraph("表1 快递员") + paragraph("单位：元/年") + table([paragraph("a")])
    body += table([paragraph("b")]) + paragraph("") + paragraph("长" * 300) + table([paragraph("c")])
    found = read_bytes(word(body), "表")
    assert [(sheet.name, sheet.rows) for sheet in found] == [
        ("表1 快递员 单位：元/年", (("a",),)), ("", (("b",),)), ("长" * 200, (("c",),)),
    ]  # fmt: skip


def test_what_was_inserted_counts_and_what_was_deleted_does_not():
    run = "<w:r><w:t>{}</w:t></w:r>"
    cell = f"<w:p>{run.format('9')}<w:ins>{run.format('8')}</w:ins><w:del><w:r><w:delText>7</w:delText></w:r></w:del>"
    cell += f"<w:moveFrom>{run.format('6')}</w:moveFrom><w:moveTo>{run.format('8')}</w:moveTo></w:p>"
    gone = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{paragraph('old')}</w:tc></w:tr>"
    after = table([paragraph("z")])
    assert rows(word(table([cell]).replace("</w:tbl>", f"{gone}</w:tbl>").replace("<w:tbl></w:tbl>", after))) == [
        ["988"]
    ]


def test_footnotes_breaks_and_fields_of_a_document():
    note = "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
    cell = f"<w:p><w:r><w:t>52</w:t></w:r><w:r><w:t>018</w:t></w:r>{note}</w:p>"
    two = paragraph("中位数") + paragraph("P50")
    line = "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r></w:p>"
    assert rows(word(table([cell, two, line]))) == [["52018", "中位数 P50", "a b-c d"]]


def test_a_table_in_a_cell_stands_on_its_own_and_does_not_mix():
    inner = table([paragraph("x"), paragraph("y")])
    found = read_bytes(word(table([paragraph("里面：") + inner + paragraph("后"), paragraph("b")])), "表")
    assert [(sheet.name, sheet.rows) for sheet in found] == [("", (("里面： 后", "b"),)), ("里面：", (("x", "y"),))]


def test_rows_that_begin_further_in_and_cells_in_controls_keep_their_places():
    late = f"<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr><w:tc>{paragraph('c')}</w:tc></w:tr>"
    control = f"<w:tr><w:sdt><w:sdtContent><w:tc>{paragraph('d')}</w:tc></w:sdtContent></w:sdt></w:tr>"
    assert rows(word(f"<w:tbl>{late}{control}</w:tbl>")) == [["", "", "c"], ["d"]]


def test_what_stands_twice_for_older_programs_is_read_once():
    both = "<c:Both xmlns:c='m'><c:Choice>{0}</c:Choice><c:Fallback>{0}</c:Fallback></c:Both>"
    assert rows(word(both.format(table([paragraph("a")])))) == [["a"]]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (paragraph("只有字"), "sheet-no-table"),
        ("<w:tbl>", "sheet-damaged"),
        ("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 300 + "</w:tr></w:tbl>", "sheet-shape"),
        ("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='99999'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>", "sheet-shape"),
        ((paragraph("x") + table([paragraph("a")])) * 1001, "sheet-many"),
    ],
)
def test_a_document_without_a_table_or_beyond_the_limits_is_refused(body, code):
    assert refused(word(body)) == code


def packed(parts, way=zipfile.ZIP_DEFLATED):
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", way) as archive:
        for name, body in parts:
            archive.writestr(name, body)
    return found.getvalue()


@pytest.mark.parametrize("kind", ["word/document.xml", "xl/workbook.xml"])
def test_xml_that_declares_entities_is_refused(kind):
    bomb = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><d>&b;</d>'
    assert refused(documents.zipped({kind: bomb})) == "sheet-damaged"
    assert refused(packed([(kind, '<?xml version="1.0" encoding="UTF-0"?><d/>')])) == "sheet-damaged"


@pytest.mark.parametrize("kind", ["word/document.xml", "xl/workbook.xml"])
def test_bombs_of_many_entries_or_nested_in_each_other_are_refused(kind):
    many = [(kind, "<d/>"), *((f"x{at}", b"") for at in range(2001))]
    assert refused(packed(many)) == "sheet-many"
    nested = packed([("a.zip", packed([("b", b"\0" * 30_000_000)]))])
    assert refused(packed([(kind, "<d/>"), ("inner.zip", nested)])) in {"sheet-no-table", "sheet-damaged"}
    assert refused(packed([(kind, b" " * 30_000_000 + b"<d/>")]), Limits(unpacked=20_000_000)) == "sheet-size"
    assert refused(packed([(kind, b"<d/>")], zipfile.ZIP_LZMA)) == "sheet-damaged"


@pytest.mark.parametrize(("claimed", "read"), [(2_147_483_648, False), (10**30, False), (900_000, True)])
def test_a_workbook_that_claims_billions_of_texts_is_refused_before_room_is_made_for_them(claimed, read):
    """The library makes room for as many as are claimed, and ends the process where there is none."""
    with zipfile.ZipFile(io.BytesIO(documents.workbook([HEADS]))) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    claim = f' uniqueCount="{claimed}"'.encode()
    lies = packed([(name, re.sub(rb' uniqueCount="\d+"', claim, body)) for name, body in parts])
    if read:
        assert rows(lies) == [list(row) for row in HEADS.rows]
    else:
        assert refused(lies) == "sheet-damaged"


@pytest.mark.parametrize("kind", ["word/document.xml", "xl/workbook.xml"])
def test_elements_that_lie_too_deep_in_each_other_are_refused(kind):
    """The parser keeps each that is open; a small zip may hold millions."""
    deep = f"<d>{'<a>' * 100_000}{'</a>' * 100_000}</d>"
    assert refused(packed([(kind, f"<?xml version='1.0'?>{deep}")])) == "sheet-damaged"


def test_a_long_text_that_every_cell_names_is_refused_before_it_is_copied():
    """Excel keeps a text once and names it by its number; the library gives every cell a copy."""
    text = "长" * 30_000
    data = documents.workbook([Table("甲", tuple((text,) * 100 for _ in range(100)))])
    assert len(data) < 100_000
    assert refused(data) == "sheet-size"


def test_a_long_text_that_one_cell_names_is_no_matter():
    lines = (("长" * 30_000, *["短"] * 99), *(("短",) * 100 for _ in range(99)))
    (sheet,) = read_bytes(documents.workbook([Table("甲", lines)]), "表")
    assert sheet.rows == lines
