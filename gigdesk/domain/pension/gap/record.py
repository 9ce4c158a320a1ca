"""Another reading of the record: months, those before the account, the digits of the index, the rounding rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from gigdesk.domain.pension import rounding
from gigdesk.domain.pension.gap.causes import Cause
from gigdesk.domain.pension.gap.reckon import Setting
from gigdesk.domain.pension.gap.variant import Ground, Variant

MOST_MONTHS = 24
MOST_TRANSITIONAL_MONTHS = 12
ROUNDED_TO = (4, 3, 2)
FEWEST_PLACES = 2
ONE = Decimal(1)


def months(ground: Ground) -> Iterator[Variant]:
    """Months missing or counted twice, with the payments' effect on account and index left aside."""
    for by in _either_way(MOST_MONTHS):
        total = ground.given.total_months + by
        if total >= max(ground.given.transitional_months, 1):
            yield Variant(Cause.MONTHS, replace(ground.given, total_months=total), Decimal(abs(by)))


def months_before_account(ground: Ground) -> Iterator[Variant]:
    """Months before the account that are missing or double: they count in the years, too."""
    for by in _either_way(MOST_TRANSITIONAL_MONTHS):
        total, before = ground.given.total_months + by, ground.given.transitional_months + by
        if before >= 0 and total > 0:
            changed = replace(ground.given, total_months=total, transitional_months=before)
            yield Variant(Cause.MONTHS_BEFORE_ACCOUNT, changed, Decimal(abs(by)))


def transitional_months(ground: Ground) -> Iterator[Variant]:
    """The day of the account drawn elsewhere: other months before it out of the same total."""
    given = ground.given
    for by in _either_way(MOST_TRANSITIONAL_MONTHS):
        if 0 <= given.transitional_months + by <= given.total_months:
            changed = replace(given, transitional_months=given.transitional_months + by)
            yield Variant(Cause.TRANSITIONAL_MONTHS, changed, Decimal(abs(by)))
    yield Variant(Cause.TRANSITIONAL_LEFT_OUT, replace(given, transitional_months=0))
    if ground.figures.deemed_months is not None:
        yield Variant(Cause.DEEMED_ONLY, replace(given, transitional_months=ground.figures.deemed_months))


def index_rounded(ground: Ground) -> Iterator[Variant]:
    """Fewer decimals, rounded or cut off."""
    for name, index in _indices(ground.given):
        for places in ROUNDED_TO:
            for how in (ROUND_HALF_UP, ROUND_DOWN):
                changed = index.quantize(ONE.scaleb(-places), how)
                yield _with_index(ground, Cause.INDEX_ROUNDED, name, changed, size=abs(changed - index))


def index_digit(ground: Ground) -> Iterator[Variant]:
    """Another digit in the last place. In pairs only the one above or below."""
    for name, index in _indices(ground.given):
        unit = _last_place(index)
        last = int(index / unit) % 10
        for digit in range(10):
            changed, size = index + (digit - last) * unit, abs(digit - last)
            found = _with_index(ground, Cause.INDEX_DIGIT, name, changed, size=Decimal(size))
            yield replace(found, paired=size == 1)


def index_more_digits(ground: Ground) -> Iterator[Variant]:
    """One decimal more behind an index that was itself rounded before it was printed."""
    for name, index in _indices(ground.given):
        unit = _last_place(index) / 10
        for digit in range(-5, 5):
            changed = index + digit * unit
            found = _with_index(ground, Cause.INDEX_MORE_DIGITS, name, changed, size=Decimal(abs(digit)))
            yield replace(found, paired=False)


def index_shared(ground: Ground) -> Iterator[Variant]:
    """One index for both parts where the figures have two."""
    given = ground.given
    if given.transitional_index is not None:
        yield Variant(Cause.INDEX_SHARED, replace(given, transitional_index=given.index))
        yield Variant(Cause.INDEX_SHARED, replace(given, index=given.transitional_index), ONE)


def rules(ground: Ground) -> Iterator[Variant]:
    """Another province's way to round years or amounts."""
    for name in rounding.YEARS:
        yield Variant(Cause.YEAR_ROUNDING, replace(ground.given, year_rounding=name))
    for name in rounding.AMOUNT_STEPS:
        yield Variant(Cause.AMOUNT_ROUNDING, replace(ground.given, amount_rounding=name))


def _either_way(most: int) -> Iterator[int]:
    for by in range(1, most + 1):
        yield from (-by, by)


def _indices(given: Setting) -> Iterator[tuple[str, Decimal]]:
    yield "index", given.index
    if given.transitional_index is not None:
        yield "transitional_index", given.transitional_index


def _last_place(index: Decimal) -> Decimal:
    exponent = index.as_tuple().exponent
    return ONE.scaleb(min(int(exponent), -FEWEST_PLACES))


def _with_index(ground: Ground, cause: Cause, name: str, index: Decimal, *, size: Decimal) -> Variant:
    given = ground.given
    changed = replace(given, index=index) if name == "index" else replace(given, transitional_index=index)
    return Variant(cause, changed, size)
