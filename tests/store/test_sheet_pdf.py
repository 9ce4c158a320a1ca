"""Tables of a PDF: with lines around their cells and without, over several pages; what is no text is said as such."""

import sys

import pytest
from fuzz import documents
from fuzz.documents import Table

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets import LIMITS, Limits, read_bytes
from gigdesk.store.sheets.pdf import read_pdf
from gigdesk.store.sheets.room import Room

WAGES = Table("表1 工资价位", tuple((f"职业{row}", str(row), f"{row}.5") for row in range(1, 12)))


def said(*lines):
    """A page of lines: how far from the left, how far from the top, and the text."""
    return "\n".join(documents.drawn(text, x, 800 - y) for x, y, text in lines).encode()


def found(data, limits=LIMITS):
    """Read as the process apart reads it, without starting one."""
    return [(sheet.name, sheet.rows) for sheet in read_pdf(data, Room("表", limits))]


def refused(data, limits=LIMITS):
    with pytest.raises(RefusedError) as caught:
        read_pdf(data, Room("表", limits))
    return caught.value.code


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("rows_a_page", [30, 5])
def test_a_table_comes_back_whole_from_one_page_or_several(ruled, rows_a_page):
    """The last of the pages of five rows has one row only."""
    assert found(documents.pdf([WAGES], ruled=ruled, rows_a_page=rows_a_page)) == [(WAGES.name, WAGES.rows)]


def test_a_last_column_that_is_empty_on_the_next_page_does_not_part_the_table():
    rows = (*WAGES.rows[:5], ("甲", "1"))
    assert found(documents.pdf([Table("表1", rows)], rows_a_page=5)) == [("表1", rows)]


def test_a_pdf_is_read_by_the_process_apart():
    other = Table("表2 岗位", WAGES.rows[:3])
    sheets = read_bytes(documents.pdf([WAGES, other]), "表")
    assert [(sheet.name, sheet.rows) for sheet in sheets] == [(WAGES.name, WAGES.rows), (other.name, other.rows)]


def test_heads_come_again_on_each_page_and_are_kept_for_whoever_reads_them():
    pages = [
        said(
            (40, 30, "某市工资价位"),
            (40, 60, "职业"),
            (200, 60, "中位数"),
            (40, 80, row),
            (200, 80, "5"),
            (300, 780, mark),
        )
        for row, mark in (("骑手", "- 1 -"), ("司机", "第 2 页 共 2 页"))
    ]
    name, rows = "某市工资价位", (("职业", "中位数"), ("骑手", "5"), ("职业", "中位数"), ("司机", "5"))
    assert found(documents.pdf_of(pages)) == [(name, rows)]


def test_columns_without_lines_keep_their_places_and_heads_over_several_are_merged():
    page = said(
        (40, 30, "表1 工资价位"), (40, 45, "单位：元"),
        (40, 60, "职业"), (260, 60, "工资价位表数据"), (40, 80, "名称"), (240, 80, "低位"), (340, 80, "高位"),
        (40, 100, "一、服务人员"), (40, 120, "骑手"), (340, 120, "9"),
        (40, 140, "司机"), (240, 140, "7"), (340, 140, "8"),
        (40, 300, "注：另有说明。"),
    )  # fmt: skip
    (sheet,) = read_pdf(documents.pdf_of([page]), Room("表", LIMITS))
    assert sheet.name == "表1 工资价位 单位：元"
    assert sheet.rows[1:] == (("名称", "低位", "高位"), ("一、服务人员",), ("骑手", "", "9"), ("司机", "7", "8"))
    assert sheet.spread(0) == ("职业", "工资价位表数据", "工资价位表数据")


def test_a_cell_whose_line_was_broken_is_joined():
    box = b"40 700 200 60 re S 240 700 60 60 re S 40 640 200 60 re S 240 640 60 60 re S "
    text = said((45, 60, "计算机软件"), (45, 75, "工程技术人员"), (245, 60, "9"), (45, 120, "a b"), (245, 120, "8"))
    assert found(documents.pdf_of([box + text])) == [("", (("计算机软件工程技术人员", "9"), ("a b", "8")))]


LOCKED = "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >>".format("0" * 64)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (documents.pdf_of([said((40, 40, "没有表格"), (40, 60, "第二行"))]), "sheet-no-table"),
        (documents.pdf_of([b""]), "sheet-no-table"),
        (documents.pdf_of([b"q 90 0 0 90 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"]), "sheet-scanned"),
        (
            documents.pdf([WAGES]).replace(b"/UniGB-UTF16-H", b"/Identity-H").replace(b"(GB1)", b"(XYZ)"),
            "sheet-scanned",
        ),
        (b"%PDF-1.4\nnothing more", "sheet-damaged"),
        (documents.pdf_of([b""], extra=LOCKED), "sheet-password"),
    ],
)
def test_a_pdf_without_a_table_that_can_be_read_says_why(data, code):
    assert refused(data) == code


def test_a_pdf_of_too_many_pages_or_cells_is_refused():
    data = documents.pdf([WAGES], rows_a_page=2)
    assert refused(data, Limits(pages=5)) == "sheet-pages"
    assert refused(data, Limits(rows=5)) == "sheet-shape"


def test_a_machine_without_the_reader_says_what_to_do_instead(monkeypatch, texts):
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    assert refused(documents.pdf([WAGES])) == "sheet-pdf-reader"
    assert "xlsx" in texts.tell("error.sheet-pdf-reader", {"file": "a.pdf"})
