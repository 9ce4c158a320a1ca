"""The table of divisors (计发月数), and closed tables against their known sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from gigdesk.domain.law import Value
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.table import numbers

AGES = range(40, 71)
"""国发〔2005〕38号, annex: every whole age from 40 to 70."""

LARGEST_BEND = 1
"""By how many months the fall from one age to the next may differ from the fall before: the annex never bends more.
With 207 at age 47 it would."""

SPAN = 3
"""Over three ages the annex never falls less than over the three that begin a year earlier. The invented 94, 87, 80, 73
and 67 from age 66 on do."""

ANNEX, ANNEX_SUMS = date(2006, 1, 1), (Decimal(4981), Decimal(259588))
"""The annex since 2006: the sum of its months, and of age times months. A slip of one month bends some ages by no more
than the annex itself does; it changes the sum. A later table has another first day and no such sums."""


WHOLE = "table"
"""The place of what is found of the annex as a whole."""


def divisors(value: Value) -> Iterator[Finding]:
    """Every age, falling, ever faster but for a month; and the annex of 2005 with its sums, which may name the slip."""
    place, found = f"{value.region} {value.name}", numbers(value)
    months = {age: found[str(age)] for age in AGES if str(age) in found}
    wrong = sorted({str(age) for age in AGES} ^ set(found))
    if wrong:
        yield Finding(f"{place} {wrong[0]}", f"missing or unknown: {', '.join(wrong)}")
    total = list(sums(place, WHOLE, months, ANNEX_SUMS)) if value.since == ANNEX and not wrong else []
    if total and not total[0].place.endswith(WHOLE):
        yield total[0]
        return
    falls = {age: months[age - 1] - months[age] for age in months if age - 1 in months}
    yield from list(_bent(place, falls)) or _slower(place, falls)
    yield from total


def _bent(place: str, falls: Mapping[int, Decimal]) -> Iterator[Finding]:
    for age, fall in falls.items():
        bend = fall - falls.get(age - 1, fall)
        if fall <= 0:
            yield Finding(f"{place} {age}", "does not fall", f"{-fall:+} months")
        if abs(bend) > LARGEST_BEND:
            what = f"then falls by {fall} months, up to here by {falls[age - 1]}"
            yield Finding(f"{place} {age - 1}", what, f"{bend:+} months")


def _slower(place: str, falls: Mapping[int, Decimal]) -> Iterator[Finding]:
    ages = sorted(falls)
    spans = {age: sum((falls[one] for one in ages if age - SPAN < one <= age), Decimal(0)) for age in ages[SPAN - 1 :]}
    for age, fall in spans.items():
        before = spans.get(age - 1, fall)
        if fall < before:
            what = f"falls by {fall} months in {SPAN} years, by {before} in those to {age - 1}"
            yield Finding(f"{place} {age}", what, f"{fall - before:+} months")


def sums(place: str, whole: str, found: Mapping[int, Decimal], known: tuple[Decimal, Decimal]) -> Iterator[Finding]:
    """A closed table against its sum and its sum weighed by age or year; from both, one wrong number is found."""
    off = sum(found.values()) - known[0]
    weighed = sum(key * number for key, number in found.items()) - known[1]
    if off and weighed % off == 0 and weighed / off in found:
        key = int(weighed / off)
        yield Finding(
            f"{place} {key}", f"{found[key]} does not fit the sum of the table: {found[key] - off}", f"{off:+}"
        )
    elif off or weighed:
        yield Finding(f"{place} {whole}", "does not have the known sums", f"{off:+}, weighed {weighed:+}")
