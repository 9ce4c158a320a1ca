"""From today to retirement: what will be paid, and what stands in the account then. Nothing is random."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, YearMonth, half_up
from gigdesk.domain.pension.account import credited, published_rates
from gigdesk.domain.pension.contribution import Choice, base_year, contribution_base
from gigdesk.domain.working import Working

ASSUMED = ("wage_growth", "base_growth", "account_rate", "inflation")
ROADS = ("low", "expected", "high")


@dataclass(frozen=True)
class Assumptions:
    """Yearly shares: growth of the benefit base, growth of the bases, the account's rate, prices."""

    wage_growth: Decimal
    base_growth: Decimal
    account_rate: Decimal
    inflation: Decimal


@dataclass(frozen=True)
class Plan:
    """What a person means to pay from now on."""

    choice: Choice
    months_per_year: int = MONTHS_A_YEAR
    stop_before: YearMonth | None = None
    most_months: int | None = None


@dataclass(frozen=True)
class LedgerYear:
    """One calendar year of the projection, in yuan of that year."""

    year: int
    months: int
    base: Decimal
    paid: Decimal
    account_end: Decimal


@dataclass(frozen=True)
class Span:
    """The months from `start` until before `end`, and the account at the start."""

    start: YearMonth
    end: YearMonth
    balance: Decimal


@dataclass(frozen=True)
class Projection:
    """Where a plan leads: months paid from now on, their cost, the account at retirement."""

    ledger: tuple[LedgerYear, ...]
    months: int
    cost: Decimal
    cost_today: Decimal
    account: Decimal
    plan_index: Decimal


def project(law: Law, span: Span, plan: Plan | None, assumed: Assumptions) -> Projection:
    """Pay by the plan over a span, and credit interest to its end.

    Raises:
        NotInForceError: no contribution base is published for the starting year.
    """
    start, balance = span.start, span.balance
    of_year = base_year(law, UseYear(start.year), Working())
    base = contribution_base(of_year, plan.choice) if plan else Decimal(0)
    shares = law.number("pension.contribution_rate"), law.number("pension.account_share")
    left, decades = _months_allowed(span, plan), (span.end.year - start.year) // 10 + 1
    payments, prices = _payments(base, shares, assumed.base_growth, decades), growth(assumed.inflation, decades)
    published = published_rates(law)
    rows: list[LedgerYear] = []
    cost_today = Decimal(0)
    for (year, months, most), pay, price in zip(_calendar(span, plan), payments, prices, strict=False):
        paid = min(left, most)
        left -= paid
        cost = pay.monthly * paid
        cost_today += cost / price
        balance = credited(balance, pay.to_account, paid, months, published.get(year, assumed.account_rate))
        if months:
            rows.append(LedgerYear(year, paid, pay.base, cost, balance))
    return Projection(
        ledger=tuple(rows),
        months=sum(row.months for row in rows),
        cost=sum((row.paid for row in rows), Decimal("0.00")),
        cost_today=half_up(cost_today),
        account=balance,
        plan_index=base / of_year.average,
    )


def months_paid(span: Span, plan: Plan) -> int:
    """The months that a plan pays over a span."""
    return min(_months_allowed(span, plan), sum(most for _, _, most in _calendar(span, plan)))


@lru_cache(maxsize=256)
def growth(rate: Decimal, decades: int) -> tuple[Decimal, ...]:
    """What one yuan becomes after 0, 1, ... years at a yearly rate. Kept: each tier of a road asks for the same."""
    return tuple((1 + rate) ** year for year in range(decades * 10))


def roads(law: Law, given: Assumptions | None) -> dict[str, Assumptions]:
    """The three named roads. What a person assumes takes the middle; the outer two keep their distance to it."""
    tables = {name: law.table(f"pension.assumption.{name}") for name in ASSUMED}
    preset = {road: Assumptions(**{name: tables[name][road] for name in ASSUMED}) for road in ROADS}
    if given is None:
        return preset
    return {road: replace(given, **_shifted(preset[road], preset["expected"], given)) for road in preset}


def _shifted(road: Assumptions, middle: Assumptions, given: Assumptions) -> dict[str, Decimal]:
    return {name: value + getattr(road, name) - getattr(middle, name) for name, value in vars(given).items()}


class _Payment(NamedTuple):
    base: Decimal
    monthly: Decimal
    to_account: Decimal


@lru_cache(maxsize=512)
def _payments(base: Decimal, shares: tuple[Decimal, Decimal], rate: Decimal, decades: int) -> tuple[_Payment, ...]:
    """A month's payment in each year to come. Whole decades are kept: all ages of a tier ask for the same ones."""
    bases = [half_up(base * grown) for grown in growth(rate, decades)]
    return tuple(_Payment(then, *(half_up(then * share) for share in shares)) for then in bases)


def _calendar(span: Span, plan: Plan | None) -> tuple[tuple[int, int, int], ...]:
    """The years of a span, the months of each that lie in it, and the most of them that a plan pays."""
    whole = span.end - span.start
    paying = min(whole, plan.stop_before - span.start) if plan and plan.stop_before else whole
    return _months_by_year(span.start, whole, paying, plan.months_per_year if plan else 0)


@lru_cache(maxsize=256)
def _months_by_year(start: YearMonth, whole: int, paying: int, most: int) -> tuple[tuple[int, int, int], ...]:
    """Kept: all tiers of an age ask for the same."""
    years: list[tuple[int, int, int]] = []
    for year in range(start.year, (start + whole).year + 1):
        january = (year - start.year) * MONTHS_A_YEAR + 1 - start.month
        first, after = max(january, 0), january + MONTHS_A_YEAR
        years.append((year, max(min(whole, after) - first, 0), min(most, max(min(paying, after) - first, 0))))
    return tuple(years)


def _months_allowed(span: Span, plan: Plan | None) -> int:
    if plan is None or plan.most_months is None:
        return span.end - span.start
    return plan.most_months
