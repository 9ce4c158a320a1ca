"""What the lowest base of the pension costs a month, where the place has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.law import Law, Status, Value, expect
from gigdesk.domain.money import UseYear, half_up


@dataclass(frozen=True)
class Lowest:
    """The lowest base, the contribution a month on it, and the law that says so."""

    base: Decimal
    payment: Decimal
    law: tuple[Value, ...]


def lowest(law: Law) -> Lowest | None:
    """Of the year of the law's day; None where none is published, or none that was verified."""
    try:
        limits = law.for_year("pension.base_limits", UseYear(law.day.year)).value
    except MissingDataError:
        return None
    if limits.status is Status.UNVERIFIED:
        return None
    rate, base = law.value("pension.contribution_rate"), expect(limits, Mapping)["low"]  # type: ignore[type-abstract]
    return Lowest(base, half_up(base * law.number(rate.name)), (limits, rate))
