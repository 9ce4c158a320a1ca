"""The own wage (本人工资): what one was insured on, within bounds set by the region's average (条例, article 64)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.injury.benefits.average import Average, average_wage
from gigdesk.domain.injury.benefits.case import Case
from gigdesk.domain.injury.benefits.head import Why
from gigdesk.domain.money import half_up

BOUNDS = "ordinary.own_wage_bounds"
NOT_KNOWN = Why("own_wage_unknown")


@dataclass(frozen=True)
class OwnWage:
    """Yuan a month. Without an average there are no bounds, and the wage counts as it was entered."""

    amount: Decimal
    entered: Decimal
    average: Average | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def own_wage(case: Case) -> OwnWage | None:
    """The wage that counts, by the average of the year before the accident; None while no wage is known."""
    if case.claim.wage is None:
        return None
    entered = half_up(case.claim.wage)
    shares = case.law.table(BOUNDS)
    average = average_wage(case.law, case)
    if isinstance(average, Why):
        return OwnWage(entered, entered)
    low, high = (half_up(average.amount * shares[end]) for end in ("low", "high"))
    return OwnWage(min(max(entered, low), high), entered, average, low, high)


def explain(wage: OwnWage, case: Case) -> None:
    """Add the line of the working, and say where a bound bit or could not be looked at."""
    working, used = case.working, case.law.citations
    if wage.average is None:
        working.warn("own-wage-not-bounded")
        working.step("own-wage-as-entered", wage.amount, "CNY/month", entered=wage.entered)
        return
    about = {"year": wage.average.year, "average": wage.average.amount, "low": wage.low, "high": wage.high}
    working.step("own-wage", wage.amount, "CNY/month", *used, entered=wage.entered, **about)
    if wage.amount != wage.entered:
        bit = "own-wage-lifted" if wage.amount > wage.entered else "own-wage-capped"
        working.warn(bit, entered=wage.entered, used=wage.amount, year=wage.average.year, average=wage.average.amount)
