"""Which column says what: the names that platforms give to the columns of a list of orders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.services.history.cells import plain

NAMES = {
    "number": """
        订单号 订单编号 订单id 单号 运单号 运单编号 运单id 配送单号 平台订单号 流水号 交易单号 行程编号 行程id order
        orderid ordernumber orderno tripid
    """,
    "accepted": """
        接单时间 抢单时间 骑手接单时间 司机接单时间 接单 接单日期 上车时间 出发时间 开始时间 开工时间 行程开始时间
        取货时间 取件时间 取餐时间 accepted acceptedat accepttime starttime start
    """,
    "finished": """
        送达时间 实际送达时间 完成时间 订单完成时间 妥投时间 签收时间 下车时间 到达时间 结束时间 行程结束时间 完单时间
        送达 完成 completed completedat completetime deliveredat endtime end finishtime
    """,
    "ordered": """
        下单时间 创建时间 订单时间 订单创建时间 派单时间 支付时间 ordertime createdat created ordered
    """,
    "day": """
        日期 订单日期 配送日期 业务日期 完成日期 下单日期 结算日期 入账日期 入账时间 结算时间 交易时间 时间
        date day time
    """,
    "paid": """
        实际到账 到账金额 实际到账金额 实收 实收金额 实际收入 实得 骑手实得 实得收入 净收入 结算金额 总收入 收入合计
        合计收入 本单收入 本单实收 小计 netincome net payout total
    """,
    "income": """
        骑手收入 司机收入 配送收入 订单收入 预计收入 收入 收入金额 佣金 提成 骑手佣金 跑单收入 应得 入账金额
        流水 流水金额 income earned earnings fare
    """,
    "fee": """
        配送费 基础配送费 骑手配送费 跑腿费 配送费用 运费 基础运费 服务费收入 接单费 件费 派费 deliveryfee fee
    """,
    "price": """
        订单金额 订单总额 订单总金额 订单总价 车费 金额 实付金额 支付金额 商品金额 amount price orderamount
    """,
    "bonus": """
        奖励 奖励金额 活动奖励 奖金 补贴 平台补贴 补贴金额 天气补贴 高温补贴 夜间补贴 时段补贴 距离补贴 重量补贴
        距离加价 重量加价 时段加价 加价 加费 小费 打赏 打赏金额 感谢红包 其他收入 bonus tip tips reward subsidy
    """,
    "penalty": """
        罚款 扣款 扣款金额 违规扣款 罚款金额 超时扣款 处罚 处罚金额 扣费 扣罚 扣除 赔付 penalty penalties deduction fine
    """,
    "state": """
        状态 订单状态 配送状态 运单状态 行程状态 结算状态 status state
    """,
    "kind": """
        类型 业务类型 收支类型 项目 费用类型 账单类型 交易类型 收入类型 明细类型 type category item
    """,
}
"""The names of each column, the best first."""
TIMES = ("accepted", "finished", "ordered", "day")
EARNED = ("paid", "income", "fee", "price")
SEVERAL = ("bonus", "penalty")
FEW = 2
_PLACES = {name: (role, rank) for role, names in NAMES.items() for rank, name in enumerate(names.split())}
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|【.*?】|<.*?>")
_MARKS = re.compile(r"[\s:_/*·.,、\-¥￥]|(?<=.)[元分]$")
_FEN = re.compile(r"[(\[【/_](?:单位:?)?分[)\]】]?$|fen\)?$")
FEN = Decimal("0.01")


@dataclass(frozen=True)
class Columns:
    """The place of each column that is there, by what it says; `fen` are places in fen, `unused` names of the rest."""

    places: dict[str, tuple[int, ...]]
    fen: frozenset[int]
    unused: tuple[str, ...]
    width: int

    @property
    def dated(self) -> bool:
        """Whether a row says when."""
        return any(role in self.places for role in TIMES)

    @property
    def paid(self) -> bool:
        """Whether a row says how much."""
        return any(role in self.places for role in (*EARNED, *SEVERAL))

    @property
    def named(self) -> bool:
        """Whether the row looks like the head of a list."""
        return len(self.places) >= FEW and (self.dated or self.paid)

    def cell(self, role: str, row: Sequence[str]) -> str:
        """What a row says there; "" where it says nothing."""
        return next((text for _, text in self.cells(role, row)), "")

    def cells(self, role: str, row: Sequence[str]) -> Iterator[tuple[Decimal, str]]:
        """All that a row says there, each with what it is to be multiplied by."""
        for at in self.places.get(role, ()):
            if at < len(row):
                yield (FEN if at in self.fen else Decimal(1)), row[at]


def columns_of(names: Sequence[str]) -> Columns:
    """The columns by their names."""
    best: dict[str, list[tuple[int, int]]] = {}
    known: set[int] = set()
    for at, name in enumerate(names):
        role, rank = _PLACES.get(_clean(name), ("", 0))
        if role:
            best.setdefault(role, []).append((rank, at))
            known.add(at)
    places = {role: tuple(at for _, at in (found if role in SEVERAL else [min(found)])) for role, found in best.items()}
    used = {at for found in places.values() for at in found}
    unused = tuple(name for at, name in enumerate(names) if name and at not in used)
    fen = frozenset(at for at in known if _FEN.search(plain(names[at]).lower()))
    return Columns(places, fen, unused, len(names))


def _clean(name: str) -> str:
    """Without what stands in brackets and the unit."""
    return _MARKS.sub("", _BRACKETS.sub("", plain(name).lower()))
