"""A region's figure against those of the other provinces in the same year: what a whole table in wrong units meets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median

from gigdesk.domain.law import LawBook
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.table import AVERAGES, BASES, LIMITS, is_province, yearly

LARGEST_DISTANCE = Decimal(2)
"""No province has more than twice the median of the others, nor less than half. The furthest known: Beijing's limits of
2026, 1.6 times. A table in yuan a year is twelve times as high, and a slip of a digit ten times."""

LEAST_PEERS = 3
"""Fewer other provinces say nothing about what is usual."""


def peers(book: LawBook) -> Iterator[Finding]:
    """Every yearly figure far from those of the other provinces in that year."""
    places: dict[tuple[str, str, int], dict[str, tuple[str, Decimal]]] = defaultdict(dict)
    for table in yearly(book, AVERAGES, LIMITS, BASES):
        for end in table.ends:
            for year, amount in table.amounts(end).items():
                places[table.name, end, year][table.region] = (table.place(year), amount)
    for found in places.values():
        amounts = {region: amount for region, (_, amount) in found.items()}
        for region, (place, amount) in found.items():
            usual = usual_elsewhere(amounts, region, LEAST_PEERS)
            if usual and not usual / LARGEST_DISTANCE <= amount <= usual * LARGEST_DISTANCE:
                what = f"{amount} is far from {usual}, the median of the other provinces"
                yield Finding(place, what, f"{amount / usual:.2f} times")


def usual_elsewhere(amounts: Mapping[str, Decimal], region: str, least: int) -> Decimal | None:
    """The median of the other provinces, if there are at least so many."""
    others = [amount for code, amount in amounts.items() if code != region and is_province(code)]
    return median(others) if len(others) >= least else None
