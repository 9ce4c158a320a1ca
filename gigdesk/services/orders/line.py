"""One line of a text without a header: the times of an order, its amount, perhaps its number."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from gigdesk.services.history.cells import plain
from gigdesk.services.history.ledger import Line
from gigdesk.services.history.standing import is_foot
from gigdesk.services.orders.cells import money, stamps_in
from gigdesk.services.orders.columns import columns_of
from gigdesk.services.orders.findings import Findings
from gigdesk.services.orders.row import OUT, read_row

LONG_NUMBER = 8
TWO = 2
_NUMBER = re.compile(r"(?<![\w.])[-+]?[¥￥]?\d[\d,]*(?:\.\d+)?(?:元)?(?![\w.])")
_LONG = re.compile(r"(?<![\w.])\d{9,}(?![\w.])", re.ASCII)
_TABLE = columns_of(("接单时间", "送达时间", "日期", "收入", "订单号"))


def read_line(line: Line, place: str, found: Findings) -> None:
    """Enter a line, or say why it does not count or cannot be read."""
    text = plain(" ".join(cell for cell in line.cells if cell))
    if not any(sign.isdigit() for sign in text) or is_foot(text):
        found.note("left-out", line, says=line.says)
        return
    if said := OUT.search(text.lower()):
        found.note("cancelled", line, state=said[0])
        return
    text, long = _without_number(text, found.today)
    stamps, rest = stamps_in(text, found.today)
    numbers = _NUMBER.findall(rest)
    long += [one for one in numbers if one.isdigit() and len(one) >= LONG_NUMBER]
    amounts = [one for one in numbers if one not in long]
    if not stamps or len(stamps) > TWO + 1 or len(amounts) != 1 or len(long) > 1 or not _is_amount(amounts[0]):
        found.problem("line", line)
        return
    alone = [one for one in stamps if one.clock is None]
    timed = [one for one in stamps if one.clock is not None][:TWO]
    cells = ["", "", *(str(one.day) for one in alone[:1])]
    for at, one in enumerate(timed if len(timed) == TWO else [None, *timed]):
        cells[at] = f"{one.day or ''} {one.clock}".strip() if one else ""
    cells += [""] * (3 - len(cells))
    read_row(Line(line.row, (*cells, amounts[0], long[0] if long else "")), _TABLE, place, found)


def _without_number(text: str, today: date) -> tuple[str, list[str]]:
    """A line without the number of its order, which may look like a day and time written together."""
    long = _LONG.findall(text)
    rest = _LONG.sub(" ", text)
    if len(long) == 1 and any(one.day for one in stamps_in(rest, today)[0]):
        return rest, long
    return text, []


def _is_amount(text: str) -> bool:
    return money(text) not in (None, Decimal(0))
