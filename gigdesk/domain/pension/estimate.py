"""A person's pension: months, cost and benefit of a plan, on three named roads, in today's money."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.law import Law
from gigdesk.domain.money import UseYear, half_up, whole_up
from gigdesk.domain.pension.after_age import not_passed, still_short
from gigdesk.domain.pension.ahead import Ahead, Outlook
from gigdesk.domain.pension.case import Case
from gigdesk.domain.pension.contribution import Contribution, base_year, contribution
from gigdesk.domain.pension.index import INDEX_STEP
from gigdesk.domain.pension.projection import Assumptions, Plan, Projection, roads
from gigdesk.domain.pension.retirement import (
    Retirement,
    of_joining_age,
    required_months,
    retirement,
    say_notice,
    with_known_months,
)
from gigdesk.domain.pension.subsidy import Claim, Subsidy
from gigdesk.domain.working import Working


@dataclass(frozen=True)
class Range:
    """The total in today's money on the three roads, yuan a month."""

    low: Decimal
    expected: Decimal
    high: Decimal


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
    back = ahead.given_back(claim, cost, expected.projection, assumed["expected"], working)
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


def retiring(case: Case, law: Law, working: Working) -> Retirement:
    """When the person of a case retires, by the rules or in the month put in their place; never in the past.

    Raises:
        InputError: the month that was chosen or put in has passed, or the age of joining lies ahead.
        NotInForceError: the months needed are not in the data.
    """
    of_joining_age("person.birth", case.birth, case.as_of, law.whole("pension.joining_age"))
    found = retirement(case.birth, case.category, law, working, case.shift_months)
    month = case.override.retirement_month
    if month is None:
        return not_passed(case, with_known_months(found, law), law, working)
    if month < case.as_of:
        raise InputError("override.retirement_month", month, Phrase.of("from", first=case.as_of))
    if month < found.earliest_month:
        working.warn("retirement-before-earliest", month=month, earliest=found.earliest_month)
    say_notice(month, found.statutory_month, law, working)
    required = required_months(min(month, found.statutory_month), law, working)
    return replace(found, chosen_month=month, chosen_age_months=month - case.birth, required_months=required)


def with_index(case: Case, law: Law, working: Working) -> Case:
    """The case with an index for what was paid: where it is not known, that of the lowest base stands in.

    The same one whatever the plan, so that a dearer plan does not also make the past look better.
    """
    if not case.record.months_known:
        working.warn("months-not-known")
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
    if short:
        still_short(case, when, then, ahead.law, working)
    return replace(when, paid_months_then=then, months_short=short)


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
