"""Workbooks as offices publish them: large, and padded with blank rows and sheets that hold nothing."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from fuzz import documents
from fuzz.documents import Table
from fuzz.old_excel import Tab, old_workbook

from gigdesk.store.sheets import open_rows, read_bytes, read_file

OEWS = Path(__file__).resolve().parents[3] / "shared" / "facts" / "data" / "oews"
"""Wage levels of the US Bureau of Labor Statistics, May 2024: real files, too large to be kept here."""


def real(name: str) -> Path:
    path = OEWS / name
    if not path.exists():
        pytest.skip(f"{name} of the research data is not on this machine")
    return path


def test_a_workbook_of_16434_rows_is_read_whole_with_its_marks():
    data, fields = read_file(real("natsector_M2024_dl.xlsx"))[:2]
    assert data.name == "Natsector_M2024_dl"
    assert len(data.rows) - 1 == 16_434
    heads = data.rows[0]
    assert heads[0] == "AREA"
    assert len(heads) == data.width == 32
    marks = [cell for row in data.rows for cell in row if cell in {"*", "#", "**"}]
    assert len(marks) > 1000
    assert all(row[heads.index("OCC_CODE")] for row in data.rows)
    assert fields.name == "Field Descriptions"


def test_a_workbook_saved_again_with_floats_and_filler_is_the_same_as_its_csv():
    data, *_ = read_file(real("national_M2024_dl.xlsx"))
    assert len(data.rows) - 1 == 854
    with open_rows(real("national_M2024.csv")) as rows:
        expected = list(rows)
    assert len(expected) == 855
    for row, line in zip(data.rows, expected, strict=True):
        assert [*row, *[""] * (32 - len(row))] == line


def test_the_csv_of_it_is_the_same_read_whole_or_row_by_row():
    path = real("national_M2024.csv")
    (sheet,) = read_file(path)
    with path.open(encoding="utf-8", newline="") as text:
        assert [list(row) for row in sheet.rows] == [_trimmed(row) for row in csv.reader(text)]


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row = row[:-1]
    return row


PADDED = Table("数据 2024", (("职业", "值"), *[()] * 1000, ("骑手", "52018")))
EMPTY = Table("Sheet3", ((),))


def test_a_thousand_blank_rows_and_filler_sheets_move_nothing():
    for data in (
        documents.workbook([EMPTY, PADDED, Table("说明", (("注",),))]),
        old_workbook([
            Tab("Sheet3", []),
            Tab(PADDED.name, [["职业", "值"], *[[]] * 1000, ["骑手", 52018.0]]),
            Tab("说明", [["注"]]),
        ]),
    ):
        sheets = read_bytes(data, "表")
        assert [sheet.name for sheet in sheets] == ["Sheet3", "数据 2024", "说明"]
        assert sheets[0].rows == ()
        assert sheets[1].rows == PADDED.rows


def test_cells_that_are_styled_but_empty_make_no_rows():
    """A workbook padded to 1,000 rows has cells without values below its data."""
    found = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(documents.workbook([Table("a", (("x", "1"),))]))) as old,
        zipfile.ZipFile(found, "w") as new,
    ):
        for name in old.namelist():
            padding = "".join(f'<row r="{at}"><c r="A{at}" s="0"/></row>' for at in range(2, 1001)).encode()
            new.writestr(name, old.read(name).replace(b"</sheetData>", padding + b"</sheetData>"))
    (sheet,) = read_bytes(found.getvalue(), "表")
    assert sheet.rows == (("x", "1"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_quoted_commas_line_ends_inner_spaces_and_marks_of_the_encoding_change_no_cell(encoding, end):
    text = end.join(['区域,"职业, 代码",值', '"北 京",4-04-05-02,"52,018"', "其中：深圳,4040502,1.0", ""])
    (sheet,) = read_bytes(text.encode(encoding), "表")
    assert sheet.rows == (
        ("区域", "职业, 代码", "值"), ("北 京", "4-04-05-02", "52,018"), ("其中：深圳", "4040502", "1.0"),
    )  # fmt: skip
