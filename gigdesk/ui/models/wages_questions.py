"""What the wage job asks, and the answers as the service takes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gigdesk.domain.law import NATIONAL
from gigdesk.domain.money import truncated
from gigdesk.domain.wages.by_month import EARNED_PER, MOST_DAYS, MOST_HOURS, MOST_ORDERS, MonthCount, month_count
from gigdesk.domain.wages.own_pay import Earnings
from gigdesk.domain.working import Working
from gigdesk.services import Services
from gigdesk.services.wages import Query
from gigdesk.services.wages_minimum import tiers
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import MONTH, Answers, Ask, Bound, Option, Per, Way
from gigdesk.ui.models.costs import Costs
from gigdesk.ui.models.places import place, placed

ORDERS = "orders"
"""The way to a list of orders, and the part of the job that it is."""
BY_CITY = "city"
"""The answer that leaves the tier of the minimum wage to the city."""
MOST_YUAN = 200_000
HOURS = ("hours_logged", "hours_order")


def pay_asks(services: Services, today: date, answers: Answers, t: Texts) -> list[Ask]:
    """Money and time; the orders or days of a month only where something is said by them, the tier by the city."""
    earned = tuple(Bound(per, Decimal(MOST_YUAN)) for per in EARNED_PER)
    asks = [Ask("earned", kind="amount", unit="CNY", high=MOST_YUAN, units=earned, ways=(Way(ORDERS),))]
    if _per(answers.get("earned")) == "order":
        asks.append(Ask("order_count", kind="amount", unit="orders", low=1, high=MOST_ORDERS, decimals=False))
    days = [Ask("days", kind="amount", unit="days", low=1, high=MOST_DAYS, unsure=True)]
    if _per(answers.get("earned")) == "day":
        asks += days
    asks.append(Ask("costs", kind="costs", unit="CNY", high=MOST_YUAN, unsure=True))
    for name in HOURS:
        if any(_by_day(answers.get(one)) for one in ("costs", *HOURS[: HOURS.index(name)])) and days[0] not in asks:
            asks += days
        asks.append(_hours(name, services, today, answers))
    if _by_day(answers.get("hours_order")) and days[0] not in asks:
        asks += days
    return [*asks, *_tier(services, today, answers, t)]


def query_of(answers: Answers) -> Query:
    """The answers as the service takes them."""
    tier = answers.get("tier")
    known = tier if isinstance(tier, str) and tier != BY_CITY else None
    return Query((str(answers["occupation"]),), (place(answers),), earnings=earnings_of(answers), tier=known)


def earnings_of(answers: Answers) -> Earnings:
    """One's own earnings; what is not known is None."""
    numbers = {name: _amount(found) for name, found in answers.items()}
    costs = answers.get("costs")
    logged, order = (_per(answers.get(name)) for name in HOURS)
    return Earnings(
        numbers["earned"] or Decimal(0),
        _per(answers["earned"]),
        numbers.get("costs"),
        numbers.get("hours_logged"),
        numbers.get("hours_order"),
        logged,
        order,
        numbers.get("days"),
        numbers.get("order_count"),
        costs.costs if isinstance(costs, Costs) else (),
    )


def _hours(name: str, services: Services, today: date, answers: Answers) -> Ask:
    """Time with an order lies within the time logged in, by whatever unit either is said."""
    count = _count(services, today, answers)
    units = tuple(Bound(per, _most(per, count, answers, name)) for per in MOST_HOURS)
    ways = (Way(ORDERS),) if name == "hours_order" else ()
    low = Decimal("0.1")
    return Ask(name, kind="amount", unit="hours", low=low, high=units[-1].high, units=units, ways=ways, unsure=True)


def _count(services: Services, today: date, answers: Answers) -> MonthCount:
    law = services.data.reference.book.on(today, NATIONAL)
    return month_count({"day"}, _amount(answers.get("days")), None, law, Working())


def _most(per: str, count: MonthCount, answers: Answers, name: str) -> Decimal:
    most, logged = Decimal(MOST_HOURS[per]), answers.get("hours_logged")
    amount = _amount(logged)
    if name != "hours_order" or amount is None:
        return most
    if _per(logged) == per:
        return min(most, amount)
    within = count.monthly(amount, _per(logged)) / count.monthly(Decimal(1), per)
    return min(most, truncated(within))


def _tier(services: Services, today: date, answers: Answers, t: Texts) -> list[Ask]:
    """Which tier of the minimum wage, where there are several; the city's holds until somebody chooses another."""
    if not placed(answers):
        return []
    region = services.data.reference.regions.get(place(answers))
    known = tiers(services.data.reference, region.code, today) if region else ()
    if region is None or len(known) < 2:  # noqa: PLR2004 - one tier is none to choose
        return []
    options = tuple(map(Option, known))
    preset = region.minimum_wage_tier
    if not preset:
        return [Ask("tier", options=options, unsure=True)]
    label = t("ask.wages.tier.city", place=region.names[t.language], tier=t(f"tier.{preset}"))
    return [Ask("tier", options=(Option(BY_CITY, label=label), *options), preset=BY_CITY)]


def _amount(found: object) -> Decimal | None:
    return found.amount if isinstance(found, Per) else found if isinstance(found, Decimal) else None


def _per(found: object) -> str:
    return found.per if isinstance(found, Per) else MONTH


def _by_day(found: object) -> bool:
    if isinstance(found, Costs):
        return any(cost.per == "day" for cost in found.costs)
    return _per(found) == "day"
