"""What a month of pension contributions costs, and where the money goes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import InputError, NotInForceError, Phrase
from gigdesk.domain.law import Law, Status, Value, YearValue, expect, number_of, verified
from gigdesk.domain.money import StatisticalYear, UseYear, YearMonth, half_up, statistical_year_used_in
from gigdesk.domain.working import Working

BY_CITY = "pension.by_city"
"""The parameters that differ within a province, whose value here is that of most of its cities."""
LOWEST_PERCENT = 60
HIGHEST_PERCENT = 300
PERCENT = 100


@dataclass(frozen=True)
class Contribution:
    """One month's contribution in yuan: 20 % of the base, 8 % of it to the personal account."""

    base: Decimal
    monthly: Decimal
    to_account: Decimal
    to_pool: Decimal
    base_low: Decimal
    base_high: Decimal


@dataclass(frozen=True)
class Choice:
    """What a person chooses to pay on: a percentage of the average wage, or an amount in yuan."""

    percent: Decimal | None = None
    amount: Decimal | None = None


@dataclass(frozen=True)
class BaseYear:
    """The limits and the average wage that fix the bases of one year."""

    year: UseYear
    low: Decimal
    high: Decimal
    average: Decimal
    limits: YearValue
    average_value: YearValue


def base_year(law: Law, year: UseYear, working: Working) -> BaseYear:
    """Read the year's limits and average; a year not yet published stands on the last one, with a warning.

    Raises:
        NotInForceError: no limits are published for the year or the one before.
        UnverifiedError: limits or average are unverified.
    """
    limits = law.for_year("pension.base_limits", year)
    usable = verified(limits.value, year)
    speaks_of = limits.value.statistical_year or statistical_year_used_in(year)
    average = law.of_statistical_year("pension.average_wage", StatisticalYear(speaks_of))
    if limits.provisional:
        working.warn_provisional("provisional-base", limits, year)
    elif limits.value.since.month > 1:
        working.warn("base-year-begins", since=limits.value.since, year=limits.value.use_year)
    say_by_city(law, usable.name, working)
    low, high = (_yuan(usable, end) for end in ("low", "high"))
    return BaseYear(year, low, high, number_of(average.value, year), limits, average)


def say_by_city(law: Law, name: str, working: Working) -> None:
    """Warn where a figure of the province need not be that of the person's city."""
    if law.has(BY_CITY) and name in law.codes(BY_CITY):
        working.warn(f"{name.removeprefix('pension.').replace('_', '-')}-by-city")


@dataclass(frozen=True)
class Limits:
    """The least and the most that a month's base may be, in yuan."""

    low: Decimal
    high: Decimal
    value: Value


def published_limits(law: Law, month: YearMonth) -> Limits | None:
    """The limits of the base in a month; None where they are not known, not yet out, or not verified."""
    try:
        found = law.at(month.first_day()).for_year("pension.base_limits", UseYear(month.year))
    except NotInForceError:
        return None
    if found.provisional or found.value.status is Status.UNVERIFIED:
        return None
    return Limits(_yuan(found.value, "low"), _yuan(found.value, "high"), found.value)


def contribution(law: Law, year: UseYear, choice: Choice, working: Working) -> Contribution:
    """The monthly contribution in a year on a chosen base.

    Raises:
        InputError: the percentage or the amount lies outside the limits.
        NotInForceError: the year is not in the data.
    """
    of_year = base_year(law, year, working)
    base = contribution_base(of_year, choice)
    law_used = (of_year.limits.value, of_year.average_value.value)
    limits = {"low": of_year.low, "high": of_year.high}
    if choice.amount is None:
        working.step(
            "contribution-base",
            base,
            "CNY/month",
            *law_used,
            average=of_year.average,
            percent=choice.percent or LOWEST_PERCENT,
            **limits,
        )
    else:
        working.step("contribution-base-amount", base, "CNY/month", *law_used, amount=choice.amount, **limits)
    _mind_tiers(law, of_year, base, working)
    return split(law, of_year, base, working)


def _mind_tiers(law: Law, of_year: BaseYear, base: Decimal, working: Working) -> None:
    """Some provinces take fixed bases only (Jiangsu): one in between is said, where those of the year are known."""
    value = law.value("pension.base_tiers") if law.has("pension.base_tiers") else None
    if value is None or value.use_year != of_year.limits.value.use_year:
        return
    tiers = expect(verified(value, of_year.year), tuple)
    if base not in map(Decimal, tiers):
        working.warn("base-between-tiers", tiers=", ".join(tiers))


def split(law: Law, of_year: BaseYear, base: Decimal, working: Working) -> Contribution:
    """Divide the month's payment on a base between the personal account and the pool.

    Both are only as sure as the limits and the average behind the base.
    """
    behind = (of_year.limits.value, of_year.average_value.value)
    rate_value, share_value = law.value("pension.contribution_rate"), law.value("pension.account_share")
    rate, share = number_of(rate_value, law.day), number_of(share_value, law.day)
    monthly, to_account = half_up(base * rate), half_up(base * share)
    working.step("contribution-monthly", monthly, "CNY/month", rate_value, *behind, base=base, rate=rate)
    working.step("contribution-to-account", to_account, "CNY/month", share_value, *behind, base=base, share=share)
    low, high = half_up(of_year.low), half_up(of_year.high)
    return Contribution(base, monthly, to_account, monthly - to_account, low, high)


def contribution_base(of_year: BaseYear, choice: Choice) -> Decimal:
    """The base behind a choice. 60 % and 300 % are the published limits themselves, not the product."""
    if choice.amount is not None:
        if not of_year.low <= choice.amount <= of_year.high:
            raise InputError(
                "base", choice.amount, Phrase.of("yuan-between", low=of_year.low, high=of_year.high, year=of_year.year)
            )
        return half_up(choice.amount)
    percent = choice.percent if choice.percent is not None else Decimal(LOWEST_PERCENT)
    if not LOWEST_PERCENT <= percent <= HIGHEST_PERCENT:
        raise InputError("base_percent", percent, f"{LOWEST_PERCENT}..{HIGHEST_PERCENT}")
    ends = {Decimal(LOWEST_PERCENT): of_year.low, Decimal(HIGHEST_PERCENT): of_year.high}
    wanted = of_year.average * percent / PERCENT
    return half_up(ends.get(percent, min(max(wanted, of_year.low), of_year.high)))


def _yuan(limits: Value, end: str) -> Decimal:
    if not isinstance(limits.content, dict):
        msg = f"{limits.name} needs low and high"
        raise TypeError(msg)
    return Decimal(limits.content[end])
