"""Amounts and hours said by the order, the day, the week or the year, brought to a month, each with its rule."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import NOTHING, InputError
from gigdesk.domain.law import Law, Value, number_of
from gigdesk.domain.money import MONTHS_A_YEAR, half_up
from gigdesk.domain.working import Working, WorkingStep, weakest

PAID_DAYS = "wages.paid_days_a_month"
HOURS_A_DAY = 8
WEEKS_A_YEAR = 52
MOST_DAYS = 31
MOST_ORDERS = 10_000
MOST_HOURS = {"day": 24, "week": 168, "month": 744}
"""Of a unit that time is said by; the longest month has 744 hours."""
EARNED_PER = ("order", "day", "week", "month", "year")


@dataclass(frozen=True)
class MonthCount:
    """How much of each a month has. `law` is the rule that stands in for days that are not known, else None."""

    days: Decimal | None
    orders: Decimal | None
    law: Value | None = None

    def monthly(self, amount: Decimal, per: str) -> Decimal:
        """An amount of a unit by the month, exact. Days and orders are known where they are asked for."""
        if per == "week":
            return amount * WEEKS_A_YEAR / MONTHS_A_YEAR
        if per == "year":
            return amount / MONTHS_A_YEAR
        times = {"order": self.orders, "day": self.days}.get(per)
        return amount if times is None else amount * times

    def step(self, working: Working, id_: str, value: Decimal, unit: str, formula: str, **inputs: object) -> None:
        """Add a line of the working; one that counts days says by which rule, where they are not the person's own."""
        law = [self.law] if self.law and formula.endswith("-day") else []
        counted = {name: found for name, found in vars(self).items() if name != "law" and formula.endswith(name[:-1])}
        sources, status = tuple(one.source for one in law), weakest(one.status for one in law)
        working.steps.append(WorkingStep(id_, {**inputs, **counted}, value, unit, sources, status, formula))


def month_count(
    units: set[str], days: Decimal | None, orders: Decimal | None, law: Law | None, working: Working
) -> MonthCount:
    """Count a month, for amounts said by these units. Days that are needed and not known are the law's paid days.

    Raises:
        InputError: days or orders that no month has, or orders needed and not given.
    """
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise InputError("days", days, f"1 … {MOST_DAYS}")
    if orders is not None and not (1 <= orders <= MOST_ORDERS and orders == int(orders)):
        raise InputError("orders", orders, f"1 … {MOST_ORDERS:,}")
    if "order" in units and orders is None:
        raise InputError("orders", NOTHING, f"1 … {MOST_ORDERS:,}")
    if "day" not in units or days is not None:
        return MonthCount(days, orders)
    if law is None:
        raise InputError("days", NOTHING, f"1 … {MOST_DAYS}")
    value = law.value(PAID_DAYS)
    paid = number_of(value, law.day)
    working.step("paid-days", paid, "days", value)
    working.warn("days-not-known", days=paid)
    return MonthCount(paid, orders, value)


def paid_hours_step(law: Law, working: Working) -> None:
    """Show the rule by which a month's wage is one of an hour: the paid days of a month, of eight hours."""
    value = law.value(PAID_DAYS)
    days = number_of(value, law.day)
    working.step("paid-hours", half_up(days * HOURS_A_DAY, Decimal(1)), "hours", value, days=days, hours=HOURS_A_DAY)
