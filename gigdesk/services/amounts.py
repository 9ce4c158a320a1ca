"""Amounts as people write them: 12 000, １２，０００, 1.2万, 260小时, 8年3个月."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from decimal import Decimal

from gigdesk.services.words import MOST_YEARS, YEARS_OR_MONTHS

_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(千|万|亿)?元?")
_GROUPS = re.compile(r"[0-9]{1,3}(?:[\s,'_]+[0-9]{3})+(?![0-9])|[0-9]{1,4}(?:[\s,'_]+[0-9]{4})+(?![0-9])")
_BETWEEN = re.compile(r"[\s,'_]+")
_AROUND = re.compile(r"(?<![0-9.,])\s+|\s+(?![0-9.,])")
_UNITS = {None: Decimal(1), "千": Decimal(10**3), "万": Decimal(10**4), "亿": Decimal(10**8)}
_SAME = str.maketrans({
    "，": ",",
    "。": ".",
    "．": ".",
    "萬": "万",
    "￥": "",
    "¥": "",
    "w": "万",
    "W": "万",
    "k": "千",
    "K": "千",
})
_SPAN = re.compile(r"(?:(\d+(?:\.\d+)?)年(半)?)?(?:零|又)?(?:(\d+)个?月(半)?)?", re.ASCII)
_SPAN_WORDS = ((re.compile(r"years?|yrs?"), "年"), (re.compile(r"months?|mos?\b"), "月"), (re.compile(r"and|\s"), ""))
_A_YEAR, _HALF = 12, Decimal("0.5")


def read_amount(text: str, units: Collection[str] = ()) -> str | None:
    """Return the plain decimal meant by `text`, "" for nothing, None for what is no amount.

    Figures may stand in groups of three, or of four; 1,2 may be twelve or one and a fifth, so it is neither. One of the
    `units` may stand behind.
    """
    plain = unicodedata.normalize("NFKC", _without(text, units).translate(_SAME)).strip()
    if not plain:
        return ""
    groups = _GROUPS.match(plain)
    if groups:
        plain = _BETWEEN.sub("", groups[0]) + plain[groups.end() :]
    found = _NUMBER.fullmatch(_AROUND.sub("", plain))
    if found is None:
        return None
    amount = Decimal(found[1]) * _UNITS[found[2]]
    return f"{amount.normalize() if found[2] else amount:f}"


def read_length(text: str, unit: str) -> str | None:
    """The plain decimal of a length that says its own units, in the unit asked for: 96个月, 8年, 8年半, 8 years.

    None where it does not say them, or where it does not come to a whole number of that unit's hundredths.
    """
    months = _months(text)
    if months is None:
        return None
    years = months / _A_YEAR
    as_years = unit == "years" or (unit == YEARS_OR_MONTHS and months <= MOST_YEARS)
    found = years if as_years else months
    return f"{found.normalize():f}" if found == round(found, 2) else None


def _months(text: str) -> Decimal | None:
    plain = unicodedata.normalize("NFKC", text).lower()
    for word, sign in _SPAN_WORDS:
        plain = word.sub(sign, plain)
    found = _SPAN.fullmatch(plain)
    if found is None or not plain:
        return None
    years = Decimal(found[1] or 0) + (_HALF if found[2] else 0)
    return years * _A_YEAR + int(found[3] or 0) + (_HALF if found[4] else 0)


def _without(text: str, units: Collection[str]) -> str:
    """The text without the longest of the units that stands at its end."""
    bare = text.strip()
    behind = [unit for unit in units if unit and bare.lower().endswith(unit.lower())]
    return bare[: -len(max(behind, key=len))] if behind else bare
