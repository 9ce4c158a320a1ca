"""What is read off the office's figure itself: supplements, amounts paid beside, a base or balance that would fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.law import Status, Value
from gigdesk.domain.money import MONTHS_A_YEAR, half_up
from gigdesk.domain.pension.gap.bases import published
from gigdesk.domain.pension.gap.causes import Cause
from gigdesk.domain.pension.gap.model import Change
from gigdesk.domain.pension.gap.variant import Ground, Variant

SEEN_SUPPLEMENTS = (Decimal("0.05"),)
"""Shares of the three parts seen on issued forms (Guizhou: 5 % for one-child parents). No rule was read."""

MOST_BESIDE = 500
YEARLY_STEP = 100
MONTHS_OF_PAYMENTS = 6
BASE_REACH = Decimal("0.1")
BASE_STEP = Decimal("0.5")


def supplement(ground: Ground) -> Iterator[Variant]:
    """A share on top of the three parts."""
    for share in SEEN_SUPPLEMENTS:
        yield Variant(Cause.SUPPLEMENT, replace(ground.given, supplement=share), share, status=Status.UNVERIFIED)


def amount_beside(ground: Ground) -> Iterator[Variant]:
    """An amount paid beside: whole yuan a month, or whole hundreds a year in twelfths, as a heating subsidy is."""
    if ground.ours.total is None:
        return
    above = ground.official.total - ground.ours.total
    if not 0 < above <= MOST_BESIDE:
        return
    year = half_up(above * MONTHS_A_YEAR / YEARLY_STEP, Decimal(1)) * YEARLY_STEP
    if above == int(above) or above == half_up(year / MONTHS_A_YEAR):
        behind = () if above == int(above) else (Change("beside_a_year", Decimal(0), year),)
        yield Variant(Cause.AMOUNT_BESIDE, replace(ground.given, beside=above), above, behind, paired=False)


def implied_base(ground: Ground) -> Iterator[Variant]:
    """Only where the region has no series of bases: the base in whole or half yuan that would give the figure."""
    ours, base = ground.ours, ground.given.benefit_base
    if ours.total is None or published(ground.law) or ours.total <= ours.account:
        return
    by = base * (ground.official.total - ours.total) / (ours.total - ours.account)
    if abs(by) <= base * BASE_REACH:
        solved = half_up((base + by) / BASE_STEP, Decimal(1)) * BASE_STEP
        changed = replace(ground.given, benefit_base=solved)
        yield Variant(Cause.IMPLIED_BASE, changed, abs(by), paired=False, implied=True)


def implied_balance(ground: Ground) -> Iterator[Variant]:
    """The balance that would give the figure, if a year's interest and half a year's payments can explain it.

    Where the office's account part is known it follows from that alone, and may be one of two causes.
    """
    account = _account_wanted(ground)
    if account is None:
        return
    by = account * ground.given.divisor - ground.given.account_balance
    rate = _highest_rate(ground)
    if abs(by) <= _plausible(ground, rate) and account >= 0:
        changed = replace(ground.given, account_balance=half_up(account * ground.given.divisor))
        told = ground.official.account is not None
        found = Variant(Cause.IMPLIED_BALANCE, changed, abs(by), paired=told, implied=not told)
        yield replace(found, status=rate.status, sources=(rate.source,)) if rate else found


def _account_wanted(ground: Ground) -> Decimal | None:
    if ground.official.account is not None:
        return ground.official.account
    if ground.ours.total is None:
        return None
    return ground.ours.account + ground.official.total - ground.ours.total


def _plausible(ground: Ground, rate: Value | None) -> Decimal:
    """A year's interest, and some months of payments on the index that the figures show."""
    given = ground.given
    interest = given.account_balance * Decimal(str(rate.content)) if rate else Decimal(0)
    payment = given.benefit_base * given.index * ground.law.number("pension.account_share")
    return interest + payment * MONTHS_OF_PAYMENTS


def _highest_rate(ground: Ground) -> Value | None:
    """The higher of the bookkeeping rates of the year of retirement and the one before."""
    years = (ground.law.day.year - 1, ground.law.day.year)
    rates = [v for v in ground.law.parameters.get("pension.account_rate", {}).values() if v.use_year in years]
    return max(rates, key=lambda value: Decimal(str(value.content)), default=None)
