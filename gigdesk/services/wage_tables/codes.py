"""Codes of occupations and industries as tables print them, in one form; and what a spreadsheet made of some."""

from __future__ import annotations

import re

from gigdesk.domain.wages.codes import ALL, dashed, plain

GROUP_LENGTHS = (1, 3, 5, 7)
"""Digits of a 大类, 中类, 小类 and 细类."""
_CN = re.compile(r"[1-8](?:[-–—.]?\d\d(?:[-–—.]?\d\d(?:[-–—.]?\d\d)?)?)?", re.ASCII)
_SOC = re.compile(r"\d\d-?\d{4}", re.ASCII)
_ISCO = re.compile(r"(?:OC|ISCO[-_ ]?08[-_ ]?|OCU_ISCO08_)?(\d{1,4})", re.ASCII)
_WHOLE = re.compile(r"(\d+)\.0+", re.ASCII)
_GROUP_WORDS = re.compile("大类|中类|小类|细类|[()（）第]")


def cn_code(text: str) -> str | None:
    """A code of 《职业分类大典》, or of one of its groups, with its dashes; None where it is none or has lost digits.

    7 digits are a 细类, 5 a 小类, 3 a 中类, 1 a 大类: any other count has lost some, and so has 4.04E+6.
    """
    bare = _GROUP_WORDS.sub("", _whole(plain(text)))
    if not _CN.fullmatch(bare):
        return None
    digits = re.sub(r"\D", "", bare)
    return dashed(digits) if len(digits) in GROUP_LENGTHS else None


def soc_code(text: str) -> str | None:
    """A code of the US classification: 43-5021."""
    bare = _whole(plain(text))
    digits = bare.replace("-", "")
    return f"{digits[:2]}-{digits[2:]}" if _SOC.fullmatch(bare) else None


def isco_code(text: str) -> str | None:
    """A code of ISCO-08, one to four digits."""
    found = _ISCO.fullmatch(_whole(plain(text)).upper())
    return found[1] if found else None


def _whole(text: str) -> str:
    """4040502.0 is a whole number that a spreadsheet wrote with a point."""
    found = _WHOLE.fullmatch(text)
    return found[1] if found else text


READERS = {
    "occupation_cn": cn_code,
    "occupation_soc": soc_code,
    "occupation_soc_x_industry": soc_code,
    "occupation_isco": isco_code,
}


def code_of(dimension: str, text: str) -> str | None:
    """The code that a cell is, in the form of its classification; None where it is none.

    What stands behind a bar, an industry or a post, is kept as it is.
    """
    reader = READERS.get(dimension)
    if reader is None or text == ALL:
        return plain(text) or None
    first, bar, rest = text.partition("|")
    found = reader(first)
    return f"{found}{bar}{plain(rest)}" if found else None
