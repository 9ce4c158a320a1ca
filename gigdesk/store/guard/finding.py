"""What the guard says when something is off."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gigdesk.domain.errors import Phrase
from gigdesk.domain.money import half_up

PERCENT = Decimal(100)


class Severity(StrEnum):
    """An error keeps a release from being installed; a notice is for whoever maintains the table."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True)
class Finding:
    """One thing that is off. `place` is "region parameter year", `off` says how far, where that can be measured.

    `said` is the same for whoever brought the table, in the words of the texts.
    """

    place: str
    what: str
    off: str = ""
    severity: Severity = Severity.ERROR
    said: Phrase | None = None


def points(share: Decimal) -> str:
    """A share as percentage points, with its sign."""
    return f"{half_up(share * PERCENT, Decimal('0.01')):+f} points"


def percent(share: Decimal) -> str:
    """A share in percent, to two decimals."""
    return f"{half_up(share * PERCENT, Decimal('0.01')):f} %"


def money(amount: Decimal) -> str:
    """An amount in yuan, with its sign."""
    return f"{half_up(amount):+f} CNY"
