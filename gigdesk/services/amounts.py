"""Amounts as people write them: 12 000, １２，０００, 1.2万."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_NUMBER = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(千|万|亿)?元?")
_GROUPING = re.compile(r"[\s,'_]")
_UNITS = {None: Decimal(1), "千": Decimal(10**3), "万": Decimal(10**4), "亿": Decimal(10**8)}
_SAME = str.maketrans({"，": ",", "。": ".", "．": ".", "萬": "万", "￥": "", "¥": "", "w": "万", "W": "万"})


def read_amount(text: str) -> str | None:
    """Return the plain decimal meant by `text`, "" for nothing, None for what is no amount."""
    plain = _GROUPING.sub("", unicodedata.normalize("NFKC", text.translate(_SAME)))
    if not plain:
        return ""
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return None
    amount = Decimal(found[1]) * _UNITS[found[2]]
    return f"{amount.normalize() if found[2] else amount:f}"
