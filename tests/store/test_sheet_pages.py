"""Tables of saved web pages: each with its title, once, and with its cells where a reader sees them."""

import time
from contextlib import suppress

import pytest

from gigdesk.domain.errors import RefusedError
from gigdesk.store.sheets import Limits, read_bytes, read_text

RELEASE = """<!DOCTYPE html><html><head><meta name="PubDate" content="2026/05/15 16:00">
<title>国家统计局</title></head><body>
<div class="txt-content"><p>　　2025年全国城镇非私营单位就业人员年平均工资情况如下。</p>
<p><span>表</span><span>8　2025</span><span>年分岗位</span></p>
<div class="ue_table"><table class="trs_word_table"><tbody>
<tr><td colspan="3"><p><span>单位：元</span></p></td></tr>
<tr><td rowspan="2"><p>行　业</p></td><td colspan="2"><p>规模以上企业</p></td></tr>
<tr><td><p>就业人员</p></td><td><p>社会生产服务和<br>生活服务人员</p></td></tr>
<tr><td><p>　　住宿和餐饮业</p></td><td><p><span>61</span><span>072</span></p></td>
<td><p><span>5</span><b>2018</b></p></td></tr>
</tbody></table></div>
<p>表9　2025年分地区</p>
<table><tr><td>地区</td><td>平均工资</td></tr><tr><td>东部</td><td>1</td></tr></table></div>
{again}</body></html>"""
ARTICLE = RELEASE[RELEASE.index('<div class="txt') : RELEASE.index("{again}")]


def found(text):
    return [(sheet.name, [list(row) for row in sheet.rows]) for sheet in read_text(text, "页")]


def refused(text, **limits):
    with pytest.raises(RefusedError) as caught:
        read_text(text, "页", Limits(**limits))
    return caught.value.code


@pytest.mark.parametrize("again", ["", ARTICLE.replace("txt-content", "mobile-content")])
def test_a_release_gives_its_tables_with_their_titles_and_each_once(again):
    sheets = read_text(RELEASE.format(again=again), "页")
    assert [(sheet.name, [list(row) for row in sheet.rows]) for sheet in sheets] == [
        ("表8 2025年分岗位", [
            ["单位：元"],
            ["行 业", "规模以上企业"],
            ["", "就业人员", "社会生产服务和 生活服务人员"],
            ["住宿和餐饮业", "61072", "52018"],
        ]),
        ("表9 2025年分地区", [["地区", "平均工资"], ["东部", "1"]]),
    ]  # fmt: skip
    assert sheets[0].spread(0) == ("单位：元",) * 3
    assert sheets[0].spread(1) == ("行 业", "规模以上企业", "规模以上企业")
    assert sheets[0].spread(2) == ("行 业", "就业人员", "社会生产服务和 生活服务人员")


def test_a_caption_is_the_name_and_the_unit_goes_with_the_title():
    page = "<p>前言</p><table><caption><b>工资</b>价位</caption><tr><td>a</table>"
    page += "<p>表2 年薪</p><p>（单位：元/年）</p><table><tr><td>b</table><p>x</p><table><tr><td>c</table>"
    assert found(page) == [
        ("工资价位", [["a"]]), ("表2 年薪 （单位：元/年）", [["b"]]), ("x", [["c"]]),
    ]  # fmt: skip


def test_tables_within_cells_do_not_mix():
    page = "<p>外</p><table><tr><td>1<table><tr><td>a<td>b</table>2<td>3<tr><td>4</table>"
    assert found(page) == [("外", [["12", "3"], ["4"]]), ("1", [["a", "b"]])]


def test_heads_in_a_table_of_their_own_stand_above_the_rows_below():
    """Pages that keep the heads in place while the rows move have two tables without a word between them."""
    heads = "<div><table><tr><th rowspan=2>年月<th>基数<th></tr><tr><th>元</tr></table></div>"
    page = f"<p>缴费</p>{heads}<div>\n<table><tr><td>202401<td>4416</tr><tr><td colspan=2>完</tr></table></div>"
    (sheet,) = read_text(page, "页")
    assert sheet.name == "缴费"
    assert sheet.rows == (("年月", "基数"), ("", "元"), ("202401", "4416"), ("完",))
    assert [tuple(area) for area in sheet.merged] == [(0, 0, 2, 1), (3, 0, 1, 2)]
    assert len(read_text(page.replace("<td colspan=2>完", "<td>1<td>2<td>3"), "页")) == 2


def test_two_tables_of_the_same_rows_under_other_titles_are_two():
    table = "<table><tr><td>a<td>1</table>"
    assert found(f"<p>男</p>{table}<p>女</p>{table}") == [("男", [["a", "1"]]), ("女", [["a", "1"]])]


@pytest.mark.parametrize(
    ("page", "rows"),
    [
        ("<html><head><title>x<body><table><tr><td>a</table>", [["a"]]),
        ("<html><head><style>td{}</style><table><tr><td>a<script>b</script></table>", [["a"]]),
        ("<table><td>a<td>b<tr><td>c", [["a", "b"], ["c"]]),
        ("<p></p><tr><td>a</tr></table><tr><td>b</tr>" + "<table></table>", [["a"], ["b"]]),
        ("<table><tr><td>1<div>2</div>3<p>4</p></td><td>a&nbsp;&amp;&#98;</td></table>", [["1 2 3 4", "a &b"]]),
        ("<table><tr><td>5\n</td>\n<td>\n6 </td></tr>\n</table>", [["5", "6"]]),
        ("<table><thead><tr><th>a</thead><tfoot><tr><td>b</tfoot></table>", [["a"], ["b"]]),
    ],
)
def test_pages_that_leave_out_ends_lose_nothing(page, rows):
    assert [row for _, table in found(page) for row in table] == rows


def test_the_xml_of_excel_2003_keeps_names_indices_and_merged_cells_and_leaves_comments_out():
    page = (
        '<?xml version="1.0"?><ss:Workbook xmlns:ss="u"><ss:Worksheet ss:Name="甲"><ss:Table>'
        '<ss:Row><ss:Cell ss:MergeAcross="1"><ss:Data>头</ss:Data></ss:Cell></ss:Row>'
        '<ss:Row ss:Index="3"><ss:Cell ss:Index="2"><ss:Data>1</ss:Data><ss:Comment><ss:Data>注</ss:Data></ss:Comment>'
        '</ss:Cell></ss:Row></ss:Table></ss:Worksheet><ss:Worksheet ss:Name="乙"><ss:Table><ss:Row><ss:Cell><ss:Data>2'
        "</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>"
    )
    assert found(page) == [("甲", [["头"], [], ["", "1"]]), ("乙", [["2"]])]


@pytest.mark.parametrize(
    ("page", "limits", "code"),
    [
        ("<!DOCTYPE html><html><body>请完成验证</body></html>", {}, "sheet-no-table"),
        ("<html><table></table></html>", {}, "sheet-no-table"),
        ("<table><tr>" + "<td>" * 300, {}, "sheet-shape"),
        ("<table>" + "<tr><td colspan=200>" * 6000, {}, "sheet-shape"),
        ("<table>" * 1_000_000 + "<tr><td>a", {}, "sheet-many"),
        ("<p>x<table><tr><td>a</table>" * 1001, {}, "sheet-many"),
        ("<table><tr index=99999><td>a</table>".replace("tr", "row"), {}, "sheet-shape"),
        ("<table>" + "<tr><td>a" * 20_000, {"seconds": 0.01}, "sheet-slow"),
    ],
)
def test_a_page_without_a_table_or_beyond_the_limits_is_refused(page, limits, code):
    assert refused(page, **limits) == code


PIECES = "<table><tr><td>|<|<!|<!--|<![|</|<a |<a b='|&|&#|<?|<td|<script>|<table><caption>|x<p>"


@pytest.mark.parametrize("piece", PIECES.split("|"))
def test_a_page_made_to_take_long_ends_in_time(piece):
    page = "<table><tr><td>a" + piece * (1_000_000 // len(piece))
    begun = time.thread_time()
    with suppress(RefusedError):
        read_bytes(page.encode(), "页", Limits(seconds=0.5))
    assert time.thread_time() - begun < 5
