"""What one's own work brings in an hour: gross and net, on the time logged in and on the time with an order."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Law
from gigdesk.domain.money import half_up
from gigdesk.domain.wages.by_month import EARNED_PER, MOST_HOURS, MonthCount, month_count
from gigdesk.domain.wages.costs import Cost, MonthlyCost, check_amount, costs_a_month
from gigdesk.domain.working import Working

LEAST_HOURS = Decimal("0.01")


@dataclass(frozen=True)
class Earnings:
    """What somebody says of their own work, in yuan and hours. What is not known is None.

    `costs` are the total of a month; with a `cost_list` they are its sum and stay None. `days` are those worked in a
    month, `orders` those of a month.
    """

    earned: Decimal
    per: str = "month"
    costs: Decimal | None = Decimal(0)
    hours_logged: Decimal | None = None
    hours_order: Decimal | None = None
    hours_logged_per: str = "month"
    hours_order_per: str = "month"
    days: Decimal | None = None
    orders: Decimal | None = None
    cost_list: tuple[Cost, ...] = ()

    @property
    def units(self) -> set[str]:
        """The units by which anything is said."""
        hours = {self.hours_logged_per} if self.hours_logged is not None else set()
        hours |= {self.hours_order_per} if self.hours_order is not None else set()
        return {self.per, *(cost.per for cost in self.cost_list)} | hours


@dataclass(frozen=True)
class OwnPay:
    """Yuan a month and yuan an hour; what is not known is None. Without costs the net is the gross.

    The hours are those of a month; `costs` are the lines of a list of costs.
    """

    gross_monthly: Decimal
    costs_monthly: Decimal | None
    net_monthly: Decimal
    gross_hour_logged: Decimal | None
    net_hour_logged: Decimal | None
    gross_hour_order: Decimal | None
    net_hour_order: Decimal | None
    hours_logged: Decimal | None = None
    hours_order: Decimal | None = None
    costs: tuple[MonthlyCost, ...] = ()


def own_pay(said: Earnings, working: Working, law: Law | None = None) -> OwnPay:
    """Work out pay by the month and the hour. `law` has the days that stand in for those that are not known.

    Raises:
        InputError: an unknown unit, an amount or hours out of range, more time with orders than logged in, orders or
            days that are needed and not known.
    """
    if said.per not in EARNED_PER:
        raise InputError("per", said.per, " | ".join(EARNED_PER))
    check_amount("earned", said.earned)
    count = month_count(said.units, said.days, said.orders, law, working)
    gross = half_up(count.monthly(said.earned, said.per))
    count.step(working, "gross-monthly", gross, "CNY/month", f"gross-{said.per}", earned=said.earned)
    lines = costs_a_month(said.cost_list, gross, count, working)
    costs = _total(said, lines, working)
    net = gross - (costs or 0)
    if costs is None:
        working.warn("costs-not-known")
    else:
        working.step("net-monthly", net, "CNY/month", gross=gross, costs=costs)
    logged = _hours("hours_logged", said.hours_logged, said.hours_logged_per, count, working)
    order = _hours("hours_order", said.hours_order, said.hours_order_per, count, working)
    if logged is not None and order is not None and order > logged:
        raise InputError("hours_order", order, f"≤ hours_logged ({logged})")
    kept = "net" if costs is not None else "gross"
    for name, hours in (("logged", logged), ("order", order)):
        if hours is not None:
            working.step(f"{kept}-hour-{name}", half_up(net / hours), "CNY/hour", amount=net, hours=hours)
    by_logged, by_order = ((_an_hour(gross, hours), _an_hour(net, hours)) for hours in (logged, order))
    return OwnPay(gross, costs, net, *by_logged, *by_order, logged, order, lines)


def _total(said: Earnings, lines: tuple[MonthlyCost, ...], working: Working) -> Decimal | None:
    """The costs of a month: the sum of a list, or what was said in one."""
    if not said.cost_list:
        if said.costs is not None:
            check_amount("costs", said.costs)
        return None if said.costs is None else half_up(said.costs)
    if said.costs:
        raise InputError("costs", said.costs, "cost")
    total = sum((line.monthly for line in lines), Decimal(0))
    if len(lines) > 1:
        working.step("costs-monthly", total, "CNY/month")
    return total


def _hours(field: str, hours: Decimal | None, per: str, count: MonthCount, working: Working) -> Decimal | None:
    """Hours of a month, to a hundredth."""
    if hours is None:
        return None
    if per not in MOST_HOURS:
        raise InputError(field, per, " | ".join(MOST_HOURS))
    if not LEAST_HOURS <= hours <= MOST_HOURS[per]:
        raise InputError(field, hours, f"{LEAST_HOURS} … {MOST_HOURS[per]}")
    found = half_up(count.monthly(hours, per))
    if per != "month":
        count.step(working, field.replace("_", "-"), found, "hours", f"hours-{per}", hours=hours)
    return found


def _an_hour(amount: Decimal, hours: Decimal | None) -> Decimal | None:
    return None if hours is None else half_up(amount / hours)
