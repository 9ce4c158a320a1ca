"""Another divisor: of the whole year of age, of a neighbouring month, of another category's age."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Law
from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.domain.pension.benefit import divisor
from gigdesk.domain.pension.gap.causes import Cause
from gigdesk.domain.pension.gap.model import Change
from gigdesk.domain.pension.gap.variant import Ground, Variant
from gigdesk.domain.pension.retirement import delay_months
from gigdesk.domain.working import Working, weakest

MOST_MONTHS = 3


def whole_age(ground: Ground) -> Iterator[Variant]:
    """The divisor of the whole year of age begun, or of the next."""
    age = _age(ground)
    if age is not None:
        begun = age - age % MONTHS_A_YEAR
        yield from _at(ground, Cause.WHOLE_AGE_DIVISOR, begun, 0)
        yield from _at(ground, Cause.WHOLE_AGE_DIVISOR, begun + MONTHS_A_YEAR, 1)


def neighbouring_month(ground: Ground) -> Iterator[Variant]:
    """The month-level divisor of the age itself (where whole years were used), and of the months around it."""
    age = _age(ground)
    if age is not None:
        for by in range(-MOST_MONTHS, MOST_MONTHS + 1):
            yield from _at(ground, Cause.MONTH_DIVISOR, age + by, abs(by))


def category(ground: Ground) -> Iterator[Variant]:
    """The retirement age of the other categories: the original one, and the one since the reform."""
    law, own = _todays(ground), ground.figures.category
    if not law.has("pension.original_age"):
        return
    for name in law.table("pension.original_age"):
        for size, age in enumerate(_ages(ground, name, law) if name != own else ()):
            for found in _at(ground, Cause.CATEGORY, age, size):
                yield replace(found, because=(Change("category", own, name), *found.because))


def _ages(ground: Ground, name: str, law: Law) -> tuple[int, ...]:
    """The ages in months at which somebody of this birth would retire in a category."""
    original = int(law.table("pension.original_age")[name]) * MONTHS_A_YEAR
    own, retired = _age(ground), ground.figures.retired
    if own is None or retired is None:
        return (original,)
    return original, original + delay_months(retired + (original - own), name, law)


def _at(ground: Ground, cause: Cause, age: int, size: int) -> Iterator[Variant]:
    """The figures with the month-level divisor of an age, if the table reaches it."""
    law = _todays(ground)
    try:
        changed = replace(ground.given, divisor=divisor(age, law, Working()))
    except InputError:
        return
    behind = Change("age_months", _age(ground), age)
    status = weakest(value.status for value in law.citations)
    sources = tuple(dict.fromkeys(value.source for value in law.citations))
    yield Variant(cause, changed, Decimal(size), (behind,), status, sources)


def _age(ground: Ground) -> int | None:
    """The age given, else the one that the divisor belongs to."""
    if ground.figures.age_months is not None:
        return ground.figures.age_months
    law = _todays(ground)
    whole = {int(age) * MONTHS_A_YEAR: months for age, months in law.table("pension.divisors").items()}
    begun = max((age for age, months in whole.items() if months >= ground.given.divisor), default=None)
    if begun is None or whole[begun] == ground.given.divisor:
        return begun
    ages = range(begun, min(begun + MONTHS_A_YEAR, max(whole)))
    return next((age for age in ages if divisor(age, law, Working()) == ground.given.divisor), None)


def _todays(ground: Ground) -> Law:
    """The month-level divisors came in 2025; they are tried on older pensions, too."""
    return ground.law.at(max(ground.today, ground.law.day)).fresh()
