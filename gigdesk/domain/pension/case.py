"""What an estimate starts from: one person, one record, one plan, seen from one month."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.projection import Assumptions, Plan


@dataclass(frozen=True)
class Record:
    """What has been paid so far. Index and balance are None where the person does not know them.

    Months that are not known count as none; `months_known` says so.
    """

    paid_months: int
    deemed_months: int = 0
    months_before_account: int = 0
    average_index: Decimal | None = None
    account_balance: Decimal | None = None
    months_known: bool = True


@dataclass(frozen=True)
class Override:
    """Single values put in place of the data's, to follow an official form."""

    benefit_base: Decimal | None = None
    divisor: Decimal | None = None
    retirement_month: YearMonth | None = None


@dataclass(frozen=True)
class Case:
    """A case. `to_minimum` stops paying once the required months are reached."""

    as_of: YearMonth
    birth: YearMonth
    category: str
    record: Record
    plan: Plan | None = None
    to_minimum: bool = False
    shift_months: int = 0
    assumptions: Assumptions | None = None
    override: Override = Override()
