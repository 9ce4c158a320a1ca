"""One row of a list of orders with a header."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from gigdesk.domain.money import half_up
from gigdesk.services.history.cells import plain
from gigdesk.services.history.ledger import Line, short
from gigdesk.services.history.standing import is_foot
from gigdesk.services.orders.cells import NOTHING, Stamp, money, stamp
from gigdesk.services.orders.columns import EARNED, TIMES, Columns
from gigdesk.services.orders.findings import Findings
from gigdesk.services.orders.result import Order

LONGEST = timedelta(hours=12)
"""An order that took longer was not carried all the time: its time does not count."""
OUT = re.compile(r"取消|关闭|退单|退款|拒|作废|转单|改派|失败|未完成|cancel|refund|reject")
RUNNING = re.compile(r"(?<!已)(?:配送中|进行中|取货中|取餐中|行程中|待.)|已接单|已取[货餐件]|in progress|pending")
DONE = re.compile(r"完成|送达|签收|妥投|结算|到账|正常|成功|已付|已支付|done|deliver|complete|paid|finish|ok")
NO_PAY = re.compile(r"提现|转账|转出|充值|保证金|押金|贷款|借款|还款|withdraw|deposit")
PENALTY = re.compile(r"罚|扣|处罚|违规|赔|penalt|deduct|fine")
BONUS = re.compile(r"奖|补贴|活动|小费|打赏|红包|保底|bonus|tip|reward|subsid")


@dataclass(frozen=True)
class _When:
    day: date
    start: datetime | None
    end: datetime | None


@dataclass(frozen=True)
class _Pay:
    earned: Decimal
    penalty: Decimal


def read_row(line: Line, columns: Columns, place: str, found: Findings) -> None:
    """Enter a row, or say why it does not count or cannot be read."""
    stamps = {role: _stamp(columns.cell(role, line.cells), found.today) for role in TIMES}
    if not any(isinstance(one, Stamp) for one in stamps.values()) and _is_remark(line):
        found.note("left-out", line, says=line.says)
        return
    if _does_not_count(line, columns, found):
        return
    pay = _pay(line, columns, found)
    if pay is None:
        return
    kind = plain(columns.cell("kind", line.cells)).lower()
    counts = not (PENALTY.search(kind) or BONUS.search(kind)) and (pay.earned > 0 or not pay.penalty)
    when = _when(stamps, line, found, counts=counts)
    if when is None:
        return
    number = plain(columns.cell("number", line.cells))
    number = "" if number.lower() in NOTHING else number
    order = Order(line.row, place, number, when.day, when.start, when.end, pay.earned, pay.penalty, counts)
    found.enter(order, line)


def _is_remark(line: Line) -> bool:
    """Whether a row without a time sums up, or tells about the list."""
    first = next(cell for cell in line.cells if cell)
    return is_foot(first) or sum(bool(cell) for cell in line.cells) == 1


def _does_not_count(line: Line, columns: Columns, found: Findings) -> bool:
    """Note a row that is no finished order, and one whose state is not known, which counts all the same."""
    state, kind = (plain(columns.cell(role, line.cells)) for role in ("state", "kind"))
    if NO_PAY.search(kind.lower()):
        found.note("no-pay", line, kind=short(kind))
        return True
    if not state:
        return False
    out, running = OUT.search(state.lower()), RUNNING.search(state.lower())
    if out or running:
        own = [text for role in EARNED if role != "price" for _, text in columns.cells(role, line.cells)]
        if out and any(money(text) for text in own):
            found.note("cancelled-paid", line, says=line.says)
        else:
            found.note("cancelled" if out else "running", line, state=short(state))
        return True
    if not DONE.search(state.lower()):
        found.note("state-not-known", line, state=short(state))
    return False


def _stamp(text: str, today: date) -> Stamp | str | None:
    """The time in a cell; the text itself where it cannot be read, None where it is empty."""
    if not text or plain(text).lower() in NOTHING:
        return None
    return stamp(text, today) or text


def _when(stamps: dict[str, Stamp | str | None], line: Line, found: Findings, *, counts: bool) -> _When | None:
    """The day of a row; of an order its times, where both are known."""
    wrong = next((one for one in stamps.values() if isinstance(one, str)), None)
    if wrong is not None:
        found.problem("time", line, got=short(wrong))
        return None
    known = {role: one for role, one in stamps.items() if isinstance(one, Stamp)}
    days = [known[role].day for role in ("finished", "accepted", "ordered", "day") if role in known]
    day = next((one for one in days if one), None)
    if day is None:
        found.problem("no-day", line)
        return None
    start, end = _between(known, day, line, found) if counts else (None, None)
    last = end.date() if end and known["finished"].day is None else day
    if last > found.today:
        found.problem("not-yet", line, day=last)
        return None
    return _When(last, start, end)


def _between(
    known: dict[str, Stamp], day: date, line: Line, found: Findings
) -> tuple[datetime | None, datetime | None]:
    """From taking an order to its end. Where only times of day are known, the end may lie after midnight."""
    role = "accepted" if _clocked(known, "accepted") else "ordered"
    if not (_clocked(known, role) and _clocked(known, "finished")):
        found.note("without-times", line)
        return None, None
    first, last = known[role], known["finished"]
    began = _moment(first, first.day or (known["day"].day if "day" in known else None) or last.day or day)
    ended = _moment(last, last.day or began.date())
    if ended < began and last.day is None:
        ended += timedelta(days=1)
    elif ended < began and first.day is None:
        began -= timedelta(days=1)
    if ended < began:
        found.note("times-order", line)
        return None, None
    if ended - began > LONGEST:
        found.note("too-long", line, hours=int(LONGEST.total_seconds() // 3600))
        return None, ended
    if role == "ordered":
        found.note("from-ordering", line)
    return began, ended


def _clocked(known: dict[str, Stamp], role: str) -> bool:
    return role in known and known[role].clock is not None


def _moment(one: Stamp, day: date) -> datetime:
    clock = one.clock
    return datetime.combine(day, clock) if clock else datetime(day.year, day.month, day.day)  # noqa: DTZ001


def _pay(line: Line, columns: Columns, found: Findings) -> _Pay | None:
    """What a row brought before penalties, and the penalties; None, and a problem, where an amount cannot be read."""
    sums: dict[str, Decimal] = {}
    for role in (*EARNED, "bonus", "penalty"):
        for factor, text in columns.cells(role, line.cells):
            amount = money(text)
            if amount is None:
                found.problem("amount", line, got=short(text))
                return None
            sums[role] = sums.get(role, Decimal(0)) + (abs(amount) if role == "penalty" else amount) * factor
    if not any(text for role in (*EARNED, "bonus", "penalty") for _, text in columns.cells(role, line.cells)):
        found.problem("no-amount", line)
        return None
    earned, penalty = _earned(sums, line, columns, found), sums.get("penalty", Decimal(0))
    kind = plain(columns.cell("kind", line.cells)).lower()
    if earned < 0 or PENALTY.search(kind):
        penalty, earned = penalty + abs(earned), Decimal(0)
        found.note("penalty-row", line)
    return _Pay(half_up(earned), half_up(penalty))


def _earned(sums: dict[str, Decimal], line: Line, columns: Columns, found: Findings) -> Decimal:
    """By the best column there is: all that was paid, else the income or the fee with what was given besides."""
    bonus, penalty = sums.get("bonus", Decimal(0)), sums.get("penalty", Decimal(0))
    if "paid" in sums:
        if penalty:
            found.note("paid-after-penalty", line)
        return sums["paid"] + penalty
    for role in ("income", "fee"):
        if role in sums:
            if bonus and role == "income":
                found.note("bonus-added", line)
            return sums[role] + bonus
    if "price" in sums:
        if "kind" not in columns.places:
            found.note("by-price", line)
        return sums["price"] + bonus
    return bonus
