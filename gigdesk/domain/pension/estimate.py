"""A person's pension: months, cost and benefit of a plan, on three named roads, in today's money."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from gigdesk.domain.errors import NONE, InputError, NotInForceError, Phrase
from gigdesk.domain.law import Law, Status, Value, number_of
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, half_up, whole_up
from gigdesk.domain.pension.after_age import not_passed, still_short
from gigdesk.domain.pension.benefit import FORM_ORDER, Benefit, Entitlement, benefit, divisor
from gigdesk.domain.pension.besides import say_besides
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.contribution import Contribution, base_year, contribution, say_by_city
from gigdesk.domain.pension.index import INDEX_STEP
from gigdesk.domain.pension.projection import Assumptions, Plan, Projection, Span, project, roads
from gigdesk.domain.pension.retirement import Retirement, required_months, retirement, with_known_months
from gigdesk.domain.pension.subsidy import Claim, Payments, Subsidy, subsidy
from gigdesk.domain.working import Working


@dataclass(frozen=True)
class Range:
    """The total in today's money on the three roads, yuan a month."""

    low: Decimal
    expected: Decimal
    high: Decimal


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
class Estimate:
    """The answer for one case."""

    retirement: Retirement
    contribution: Contribution | None
    expected: Outlook
    assumptions: dict[str, Assumptions]
    range: Range | None
    breakeven_months: int | None
    subsidy: Subsidy | None = None


def estimate(case: Case, law: Law, working: Working, claim: Claim | None = None) -> Estimate:
    """Estimate a pension, and what a city gives back of the payments to those who claim it.

    Raises:
        InputError: a value lies outside what the rules allow.
        NotInForceError: the region's figures do not reach the month asked from.
    """
    when = retiring(case, law, working)
    plan = until_minimum(case, when)
    case = with_index(case, law, working)
    cost = contribution(law, UseYear(case.as_of.year), plan.choice, working) if plan else None
    assumed = roads(law, case.assumptions)
    ahead = Ahead(case, when, law)
    expected = ahead.along(plan, assumed["expected"], working)
    low, high = (ahead.along(plan, assumed[road], Working()) for road in ("low", "high"))
    without = ahead.along(None, assumed["expected"], Working())
    span = spanned(low.todays_money, expected.todays_money, high.todays_money)
    back = ahead.given_back(claim, cost, expected.projection, working)
    own = own_cost(expected.projection, back)
    return Estimate(
        retirement=with_months(ahead, expected.projection, working),
        contribution=cost,
        expected=expected,
        assumptions=assumed,
        range=span,
        breakeven_months=sum_up(expected, without, span, own, working),
        subsidy=back,
    )


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
        self, claim: Claim | None, now: Contribution | None, ahead: Projection, working: Working
    ) -> Subsidy | None:
        """The subsidy of a plan on the expected road; None where nothing is claimed, or nothing paid."""
        if claim is None or now is None:
            return None
        assumed = roads(self.law, self.case.assumptions)["expected"]
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
        if found.provisional:
            working.warn("provisional-benefit-base", year=reached, stands_in=newest.use_year)
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


def retiring(case: Case, law: Law, working: Working) -> Retirement:
    """When the person of a case retires, by the rules or in the month put in their place; never in the past.

    Raises:
        InputError: the month that was chosen or put in has passed.
        NotInForceError: the months needed are not in the data.
    """
    found = retirement(case.birth, case.category, law, working, case.shift_months)
    month = case.override.retirement_month
    if month is None:
        return not_passed(case, with_known_months(found, law), law, working)
    if month < case.as_of:
        raise InputError("override.retirement_month", month, Phrase.of("from", first=case.as_of))
    if month < found.earliest_month:
        working.warn("retirement-before-earliest", month=month, earliest=found.earliest_month)
    required = required_months(min(month, found.statutory_month), law, working)
    return replace(found, chosen_month=month, chosen_age_months=month - case.birth, required_months=required)


def with_index(case: Case, law: Law, working: Working) -> Case:
    """The case with an index for what was paid: where it is not known, that of the lowest base stands in.

    The same one whatever the plan, so that a dearer plan does not also make the past look better.
    """
    if case.record.average_index is not None or not case.record.paid_months:
        return case
    of_year = base_year(law, UseYear(case.as_of.year), Working())
    index = half_up(of_year.low / of_year.average, INDEX_STEP)
    working.warn("index-not-known", used=index)
    return replace(case, record=replace(case.record, average_index=index))


def own_cost(ahead: Projection, back: Subsidy | None) -> Decimal:
    """What a subsidy leaves of the cost of a plan, in today's money."""
    return ahead.cost_today - ((back and back.total_today) or Decimal(0))


def until_minimum(case: Case, when: Retirement) -> Plan | None:
    """The plan of a case; one that stops at the minimum is given the months that are still missing."""
    if case.plan is None or not case.to_minimum:
        return case.plan
    short = when.needed - case.record.paid_months - case.record.deemed_months
    return replace(case.plan, most_months=max(short, 0))


def with_months(ahead: Ahead, paying: Projection, working: Working) -> Retirement:
    """The retirement with the months paid by then, and how many are missing."""
    case, when = ahead.case, ahead.when
    then = case.record.paid_months + case.record.deemed_months + paying.months
    short = max(when.needed - then, 0)
    if short and when.statutory_month <= case.as_of:
        still_short(case, when, then, ahead.law, working)
    elif short:
        working.warn("months-short", short=short, required=when.needed, then=then)
    return replace(when, paid_months_then=then, months_short=short)


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


def sum_up(expected: Outlook, without: Outlook, span: Range | None, own: Decimal, working: Working) -> int | None:
    """The last lines: what is still paid, the range, and the months of drawing after which the payments are back.

    Against paying nothing more, and after a subsidy; None where that never comes.
    """
    ahead = expected.projection
    if ahead.months:
        working.step("future-total", ahead.cost, "CNY", months=ahead.months, today=ahead.cost_today)
    if span:
        working.step("range", span.expected, "CNY/month", low=span.low, high=span.high)
    if expected.todays_money is None or not ahead.cost:
        return None
    gain = expected.todays_money - (without.todays_money or Decimal(0))
    if gain <= 0:
        return None
    months, back = whole_up(own / gain), ahead.cost_today - own
    step = "breakeven-subsidised" if back else "breakeven"
    working.step(step, months, "months", cost=ahead.cost_today, back=back, gain=gain)
    return months


def spanned(low: Decimal | None, expected: Decimal | None, high: Decimal | None) -> Range | None:
    """The three roads together, where each leads to a figure."""
    return None if low is None or expected is None or high is None else Range(low, expected, high)
