"""What an entitlement is made of: conditions by day, what it comes to, for how long."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gigdesk.domain.decision import Answers, Question, Rule
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.law import Law, number_of
from gigdesk.domain.working import Working

PREFIX = "entitlements."


@dataclass(frozen=True)
class Amount:
    """What it comes to, in yuan a `unit`. Without an `exact` amount it says `why`, and between what it lies if known.

    `asks` are the facts that would make it exact.
    """

    exact: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    unit: str = "CNY"
    why: str = ""
    asks: tuple[Question[object], ...] = ()


Reckon = Callable[[Answers, Law, Working], Amount]
"""Works out the amount; it writes its steps down, and never raises for a fact that is missing."""


@dataclass(frozen=True)
class Entitlement:
    """Something to be claimed. Its parameters stand under `entitlements.<id>.`; `family` is what it is akin to.

    `told` names the parameters whose figures stand in the words about it.
    """

    id: str
    family: str
    rules: Mapping[date, Rule[Outcome]] = field(repr=False)
    amount: Reckon = field(repr=False)
    months: Callable[[Answers, Law], int | None] | None = field(default=None, repr=False)
    told: tuple[str, ...] = ()

    def name(self, parameter: str) -> str:
        """The full name of one of its parameters."""
        return f"{PREFIX}{self.id}.{parameter}"

    def listed(self, parameter: str, law: Law) -> tuple[str, ...]:
        """A list among its parameters; empty where the place has none."""
        return law.codes(self.name(parameter)) if law.has(self.name(parameter)) else ()


def usable_number(name: str, law: Law) -> Decimal | None:
    """A number, unless there is none or it is not verified: such a one is never used."""
    value = law.usable(name)
    return None if value is None else number_of(value, law.day)
