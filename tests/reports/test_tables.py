"""Tables to take away: read back as spreadsheets read them, and never a formula."""

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from gigdesk.reports.tables import FORMULA, Table, Taken, as_csv, as_text, as_xlsx, ending_of, in_bytes, written

DAY = date(2026, 11, 23)
LONG = "一个名字很长很长的职业" * 60


def taken(*rows, title="工资对比", heads=("职业", "平均", "样本数")):
    sources = Table("依据和数据", ("编号", "标题"), (("nbs-wages-2025", "2025 年平均工资"),))
    return Taken(Table(title, heads, rows), sources, ("只能参照。",), DAY)


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_a_csv_begins_with_the_mark_that_excel_wants_and_keeps_every_digit():
    content = as_csv(taken(('网约配送员, "骑手"', Decimal("4334.83"), None), ("月嫂", Decimal(-500), 30)))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 3
    assert read_csv(content) == [
        ["职业", "平均", "样本数"], ['网约配送员, "骑手"', "4334.83", ""], ["月嫂", "-500", "30"]
    ]  # fmt: skip


def test_numbers_in_a_workbook_are_numbers_and_the_sources_stand_on_a_sheet_of_their_own():
    sheets = read_xlsx(as_xlsx(taken(("网约配送员", Decimal("4334.83"), 1200), ("月嫂", None, None))))
    assert sheets["工资对比"] == [["职业", "平均", "样本数"], ["网约配送员", 4334.83, 1200], ["月嫂", "", ""]]
    assert sheets["依据和数据"] == [["编号", "标题"], ["nbs-wages-2025", "2025 年平均工资"], ["只能参照。", ""]]


def test_the_same_table_is_the_same_file_on_any_day():
    one, other = (as_xlsx(taken(("a", Decimal(1), 2))) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1+1", "＠x"])
def test_what_would_be_a_formula_is_text(cell):
    (_, (there, *_)) = read_csv(as_csv(taken((cell, None, None))))
    assert there.startswith("'")
    assert as_text(taken((cell, None, None))).splitlines()[1].startswith("'")
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(taken((cell, None, None)))))
    found = book.get_sheet_by_index(0).to_python()[1][0]
    assert isinstance(found, str)
    assert found.strip() == cell.strip()


def test_a_loss_is_a_number_and_not_taken_for_a_formula():
    assert written(Decimal("-500.00")) == "-500.00"


@given(st.text(max_size=40))
@example("\x1b=1+1")
def test_no_text_begins_a_formula_or_leaves_its_cell(text):
    shown = written(text)
    assert not shown.lstrip().startswith(FORMULA)
    assert not any(ord(sign) < 32 for sign in shown)
    rows = read_csv(as_csv(taken((text, None, None))))
    assert rows[1] == [shown, "", ""]
    assert as_text(taken((text, None, None))).count("\n") == 2


@pytest.mark.parametrize("title", [LONG, "a/b:c*d?[e]", "''", ""])
def test_a_long_or_strange_title_is_still_a_sheet(title):
    sheets = read_xlsx(as_xlsx(taken((LONG, Decimal(1), None), title=title)))
    assert len(sheets) == 2
    assert next(iter(sheets.values()))[1][0] == LONG


def test_a_table_without_rows_has_its_heads():
    assert read_csv(as_csv(taken())) == [["职业", "平均", "样本数"]]
    assert read_xlsx(as_xlsx(taken()))["工资对比"] == [["职业", "平均", "样本数"]]


@pytest.mark.parametrize(
    ("name", "ending"), [("a.csv", ".csv"), ("a.XLSX", ".xlsx"), ("a.xls", None), ("a", None), (".csv", None)]
)
def test_the_ending_says_what_a_file_is(name, ending):
    assert ending_of(Path(name)) == ending


def test_a_file_is_made_as_its_ending_says():
    assert in_bytes(taken(), ".csv") == as_csv(taken())
    assert in_bytes(taken(), ".xlsx") == as_xlsx(taken())
