"""From today to retirement: what will be paid, and what stands in the account then. Nothing is random."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.law import Law, Status
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, YearMonth, half_up
from gigdesk.domain.pension.account import credited
from gigdesk.domain.pension.contribution import Choice, base_year, contribution_base
from gigdesk.domain.working import Working


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
    rate, share = law.number("pension.contribution_rate"), law.number("pension.account_share")
    rows: list[LedgerYear] = []
    left = _months_allowed(span, plan)
    cost_today = Decimal(0)
    for year in range(start.year, span.end.year + 1):
        months = _months_of(year, start, span.end)
        base_then = half_up(base * (1 + assumed.base_growth) ** (year - start.year))
        paid = min(left, _most_in(year, span, plan))
        left -= paid
        cost = half_up(base_then * rate) * paid
        cost_today += cost / (1 + assumed.inflation) ** (year - start.year)
        balance = credited(balance, half_up(base_then * share), paid, months, account_rate(law, year, assumed))
        if months:
            rows.append(LedgerYear(year, paid, base_then, cost, balance))
    return Projection(
        ledger=tuple(rows),
        months=sum(row.months for row in rows),
        cost=sum((row.paid for row in rows), Decimal("0.00")),
        cost_today=half_up(cost_today),
        account=balance,
        plan_index=base / of_year.average,
    )


def account_rate(law: Law, year: int, assumed: Assumptions) -> Decimal:
    """The bookkeeping rate published for the year, otherwise the assumed one."""
    for value in law.parameters.get("pension.account_rate", {}).values():
        if value.use_year == year and value.status is not Status.UNVERIFIED:
            return Decimal(str(value.content))
    return assumed.account_rate


def roads(law: Law, given: Assumptions | None) -> dict[str, Assumptions]:
    """The three named roads. What a person assumes takes the middle; the outer two keep their distance to it."""
    names = ("wage_growth", "base_growth", "account_rate", "inflation")
    tables = {name: law.table(f"pension.assumption.{name}") for name in names}
    preset = {road: Assumptions(**{name: tables[name][road] for name in names}) for road in ("low", "expected", "high")}
    if given is None:
        return preset
    return {road: replace(given, **_shifted(preset[road], preset["expected"], given)) for road in preset}


def _shifted(road: Assumptions, middle: Assumptions, given: Assumptions) -> dict[str, Decimal]:
    return {name: value + getattr(road, name) - getattr(middle, name) for name, value in vars(given).items()}


def _months_of(year: int, start: YearMonth, end: YearMonth) -> int:
    first = max(start, YearMonth(year, 1))
    after = min(end, YearMonth(year + 1, 1))
    return max(after - first, 0)


def _most_in(year: int, span: Span, plan: Plan | None) -> int:
    if plan is None:
        return 0
    stop = min(span.end, plan.stop_before) if plan.stop_before else span.end
    return min(plan.months_per_year, _months_of(year, span.start, stop))


def _months_allowed(span: Span, plan: Plan | None) -> int:
    if span.end < span.start:
        raise GigDeskError("retired-already", month=span.end)
    if plan is None or plan.most_months is None:
        return span.end - span.start
    return plan.most_months
