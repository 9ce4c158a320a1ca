"""A personal account year by year, as `pension account` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.services.fields import FIRST_YEAR, LAST_YEAR, Fields

HIGHEST_RATE = Decimal("0.2")


@dataclass(frozen=True)
class AccountRecord:
    """The balance before the first year, and what was credited each year by month, in yuan."""

    region: str
    balance: Decimal
    paid: Mapping[int, tuple[Decimal, ...]]
    assumed_rate: Decimal | None


def read_account(found: object) -> AccountRecord:
    """Read the input of `pension account`.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    top = Fields(found)
    paid: dict[int, tuple[Decimal, ...]] = {}
    for year in top.several("years"):
        number = year.whole("year", FIRST_YEAR, LAST_YEAR)
        if number in paid:
            raise InputError(year.name("year"), number, Phrase("each-once"))
        paid[number] = _payments(year)
        year.done()
    if not paid:
        raise InputError("years", "[]", '[{"year": 2025, "monthly": "365.84"}, …]')
    read = AccountRecord(
        region=top.text("region"),
        balance=top.number("balance", 0),
        paid=paid,
        assumed_rate=top.number("assumed_rate", 0, HIGHEST_RATE) if top.has("assumed_rate") else None,
    )
    top.done()
    return read


def _payments(year: Fields) -> tuple[Decimal, ...]:
    """The same amount for some months from January on; no amount is a year without payments."""
    monthly = year.number("monthly", 0) if year.has("monthly") else Decimal(0)
    months = year.whole("months", 0, MONTHS_A_YEAR) if year.has("months") else MONTHS_A_YEAR
    first = year.whole("first_month", 1, MONTHS_A_YEAR) if year.has("first_month") else 1
    if first + months - 1 > MONTHS_A_YEAR:
        raise InputError(year.name("months"), months, f"0..{MONTHS_A_YEAR - first + 1}")
    before, after = first - 1, MONTHS_A_YEAR - first + 1 - months
    return (Decimal(0),) * before + (monthly,) * months + (Decimal(0),) * after
