"""Months, spans of months, years and amounts, in the forms in which offices and people write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.services.amounts import read_amount
from gigdesk.services.fields import FIRST_YEAR, LAST_YEAR

Span = tuple[YearMonth, YearMonth]
_PARTS = 6


def _one(at: int) -> str:
    """A month or a day, six groups from `at`: the day is set off by the same sign as the month."""
    sign = rf"(?({at + 1})\{at + 1}|月)"
    return rf"(\d{{4}})(?:(?:年|([./-]))(\d{{1,2}})(?:{sign}(\d{{1,2}})日?)?(?:月份?)?|(\d{{2}})(\d{{2}})?)"


_JOIN = "(?:-{1,3}|—{1,2}|–|―|~|〜|至|到|to)"
_SHORT = r"(\d{1,2})(?:月份?)?"
_NOT_IN_A_NUMBER = r"(?:(?<=[月份日])|(?![\d.,]*\d))(?!个)"
_WHEN = re.compile(
    rf"(?<![\d.,]){_one(1)}(?:(?:{_JOIN}|\s){_one(1 + _PARTS)}|{_JOIN}{_SHORT})?{_NOT_IN_A_NUMBER}", re.ASCII
)
_IN_YEAR = re.compile(rf"{_SHORT}(?:{_JOIN}{_SHORT})?", re.ASCII)
_CLOCK = re.compile(r"(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?!\d)")
_LOOSE = re.compile(r"\s*(年|[~〜至到—–-])\s*|\s+(?=[月日])|(?<=月)\s+(?=\d{1,2}日)")
_YEAR = re.compile(r"(\d{4})(?:年度?)?", re.ASCII)
_COUNT = re.compile(r"(\d{1,4})(?:个?月)?", re.ASCII)
_A_MONTH = re.compile(r"(?:/|每)月$|/month$")
_HUNDREDTHS = re.compile(r"\d{4}\.0\d")
_TENTHS = re.compile(r"(\d{4})\.1")


def plain(text: str) -> str:
    """In one width, without blanks around."""
    return unicodedata.normalize("NFKC", text).strip()


def spans(text: str) -> Iterator[tuple[Span, str]]:
    """Each span of months in a text, with what is left of the text without it. One month is a span of itself."""
    text, at = _LOOSE.sub(r"\1", _CLOCK.sub("", plain(text))), 0
    while found := _WHEN.search(text, at):
        at = found.start() + 1
        first = _month(found.groups()[:_PARTS])
        last = _last(found, first) if first else None
        if first and last:
            at = found.end()
            yield (first, last), f"{text[: found.start()]} {text[found.end() :]}".strip()


def span(text: str) -> Span | None:
    """The span that a cell is; None where it is none, or more than that. A star marks what was paid later."""
    return next((found for found, rest in spans(text.replace("*", "")) if not rest), None)


def span_in_year(year: int, text: str) -> Span | None:
    """The span of a cell that says only the month, where the year stands in another."""
    found = _IN_YEAR.fullmatch(_LOOSE.sub(r"\1", plain(text)))
    if not found:
        return None
    first, last = (_valid(str(year), month) for month in (found[1], found[2] or found[1]))
    return (first, last) if first and last else None


def whole_year(text: str) -> int | None:
    """The year that a cell is."""
    found = _YEAR.fullmatch(plain(text))
    return int(found[1]) if found and FIRST_YEAR <= int(found[1]) <= LAST_YEAR else None


def count(text: str) -> int | None:
    """A number of months."""
    found = _COUNT.fullmatch(plain(text))
    return int(found[1]) if found else None


def amount(text: str) -> Decimal | None:
    """An amount in yuan, negative where money was given back; None where the cell is none."""
    text = _A_MONTH.sub("", plain(text))
    sign = -1 if text.startswith("-") else 1
    found = read_amount(text.removeprefix("-"))
    return sign * Decimal(found) if found else None


def tenths_are_octobers(cells: Iterable[str]) -> bool:
    """Whether 2024.1 is the 2024.10 of a spreadsheet: where others stand as 2024.01."""
    return any(_HUNDREDTHS.fullmatch(plain(cell)) for cell in cells)


def october(cell: str) -> str:
    """2024.10 for 2024.1."""
    found = _TENTHS.fullmatch(plain(cell))
    return f"{found[1]}.10" if found else cell


def _last(found: re.Match[str], first: YearMonth) -> YearMonth | None:
    """The end of a span: another month, a month of the same year, or the month itself."""
    *after, short = found.groups()[_PARTS:]
    if after[0]:
        return _month(tuple(after))
    return _valid(str(first.year), short) if short else first


def _month(parts: tuple[str | None, ...]) -> YearMonth | None:
    year, _, month, day, compact_month, compact_day = parts
    found, day = _valid(year, month or compact_month), day or compact_day
    if not found or not day:
        return found
    try:
        date(found.year, found.month, int(day))
    except ValueError:
        return None
    return found


def _valid(year: str | None, month: str | None) -> YearMonth | None:
    if not year or not month or not 1 <= int(month) <= MONTHS_A_YEAR:
        return None
    return YearMonth(int(year), int(month)) if FIRST_YEAR <= int(year) <= LAST_YEAR else None
