"""Own pay on the command line: its options, and what came of it in words."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from gigdesk.cli.context import Context, number
from gigdesk.cli.wages_orders import MonthOfOrders, add_files, month_of_orders
from gigdesk.domain.errors import BOTH, NOTHING, InputError, either
from gigdesk.domain.wages.by_month import EARNED_PER
from gigdesk.domain.wages.costs import Cost, check_amount
from gigdesk.domain.wages.own_pay import Earnings, OwnPay
from gigdesk.services.pay_input import COSTS_ACCEPTED, HOURS_ACCEPTED, read_cost, read_hours
from gigdesk.services.wages_minimum import MinimumWage
from gigdesk.store.texts import Texts

ABOUT_EARNINGS = ("per", "days", "order_count", "hours_logged", "hours_order", "costs", "cost")
FILLED = ("earned", "per", "order_count", "hours_order")
"""What a list of orders says itself."""
PENALTIES = "penalties"
NAMES = {"orders": "--order-count", "days": "--days", "per": "--per", "cost": "--cost", "tier": "--tier"}
"""What the fields of own pay are called here."""


@dataclass(frozen=True)
class Told:
    """Own earnings as the options tell them, and the list of orders that they are of."""

    earnings: Earnings | None
    orders: MonthOfOrders | None = None

    @property
    def body(self) -> dict[str, object]:
        """What is to be said of the list."""
        return self.orders.body if self.orders else {}

    def lines(self, t: Texts) -> Iterator[str]:
        """What is to be said of the list, in words; penalties within a total of costs are not taken off again."""
        if self.orders and self.earnings:
            yield from self.orders.lines
            penalties = self.orders.total.penalties
            if penalties and not any(cost.kind == PENALTIES for cost in self.earnings.cost_list):
                yield t("cli.orders.penalties-not-counted", penalties=penalties)
            yield ""


def add(compare: Any, t: Texts) -> None:  # noqa: ANN401 - argparse's own class is private
    """Declare the options."""
    compare.add_argument("--earned", type=number, metavar="YUAN", help=t("help.wages.earned"))
    compare.add_argument("--per", choices=EARNED_PER, help=t("help.wages.per"))
    compare.add_argument("--order-count", type=number, metavar="N", help=t("help.wages.order-count"))
    compare.add_argument("--days", type=number, metavar="N", help=t("help.wages.days"))
    compare.add_argument("--hours-logged", metavar="HOURS", help=t("help.wages.hours-logged", accepts=HOURS_ACCEPTED))
    compare.add_argument("--hours-order", metavar="HOURS", help=t("help.wages.hours-order", accepts=HOURS_ACCEPTED))
    compare.add_argument("--costs", type=number, metavar="YUAN", help=t("help.wages.costs"))
    accepts = COSTS_ACCEPTED.replace("%", "%%")
    compare.add_argument("--cost", action="append", metavar="KIND=YUAN", help=t("help.wages.cost", accepts=accepts))
    compare.add_argument("--tier", metavar="1|2|3", help=t("help.wages.tier"))
    add_files(compare, t, "--orders", action="append")


def told(args: argparse.Namespace, context: Context) -> Told:
    """Read the options.

    Raises:
        InputError: an amount that nobody earns, a unit that is not known, or two options that say the same thing.
    """
    if args.orders:
        return _by_orders(args, context)
    if args.month is not None:
        raise InputError("--orders", NOTHING, "FILE (--month)")
    if args.earned is None:
        for field in ABOUT_EARNINGS:
            if getattr(args, field) is not None:
                raise InputError("--earned", NOTHING, f"YUAN (--{field.replace('_', '-')})")
        return Told(None)
    check_amount("--earned", args.earned)
    return Told(_besides(args, Earnings(args.earned, args.per or "month", None)))


def own(found: OwnPay | None) -> dict[str, object] | None:
    """One's own pay; what is not known is null, and so is a net from which no costs were taken."""
    if found is None:
        return None
    body = dict(vars(found))
    if found.costs_monthly is None:
        body |= {name: None for name in body if name.startswith("net_")}
    return body


def lines(found: OwnPay, minimum: MinimumWage | None, t: Texts) -> Iterator[str]:
    """One's own pay line by line, and beside the minimum wage."""
    known = found.costs_monthly is not None
    kind = "before-costs" if not known else "loss" if found.net_monthly < 0 else "net"
    yield t(f"cli.own.{kind}", **{**vars(found), "over": abs(found.net_monthly)})
    for cost in found.costs:
        yield t("cli.own-cost", kind=t(f"cost.{cost.kind}"), monthly=cost.monthly)
    for name, hours in (("logged", found.hours_logged), ("order", found.hours_order)):
        if hours is not None:
            gross, net = getattr(found, f"gross_hour_{name}"), getattr(found, f"net_hour_{name}")
            yield t(f"cli.own-hour.{name}{'' if known else '.gross'}", hours=hours, gross=gross, net=net)
    if minimum and minimum.beside and minimum.tier:
        tier = t(f"tier.{minimum.tier}")
        for name, least in (
            ("monthly", minimum.monthly),
            ("hour_logged", minimum.hourly),
            ("hour_order", minimum.hourly),
        ):
            more = getattr(minimum.beside, name)
            if more is not None:
                side = "above" if more >= 0 else "below"
                yield t(f"cli.minimum.{name}.{side}", tier=tier, minimum=least, by=abs(more))
        yield t("wages.limit.below" if minimum.is_above_pay else "wages.limit")


def _by_orders(args: argparse.Namespace, context: Context) -> Told:
    for field in FILLED:
        if getattr(args, field) is not None:
            option = f"--{field.replace('_', '-')}"
            raise InputError(option, BOTH, either(option, "--orders"))
    orders = month_of_orders(args.orders, args.month, context)
    total = orders.total
    earnings = Earnings(total.earned, "month", None, hours_order=total.hours or None)
    found = _besides(args, earnings, Decimal(total.days))
    if total.penalties and found.costs is None and not any(cost.kind == PENALTIES for cost in found.cost_list):
        found = replace(found, cost_list=(*found.cost_list, Cost(PENALTIES, total.penalties)))
    return Told(found, orders)


def _besides(args: argparse.Namespace, earnings: Earnings, days: Decimal | None = None) -> Earnings:
    """What the options say besides what was earned."""
    if args.cost and args.costs is not None:
        raise InputError("--costs", BOTH, either("--costs", "--cost"))
    if args.costs is not None:
        check_amount("--costs", args.costs)
    found = replace(
        earnings,
        costs=args.costs,
        days=days if args.days is None else args.days,
        orders=args.order_count,
        cost_list=tuple(read_cost(said, "--cost") for said in args.cost or ()),
    )
    if args.hours_logged is not None:
        hours, per = read_hours(args.hours_logged, "--hours-logged")
        found = replace(found, hours_logged=hours, hours_logged_per=per)
    if args.hours_order is not None:
        hours, per = read_hours(args.hours_order, "--hours-order")
        found = replace(found, hours_order=hours, hours_order_per=per)
    return found
