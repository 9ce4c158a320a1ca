"""The minimum wage below which a monthly allowance does not fall."""

from __future__ import annotations

from decimal import Decimal

from gigdesk.domain.injury.benefits.claim import Tier
from gigdesk.domain.injury.benefits.head import Why
from gigdesk.domain.law import Law

MINIMUM = "wages.minimum_monthly"


def floors(law: Law, tier: Tier) -> tuple[Decimal, ...]:
    """The minimum wages that may be the place's own, yuan a month: one by its tier, else all; none if not published."""
    if not law.has(MINIMUM):
        return ()
    by_tier = law.table(MINIMUM)
    return (by_tier[tier.key],) if tier.key in by_tier else tuple(by_tier.values())


def not_below(amount: Decimal, lowest: tuple[Decimal, ...]) -> Decimal | Why:
    """The amount, or the minimum wage where that is more; why neither can be said."""
    if not lowest:
        return Why("not_in_data", {"name": MINIMUM})
    possible = {max(amount, floor) for floor in lowest}
    return possible.pop() if len(possible) == 1 else Why("tier_not_known")
