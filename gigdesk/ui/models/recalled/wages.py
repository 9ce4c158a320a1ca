"""One's own pay beside published wages: what was answered."""

from __future__ import annotations

from decimal import Decimal

from gigdesk.domain.wages.own_pay import Earnings
from gigdesk.services.wages import Query
from gigdesk.ui.models.ask import MONTH, UNSURE, Per
from gigdesk.ui.models.costs import Costs
from gigdesk.ui.models.recalled import Known
from gigdesk.ui.models.wages_questions import BY_CITY


def compared(query: Query, *, preset: bool) -> Known:
    """The answers behind a comparison; `preset`: the city says the tier where nobody chose another."""
    known: dict[str, object | None] = {
        "occupation": query.occupations[0] if query.occupations else None,
        "tier": query.tier or (BY_CITY if preset else UNSURE),
    }
    return known | _pay(query.earnings) if query.earnings else known


def _pay(own: Earnings) -> dict[str, object | None]:
    costs = Costs(own.cost_list) if own.cost_list else own.costs
    return {
        "earned": _by(own.earned, own.per, "CNY"),
        "order_count": own.orders,
        "days": UNSURE if own.days is None else own.days,
        "costs": UNSURE if costs is None else costs,
        "hours_logged": _by(own.hours_logged, own.hours_logged_per, "hours"),
        "hours_order": _by(own.hours_order, own.hours_order_per, "hours"),
    }


def _by(amount: Decimal | None, per: str, unit: str) -> object:
    if amount is None:
        return UNSURE
    return amount if per == MONTH else Per(amount, per, unit)
