"""Rows are read, named with the reason, or said to be none: nothing is lost in silence."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.services.wage_tables.account import MOST_NAMED, Account, Kind
from gigdesk.services.wage_tables.finding import candidates
from gigdesk.services.wage_tables.mapping import DIMENSIONS, Column, TableMap
from gigdesk.services.wage_tables.proposal import propose
from gigdesk.services.wage_tables.reading import Reading
from gigdesk.store.sheets import Sheet, read_text

FIVE = ("p10", "p25", "p50", "p75", "p90")
PLAIN = TableMap(
    columns={at: Column(name) for at, name in enumerate(("code", "label", *FIVE))},
    dimension="occupation_cn", unit="year", region="370100", period="2024",
)  # fmt: skip
HEAD = ("代码", "名称", "10%", "25%", "50%", "75%", "90%")
RIDER = ("4100801", "网约配送员", "41000", "55000", "72000", "98000", "125000")


def test_a_citys_notice_is_read_with_all_its_quirks(read, rows_of, layouts):
    found = read(rows_of(layouts.city))
    assert found.figures("网约配送员") == [41_000, 55_000, 72_000, 98_000, 125_000, None]
    assert found.figures("消防和应急救援人员") == [51_000, 60_000, 79_000, 79_000, 91_000, None]
    assert found.figures("快递员") == [42_000, 53_000, 68_000, 89_000, 112_000, None]
    assert found.figures("保安员") == [35_000, 40_000, 46_000, None, None, None]
    assert found.codes == {
        "网约配送员": "4-10-08-01", "消防和应急救援人员": "3-02-03", "快递员": "4-02-07-08", "保安员": "4-07-05-01",
        "合计": "all",
    }  # fmt: skip
    assert found.account.counts == {
        Kind.ABOVE: 3, Kind.HEADER: 2, Kind.HEADING: 1, Kind.READ: 5, Kind.NOTE: 2, Kind.BELOW: 0,
    }  # fmt: skip
    assert found.account.remarks == {"sign": [6, 8]}
    assert next(cell for cell in found.cells if cell[3] == "保安员")[11] == "p75:missing p90:missing"


def test_the_ministrys_figures_come_out_as_published(read, rows_of, layouts):
    found = read(rows_of(layouts.ministry))
    assert found.figures("计算机软件测试员")[1:4] == [73_900, 98_800, 150_500]
    assert found.figures("计算机软件工程技术人员")[1:4] == [90_000, 143_300, 220_100]
    assert found.codes == {
        "计算机软件测试员": "4-04-05-02", "计算机软件工程技术人员": "2-02-10-03", "工程技术人员": "2-02",
    }  # fmt: skip


def test_the_bureaus_posts_are_read_from_its_own_page(known, layouts):
    sheets = read_text(layouts.posts, "release.html")
    posts, years = (propose(sheets, one, known).mapping for one in candidates(sheets))
    read = [
        {(cell[2], cell[4]): cell[10] / 100 for cell in Reading(each, known, sheets[each.sheet - 1].rows).cells()}
        for each in (posts, years)
    ]
    assert read[0]["H|社会生产服务和生活服务人员", "2025"] == 52_018
    assert read[0]["G|社会生产服务和生活服务人员", "2025"] == 117_135
    assert read[0]["|all", "2025"] == 106_080
    assert len(read[0]) == 18
    assert read[1] == {("all", "2025"): 71_590, ("all", "2024"): 69_476, ("H", "2025"): 55_123, ("H", "2024"): 54_042}


def test_rows_of_regions_are_read_with_their_posts(read, rows_of, layouts):
    found = read(rows_of(layouts.regions))
    assert found.mapping.dimension == "post"
    there = {(cell[1], cell[2]): cell[10] / 100 for cell in found.cells}
    assert there["CN-EAST", "社会生产服务和生活服务人员"] == 87_308
    assert there["CN-CENTRAL", "all"] == 83_745


def test_job_advertisements_are_read_in_yuan_a_month(read, rows_of, layouts):
    found = read(rows_of(layouts.recruitment))
    assert [(cell[1], cell[3], cell[4], cell[10]) for cell in found.cells] == [
        ("CN-JINGJINJI", "短视频运营", "2025Q4", 730_000),
        ("CN-PEARL", "短视频运营", "2025Q4", 710_000),
        ("CN-YANGTZE", "新媒体运营", "2026Q1", 890_000),
    ]
    assert {cell[2] for cell in found.cells} == {"4-13-01-05"}
    assert set(found.account.remarks) == {"code-by-other-name"}


def test_the_long_shape_gathers_the_figures_of_a_cell(read, rows_of, layouts):
    found = read(rows_of(layouts.long))
    assert found.cells == [
        (2, "000000", "4-04-05-02", "计算机软件测试员", "2025",
         None, 7_390_000, 9_880_000, 15_050_000, None, None, "", None),
        (5, "000000", "2-02", "工程技术人员", "2025", None, None, 7_950_000, None, None, None, "p90:missing", 120),
    ]  # fmt: skip
    assert found.account.counts[Kind.READ] == found.account.observations == 5


def test_each_row_of_the_long_shape_that_cannot_be_read_is_named(read, rows_of, layouts):
    bad = [
        "999999,2-02,x,2025,p50,1,,", "000000,20,x,2025,p50,1,,", "000000,2-02,x,25,p50,1,,",
        "000000,2-02,x,2025,p51,1,,", "000000,2-02,x,2025,p50,十,,", "000000,2-02,x,2025,p50,1,?,",
        "000000,2-02,x,2025,p50,1,,1.5", "000000,,,2025,p50,1,,", ",,,,,,,", "",
    ]  # fmt: skip
    found = read(rows_of(layouts.long + "\n".join(bad) + "\n000000,2-02,x,2025,mean,1,,\n"))
    assert found.unread == [
        ("A7", "region"), ("B8", "code"), ("D9", "period"), ("E10", "measure"), ("F11", "figure"), ("G12", "flag"),
        ("H13", "sample"), ("C14", "no-label"),
    ]  # fmt: skip
    assert (found.account.counts[Kind.EMPTY], found.account.counts[Kind.READ]) == (2, 6)


def test_a_row_that_cannot_be_read_does_not_part_a_cell_of_the_long_shape_and_a_figure_that_comes_again_does(
    read, rows_of
):
    text = """region,code,label,period,measure,value
000000,2-02,x,2025,p25,1
999999,2-02,x,2025,p50,2

000000,2-02,x,2025,p50,十
000000,2-02,x,2025,p75,3
000000,2-02,x,2025,p75,4
000000,2-02,x,2024,p75,5
"""
    found = read(rows_of(text))
    assert [(cell[0], cell[4], *cell[5:11]) for cell in found.cells] == [
        (2, "2025", None, 100, None, 300, None, None),
        (7, "2025", None, None, None, 400, None, None),
        (8, "2024", None, None, None, 500, None, None),
    ]
    assert found.unread == [("A3", "region"), ("F5", "figure")]


def test_what_is_said_once_stands_in_the_long_shape_too(read):
    rows = [("code", "measure", "value"), ("2-02", "p50", "7.95"), ("2-02", "p90", "9")]
    found = read(rows, region="000000", period="2025", factor=Decimal(10_000), dimension="occupation_cn")
    assert found.cells == [
        (2, "000000", "2-02", "2-02", "2025", None, None, 7_950_000, None, 9_000_000, None, "", None)
    ]


@pytest.mark.parametrize(
    ("row", "cell", "why"),
    [
        (("404050", "某职业", "1", "2", "3", "4", "5"), "A2", "code"),
        (("2004-04-05", "某职业", "1", "2", "3", "4", "5"), "A2", "code"),
        (("4100801", "网约配送员", "1", "2", "十万", "4", "5"), "E2", "figure"),
        (("", "", "1", "2", "3", "4", "5"), "B2", "no-label"),
        (("4100801", "网约配送员", "98800②", "2", "3", "4", "5"), "C2", "figure"),
        (("", "长" * 201, "1", "2", "3", "4", "5"), "B2", "long-label"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_cell_and_why(read, row, cell, why):
    found = read([HEAD, row], PLAIN)
    assert (found.unread, found.cells) == ([(cell, why)], [])


def test_a_code_that_a_spreadsheet_spoiled_is_found_by_the_title_and_that_is_said(read):
    found = read([HEAD, ("4.04E+06", "计算机软件测试员", "1", "2", "3", "4", "5")], PLAIN)
    assert (found.codes, found.account.remarks) == ({"计算机软件测试员": "4-04-05-02"}, {"code-mended": [2]})


def test_a_code_that_meant_something_else_follows_the_title(read):
    """4-02-07-10 was 网约配送员 in 2020 and is 国际快递业务师 now."""
    rows = [HEAD, ("4-02-07-10", "网约配送员", "1", "2", "3", "4", "5"), ("4020710", "骑士", "1", "2", "3", "4", "5")]
    found = read(rows, PLAIN)
    assert found.codes == {"网约配送员": "4-10-08-01", "骑士": "4-02-07-10"}
    assert found.account.remarks == {"code-moved": [2], "title-differs": [3]}


def test_a_title_without_a_code_is_an_occupation_only_where_it_is_exactly_one(read):
    rows = [
        HEAD,
        *(("", name, "1", "2", "3", "4", "5") for name in ("快递员", "外卖小哥", "司机", "物流快递人员", "快递")),
    ]
    found = read(rows, PLAIN)
    assert found.codes == {"快递员": "4-02-07-08", "外卖小哥": "4-10-08-01", "司机": "", "物流快递人员": "", "快递": ""}
    assert found.account.remarks["code-by-title"] == [2]
    assert 3 in found.account.remarks["code-by-other-name"]


def test_a_repeated_row_is_stored_once_and_a_contradicting_one_is_left_to_the_guard(read):
    other = (*RIDER[:-1], "126000")
    found = read([HEAD, RIDER, RIDER, HEAD, other], PLAIN)
    assert [cell[0] for cell in found.cells] == [2, 5]
    assert found.account.remarks == {"repeated": [3]}
    assert found.account.counts[Kind.HEADER] == 2


def test_heads_that_come_again_in_other_words_are_heads(read):
    again = ("职业代码", "职业名称", "10%", "25%", "中位数", "75%", "90%")
    found = read([HEAD, RIDER, again, (*RIDER[:1], "配送员", *RIDER[2:])], PLAIN)
    assert (found.account.counts[Kind.HEADER], found.unread) == (2, [])


def test_an_occupation_whose_figures_are_not_published_is_kept_as_missing(read):
    found = read([HEAD, ("4100801", "网约配送员"), ("4", "第四大类"), (*RIDER[:1], "骑手", *RIDER[2:])], PLAIN)
    assert [cell[3] for cell in found.cells] == ["网约配送员", "骑手"]
    assert found.cells[0][11] == "p10:missing p25:missing p50:missing p75:missing p90:missing"
    assert found.account.counts[Kind.HEADING] == 1


def test_a_region_and_a_sample_may_stand_in_columns(read):
    rows = [("地区", "职业名称", "中位数", "样本数"), ("其中：深圳", "快递员", "60000", "1,234"),
            ("某地", "快递员", "1", "2"), ("北  京", "快递员", "70000", "*"),
            ("济南", "快递员", "70000", "很多")]  # fmt: skip
    found = read(rows, unit="year", period="2024", region="")
    assert [(cell[1], cell[12]) for cell in found.cells] == [("440300", 1234), ("110000", None)]
    assert found.unread == [("A3", "region"), ("D5", "sample")]


def test_a_cell_merged_downwards_speaks_for_each_of_its_rows(tmp_path, services):
    page = tmp_path / "page.html"
    page.write_text(
        "<table><tr><td>职业名称</td><td>地区</td><td>中位数</td></tr>"
        "<tr><td rowspan=2>快递员</td><td>济南</td><td>60000</td></tr><tr><td>青岛</td><td>61000</td></tr></table>",
        encoding="utf-8",
    )  # fmt: skip
    brought = services.tables.bring(page)
    mapping = services.tables.propose(brought, brought.candidates[0]).mapping
    with brought.rows(mapping) as rows:
        cells = list(Reading(mapping, services.tables.known, rows).cells())
    assert [(cell[1], cell[3]) for cell in cells] == [("370100", "快递员"), ("370200", "快递员")]


def test_of_very_many_bad_rows_the_first_are_named_and_all_are_counted(read):
    rows = [HEAD, *[("1", "x", "?", "", "", "", "")] * (MOST_NAMED + 5)]
    account = read(rows, PLAIN).account
    assert (len(account.problems), account.counts[Kind.UNREAD]) == (MOST_NAMED, MOST_NAMED + 5)


CELLS = st.sampled_from(
    ["", "1", "98,800", "十万", "*", "#", "—", "4100801", "404050", "4.04E+06", "网约配送员", "合计", "注：说明", "10%",
     "职业名称", "职业代码", "济南", "2024", "单位：元", "p50", "measure", "value", "x" * 300, "\u3000", "98800②"]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=9).map(tuple), max_size=12)
MAPS = st.builds(
    lambda fields, header, height, last, dimension: replace(
        PLAIN, columns={at: Column(field) for at, field in enumerate(fields)}, header=header, header_rows=height,
        last=last, dimension=dimension,
    ),
    st.lists(st.sampled_from(["code", "label", "industry", "region", "period", "sample", "measure", "value", "flag",
                              "mean", *FIVE, "ignore"]), max_size=9, unique=True),
    st.integers(1, 4), st.integers(1, 2), st.none() | st.integers(1, 14),
    st.sampled_from(DIMENSIONS),
)  # fmt: skip


@given(rows=ROWS, mapping=MAPS)
def test_whatever_stands_in_a_sheet_each_of_its_rows_is_accounted_for(known, rows, mapping):
    account = Account()
    cells = list(Reading(mapping, known, rows, account).cells())
    assert account.rows == len(rows)
    assert {cell[0] for cell in cells} <= set(range(1, len(rows) + 1))
    assert len({problem.row for problem in account.problems}) == account.counts[Kind.UNREAD]
    for cell in cells:
        assert len(cell) == 13
        assert all(fen is None or fen >= 0 for fen in cell[5:11])


@given(rows=ROWS)
def test_whatever_a_file_holds_what_is_proposed_for_it_can_be_read(known, rows):
    sheets = (Sheet("", tuple(rows)),)
    for found in candidates(sheets):
        account = Account()
        list(Reading(propose(sheets, found, known).mapping, known, rows, account).cells())
        assert account.rows == len(rows)
