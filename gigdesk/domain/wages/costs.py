"""What one's own work costs: a list of kinds, each by the day, week, month or year, over years, or as a share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.money import MONTHS_A_YEAR, half_up
from gigdesk.domain.wages.by_month import MonthCount
from gigdesk.domain.working import Working

MOST_YUAN = 10_000_000
KINDS = (
    "battery",
    "fuel",
    "rent",
    "vehicle",
    "insurance",
    "phone",
    "meals",
    "penalties",
    "fee",
    "other",
)
COST_PER = ("day", "week", "month", "year")
SHARE = "percent"
SHARED_KINDS = ("fee",)
"""What a platform may take as a share of what was earned."""
OVER = "years"
MOST_YEARS = 20
WHOLE = 100


@dataclass(frozen=True)
class Cost:
    """One cost. `per` is a unit of time, "percent" of what was earned, or "years": a price spread evenly over them."""

    kind: str
    amount: Decimal
    per: str = "month"
    years: Decimal | None = None


@dataclass(frozen=True)
class MonthlyCost:
    """A cost by the month, in yuan."""

    kind: str
    monthly: Decimal


def costs_a_month(
    costs: Sequence[Cost], gross: Decimal, count: MonthCount, working: Working
) -> tuple[MonthlyCost, ...]:
    """Bring each cost to a month; the working has a line for each.

    Raises:
        InputError: a kind that is not known, an amount or a span out of range, a share of what takes none.
    """
    found = []
    for cost in costs:
        _check(cost)
        monthly = half_up(_monthly(cost, gross, count))
        inputs: dict[str, object] = {"amount": cost.amount}
        inputs |= {"years": cost.years} if cost.per == OVER else {"gross": gross} if cost.per == SHARE else {}
        count.step(working, f"cost-{cost.kind}", monthly, "CNY/month", f"cost-{cost.per}", **inputs)
        found.append(MonthlyCost(cost.kind, monthly))
    return tuple(found)


def check_amount(field: str, amount: Decimal) -> None:
    """Refuse an amount nobody earns or spends.

    Raises:
        InputError: below nothing or above the most.
    """
    if not 0 <= amount <= MOST_YUAN:
        raise InputError(field, amount, f"0 … {MOST_YUAN:,}")


def _monthly(cost: Cost, gross: Decimal, count: MonthCount) -> Decimal:
    if cost.per == SHARE:
        return gross * cost.amount / WHOLE
    if cost.per == OVER:
        return cost.amount / (cost.years or 1) / MONTHS_A_YEAR
    return count.monthly(cost.amount, cost.per)


def _check(cost: Cost) -> None:
    if cost.kind not in KINDS:
        raise InputError("cost", cost.kind, " | ".join(KINDS))
    if cost.per not in (*COST_PER, SHARE, OVER) or (cost.per == SHARE and cost.kind not in SHARED_KINDS):
        raise InputError("cost", f"{cost.kind}={cost.amount}/{cost.per}", " | ".join(COST_PER))
    if cost.per == SHARE and not 0 <= cost.amount <= WHOLE:
        raise InputError("cost", f"{cost.amount}%", f"0% … {WHOLE}%")
    years = Decimal(1) if cost.years is None else cost.years
    if (cost.per == OVER) != (cost.years is not None) or not 1 <= years <= MOST_YEARS:
        raise InputError("cost", f"{cost.kind}={cost.amount}/{cost.years}{OVER}", f"1{OVER} … {MOST_YEARS}{OVER}")
    check_amount("cost", cost.amount)
