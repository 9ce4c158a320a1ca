"""A person's way to retirement on one plan and one road: the account, the index, the base, and what is drawn then."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from gigdesk.domain.errors import NONE, NotInForceError
from gigdesk.domain.law import Law, Status, Value, number_of
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, half_up
from gigdesk.domain.pension.benefit import FORM_ORDER, Benefit, Entitlement, benefit, divisor
from gigdesk.domain.pension.besides import say_besides
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.contribution import Contribution, say_by_city
from gigdesk.domain.pension.index import INDEX_STEP
from gigdesk.domain.pension.projection import Assumptions, Plan, Projection, Span, project
from gigdesk.domain.pension.retirement import Retirement
from gigdesk.domain.pension.subsidy import Claim, Payments, Subsidy, subsidy
from gigdesk.domain.working import Working


@dataclass(frozen=True)
class Outlook:
    """Where one road leads. `benefit` is None where too few months are paid or a figure is not verified.

    `entitlement`: what went into the formula, as a determination form would print it.
    """

    projection: Projection
    benefit: Benefit | None
    todays_money: Decimal | None
    entitlement: Entitlement | None = None


@dataclass(frozen=True)
class Ahead:
    """A person's way to retirement, on any plan and road."""

    case: Case
    when: Retirement
    law: Law

    def along(self, plan: Plan | None, assumed: Assumptions, working: Working) -> Outlook:
        """Follow one road to its end."""
        case, when, record = self.case, self.when, self.case.record
        if record.account_balance is None and record.paid_months:
            working.warn("account-not-known")
        span = Span(case.as_of, when.chosen_month, record.account_balance or Decimal(0))
        ahead = project(self.law, span, plan, assumed)
        months = record.paid_months + record.deemed_months + ahead.months
        base = self._benefit_base(assumed, working)
        if months < when.needed or base is None or (record.paid_months and record.average_index is None):
            return Outlook(ahead, None, None)
        then = self.law.at(max(self.law.day, when.chosen_month.first_day()))
        over = case.override.divisor or _divisor(when.chosen_age_months, then, working)
        if over is None:
            return Outlook(ahead, None, None)
        index = _index(case, ahead, working)
        rates = self._assumed("account_rate")
        shown = {"start": span.balance, "rate": assumed.account_rate, "months": ahead.months}
        working.step("account-then", ahead.account, "CNY", *rates, **shown)
        earned = Entitlement(
            base.amount, index, months, ahead.account, over, transitional_months=record.months_before_account
        )
        paid = benefit(earned, then, working, *base.law)
        say_besides(self.law, working)
        working.arrange(FORM_ORDER)
        return Outlook(ahead, paid, self._todays(paid, assumed, working), earned)

    def given_back(
        self, claim: Claim | None, now: Contribution | None, ahead: Projection, assumed: Assumptions, working: Working
    ) -> Subsidy | None:
        """The subsidy of a plan on a road; None where nothing is claimed, or nothing paid."""
        if claim is None or now is None:
            return None
        payments = Payments(self.case.as_of, self.when.statutory_month, now, ahead.ledger, assumed)
        return subsidy(claim, payments, self.law, working)

    def _todays(self, paid: Benefit, assumed: Assumptions, working: Working) -> Decimal | None:
        if paid.total is None:
            return None
        months = max(self.when.chosen_month - self.case.as_of, 0)
        todays = half_up(paid.total / _prices(assumed.inflation, months))
        shown = {"total": paid.total, "inflation": assumed.inflation, "months": months}
        working.step("todays-money", todays, "CNY/month", *self._assumed("inflation"), **shown)
        return todays

    def _assumed(self, name: str) -> tuple[Value, ...]:
        """The preset behind an assumption, which a line that uses it cites; what the person changed has no source."""
        parameter, given = f"pension.assumption.{name}", self.case.assumptions
        if given and getattr(given, name) != self.law.table(parameter)["expected"]:
            return ()
        return (self.law.value(parameter),)

    def _benefit_base(self, assumed: Assumptions, working: Working) -> _Base | None:
        """The published base of the retirement year, or the last published one carried on by the assumed growth."""
        if self.case.override.benefit_base is not None:
            return _Base(self.case.override.benefit_base, ())
        newest = _newest_base(self.law)
        retires, reached = self.when.chosen_month.year, (newest.use_year or 0) + 1
        then = self.law.at(self.when.chosen_month.first_day())
        found = then.for_year("pension.benefit_base", UseYear(min(retires, reached)))
        value = found.value
        if value.status is Status.UNVERIFIED:
            working.warn("unverified-parameter", name=value.name, value=value.content, note=value.note)
            return None
        say_by_city(self.law, value.name, working)
        if found.provisional and retires == reached:
            working.warn_provisional("provisional-benefit-base", found, reached)
        published = number_of(value, retires)
        years = retires - reached + 1 if retires > reached else 0
        grown = half_up(published * (1 + assumed.wage_growth) ** years)
        shown = {"published": published, "of_year": value.use_year, "growth": assumed.wage_growth, "years": years}
        grows = self._assumed("wage_growth") if years else ()
        working.step("benefit-base", grown, "CNY/month", value, *grows, **shown)
        return _Base(grown, (value, *grows))


@dataclass(frozen=True)
class _Base:
    amount: Decimal
    law: tuple[Value, ...]


def _divisor(age_months: int, law: Law, working: Working) -> Decimal | None:
    """None, and said, beyond the last age of the table: who pays on after the statutory age may get there."""
    last = max(int(age) for age in law.table("pension.divisors"))
    if age_months > last * MONTHS_A_YEAR:
        working.warn("divisor-not-known", last=last)
        return None
    return divisor(age_months, law, working)


def _newest_base(law: Law) -> Value:
    values = [value for value in law.parameters.get("pension.benefit_base", {}).values() if value.use_year]
    if not values:
        raise NotInForceError("pension.benefit_base", law.region, NONE, NONE)
    return max(values, key=lambda value: value.use_year or 0)


def _index(case: Case, ahead: Projection, working: Working) -> Decimal:
    """Average of the months paid so far and those still to be paid; deemed months stay out of it."""
    paid = case.record.paid_months
    so_far = case.record.average_index or Decimal(0)
    total = paid + ahead.months
    index = half_up((so_far * paid + ahead.plan_index * ahead.months) / total, INDEX_STEP) if total else Decimal(0)
    working.step(
        "index-then",
        index,
        "",
        so_far=half_up(so_far, INDEX_STEP),
        paid_months=paid,
        plan=half_up(ahead.plan_index, INDEX_STEP),
        plan_months=ahead.months,
    )
    return index


@lru_cache(maxsize=256)
def _prices(inflation: Decimal, months: int) -> Decimal:
    """What costs one yuan today after some months. Kept: the power is slow, and each tier of an age asks for it."""
    return (1 + inflation) ** (Decimal(months) / MONTHS_A_YEAR)
