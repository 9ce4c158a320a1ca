"""What one's own work brings in an hour: gross and net, on the time logged in and on the time with an order."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.money import MONTHS_A_YEAR, half_up
from gigdesk.domain.working import Working

DAYS_A_MONTH = Decimal("21.75")
HOURS_IN_THE_LONGEST_MONTH = 744
LEAST_HOURS = Decimal("0.01")
MOST_YUAN = 10_000_000

MONTHS = {"month": Decimal(1), "year": Decimal(1) / MONTHS_A_YEAR, "day": DAYS_A_MONTH}


@dataclass(frozen=True)
class Earnings:
    """What somebody says of their own work, in yuan. Hours and costs are by the month; None is not known."""

    earned: Decimal
    per: str = "month"
    costs: Decimal | None = Decimal(0)
    hours_logged: Decimal | None = None
    hours_order: Decimal | None = None


@dataclass(frozen=True)
class OwnPay:
    """Yuan a month and yuan an hour; what is not known is None. Without costs the net is the gross."""

    gross_monthly: Decimal
    costs_monthly: Decimal | None
    net_monthly: Decimal
    gross_hour_logged: Decimal | None
    net_hour_logged: Decimal | None
    gross_hour_order: Decimal | None
    net_hour_order: Decimal | None


def own_pay(said: Earnings, working: Working) -> OwnPay:
    """Work out pay by the month and the hour. A day counts 21.75 times a month.

    Raises:
        InputError: an unknown unit, an amount or hours out of range, more time with orders than logged in.
    """
    if said.per not in MONTHS:
        raise InputError("per", said.per, " | ".join(MONTHS))
    logged, order = said.hours_logged, said.hours_order
    check_amount("earned", said.earned)
    if said.costs is not None:
        check_amount("costs", said.costs)
    _check_hours(logged, order)
    gross = half_up(said.earned * MONTHS[said.per])
    costs = None if said.costs is None else half_up(said.costs)
    net = gross - (costs or 0)
    working.step("gross-monthly", gross, "CNY/month", earned=said.earned, per=said.per)
    if costs is None:
        working.warn("costs-not-known")
    else:
        working.step("net-monthly", net, "CNY/month", gross=gross, costs=costs)
    for name, hours in (("logged", logged), ("order", order)):
        if hours is not None:
            working.step(f"net-hour-{name}", half_up(net / hours), "CNY/hour", net=net, hours=hours)
    by_logged, by_order = (
        (_an_hour(gross, logged), _an_hour(net, logged)),
        (_an_hour(gross, order), _an_hour(net, order)),
    )
    return OwnPay(gross, costs, net, *by_logged, *by_order)


def _an_hour(amount: Decimal, hours: Decimal | None) -> Decimal | None:
    return None if hours is None else half_up(amount / hours)


def check_amount(field: str, amount: Decimal) -> None:
    """Refuse an amount nobody earns or spends.

    Raises:
        InputError: below nothing or above the most.
    """
    if not 0 <= amount <= MOST_YUAN:
        raise InputError(field, amount, f"0 … {MOST_YUAN:,}")


def _check_hours(logged: Decimal | None, order: Decimal | None) -> None:
    for field, hours in (("hours_logged", logged), ("hours_order", order)):
        if hours is not None and not LEAST_HOURS <= hours <= HOURS_IN_THE_LONGEST_MONTH:
            raise InputError(field, hours, f"{LEAST_HOURS} … {HOURS_IN_THE_LONGEST_MONTH}")
    if logged is not None and order is not None and order > logged:
        raise InputError("hours_order", order, f"≤ hours_logged ({logged})")
