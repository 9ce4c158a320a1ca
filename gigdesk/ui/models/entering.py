"""What was typed or picked for a question, read: an answer, or in words why it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.money import YearMonth
from gigdesk.services import words
from gigdesk.services.fields import decimal
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import MONTH, Ask, Bound, Per

_PLAIN = re.compile(r"-?[0-9]*\.?[0-9]+")
_SHOWN = 20


@dataclass(frozen=True)
class Entered:
    """An answer, or why there is none; neither where nothing was entered."""

    value: object | None = None
    message: str = ""


def month_entered(found: YearMonth, today: date, t: Texts) -> Entered:
    """A month that does not lie ahead."""
    if found > YearMonth.of(today):
        return Entered(message=t("ask.not-yet", day=words.month(found, t)))
    return Entered(found)


def day_entered(parts: tuple[int, int, int], first: date | None, today: date, t: Texts) -> Entered:
    """A day that the calendar has and that does not lie ahead, nor before the first that there can be."""
    try:
        found = date(*parts)
    except ValueError:
        year, month, day = parts
        return Entered(message=t("ask.no-such-day", year=year, month=month, day=day))
    if found > today:
        return Entered(message=t("ask.not-yet", day=words.day(found, t)))
    if first and found < first:
        return Entered(message=t("ask.not-before", day=words.day(found, t), first=words.day(first, t)))
    return Entered(found)


def amount_entered(text: str, ask: Ask, bound: Bound | None, high: Decimal, t: Texts) -> Entered:
    """An amount within its bounds. `text` is a plain decimal, or what was typed where that is no amount."""
    if not text:
        return Entered()
    try:
        amount = decimal(text) if _PLAIN.fullmatch(text) else None
    except (ArithmeticError, ValueError):
        amount = None
    accepts = _accepts(ask, bound, high, t)
    if amount is None:
        return Entered(message=t("ask.not-a-number", got=text[:_SHOWN], accepts=accepts))
    if not _takes(ask, amount, high):
        return Entered(message=t("ask.out-of-range", got=f"{amount:,}", accepts=accepts))
    return Entered(Per(amount, bound.per, ask.unit) if bound and bound.per != MONTH else amount)


def _accepts(ask: Ask, bound: Bound | None, high: Decimal, t: Texts) -> str:
    unit = f"{ask.unit}/{bound.per}" if bound else ask.unit
    key = "ask.accepts-or-zero" if ask.or_zero else "ask.accepts" if ask.decimals else "ask.accepts-whole"
    return t(key, low=f"{ask.low:,}", high=f"{high:,}", unit=t(f"unit.{unit}"))


def _takes(ask: Ask, amount: Decimal, high: Decimal) -> bool:
    if not ask.decimals and amount != int(amount):
        return False
    return ask.low <= amount <= high or (ask.or_zero and amount == 0)
