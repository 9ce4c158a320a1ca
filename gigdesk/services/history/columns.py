"""Which column says what: the names that offices and apps give to the columns of a contribution record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gigdesk.services.history.cells import plain

NAMES = {
    "month": """
        对应费款所属期 费款所属期 费款所属期间 费款所属年月 费款所属月份 所属期 所属期间 所属年月 所属月份
        缴费所属期 缴费年月 实际缴费年月 缴费月份 缴费期间 缴费时段 缴费起止年月 起止年月 缴费起止时间
        起止时间 起止日期 参保年月 账目年月 年月 月份 month contributionmonth period contributionperiod
        paidmonth
    """,
    "first": """
        对应费款所属期起 费款所属期起 费款所属期起始 费款所属期开始 费款所属期自 所属期起 开始费款所属期
        起始费款所属期 缴费起始年月 缴费开始年月 起始年月 开始年月 起始月份 开始月份 起始日期 开始日期
        起始时间 开始时间 起始 开始 起 自 monthfrom from start startmonth begin
    """,
    "last": """
        对应费款所属期止 费款所属期止 费款所属期终止 费款所属期结束 费款所属期至 所属期止 截止费款所属期
        终止费款所属期 缴费终止年月 缴费截止年月 缴费结束年月 终止年月 截止年月 结束年月 终止月份 截止月份
        结束月份 终止日期 截止日期 结束日期 终止时间 截止时间 结束时间 终止 截止 结束 止 至 monthto to end
        endmonth until
    """,
    "base": """
        个人月缴费基数 月缴费基数 个人缴费基数 人员缴费基数 缴费基数 月平均缴费基数 平均缴费基数
        月平均缴费工资 月缴费工资 缴费工资 缴费工资基数 个人缴费工资 申报基数 核定基数 参保基数 基数 base
        contributionbase monthlybase insuredwage
    """,
    "yearly_base": """
        年缴费基数 年缴费工资 缴费基数总额 缴费工资总额 年度缴费基数 年度缴费工资 全年缴费基数 缴费基数合计
        annualbase yearlybase
    """,
    "amount": """
        个人缴费 个人缴费金额 个人缴费额 个人缴纳 个人缴纳金额 个人实缴 个人实缴金额 个人应缴 个人应缴金额
        个人部分 个人交 个人 personal personalcontribution employee employeeshare
    """,
    "kind": """
        险种 险种类型 险种名称 险种类别 保险类型 保险种类 参保险种 insurance scheme
    """,
    "year": """
        年份 年度 缴费年份 缴费年度 所属年度 所属年份 结算年度 year
    """,
    "months": """
        月数 缴费月数 实缴月数 实际缴费月数 当年缴费月数 本年缴费月数 months monthspaid
    """,
    "state": """
        缴费状态 缴费标志 缴费标识 缴费情况 到账标志 到账状态 到账情况 足额到账标志 是否到账 核销标志
        缴费类型 缴费类别 缴费方式 参保身份 参保类型 人员类别 状态 备注 说明 类型 status state note remark
        type
    """,
}
"""The names of each column, the best first: of two months the one that a payment is for, of two bases the person's."""
OTHER_KINDS = re.compile("医疗|医保|失业|工伤|生育|大病|长护|护理|居民|城居|新农保|年金|公积金|机关事业")
OWN_KIND = re.compile("养老")
_PLACES = {name: (role, rank) for role, names in NAMES.items() for rank, name in enumerate(names.split())}
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|【.*?】|<.*?>")
_MARKS = re.compile(r"[\s:_/*·.,、\-]|元$")
_SCHEME = re.compile(r"^(?:城镇)?(?:企业)?(?:职工)?(?:基本)?养老(?:保险)?(?:费)?(?=.)")
_WHENS = ("month", "first", "year")
_HOW_MUCH = ("base", "yearly_base", "amount")


@dataclass(frozen=True)
class Columns:
    """The place of each column that is there, by what it says; `states` are all that tell how a row stands."""

    places: dict[str, int]
    states: tuple[int, ...]

    @property
    def dated(self) -> bool:
        """Whether a row says when."""
        return any(role in self.places for role in _WHENS)

    @property
    def complete(self) -> bool:
        """Whether a row says when and how much."""
        return self.dated and any(role in self.places for role in _HOW_MUCH)

    def cell(self, role: str, row: Sequence[str]) -> str:
        """What a row says there; "" where it says nothing."""
        at = self.places.get(role)
        return row[at] if at is not None and at < len(row) else ""

    def said(self, row: Sequence[str]) -> str:
        """All that a row says of how it stands."""
        return " ".join(row[at] for at in self.states if at < len(row))


def header_at(rows: Sequence[Sequence[str]], at: int) -> tuple[Columns, int] | None:
    """The columns named by the row at a place, and how many rows name them: one, or two under common heads."""
    single = columns_of(rows[at])
    if single.complete:
        return single, 1
    if at + 1 < len(rows):
        double = columns_of(joined(rows[at], rows[at + 1]))
        if double.complete and not columns_of(rows[at + 1]).complete:
            return double, 2
    few = len(single.places) + len(single.states) <= 1
    return None if few or not single.dated else (single, 1)


def columns_of(names: Sequence[str]) -> Columns:
    """The columns by their names."""
    best: dict[str, tuple[int, int]] = {}
    states = []
    for at, name in enumerate(names):
        role, rank = _PLACES.get(_clean(name), ("", 0))
        if role == "state":
            states.append(at)
        elif role and (rank, at) < best.get(role, (rank + 1, 0)):
            best[role] = (rank, at)
    return Columns({role: at for role, (_, at) in best.items()}, tuple(states))


def _clean(name: str) -> str:
    """Without what stands in brackets, the unit and the scheme's own name; a name of another scheme is none here."""
    text = _MARKS.sub("", _BRACKETS.sub("", plain(name).lower()))
    return "" if OTHER_KINDS.search(text) else _SCHEME.sub("", text)


def joined(heads: Sequence[str], names: Sequence[str]) -> list[str]:
    """A common head stands over its first column; it holds for those to the right without a head of their own."""
    found, head = [], ""
    for at in range(max(len(heads), len(names))):
        own = heads[at] if at < len(heads) else ""
        name = names[at] if at < len(names) else ""
        head = own or (head if name else "")
        found.append(f"{head}{name}")
    return found
