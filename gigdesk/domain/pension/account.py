"""How the personal account grows. Interest by the month-product method of 劳办发〔1997〕116号."""

from __future__ import annotations

from decimal import Decimal

from gigdesk.domain.money import MONTHS_A_YEAR, half_up


def credited(balance: Decimal, monthly: Decimal, paid_months: int, months: int, rate: Decimal) -> Decimal:
    """The balance after `months` of a calendar year with `paid_months` equal payments at their start.

    `balance` stands at the beginning of those months; each payment earns from its own month on. `rate` is
    the year's bookkeeping rate as a share. Rounded to the fen once, when the interest is credited.
    """
    product = months * balance + sum(monthly * (months - paid) for paid in range(paid_months))
    return half_up(balance + monthly * paid_months + rate / MONTHS_A_YEAR * product)
