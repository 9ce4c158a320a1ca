"""Codes of what a published figure speaks about."""

from __future__ import annotations

import re
import unicodedata

ALL = "all"
ALL_LABEL = "合计"
_PARTS = re.compile(r"(\d)(?:(\d\d)(?:(\d\d)(\d\d)?)?)?", re.ASCII)


def plain(text: str) -> str:
    """In one width, without blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def dashed(code: str) -> str:
    """A code of 《职业分类大典》 or of one of its groups with its dashes: 4040502 is 4-04-05-02, 202 is 2-02.

    What is no such code comes back as it is.
    """
    found = _PARTS.fullmatch(code)
    return "-".join(part for part in found.groups() if part) if found else code


def subject(dimension: str, code: str, label: str) -> str:
    """What a figure speaks about, as one key: a code, "all", or without a code the dimension with the label."""
    if dimension == ALL:
        return ALL
    if not code:
        return f"{dimension}:{label}"
    return dashed(code) if dimension.startswith("occupation_cn") else code
