"""What is proposed for a table, and why."""

import itertools
from decimal import Decimal

import pytest

from gigdesk.domain.wages.levels import Flag
from gigdesk.services.wage_tables.finding import candidates
from gigdesk.services.wage_tables.mapping import TableMap
from gigdesk.services.wage_tables.proposal import propose
from gigdesk.services.wage_tables.titles import year_of
from gigdesk.store.sheets import Sheet, read_text

PERCENT = ("10%", "25%", "50%", "75%", "90%")
FIVE = ("p10", "p25", "p50", "p75", "p90")


def fields(mapping):
    return [column.field for column in mapping.columns.values()]


def test_a_citys_notice_is_proposed_with_its_place_unit_and_year(proposed, rows_of, layouts):
    found = proposed(rows_of(layouts.city))
    mapping = found.mapping
    assert (mapping.header, mapping.header_rows, mapping.factor, mapping.unit) == (4, 1, 10_000, "year")
    assert fields(mapping) == ["ignore", "code", "label", *FIVE]
    assert (mapping.title, mapping.region) == ("2025年济南市人力资源市场分职业小类工资价位", "370100")
    assert (mapping.population, mapping.pay_concept) == ("surveyed_enterprise_employees", "gross_wage_employees")
    assert mapping.dimension == "occupation_cn"
    assert (found.year.year, found.year.why) == ("2024", "said")
    assert found.open == ("publisher", "published")


@pytest.mark.parametrize(
    ("title", "around", "published", "year", "why"),
    [
        ("2025年广州市人力资源市场工资价位", (), "", "2024", "survey"),
        ("2024年东莞市人力资源市场工资价位", ("注：本表数据为2023年数据。",), "", "2023", "said"),
        ("2024年某市企业薪酬调查信息", (), "2025-06-27", "2024", "published-after"),
        ("2025年规模以上企业分岗位年平均工资", (), "", "2025", "title"),
        ("May 2024 OEWS Estimates", (), "", "2024", "title"),
    ],
)
def test_the_year_of_the_data_is_proposed_with_its_reason(title, around, published, year, why):
    found = year_of(title, around, published)
    assert (found.year, found.why) == (year, why)


def test_the_tables_own_legend_and_its_day_are_proposed(proposed):
    rows = [
        ("某市2024年工资价位",), ("发布日期：2025年8月1日",), ("职业名称", "中位数"), ("快递员", "60000"),
        ("保安员", "#"),
        ("注：“#”表示样本不足；“/”表示50万元以上。“*”表示缺失",),
    ]  # fmt: skip
    found = proposed(rows)
    assert found.mapping.marks == {"#": Flag.MISSING, "/": Flag.TOP}
    assert found.mapping.published == "2025-08-01"
    assert (found.year.year, found.year.why) == ("2024", "published-after")


def test_a_title_without_a_year_proposes_none():
    assert year_of("工资价位表", ()) is None


@pytest.mark.parametrize("order", list(itertools.permutations(range(7)))[::331])
def test_heads_are_known_in_any_order(proposed, order):
    names = ("职业代码", "职业名称", *PERCENT)
    figures = ("4100801", "网约配送员", "41000", "55000", "72000", "98000", "125000")
    mapping = proposed([[names[at] for at in order], [figures[at] for at in order]]).mapping
    assert {name: fields(mapping)[place] for place, name in enumerate(names[at] for at in order)} == dict(
        zip(names, ("code", "label", *FIVE), strict=True)
    )


@pytest.mark.parametrize(
    "names",
    [
        ("低位数", "下四分位数", "中位数", "上四分位数", "高位数"),
        ("低位值", "中低位值", "中位值", "中高位值", "高位值"),
        ("10分位", "25分位", "50分位", "75分位", "90分位"),
        ("10百分位数", "25百分位数", "50百分位数", "75百分位数", "90百分位数"),
        ("低位数（10%）", "较低位数（25%）", "中位数（50%）", "较高位数（75%）", "高位数（90%）"),
        ("P10", "P25", "P50", "P75", "P90"),
        ("A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90"),
        ("10", "25", "50", "75", "90"),
    ],
)
@pytest.mark.parametrize("turned", [False, True], ids=["rising", "falling"])
def test_each_way_of_naming_a_percentile_is_known(proposed, names, turned):
    step = -1 if turned else 1
    rows = [
        ("序号", "岗位名称", *names[::step]),
        ("1", "快递员", *("40000", "50000", "60000", "70000", "80000")[::step]),
    ]
    assert fields(proposed(rows).mapping) == ["ignore", "label", *FIVE[::step]]


def test_heads_over_two_rows_are_one(proposed):
    rows = [
        ("序号", "职业代码", "职业名称", "工资价位（元/月）", "", "", "样本数"),
        ("", "", "", "低位数", "中位数", "高位数", ""),
        ("1", "4-02-07-08", "快递员", "4000", "6000", "9000", "120"),
    ]
    mapping = proposed(rows).mapping
    assert (mapping.header_rows, mapping.unit, mapping.factor) == (2, "month", 1)
    assert fields(mapping) == ["ignore", "code", "label", "p10", "p50", "p90", "sample"]


def test_growth_and_shares_are_no_wages(proposed):
    rows = [("行业", "平均工资（元/年）", "同比增长（%）", "占比"), ("教育", "63908", "5.2", "3")]
    assert fields(proposed(rows).mapping) == ["label", "mean", "ignore", "ignore"]


def test_columns_in_another_unit_than_the_tables_are_left_out(proposed):
    rows = [("OCC_CODE", "OCC_TITLE", "H_MEAN", "A_MEAN"), ("43-5021", "Couriers and Messengers", "19.26", "40060")]
    mapping = proposed(rows).mapping
    assert (fields(mapping), mapping.unit) == (["code", "label", "ignore", "mean"], "year")
    assert mapping.dimension == "occupation_soc"


def test_a_release_of_the_bureau_has_its_posts_as_columns_and_its_years_as_columns(known, layouts):
    sheets = read_text(layouts.posts, "release.html")
    first, second = candidates(sheets)
    posts = propose(sheets, first, known).mapping
    assert (posts.title, posts.unit, posts.period) == (
        "2025年规模以上企业分行业分岗位就业人员年平均工资",
        "year",
        "2025",
    )
    assert (posts.dimension, posts.population) == ("industry_x_post", "enterprises_above_designated_size")
    assert [column.post for column in posts.columns.values()][:3] == ["", "all", "中层及以上管理人员"]
    years = propose(sheets, second, known)
    assert [(column.field, column.period) for column in years.mapping.columns.values()] == [
        ("label", ""), ("mean", "2025"), ("mean", "2024"), ("ignore", ""),
    ]  # fmt: skip
    assert years.mapping.population == "urban_private_units"
    assert "period" not in years.open


def test_job_advertisements_are_proposed_by_their_own_heads(proposed, rows_of, layouts):
    mapping = proposed(rows_of(layouts.recruitment)).mapping
    assert fields(mapping) == ["ignore", "period", "ignore", "region", "label", "mean", "ignore", "ignore"]
    assert (mapping.factor, mapping.unit, mapping.dimension) == (Decimal(10_000), "month", "job_title")
    assert mapping.population == ""  # nothing in it says so: a person must


def test_the_long_shape_is_known(proposed, rows_of, layouts):
    mapping = proposed(rows_of(layouts.long)).mapping
    assert mapping.is_long
    assert fields(mapping) == ["region", "code", "label", "period", "measure", "value", "flag", "sample"]


def test_the_table_with_more_statistics_and_more_rows_is_offered_first():
    small = [("行业", "平均工资"), ("教育", "63908")]
    large = [("职业名称", *PERCENT), *[("快递员", "1", "2", "3", "4", "5")] * 3]
    text = [("说明",), ("没有表",)]
    found = candidates([Sheet("a", tuple(text)), Sheet("b", tuple(small)), Sheet("c", tuple(large))])
    assert [(one.sheet, one.figures) for one in found] == [(3, 3), (2, 1)]


def test_two_tables_on_one_sheet_end_where_the_next_begins():
    rows = [
        ("表一 分职业",), ("职业名称", "中位数"), ("快递员", "60000"), (), ("表二 分行业",), ("单位：元",),
        ("行业", "平均工资", "样本数"), ("教育", "63908", "20"),
    ]  # fmt: skip
    one, two = sorted(candidates([Sheet("", tuple(rows))]), key=lambda found: found.header)
    assert (one.header, one.last, two.header, two.last) == (2, 3, 7, None)
    assert two.above == ("表二 分行业", "单位：元")


@pytest.mark.parametrize("rows", [[], [()], [("a",)], [("职业名称",)], [("职业名称", "备注"), ("快递员", "好")]])
def test_a_file_without_a_table_has_no_candidate(rows):
    assert candidates([Sheet("", tuple(rows))]) == ()


def test_a_mapping_says_what_is_still_open():
    assert TableMap().open() == (
        "title", "publisher", "published", "population", "pay_concept", "dimension", "unit", "region", "period",
        "columns",
    )  # fmt: skip
