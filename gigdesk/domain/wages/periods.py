"""Periods as tables print them, in one form: 2024, 2025Q4, 2024-06."""

from __future__ import annotations

import re

from gigdesk.domain.wages.codes import plain

_YEAR = r"((?:19|20)\d\d)"
_PERIOD = re.compile(
    rf"{_YEAR}(?:年度?)?(?:[-年]?(?:第?([1-4一二三四])季度?|Q([1-4]))|[-年/.]?M?(0?[1-9]|1[0-2])月?)?", re.ASCII
)
_QUARTERS = {"一": "1", "二": "2", "三": "3", "四": "4"}


def period_of(text: str) -> str | None:
    """A year, a quarter or a month; None where the text is none."""
    found = _PERIOD.fullmatch(plain(text))
    if not found:
        return None
    year, named, quarter, month = found.groups()
    if named or quarter:
        return f"{year}Q{_QUARTERS.get(named, named) if named else quarter}"
    return f"{year}-{int(month):02}" if month else year
