"""The hour worked out line by line, and what is said of the pay as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.wages.own_pay import OwnPay
from gigdesk.services import words
from gigdesk.services.wages_minimum import MinimumWage
from gigdesk.store.texts import Texts

MOST_NAMED = 4
"""More kinds of cost than these are not named in one line; the working has them all."""


@dataclass(frozen=True)
class PayLine:
    """One line of the hour worked out; `ask` is the question that a press on it leads to."""

    label: str
    value: str
    strong: bool = False
    tone: str = ""
    ask: str = ""


def pay_lines(own: OwnPay, minimum: MinimumWage | None, t: Texts) -> Iterator[PayLine]:
    """What was earned, what it cost, what is left, and that by the hour beside the minimum wage."""
    yield PayLine(t("wages.pay.gross"), _a_month(own.gross_monthly, t))
    if own.costs_monthly is not None:
        yield PayLine(_costs(own, t), t("wages.minus", amount=words.yuan(own.costs_monthly)))
    yield _left(own, t)
    kept = "" if own.costs_monthly is not None else ".gross"
    if own.net_hour_logged is not None:
        label = t(f"wages.pay.logged{kept}", hours=_hours(own.hours_logged))
        yield PayLine(label, _an_hour(own.net_hour_logged, t), strong=True, tone="wage")
    if own.net_hour_order is not None:
        yield PayLine(t(f"wages.pay.order{kept}", hours=_hours(own.hours_order)), _an_hour(own.net_hour_order, t))
    if minimum and minimum.hourly is not None:
        by = "" if minimum.chosen else ".by-city"
        label = t(f"wages.pay.minimum{by}", tier=t(f"tier.{minimum.tier}"))
        yield PayLine(label, _an_hour(minimum.hourly, t), ask="tier")


def who(own: OwnPay, t: Texts) -> str:
    """What is compared: what is kept, or what was earned where the costs are not known."""
    return t("wages.who.net" if own.costs_monthly is not None else "wages.who.gross")


def loss(own: OwnPay, t: Texts) -> str:
    """That the costs were more than the earnings, where they were; "" otherwise."""
    return t("wages.title.loss", amount=words.yuan(-own.net_monthly)) if own.net_monthly < 0 else ""


def _left(own: OwnPay, t: Texts) -> PayLine:
    if own.costs_monthly is None:
        return PayLine(t("wages.pay.before-costs"), _a_month(own.net_monthly, t), strong=True)
    if own.net_monthly < 0:
        return PayLine(t("wages.pay.loss"), _a_month(-own.net_monthly, t), strong=True)
    return PayLine(t("wages.pay.net"), _a_month(own.net_monthly, t), strong=True)


def _costs(own: OwnPay, t: Texts) -> str:
    """The costs by their names, where a list of them was given."""
    names = [t(f"cost.{cost.kind}") for cost in own.costs]
    if not names:
        return t("wages.pay.costs")
    more = "wages.pay.costs.more" if len(names) > MOST_NAMED else "wages.pay.costs.named"
    return t(more, kinds=t("ask.and").join(names[:MOST_NAMED]))


def _hours(hours: Decimal | None) -> str:
    return "" if hours is None else f"{hours.normalize():,f}"


def _a_month(amount: Decimal, t: Texts) -> str:
    return t("wages.yuan", amount=words.yuan(amount))


def _an_hour(amount: Decimal, t: Texts) -> str:
    return t("wages.an-hour", amount=words.fen(amount))
