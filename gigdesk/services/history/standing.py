"""How a row stands: paid, or one of the things that look like it and do not count."""

from __future__ import annotations

import re

from gigdesk.services.history.cells import plain
from gigdesk.services.history.columns import OTHER_KINDS, OWN_KIND

STANDINGS = (
    ("deemed", re.compile("视同|deemed")),
    ("difference", re.compile("补差|差额|基数调整|difference")),
    ("refund", re.compile("退费|退款|退收|退付|退回|退账|应退|冲销|冲减|冲账|红冲|作废|refund|reversed")),
    ("", re.compile("(?<!未)补缴")),
    ("unpaid", re.compile("未(?![知来])|欠|缓缴|断缴|中断|停缴|停保|暂停|不足额|unpaid|arrears|overdue|not paid")),
)
"""In this order: 未缴差额 is a difference before it is unpaid, and 补缴欠费 is paid."""
_FOOT = re.compile(
    "合计|总计|小计|累计|本页|备注|说明|注[:：]|打印|制表|查询|页码|第.{1,4}页|共.{1,6}[页条]|total|printed"
)


def standing(said: str) -> str:
    """The code of what keeps a row from counting; "" for one that is paid.

    Offices mark what a row is, not what it is worth: of rows marked unpaid some are only differences after a new base
    came out.
    """
    text = plain(said).lower()
    return next((code for code, words in STANDINGS if words.search(text)), "")


def other_kind(said: str) -> str:
    """The kind of insurance, where a row is of another than the employees' pension; "" otherwise."""
    found = OTHER_KINDS.search(plain(said))
    return found[0] if found else ""


def own_kind(said: str) -> bool:
    """Whether a row says that it is of the employees' pension, or says no kind."""
    text = plain(said)
    return not text or (OWN_KIND.search(text) is not None and not OTHER_KINDS.search(text))


def is_foot(text: str) -> bool:
    """Whether a row only sums up or tells about the table."""
    return _FOOT.search(plain(text).lower()) is not None
