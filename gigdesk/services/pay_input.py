"""Hours and costs as a person writes them in one word: 10/day, battery=12/day, fee=8%, vehicle=4800/3years."""

from __future__ import annotations

import re
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.wages.by_month import MOST_HOURS
from gigdesk.domain.wages.costs import COST_PER, KINDS, OVER, SHARE, Cost
from gigdesk.services.fields import MOST_DIGITS, decimal

COSTS_ACCEPTED = "battery=12/day | rent=600/month | insurance=240/year | vehicle=4800/3years | fee=8%"
HOURS_ACCEPTED = "260 | 10/day | 60/week"
_YEARS = re.compile(r"(\d{1,2})years?")


def read_hours(text: str, field: str) -> tuple[Decimal, str]:
    """Hours and their unit; without one they are those of a month.

    Raises:
        InputError: not a number, or a unit that hours are not said by.
    """
    number, slash, unit = text.strip().partition("/")
    per = unit if slash else "month"
    amount = _number(number)
    if amount is None or per not in MOST_HOURS:
        raise InputError(field, text, HOURS_ACCEPTED)
    return amount, per


def read_cost(text: str, field: str) -> Cost:
    """A kind and an amount with its unit; without one it is by the month.

    Raises:
        InputError: a kind that is not known, not a number, or no unit of a cost.
    """
    kind, _, said = text.strip().partition("=")
    if kind not in KINDS:
        raise InputError(field, text, " | ".join(KINDS))
    number, slash, unit = said.partition("/")
    share = said.endswith("%")
    amount = _number(number.removesuffix("%") if share else number)
    years = _YEARS.fullmatch(unit)
    per = SHARE if share else OVER if years else unit if slash else "month"
    if amount is None or (per not in (SHARE, OVER) and per not in COST_PER) or (share and slash):
        raise InputError(field, text, COSTS_ACCEPTED)
    return Cost(kind, amount, per, Decimal(years[1]) if years else None)


def written_hours(amount: Decimal, per: str) -> str:
    """Hours as they are read."""
    return f"{amount:f}" if per == "month" else f"{amount:f}/{per}"


def written_cost(cost: Cost) -> str:
    """A cost as it is read."""
    if cost.per == SHARE:
        return f"{cost.kind}={cost.amount:f}%"
    unit = f"{cost.years}{OVER}" if cost.per == OVER else cost.per
    return f"{cost.kind}={cost.amount:f}/{unit}"


def _number(text: str) -> Decimal | None:
    """An exact number; None where it is none, or one with absurdly many digits."""
    try:
        return decimal(text) if len(text) <= MOST_DIGITS else None
    except (ArithmeticError, ValueError):
        return None
