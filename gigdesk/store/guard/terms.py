"""The terms of paying in a region: subsidies, rhythms, fixed bases. Words and shares that the program understands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from gigdesk.domain.law import Content, LawBook, Value
from gigdesk.domain.pension.rhythm import OFFERED, RHYTHMS
from gigdesk.domain.pension.subsidy import ACTUAL, MINIMUM, NO_CAP, PREFIX
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.pairs import pairs_of

TIERS = "pension.base_tiers"

LONGEST = 120
"""No subsidy lasts more than ten years, and no rule about those close to retirement looks further ahead."""

LARGEST_CAP = Decimal(5000)
"""Yuan a month. The whole payment on the highest base of Shandong is 4572.60 in 2026; a cap in yuan a year is more."""


def terms(book: LawBook, region: str) -> Iterator[Finding]:
    """What is off in them."""
    for name, history in book.regions[region].items():
        for value in history.values():
            if name.startswith(PREFIX):
                yield from _subsidy(value, name.removeprefix(PREFIX).partition(".")[0])
            elif name == OFFERED:
                yield from _words(value, set(RHYTHMS))
            elif name == TIERS:
                yield from _tiers(book, value)


def _subsidy(value: Value, term: str) -> Iterator[Finding]:
    check = CHECKS.get(term)
    if check is None or not check(value.content):
        what = "is not a term that the program reads" if check is None else f"cannot be {value.content}"
        yield _finding(value, what)


def _tiers(book: LawBook, value: Value) -> Iterator[Finding]:
    """Fixed bases rise from the lower limit of their year to the upper one."""
    found = [Decimal(tier) for tier in value.content] if isinstance(value.content, tuple) else []
    pair = pairs_of(book, value.region).get(int(value.use_year or 0))
    if not found or found != sorted(set(found)):
        yield _finding(value, "the fixed bases do not rise")
    elif pair is None or (found[0], found[-1]) != (pair.low, pair.high):
        yield _finding(value, f"{found[0]} to {found[-1]} are not the limits of {value.use_year}")


def _words(value: Value, known: set[str]) -> Iterator[Finding]:
    words = value.content if isinstance(value.content, tuple) else (value.content,)
    if not words or not set(words) <= known:
        yield _finding(value, f"{', '.join(map(str, words))} is not of {', '.join(sorted(known))}")


def _is_share(content: Content) -> bool:
    try:
        return 0 < Fraction(str(content)) <= 1
    except (ValueError, ZeroDivisionError):
        return False


def _is_cap(content: Content) -> bool:
    return content == NO_CAP or (isinstance(content, Decimal) and 0 < content <= LARGEST_CAP)


def _is_months(content: Content) -> bool:
    return isinstance(content, Decimal) and 0 < content <= LONGEST and content == int(content)


CHECKS: Mapping[str, Callable[[Content], bool]] = {
    "rate": _is_share,
    "excess_rate": _is_share,
    "reference": lambda content: content in (ACTUAL, MINIMUM),
    "cap_month": _is_cap,
    "max_months": _is_months,
    "near_retirement_months": _is_months,
    "groups": lambda content: isinstance(content, tuple) and bool(content),
}


def _finding(value: Value, what: str) -> Finding:
    return Finding(f"{value.region} {value.name} {value.since}", what)
