"""What the heads of a wage table say: which column holds what, by the year or the month, in 元 or 万元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gigdesk.domain.wages.codes import plain
from gigdesk.domain.wages.levels import STATISTICS
from gigdesk.domain.wages.posts import post_of

IGNORE = "ignore"
NAMES = ("code", "industry", "label", "industry_label", "region")
FIELDS = (*NAMES, *STATISTICS, "period", "sample", "measure", "value", "flag", IGNORE)
"""What a column may hold. `industry` is a second code beside that of the occupation."""

_EXACT = {
    "code": """occ_code soc_code soc isco isco08 code 职业代码 职业编码 职业细类代码 职业小类代码 工种代码 代码 编码
        职业分类代码""",
    "industry": "naics 行业代码 行业编码 industry_code",
    "industry_label": "naics_title industry_title",
    "label": """occ_title title label occupation job job_title 职业名称 职业 职业工种 工种 工种名称 职位 职位名称 岗位
        岗位名称 岗位等级 职业细类 职业小类 职业中类 职业大类 职业分类 名称 项目 行业 行业名称 行业门类 国民经济行业
        分组 职业类别 工种岗位 工种职业 类别 登记注册类型 企业规模 学历 description""",
    "region": "region area area_code scope 地区 区域 城市 区县 市 省份 地市",
    "period": "period year time 年份 年度 时期 数据年份 调查年份",
    "sample": "sample sample_size n 样本数 样本量 样本 样本人数 调查人数 人数 职工人数 number_of_observations",
    "measure": "measure statistic indicator 指标 统计量",
    "value": "value obs_value amount 数值",
    "flag": "flag obs_status status 标志",
    IGNORE: """序号 no no. 编号 area_title area_type prim_state i_group own_code o_group tot_emp emp_prse jobs_1000
        loc_quotient pct_total pct_rpt mean_prse annual hourly period_end scope_type source source_url url unit currency
        备注 note 说明""",
}
_ROLES = {name: field for field, names in _EXACT.items() for name in names.split()}
_CHANGE = re.compile("增长|增幅|增速|同比|比上年|涨幅|变化|环比|change|growth|±|prse|标准误")
_STATISTICS = {
    "p10": r"(?<!\d)10(?:%|百?分位|th|$)|p(?:ct)?_?10(?!\d)|低位(?:数|值|$)|(?<!偏)低位工资",
    "p25": r"(?<!\d)25(?:%|百?分位|th|$)|p(?:ct)?_?25(?!\d)|下四分|中低位|较低位|偏低|lowerquartile",
    "p50": r"(?<!\d)50(?:%|百?分位|th|$)|p(?:ct)?_?50(?!\d)|中位|median",
    "p75": r"(?<!\d)75(?:%|百?分位|th|$)|p(?:ct)?_?75(?!\d)|上四分|中高位|较高位|偏高|upperquartile",
    "p90": r"(?<!\d)90(?:%|百?分位|th|$)|p(?:ct)?_?90(?!\d)|高位(?:数|值|$)|高位工资",
    "mean": r"平均|均值|人均|mean|average|salary",
}
_ORDER = ("p25", "p75", "p10", "p50", "p90", "mean")
"""中低位 and 较高位 hold 低位 and 高位: those that say more are tried first."""
_YEAR = re.compile(r"(?:平均工资|年平均工资|工资)?((?:19|20)\d\d)年?度?(?:平均工资)?(?:万?元)?")
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")
_UNITS = {
    "hour": r"/(?:小?时|h)|每小时|时薪|小时工资|hourly|^h_|per hour|_hour",
    "month": r"/(?:人[·.]?)?月|每月|月薪|月平均|月均|月工资|monthly|_month|per month|元月",
    "year": r"/(?:人[·.]?)?年|每年|年薪|年平均|年均|年工资|annual|^a_|_year|per year|yearly",
}
_FACTORS = {Decimal(10_000): r"万元|_wan_|万$", Decimal(1000): r"千元", Decimal(1): r"元|yuan"}
_MOST = 60


@dataclass(frozen=True)
class Head:
    """What a column holds, of which post or in which period where the head says so, and in what unit."""

    field: str
    post: str = ""
    period: str = ""
    unit: str = ""
    factor: Decimal | None = None


def heads(names: Sequence[str]) -> tuple[Head | None, ...]:
    """What each name says; None where it says nothing known."""
    bare = [plain(name) for name in names]
    numbers = {"10", "25", "50", "75", "90"}
    if len(numbers.intersection(bare)) > len(numbers) // 2:
        bare = [f"{name}%" if name in numbers else name for name in bare]
    return tuple(_head(name) if name else None for name in bare)


def unit_of(text: str) -> str:
    """By which a text says that pay is: "year", "month" or "hour", else ""."""
    low = plain(text).lower()
    return next((unit for unit, pattern in _UNITS.items() if re.search(pattern, low)), "")


def factor_of(text: str) -> Decimal | None:
    """How many units of the currency one of the table's is: 10000 of 万元."""
    low = plain(text).lower()
    return next((factor for factor, pattern in _FACTORS.items() if re.search(pattern, low)), None)


@lru_cache(maxsize=10_000)
def _head(name: str) -> Head | None:
    if len(name) > _MOST:
        return None
    low = name.lower()
    bare = _BRACKETS.sub("", low)
    exact = _ROLES.get(low) or _ROLES.get(bare) or _ROLES.get(re.sub(r"[()/、或]", "", low))
    if exact:
        return Head(exact)
    if _CHANGE.search(low):
        return Head(IGNORE)
    unit, factor = unit_of(name), factor_of(name)
    post = post_of(_BRACKETS.sub("", name)) or ""
    for field in _ORDER:
        if re.search(_STATISTICS[field], bare) or re.search(_STATISTICS[field], low):
            year = _YEAR.search(bare) if field == "mean" else None
            return Head(field, post if field == "mean" else "", year[1] if year else "", unit, factor)
    year = _YEAR.fullmatch(bare)
    if year or post:
        return Head("mean", post, year[1] if year else "", unit, factor)
    return None
