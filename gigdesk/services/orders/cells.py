"""Days, times of day and amounts, in the forms in which platforms and people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from gigdesk.services.amounts import read_amount
from gigdesk.services.history.cells import plain

MOST = Decimal(100_000)
"""No order brings a hundred thousand yuan; what does is a sum, or a slip."""
NOTHING = ("-", "--", "—", "——", "/", "无", "null", "none", "nan")
NOON = 12
_DAY = re.compile(r"(?<!\d)(\d{4})(?:年|([./-]))(\d{1,2})(?(2)\2|月)(\d{1,2})日?(?!\d)", re.ASCII)
_PACKED = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?:[ T]?(\d\d)(\d\d)(\d\d)?)?(?!\d)", re.ASCII)
_DAY_OF_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})[月/-](\d{1,2})日?(?![\d./-])", re.ASCII)
_CLOCK = re.compile(
    r"(上午|下午|晚上|凌晨|中午|早上|[ap]m)?\s*(?<!\d)(\d{1,2})[:时点](\d{2})(?:[:分](\d{2})(?:\.\d+)?秒?|分)?(?!\d)"
    r"(?:\s*([ap]\.?m)\b\.?)?(?:\s*(?:Z|\+0?8:?00)(?!\d))?",
    re.ASCII | re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:T|,|\(?(?:星期|周)[一二三四五六日天]\)?)?\s*")
_SERIAL = re.compile(r"([45]\d{4})(?:\.(\d+))?", re.ASCII)
_AFTERNOON = ("下午", "晚上", "中午", "p")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - the day 0 of spreadsheets, which know no zones


@dataclass(frozen=True)
class Stamp:
    """A day, a time of day, or both."""

    day: date | None
    clock: time | None


def stamp(text: str, today: date) -> Stamp | None:
    """The day or time that a cell is; None where it is none. A day without its year is the last one not after today."""
    text = plain(text)
    found = _SERIAL.fullmatch(text)
    if found:
        return _serial(text)
    stamps, rest = stamps_in(text, today)
    return stamps[0] if len(stamps) == 1 and not rest.strip() else None


def stamps_in(text: str, today: date) -> tuple[list[Stamp], str]:
    """All days and times in a text, in order, and what is left without them. A time belongs to the day before it."""
    text, rest, at = plain(text), "", 0
    found: list[Stamp] = []
    while at < len(text):
        one, end = _stamp_at(text, at, today)
        rest += " " if one else text[at]
        at = end if one else at + 1
        found += [one] if one else []
    return found, rest


def money(text: str) -> Decimal | None:
    """An amount in yuan, to the digits written; 0 for an empty cell, None for what is none."""
    text = plain(text)
    if not text or text.lower() in NOTHING:
        return Decimal(0)
    negative = text.startswith(("-", "(", "¥-"))
    bare = re.sub(r"^[-+(¥]+|\)$|/单$", "", text)
    found = read_amount(bare)
    if not found or Decimal(found) > MOST:
        return None
    return -Decimal(found) if negative else Decimal(found)


def _stamp_at(text: str, at: int, today: date) -> tuple[Stamp | None, int]:
    """What stands at a place, and where it ends."""
    day, end = _day_at(text, at, today)
    if isinstance(day, datetime):
        return Stamp(day.date(), day.time()), end
    between = _BETWEEN.match(text, end)
    clock, after = _clock_at(text, between.end() if day and between else at)
    if day is None and clock is None:
        return None, at
    return Stamp(day, clock), after if clock else end


def _day_at(text: str, at: int, today: date) -> tuple[date | datetime | None, int]:
    """The day (or, packed, the moment) that begins at a place, and where it ends."""
    if found := _DAY.match(text, at):
        return _date(found[1], found[3], found[4]), found.end()
    if found := _PACKED.match(text, at):
        day = _date(found[1], found[2], found[3])
        clock = _time(found[4], found[5], found[6]) if found[4] else None
        if found[4] and clock is None:
            return None, at
        return (datetime.combine(day, clock) if day and clock else day), found.end()
    if found := _DAY_OF_YEAR.match(text, at):
        this_year = _date(str(today.year), found[1], found[2])
        last_year = _date(str(today.year - 1), found[1], found[2])
        return (last_year if this_year is None or this_year > today else this_year), found.end()
    return None, at


def _clock_at(text: str, at: int) -> tuple[time | None, int]:
    found = _CLOCK.match(text, at)
    if not found:
        return None, at
    half, hour = (found[1] or found[5] or "").lower(), int(found[2])
    if half.startswith(_AFTERNOON) and hour < NOON and not (half == "中午" and hour > NOON - 2):
        hour += NOON
    elif half.startswith("a") and hour == NOON:
        hour = 0
    clock = _time(str(hour), found[3], found[4])
    return (clock, found.end()) if clock else (None, at)


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _time(hour: str, minute: str, second: str | None) -> time | None:
    try:
        return time(int(hour), int(minute), int(second or 0))
    except ValueError:
        return None


def _serial(text: str) -> Stamp:
    """The day and time of a spreadsheet's number: whole days since the end of 1899."""
    seconds = int((Decimal(text) * 86_400).to_integral_value())
    moment = _EPOCH + timedelta(seconds=seconds)
    return Stamp(moment.date(), moment.time() if "." in text else None)
