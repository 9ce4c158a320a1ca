"""One line of a text without a header, as a person types it: months, a base, perhaps a word."""

from __future__ import annotations

import re

from gigdesk.services.history.cells import Span, amount, plain, spans
from gigdesk.services.history.ledger import Ledger, Line
from gigdesk.services.history.standing import other_kind, standing

_MONTHS = re.compile(r"(?<!\d)(\d{1,2})\s*个月")
_YEAR = re.compile(r"(?<![\d.,])(\d{4})(?:年度?|(?=\s*\d{1,2}\s*个月))")
_YEAR_AND_NUMBER = re.compile(r"(\d{4})\s*(?:年度?)?\s+(0?[1-9]|1[0-2])\s+¥?\d[\d,.]*\s*元?", re.ASCII)
"""2020年 12 3457: a year with its months counted, or the month of it."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?\s*[千万wW]?")


def read_line(line: Line, ledger: Ledger) -> None:
    """Enter a line, or say why it does not count or cannot be read."""
    text = plain(" ".join(cell for cell in line.cells if cell))
    if not any(sign.isdigit() for sign in text):
        ledger.note("left-out", line, says=line.says)
    elif other_kind(text):
        ledger.note("another-kind", line, kind=other_kind(text))
    elif standing(text):
        ledger.note(standing(text), line, next((when for when, _ in spans(text)), None), says=line.says)
    else:
        _enter(line, text, ledger)


def _enter(line: Line, text: str, ledger: Ledger) -> None:
    if found := _YEAR_AND_NUMBER.fullmatch(text):
        year, number = int(found[1]), int(found[2])
        ledger.problem("month-or-months", line, year=year, number=number, month=f"{year}-{number:02}")
        return
    when, rest = next(spans(text), (None, text))
    if when is None:
        when, rest = _of_a_year(line, text, ledger)
    numbers = _NUMBER.findall(rest)
    if when is None:
        ledger.problem("month", line)
    elif len(numbers) == 1:
        ledger.enter(line, when, amount(f"-{numbers[0]}" if _below_0(text, numbers[0]) else numbers[0]))
    else:
        ledger.problem("one-base", line)


def _below_0(text: str, number: str) -> bool:
    """Whether a minus stands before the number, and not a dash between it and the months."""
    return re.search(rf"(?<![^\s:¥])[-−]¥?{re.escape(number)}(?!\d)", text) is not None


def _of_a_year(line: Line, text: str, ledger: Ledger) -> tuple[Span | None, str]:
    """The months of "2020年 12个月", and what is left of the line."""
    year, months = _YEAR.search(text), _MONTHS.search(text)
    if not year or not months:
        return None, text
    rest = _YEAR.sub(" ", _MONTHS.sub(" ", text, count=1), count=1)
    return ledger.place(line, int(year[1]), int(months[1])), rest
