"""The residents' case of the command line, read exactly; what is absent or null is not known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from gigdesk.domain.errors import InputError
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.resident import ResidentCase
from gigdesk.services.fields import Fields

T = TypeVar("T")
MOST_YEARS = 60
HIGHEST_YEARLY = 100_000
HIGHEST_BASIC = 10_000
HIGHEST_RATE = 1


def read_resident(found: object, today: date) -> tuple[str, ResidentCase]:
    """The region and the case of `pension resident`.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    case = Fields(found)

    def known(field: str, read: Callable[[], T]) -> T | None:
        return read() if case.has(field) else None

    region = case.text("region")
    read = ResidentCase(
        as_of=known("as_of", lambda: case.month("as_of")) or YearMonth.of(today),
        birth=case.month("birth"),
        paid_years=known("paid_years", lambda: case.whole("paid_years", 0, MOST_YEARS)) or 0,
        account_balance=known("account_balance", lambda: case.number("account_balance", 0)),
        yearly=known("yearly", lambda: case.number("yearly", 0, HIGHEST_YEARLY)),
        years_ahead=known("years_ahead", lambda: case.whole("years_ahead", 0, MOST_YEARS)),
        paid_this_year=known("paid_this_year", lambda: case.flag("paid_this_year")) or False,
        make_up=known("make_up", lambda: case.flag("make_up")) or False,
        subsidy=known("subsidy", lambda: case.number("subsidy", 0, HIGHEST_YEARLY)),
        local_basic=known("local_basic", lambda: case.number("local_basic", 0, HIGHEST_BASIC)),
        account_rate=known("account_rate", lambda: case.number("account_rate", 0, HIGHEST_RATE)),
    )
    case.done()
    lived = read.as_of.year - read.birth.year
    if not 0 <= read.paid_years <= max(lived, 0):
        raise InputError("paid_years", read.paid_years, f"0..{max(lived, 0)}")
    return region, read
