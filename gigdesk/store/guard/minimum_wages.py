"""Minimum wages: tiers that fall, amounts that rise, and an hour that is about a hundredth of a month."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from gigdesk.domain.law import History, LawBook, Status, Value, in_force
from gigdesk.store.guard.finding import Finding, percent, points
from gigdesk.store.guard.peers import usual_elsewhere
from gigdesk.store.guard.table import numbers

MONTHLY, HOURLY = "wages.minimum_monthly", "wages.minimum_hourly"
UNITS = {MONTHLY: "CNY/month", HOURLY: "CNY/hour"}

LARGEST_RISE = Decimal("0.20")
"""At one time. The largest known: 15.6 % (Hebei's lowest tier in 2026)."""

SMALLEST_TIER = Decimal("0.80")
"""A tier as a share of the one above it. The smallest known: 0.832 (Guangdong's second)."""

AN_HOUR = (Decimal("0.0085"), Decimal("0.0115"))
"""An hour's wage as a share of a month's: 0.0089 (Hainan) to 0.0109 (Beijing) are known."""

HOURS_APART = Decimal("1.06")
"""How far apart these shares may lie between the tiers of a region. The furthest known: 1.050 (Yunnan)."""

LARGEST_DISTANCE = Decimal("1.5")
"""The first tier against the median of the other provinces. The furthest known: 1.2 times (Beijing, an hour)."""

LEAST_PEERS = 5
"""Fewer other provinces say nothing about what is usual."""

Tiers = Mapping[str, Decimal]


def minimum_wages(book: LawBook, region: str) -> Iterator[Finding]:
    """What is off in the minimum wages of a region."""
    for name, unit in UNITS.items():
        history = book.regions[region].get(name, {})
        for value in history.values():
            yield from _tiers(value, unit)
        for earlier, later in itertools.pairwise(sorted(history)):
            yield from _rises(history[earlier], history[later])
    yield from _hours(book, region)


def _tiers(value: Value, unit: str) -> Iterator[Finding]:
    """Tiers 1, 2, 3 ..., each below the one before it but not far."""
    found, place = numbers(value), _place(value)
    if list(found) != [str(n + 1) for n in range(len(found))] or not found:
        yield Finding(place, f"tiers are {', '.join(found) or 'none'}, not 1, 2, 3 ...")
    if value.unit != unit:
        yield Finding(place, f"is in {value.unit}, not in {unit}")
    for (upper, more), (lower, less) in itertools.pairwise(found.items()):
        if not more * SMALLEST_TIER <= less < more:
            yield Finding(place, f"tier {lower} is {less}, tier {upper} {more}", f"{less - more:+f} CNY")


def _rises(earlier: Value, later: Value) -> Iterator[Finding]:
    """Never lower than before, not much higher, and not the same: but where one of the two was not verified."""
    before, after = numbers(earlier), numbers(later)
    for tier in (tier for tier in after if before.get(tier)):
        rise = after[tier] / before[tier] - 1
        if not 0 <= rise <= LARGEST_RISE:
            yield Finding(_place(later), f"tier {tier} goes from {before[tier]} to {after[tier]}", points(rise))
    if dict(before) == dict(after) and Status.UNVERIFIED not in {earlier.status, later.status}:
        yield Finding(_place(later), f"is the same as from {earlier.since}")


def _hours(book: LawBook, region: str) -> Iterator[Finding]:
    """On each day on which either begins: the hour against the month, tier by tier."""
    by_month, by_hour = (book.regions[region].get(name, {}) for name in (MONTHLY, HOURLY))
    if not by_month or not by_hour:
        return
    for day in sorted(day for day in {*by_month, *by_hour} if day >= max(min(by_month), min(by_hour))):
        month, hour = in_force(by_month, day), in_force(by_hour, day)
        newer = max(month, hour, key=lambda value: (value.since, value.name == HOURLY))
        shares = _shares(numbers(hour), numbers(month))
        for tier, share in shares.items():
            if not AN_HOUR[0] <= share <= AN_HOUR[1]:
                what = f"tier {tier}: an hour is {percent(share)} of a month"
                yield Finding(_place(newer), what, points(share - AN_HOUR[share > AN_HOUR[1]]))
        if shares and max(shares.values()) > min(shares.values()) * HOURS_APART:
            spread = ", ".join(f"{tier}: {percent(share)}" for tier, share in shares.items())
            yield Finding(_place(newer), f"an hour as a share of a month differs by tier ({spread})")


def _shares(hour: Tiers, month: Tiers) -> dict[str, Decimal]:
    return {tier: amount / month[tier] for tier, amount in hour.items() if month.get(tier)}


def minimum_wage_peers(book: LawBook) -> Iterator[Finding]:
    """The first tier of each entry against those of the other provinces on the last day on which all are known."""
    for name in UNITS:
        histories = {code: law[name] for code, law in book.regions.items() if law.get(name)}
        newest = max((max(history) for history in histories.values()), default=date.min)
        for region, history in histories.items():
            ends = [*sorted(history)[1:], newest + timedelta(days=1)]
            for (_, value), end in zip(sorted(history.items()), ends, strict=True):
                first = _first(histories, end - timedelta(days=1))
                usual, own = usual_elsewhere(first, region, LEAST_PEERS), first.get(region)
                if usual and own and not usual / LARGEST_DISTANCE <= own <= usual * LARGEST_DISTANCE:
                    what = f"{own} is far from {usual}, the median of the other provinces"
                    yield Finding(_place(value), what, f"{own / usual:.2f} times")


def _first(histories: Mapping[str, History], day: date) -> dict[str, Decimal]:
    """The first tier of each region in which one was in force that day."""
    begun = {code: history for code, history in histories.items() if min(history) <= day}
    first = {code: numbers(in_force(history, day)).get("1") for code, history in begun.items()}
    return {code: amount for code, amount in first.items() if amount}


def _place(value: Value) -> str:
    return f"{value.region} {value.name} {value.since}"
