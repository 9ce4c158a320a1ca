"""A contribution record as an office exports it or a person types it: what counts, what does not, and what is said."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.index import Period
from gigdesk.domain.working import Working
from gigdesk.services.history.reading import read_history
from gigdesk.services.history.said import conflict_said, said
from gigdesk.store.sheets import Sheet, read_bytes, read_text

NOW = YearMonth(2026, 11)
EXPORT = [
    ["参保人员缴费明细"],
    ["姓名：某某", None, "打印日期：2026-11-01"],
    ["序号", "费款所属期", "险种类型", "缴费基数（元）", "个人缴费", "缴费类型", "单位名称"],
    [1, 202401, "企业职工基本养老保险", 4416, 353.28, "正常应缴", "未来科技有限公司"],
    [2, 202401, "职工基本医疗保险", 4416, 88.32, "正常应缴", "未来科技有限公司"],
    [3, 202402, "企业职工基本养老保险", "4,416.00", 353.28, "正常应缴", None],
    [4, 202402, "企业职工基本养老保险", 4416, 353.28, "正常应缴", None],
    [5, 202403, "企业职工基本养老保险", 4416, None, "未缴", None],
    [6, 202402, "企业职工基本养老保险", 88, None, "基数补差", None],
    [7, date(2024, 4, 1), "养老", None, 353.28, "正常应缴", None],
    ["合计", None, None, None, 1413.12],
]


@pytest.fixture(scope="module")
def law(book):
    return book.on(date(2026, 11, 24), "370000")


@pytest.fixture
def read(law):
    def read(*sheets):
        return read_history(sheets, NOW, law, Working())

    return read


def table(*rows, name=""):
    return Sheet(name, tuple(tuple(row) for row in rows))


def typed(text):
    return read_text(text, "")[0]


def periods(found):
    return [(str(one.month_from), str(one.month_to), str(one.base)) for one in found.periods]


def codes(remarks):
    return [remark.code for remark in remarks]


def test_an_export_is_read_and_everything_in_it_is_accounted_for(read, workbook):
    found = read(*read_bytes(workbook({"缴费明细": EXPORT}), "a.xlsx"))
    assert periods(found) == [("2024-01", "2024-02", "4416.00"), ("2024-04", "2024-04", "4416.00")]
    assert codes(found.notes) == ["another-kind", "unpaid", "difference", "derived-account", "left-out", "doubled"]
    assert [note.rows for note in found.notes] == [("5",), ("8",), ("9",), ("10",), ("11",), ()]
    assert found.clear


HEADS = [
    (["费款所属期", "缴费基数"], ["202401", "4416"]),
    (["缴费基数", "备注", "缴费年月"], ["4416", "", "2024-01"]),
    (["起始年月", "终止年月", "月缴费基数"], ["2024年1月", "2024年1月", "4416"]),
    (["费款所属期起", "费款所属期止", "缴费工资"], ["20240101", "20240131", "4,416.00元"]),
    (["开始", "结束", "基数"], ["2024.01", "2024.01", "4416"]),
    (["年份", "月份", "个人缴费基数"], ["2024年", "1月", "4416"]),
    (["Month", "Contribution base"], ["2024-01", "4416"]),
    (["month_from", "month_to", "base"], ["2024-01", "2024-01", "4416.00"]),
    (["缴费起止年月", "月数", "年缴费基数"], ["202401-202401", "1", "4416"]),
    (["费款所属期", "对应费款所属期", "缴费基数"], ["202403", "202401", "4416"]),
    (["年月", "单位缴费基数", "个人缴费基数"], ["202401", "9999", "4416"]),
    (["缴费年月", "医疗保险缴费基数", "养老保险缴费基数"], ["202401", "9999", "4416"]),
    (["缴费月份", "个人缴费（8%）"], ["202401", "353.28"]),
]


@pytest.mark.parametrize(("head", "row"), HEADS, ids="-".join)
def test_columns_are_known_by_their_names(read, head, row):
    assert periods(read(table(head, row))) == [("2024-01", "2024-01", "4416.00")]


def test_a_header_over_two_rows(read):
    found = read(
        table(
            ["缴费年月", "养老保险", "", "医疗保险"],
            ["", "缴费基数", "个人缴费", "缴费基数"],
            ["202401", "4416", "353.28", "9999"],
        )
    )
    assert periods(found) == [("2024-01", "2024-01", "4416.00")]


def test_the_header_of_each_page_is_no_row(read):
    found = read(table(["年月", "基数"], ["202401", "4416"], [], ["基数", "年月"], ["4416", "202402"]))
    assert periods(found) == [("2024-01", "2024-02", "4416.00")]
    assert found.clear


def test_years_say_how_many_months(read):
    found = read(
        table(["年度", "缴费月数", "缴费基数"], ["2023", "12", "4242"], ["2024", "5", "4416"], ["2024", "3", "5000"])
    )
    assert periods(found) == [
        ("2023-01", "2023-12", "4242.00"), ("2024-01", "2024-05", "4416.00"), ("2024-06", "2024-08", "5000.00"),
    ]  # fmt: skip
    assert codes(found.notes) == ["placed"]


def test_fewer_months_than_the_span_has(read):
    found = read(
        table(["缴费起止年月", "月数", "年缴费基数"], ["202401-202412", "10", "44160"], ["202501-202512", "13", "1"])
    )
    assert periods(found) == [("2024-01", "2024-10", "4416.00")]
    assert (codes(found.notes), codes(found.problems)) == (["placed"], ["months"])


def test_tenths_of_a_spreadsheet_are_octobers(read):
    found = read(table(["年月", "基数"], *([f"2024.{m}", "4416"] for m in ("08", "09", "1", "11"))))
    assert periods(found) == [("2024-08", "2024-11", "4416.00")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2020-01 2020-12 3457\n2021-01 2021-06 3,746", [("2020-01", "2020-12"), ("2021-01", "2021-06")]),
        ("2020年1月至12月 每月3457元\n2021年 6个月 3746", [("2020-01", "2020-12"), ("2021-01", "2021-06")]),
        ("202001,3457\n202002,3457", [("2020-01", "2020-02")]),
        ("3457 2020.1-2020.3\n灵活就业", [("2020-01", "2020-03")]),
    ],
)
def test_lines_without_a_header(read, text, found):
    read_ = read(typed(text))
    assert [period[:2] for period in periods(read_)] == found
    assert read_.clear


def test_two_bases_of_a_month_are_for_the_person_to_decide(read, texts):
    found = read(typed("2024-01 2024-06 4416\n2024-03 2024-04 5000"))
    assert [period[:2] for period in periods(found)] == [("2024-01", "2024-02"), ("2024-05", "2024-06")]
    (conflict,) = found.conflicts
    assert (str(conflict.month_from), str(conflict.month_to)) == ("2024-03", "2024-04")
    assert dict(conflict.bases) == {Decimal(4416): ("1",), Decimal(5000): ("2",)}
    assert not found.clear
    assert "5,000" in conflict_said(conflict, texts)


@pytest.mark.parametrize(
    ("state", "note"),
    [
        ("未缴", "unpaid"), ("欠费", "unpaid"), ("未足额到账", "unpaid"), ("缓缴", "unpaid"), ("补差", "difference"),
        ("未缴差额", "difference"), ("退费", "refund"), ("视同缴费", "deemed"), ("正常应缴", None), ("补缴欠费", None),
        ("已到账", None), ("退役军人", None), ("补缴", None),
    ],
)  # fmt: skip
def test_how_a_row_stands(read, state, note):
    found = read(table(["年月", "基数", "缴费标志"], ["202401", "4416", state]))
    assert codes(found.notes) == ([note] if note else [])
    assert bool(found.periods) is (note is None)


@pytest.mark.parametrize(
    "kind", ["失业保险", "工伤", "生育保险", "城乡居民基本养老保险", "职业年金", "机关事业单位养老保险"]
)
def test_other_kinds_are_counted_out_and_said(read, kind):
    found = read(table(["年月", "险种", "基数"], ["202401", kind, "1"], ["202401", "养老保险", "4416"]))
    assert [(note.code, note.details["kind"], len(note.rows)) for note in found.notes] == [("another-kind", kind, 1)]
    assert len(found.periods) == 1


def test_a_kind_nobody_knows_is_asked_about(read):
    assert codes(read(table(["年月", "险种", "基数"], ["202401", "110", "4416"])).problems) == ["kind"]


def test_sheets_of_other_kinds_and_without_a_header_are_said(read):
    head, row = ["年月", "基数"], ["202401", "4416"]
    found = read(table(head, row, name="养老"), table(head, row, name="医疗"), table(["看第一张"], name="说明"))
    assert len(found.periods) == 1
    assert codes(found.notes) == ["sheet-of-another-kind", "sheet-without-header"]


def test_who_pays_alone_pays_the_whole_rate(law):
    working = Working()
    rows = table(["年月", "个人缴费", "参保身份"], ["202601", "914.60", "灵活就业"], ["202602", "365.84", "灵活就业"])
    found = read_history([rows], NOW, law, working)
    assert periods(found) == [("2026-01", "2026-02", "4573.00")]
    assert codes(found.notes) == ["derived-whole", "derived-account"]
    assert {source for step in working.steps for source in step.sources} == {"guofa-2005-38"}


def test_without_the_share_of_the_time_no_base_is_made_up(read):
    found = read(table(["年月", "个人缴费"], ["200501", "80"]))
    assert (periods(found), codes(found.problems)) == ([], ["share-not-known"])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (["去年一月1", "4416"], "month"), (["202401", ""], "base"), (["202401", "很多"], "base"),
        (["202613", "4416"], "month"),
        (["202611", "4416"], "not-yet"), (["202512-202612", "4416"], "not-yet"), (["202412-202401", "4416"], "order"),
        (["202401", "9999999"], "base"), (["2024", "4416"], "year-months"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(read, texts, row, code):
    found = read(table(["年月", "基数"], row, ["202301", "4242"]))
    (problem,) = found.problems
    assert (problem.code, problem.rows) == (code, ("2",))
    assert "2" in said(problem, texts)
    assert not found.clear


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024-01", "one-base"),
        ("2024-01 4416 5000", "one-base"),
        ("2020年 12 3457", "month-or-months"),
        ("2024 12 4416", "month-or-months"),
        ("2024年度 6 4416元", "month-or-months"),
        ("abc 99", "month"),
        ("随便写写", "nothing"),
        ("", "nothing"),
    ],
)
def test_lines_that_cannot_be_read_are_named(read, texts, text, code):
    (problem,) = read(typed(text)).problems
    assert problem.code == code
    assert said(problem, texts)


def test_a_table_without_a_base_says_which_column_it_needs(read):
    assert codes(read(table(["年月", "险种", "缴费标志"], ["202401", "养老", "已缴"])).problems) == ["no-base-column"]


def test_money_given_back_and_nothing_paid_do_not_count(read):
    found = read(table(["年月", "基数"], ["202401", "-4416"], ["202402", "0"], ["202403", "4416"]))
    assert (codes(found.notes), len(found.periods)) == (["refund", "unpaid"], 1)


@pytest.mark.parametrize(
    "text",
    ["202401 -4416", "2024-01 2024-12 -4416", "2024年1月 ¥-4416", "2024-01 −4416", "2024-01-2024-12 -4,416.00元"],
)
def test_a_line_with_an_amount_below_0_is_a_refund(read, text):
    found = read(typed(f"{text}\n202303 4242"))
    assert (codes(found.notes), [one[0] for one in periods(found)]) == (["refund"], ["2023-03"])


@pytest.mark.parametrize("text", ["2024-01 - 4416", "2024-01-4416", "2024-01—4416", "2024-01：4416"])
def test_a_dash_between_month_and_base_is_no_minus(read, text):
    assert periods(read(typed(text))) == [("2024-01", "2024-01", "4416.00")]


def test_a_year_and_a_number_are_read_once_it_is_said_what_the_number_is(read, texts):
    (problem,) = read(typed("2020年 12 3457")).problems
    assert "2020-12" in said(problem, texts)
    assert "2020年 12个月" in said(problem, texts)
    assert periods(read(typed("2020-12 3457\n2021年 12个月 3746"))) == [
        ("2020-12", "2020-12", "3457.00"),
        ("2021-01", "2021-12", "3746.00"),
    ]


def test_many_rows_of_one_kind_are_one_note(read, texts):
    rows = [[f"2024{month:02}", "4416", "未缴"] for month in range(1, 13)]
    (note,) = read(table(["年月", "基数", "状态"], *rows)).notes
    assert len(note.rows) == 12
    assert len(said(note, texts)) < 300


months = st.integers(0, 12 * 28 - 1).map(lambda offset: YearMonth(1998, 1) + offset)
bases = st.decimals("0.01", "99999.99", places=2)


@st.composite
def histories(draw):
    """Periods in order, with gaps or another base between neighbours."""
    ends = sorted(draw(st.lists(months, min_size=2, max_size=12, unique=True)))
    found = []
    for first, last in zip(ends[::2], ends[1::2], strict=False):
        base = draw(bases.filter(lambda each: not found or each != found[-1].base))
        found.append(Period(first, last, base))
    return tuple(found)


FORMS = (
    "{0.year}{0.month:02}",
    "{0.year}-{0.month:02}",
    "{0.year}/{0.month}",
    "{0.year}年{0.month}月",
    "{0.year}.{0.month:02}",
)


@given(histories(), st.sampled_from(FORMS), st.sampled_from(["utf-8", "gb18030", "utf-8-sig"]), st.sampled_from(",\t;"))
@settings(max_examples=60)
def test_a_history_written_as_a_table_comes_back(law, history, form, encoding, delimiter):
    text = io.StringIO()
    lines = csv.writer(text, delimiter=delimiter)
    lines.writerow(["开始年月", "终止年月", "缴费基数"])
    for period in history:
        lines.writerow([form.format(period.month_from), form.format(period.month_to), f"{period.base:,}"])
    found = read_history(read_bytes(text.getvalue().encode(encoding), ""), NOW, law, Working())
    assert found.periods == history
    assert found.clear


@given(histories(), st.sampled_from(FORMS))
@settings(max_examples=60)
def test_a_history_typed_in_lines_comes_back(law, history, form):
    lines = [f"{form.format(one.month_from)} {form.format(one.month_to)} {one.base:,}" for one in history]
    assert read_history([typed("\n".join(lines))], NOW, law, Working()).periods == history


cells = st.one_of(
    st.sampled_from([
        "年月",
        "基数",
        "费款所属期",
        "202401",
        "2024-01-99",
        "4416",
        "-1",
        "1e9",
        "合计",
        "未缴",
        "养老",
        "2024.1",
        "",
    ]),
    st.text(max_size=12),
)


@given(st.lists(st.lists(cells, max_size=5), max_size=8))
@example(rows=[["年月", "基数"], [""]])
def test_any_rows_are_read_or_named(law, texts, rows):
    found = read_history([table(*rows)], NOW, law, Working())
    assert found.periods or found.problems or found.conflicts
    for remark in (*found.notes, *found.problems):
        assert said(remark, texts)
    for conflict in found.conflicts:
        assert conflict_said(conflict, texts)
