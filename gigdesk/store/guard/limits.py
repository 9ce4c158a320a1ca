"""The limits of the base against the average wage: 60 % and 300 % of it (国办发〔2019〕13号, part 3).

The upper limit is 300 % of the average everywhere. The lower one is 60 % where the province is held to it
(`pension.guard_limits`); elsewhere it may lag, as the provinces that came from a lower floor raised it in steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from gigdesk.domain.law import LawBook
from gigdesk.store.guard.finding import Finding, Severity, money, percent, points
from gigdesk.store.guard.pairs import HIGH, LOW, Pair, pairs_of

LARGEST_LAG = Decimal("0.15")
"""How far a lower limit may lie below 60 %. The lowest known: Guangdong outside Guangzhou in 2025, 13.3 % below."""

LARGEST_SLIP_BACK = Decimal("0.03")
"""How much further it may lag than the year before. The largest known: Beijing from 2021 to 2022, 2.9 points."""


def limits(book: LawBook, region: str) -> Iterator[Finding]:
    """What is off in a region's limits."""
    pairs = pairs_of(book, region)
    for year, pair in pairs.items():
        if pair.low >= pair.high:
            yield Finding(pair.place, f"low {pair.low} is not below high {pair.high}", money(pair.low - pair.high))
        elif pair.held and pair.average is None:
            yield Finding(pair.place, f"no average of {pair.statistic}")
        else:
            yield from _high(pair)
            yield from _low(year, pairs)


def contradicted(book: LawBook, region: str) -> bool:
    """Whether no year of the limits fits its average: then the years of the averages are off as a whole."""
    known = [pair for pair in pairs_of(book, region).values() if pair.average is not None]
    return len(known) > 1 and not any(pair.high_fits for pair in known)


def _high(pair: Pair) -> Iterator[Finding]:
    if not pair.high_fits:
        what = f"high {pair.high} does not fit the average {pair.reference}{pair.shifted(pair.high / HIGH)}"
        yield Finding(pair.place, what, money(pair.high - HIGH * pair.reference))


def _low(year: int, pairs: Mapping[int, Pair]) -> Iterator[Finding]:
    """A lower limit that is not 60 % is an error where it is held to it. Elsewhere it may be that of a year ago."""
    pair, earlier = pairs[year], pairs.get(year - 1)
    if pair.full:
        return
    off = money(pair.low - LOW * pair.reference)
    if pair.held:
        what = f"low {pair.low} does not fit the average {pair.reference}{pair.shifted(pair.low / LOW)}"
        yield Finding(pair.place, what, off)
    elif not pair.is_of(pair.before or (earlier.reference if earlier else None)):
        lag = f"low {pair.low} is {percent(pair.share)} of 60 % of the average {pair.reference:.2f}"
        why = _no_lag(year, pairs)
        severity = Severity.ERROR if why else Severity.NOTICE
        yield Finding(pair.place, lag + (why or ": it lags, or is a slip"), off, severity)


def _no_lag(year: int, pairs: Mapping[int, Pair]) -> str:
    """Why a lower limit that is not 60 % cannot be one that lags; nothing if it can."""
    pair, earlier, later = pairs[year], pairs.get(year - 1), pairs.get(year + 1)
    if not 1 - LARGEST_LAG <= pair.share <= 1:
        return ": too far"
    if pair.average is None and not any(one and one.average and not one.full for one in (earlier, later)):
        return f": high is {pair.high / pair.low:.3f} times low, not 5"
    if pair.before is not None and any(one.is_of(one.before) and not one.full for one in pairs.values()):
        return ", and not 60 % of the one before, as in other years"
    if earlier and (earlier.full or pair.share < earlier.share - LARGEST_SLIP_BACK):
        return f": {points(pair.share - earlier.share)} from the year before"
    return ""
