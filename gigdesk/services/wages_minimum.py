"""The minimum wage of a place on a day, and how one's own pay stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Status, Value
from gigdesk.domain.money import half_up
from gigdesk.domain.wages.own_pay import OwnPay
from gigdesk.domain.working import Working, weakest
from gigdesk.store.reference import Reference

MONTHLY, HOURLY = "wages.minimum_monthly", "wages.minimum_hourly"


@dataclass(frozen=True)
class Beside:
    """Own pay less the minimum wage, in yuan: a month, an hour logged in, an hour with an order. None: not known."""

    monthly: Decimal | None
    hour_logged: Decimal | None
    hour_order: Decimal | None


@dataclass(frozen=True)
class MinimumWage:
    """The minimum wage of a tier. A figure is None where it is not published or its day not confirmed.

    `chosen` is whether the person named the tier; otherwise it is the one that the city stands for.
    """

    tier: str | None
    monthly: Decimal | None
    hourly: Decimal | None
    status: Status
    chosen: bool = False
    beside: Beside | None = None

    @property
    def is_above_pay(self) -> bool:
        """Whether own pay is below it, by the month or by the hour logged in."""
        more = (self.beside.monthly, self.beside.hour_logged) if self.beside else ()
        return any(one is not None and one < 0 for one in more)


def minimum_wage(
    reference: Reference, region: str, day: date, working: Working, tier: str | None = None
) -> MinimumWage | None:
    """The minimum wages of a tier, or of the region's preset one; None where the region has none on that day.

    Raises:
        InputError: the region has no such tier.
    """
    place = reference.region(region)
    law = reference.book.on(day, region)
    if not law.has(MONTHLY):
        return None
    monthly = law.value(MONTHLY)
    _check(tier, monthly)
    preset = place.minimum_wage_tier or _only_tier(monthly)
    found = tier or preset
    if found is None:
        working.warn("tier-not-known")
    values = {"monthly": monthly}
    if law.has(HOURLY):
        values["hourly"] = law.value(HOURLY)
    figures = {name: _of_tier(name, value, found, working) for name, value in values.items()}
    statuses = [value.status for value in values.values()]
    if tier is None and place.tier_status:
        statuses.append(place.tier_status)
        working.warn("tier-by-city", tier=found)
    status = weakest(statuses) or Status.UNVERIFIED
    return MinimumWage(found, figures["monthly"], figures.get("hourly"), status, chosen=tier is not None)


def tiers(reference: Reference, region: str, day: date) -> tuple[str, ...]:
    """The tiers that a region's minimum wage has on a day."""
    law = reference.book.on(day, region)
    return _tiers(law.value(MONTHLY)) if law.has(MONTHLY) else ()


def set_beside(minimum: MinimumWage, own: OwnPay) -> MinimumWage:
    """The same with own pay beside it, by the month and by the hour on both denominators."""

    def less(amount: Decimal | None, least: Decimal | None) -> Decimal | None:
        return None if amount is None or least is None else amount - least

    by_hour = (less(own.net_hour_logged, minimum.hourly), less(own.net_hour_order, minimum.hourly))
    return replace(minimum, beside=Beside(less(own.net_monthly, minimum.monthly), *by_hour))


def _check(tier: str | None, monthly: Value) -> None:
    known = _tiers(monthly)
    if tier is not None and tier not in known:
        raise InputError("tier", tier, " | ".join(known))


def _tiers(monthly: Value) -> tuple[str, ...]:
    return tuple(monthly.content) if isinstance(monthly.content, Mapping) else ()


def _only_tier(monthly: Value) -> str | None:
    """The tier of a region that has but one."""
    known = _tiers(monthly)
    return known[0] if len(known) == 1 else None


def _of_tier(name: str, value: Value, tier: str | None, working: Working) -> Decimal | None:
    if value.status is Status.UNVERIFIED:
        working.warn("unverified-parameter", name=value.name, value=_listed(value), note=value.note)
        return None
    if tier is None or not isinstance(value.content, Mapping) or tier not in value.content:
        return None
    amount = half_up(value.content[tier])
    working.step(f"minimum-{name}", amount, "CNY/month" if name == "monthly" else "CNY/hour", value, tier=tier)
    return amount


def _listed(value: Value) -> str:
    content = value.content
    return " / ".join(map(str, content.values())) if isinstance(content, Mapping) else str(content)
