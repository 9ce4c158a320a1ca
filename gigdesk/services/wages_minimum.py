"""The minimum wage of a place on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.law import Status, Value
from gigdesk.domain.money import half_up
from gigdesk.domain.working import Working, weakest
from gigdesk.store.reference import Reference


@dataclass(frozen=True)
class MinimumWage:
    """The minimum wage of a region's tier. A figure is None where it is not published or its day not confirmed."""

    tier: str | None
    monthly: Decimal | None
    hourly: Decimal | None
    status: Status


def minimum_wage(reference: Reference, region: str, day: date, working: Working) -> MinimumWage | None:
    """The minimum wages of the region's preset tier; None where the region has none on that day."""
    place = reference.region(region)
    law = reference.book.on(day, region)
    if not law.has("wages.minimum_monthly"):
        return None
    monthly = law.value("wages.minimum_monthly")
    tier = place.minimum_wage_tier or _only_tier(monthly)
    if tier is None:
        working.warn("tier-not-known")
    found = {"monthly": monthly}
    if law.has("wages.minimum_hourly"):
        found["hourly"] = law.value("wages.minimum_hourly")
    figures = {name: _of_tier(name, value, tier, working) for name, value in found.items()}
    statuses = [value.status for value in found.values()] + ([place.tier_status] if place.tier_status else [])
    status = weakest(statuses) or Status.UNVERIFIED
    return MinimumWage(tier, figures["monthly"], figures.get("hourly"), status)


def _only_tier(monthly: Value) -> str | None:
    """The tier of a region that has but one."""
    tiers = list(monthly.content) if isinstance(monthly.content, Mapping) else []
    return tiers[0] if len(tiers) == 1 else None


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
