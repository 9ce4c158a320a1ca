"""Tables in the layouts in which offices publish them, and what reads them. Real figures have their source beside."""

import csv
import io
from dataclasses import replace
from types import SimpleNamespace

import pytest

from gigdesk.services.wage_tables.account import Account
from gigdesk.services.wage_tables.finding import candidates
from gigdesk.services.wage_tables.known import Known
from gigdesk.services.wage_tables.mapping import TableMap
from gigdesk.services.wage_tables.proposal import propose
from gigdesk.services.wage_tables.reading import Reading
from gigdesk.store.sheets import Sheet


class Read:
    """What came of reading: the cells, and the account of the rows."""

    def __init__(self, cells, account, mapping):
        self.cells, self.account, self.mapping = cells, account, mapping

    def figures(self, label):
        """The figures of the first cell of a label, in whole units, None where there is none."""
        cell = next(one for one in self.cells if one[3] == label)
        return [None if fen is None else fen / 100 for fen in cell[5:11]]

    @property
    def codes(self):
        return {cell[3]: cell[2] for cell in self.cells}

    @property
    def unread(self):
        return [(one.cell, one.why) for one in self.account.problems]


@pytest.fixture(scope="session")
def known(reference) -> Known:
    return Known.of(reference)


@pytest.fixture(scope="session")
def proposed(known):
    """A function: the mapping proposed for the likeliest table of some rows."""

    def find(rows, name=""):
        sheets = (Sheet(name, tuple(map(tuple, rows))),)
        return propose(sheets, candidates(sheets)[0], known)

    return find


@pytest.fixture(scope="session")
def read(known, proposed):
    """A function: rows read by a mapping, or by the one that is proposed for them."""

    def reading(rows, mapping: TableMap | None = None, **said) -> Read:
        rows = tuple(map(tuple, rows))
        mapping = replace(mapping or proposed(rows).mapping, **said)
        account = Account()
        cells = list(Reading(mapping, known, rows, account).cells())
        assert account.rows == len(rows)
        return Read(cells, account, mapping)

    return reading


CITY = """附件1
2025年济南市人力资源市场分职业小类工资价位
单位：万元/年
序号,职业代码,职业名称,10%,25%,50%,75%,90%
,4,第四大类 社会生产服务和生活服务人员,,,,,
1,4100801,网约配送员 L/S,4.1,5.5,7.2,９.８,12.5
2,30203,消防和应急救援人员,5.1,6.0,7.90,7.90,9.1
3,4-02-07-08,快递员(S),4.2,5.3,6.8,8.9,11 .2
序号,职业代码,职业名称,10%,25%,50%,75%,90%
4,4070501,保 安 员,3.5,4.0,4.6,—,*
,,合计,3.3,4.5,6.4,9.5,15
注：1.“*”表示样本量不足；“—”表示没有数据。
2.本表数据为2024年调查所得。
"""
"""The quirks of facts A.5. All figures are made up but those of 消防和应急救援人员: P50 = P75 = 7.90."""

MINISTRY = """职业编码,职业（工种）,下四分位数,中位数,上四分位数
2021003,计算机软件工程技术人员,"90,000","143,300","220,100"
4040502,计算机软件测试员L/S,"73,900","98,800","150,500"
202,工程技术人员,"55,200","79,500","123,700"
"""
"""MOHRSS enterprise pay survey, edition of 2025, in yuan a year (facts A.1)."""

POSTS = """<html><head><meta name="PubDate" content="2026/05/15 16:00"></head><body><div class="txt-content">
<p>表7　2025年规模以上企业分行业分岗位就业人员年平均工资</p>
<div class="ue_table"><table class="trs_word_table">
<tr><td colspan="7">单位：元</td></tr>
<tr><td rowspan="2">行业</td><td rowspan="2">全部岗位</td><td colspan="5">岗位</td></tr>
<tr><td>中层及以上<br>管理人员</td><td>专业技术人员</td><td>办事人员和<span>有关</span>人员</td>
<td>社会生产服务和生活服务人员</td><td>生产制造及有关人员</td></tr>
<tr><td>合计</td><td>106080</td><td>210016</td><td>155491</td><td>94936</td><td>79857</td><td>80739</td></tr>
<tr><td>　交通运输、仓储和邮政业</td><td>127560</td><td>240912</td><td>187245</td><td>104189</td>
<td><span>117</span><span>135</span></td><td>100335</td></tr>
<tr><td>　住宿和餐饮业</td><td>59785</td><td>108681</td><td>70728</td><td>56647</td>
<td><span>52</span> <span>018</span></td><td>52096</td></tr>
</table></div>
<p>表3　2025年城镇私营单位分行业就业人员年平均工资</p>
<table><tr><td colspan="4">单位：元，%</td></tr>
<tr><td>行业</td><td>2025年</td><td>2024年</td><td>名义增长率</td></tr>
<tr><td>合计</td><td>71590</td><td>69476</td><td>3.0</td></tr>
<tr><td>住宿和餐饮业</td><td>55123</td><td>54042</td><td>2.0</td></tr></table>
</div></body></html>"""
"""NBS release of 2026-05-15, tables by post and of private units, in its own HTML (facts A.3)."""

RECRUITMENT = """period_end,period,scope_type,scope,job,salary_wan_month,source,source_url
2025-12-31,2025Q4,region,京津冀,短视频运营,0.73,CALSS,https://www.calss.net.cn/p1/kybgList/20260224/44935.html
2025-12-31,2025Q4,region,珠三角,短视频运营,0.71,CALSS,https://www.calss.net.cn/p1/kybgList/20260224/44935.html
2026-03-31,2026Q1,region,长三角,新媒体运营,0.89,CALSS,https://www.calss.net.cn/p1/kybgList/20260515/45341.html
"""
"""Means of job advertisements in 万元 a month, 2025Q4 and 2026Q1 (facts A.2)."""

LONG = """region,code,label,period,measure,value,flag,sample
000000,4040502,计算机软件测试员,2025,p25,73900,,
000000,4040502,计算机软件测试员,2025,p50,98800,,
000000,4040502,计算机软件测试员,2025,p75,150500,,
000000,2-02,工程技术人员,2025,p50,79500,,120
000000,2-02,工程技术人员,2025,p90,,missing,120
"""

REGIONS = """2025年规模以上企业分地区分岗位就业人员年平均工资
单位：元
地区,全部岗位,中层及以上管理人员,专业技术人员,办事人员和有关人员,社会生产服务和生活服务人员,生产制造及有关人员
东  部,117017,244072,178144,106554,87308,82365
中  部,83745,146120,109327,73102,65613,72893
"""
"""NBS release of 2026-05-15, by region and post (facts A.3)."""


@pytest.fixture(scope="session")
def layouts():
    """The texts of the tables, by name."""
    return SimpleNamespace(
        city=CITY, ministry=MINISTRY, posts=POSTS, recruitment=RECRUITMENT, long=LONG, regions=REGIONS
    )


@pytest.fixture(scope="session")
def rows_of():
    """A function: the rows of a CSV text."""
    return lambda text: [tuple(cell.strip() for cell in row) for row in csv.reader(io.StringIO(text))]
