"""Within what a person may choose: the payment of a month, and what is assumed of the years to come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.law import Status
from gigdesk.domain.money import half_up
from gigdesk.domain.pension.projection import Assumptions


@dataclass(frozen=True)
class Payable:
    """What a month may cost in yuan: on the lowest base and on the highest, at the rate of the year."""

    low: Decimal
    high: Decimal
    rate: Decimal

    def base_of(self, monthly: Decimal) -> Decimal:
        """The base behind a payment."""
        return half_up(monthly / self.rate)


@dataclass(frozen=True)
class Preset:
    """The three roads as they are assumed; statuses and sources by the name of the share."""

    roads: Mapping[str, Assumptions]
    statuses: Mapping[str, Status]
    sources: Mapping[str, str]
