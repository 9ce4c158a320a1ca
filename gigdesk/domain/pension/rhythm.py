"""What a year of payments comes to, and what is due each time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Law, Value, expect
from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.domain.pension.contribution import Contribution
from gigdesk.domain.working import Working

OFFERED = "pension.payment_rhythms"
RHYTHMS = {"month": 1, "quarter": 3, "half_year": 6, "year": MONTHS_A_YEAR}
"""The months that are paid at once."""


@dataclass(frozen=True)
class Schedule:
    """The months that are paid in the year, and how often; None where it does not matter."""

    months: int = MONTHS_A_YEAR
    rhythm: str | None = None


@dataclass(frozen=True)
class PaidYear:
    """The months paid in a year on one base, in yuan. `payment` is due each time; None without a rhythm."""

    contribution: Contribution
    months: int
    year_total: Decimal
    rhythm: str | None
    payment: Decimal | None


def paid_year(paid: Contribution, schedule: Schedule, law: Law, working: Working) -> PaidYear:
    """Add up the months of a year. Whether a place takes the rhythm is said where it is not known.

    Raises:
        InputError: not 1 to 12 months, or no such rhythm.
    """
    months, rhythm = schedule.months, schedule.rhythm
    if not 1 <= months <= MONTHS_A_YEAR:
        raise InputError("months", months, f"1..{MONTHS_A_YEAR}")
    if rhythm is not None and rhythm not in RHYTHMS:
        raise InputError("rhythm", rhythm, " | ".join(RHYTHMS))
    total = paid.monthly * months
    working.step("contribution-year", total, "CNY", monthly=paid.monthly, months=months)
    payment = None if rhythm is None else _payment(paid, min(RHYTHMS[rhythm], months), _offered(law, rhythm), working)
    return PaidYear(paid, months, total, rhythm, payment)


def _payment(paid: Contribution, at_once: int, offered: Value | None, working: Working) -> Decimal:
    payment = paid.monthly * at_once
    law = () if offered is None else (offered,)
    working.step("contribution-payment", payment, "CNY", *law, monthly=paid.monthly, months=at_once)
    if offered is None:
        working.warn("rhythm-not-known")
    return payment


def _offered(law: Law, rhythm: str) -> Value | None:
    """The region's list of rhythms, if it is known and holds this one."""
    value = law.usable(OFFERED)
    return value if value and rhythm in expect(value, tuple) else None
