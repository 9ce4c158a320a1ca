"""What a person says about a social insurance subsidy, read exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from gigdesk.domain.errors import NOTHING, InputError, Phrase
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.subsidy import ACTUAL, KINDS, MINIMUM, Claim, Terms
from gigdesk.services.fields import Fields, decimal

MOST_MONTHS = 600
A_SHARE = Phrase("share")


def read_claim(top: Fields, as_of: YearMonth) -> Claim | None:
    """The field `subsidy`; None where it is absent or null.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    if not top.has("subsidy"):
        return None
    found = top.inner("subsidy")
    claim = Claim(
        group=found.one_of("group", KINDS),
        first_approved=found.month("first_approved") if found.has("first_approved") else None,
        drawn_months=found.whole("drawn_months", 0, MOST_MONTHS) if found.has("drawn_months") else 0,
        terms=_terms(found.inner("terms")) if found.has("terms") else None,
    )
    found.done()
    _possible(found, claim, as_of)
    return claim


def _possible(found: Fields, claim: Claim, as_of: YearMonth) -> None:
    """Nobody was approved in a month to come, nor draws before an approval."""
    first = claim.first_approved
    if first is None:
        if claim.drawn_months:
            raise InputError(found.name("first_approved"), NOTHING, Phrase("with-drawn-months"))
        return
    if first > as_of:
        raise InputError(found.name("first_approved"), first, Phrase.of("not-after", latest=as_of))
    if claim.drawn_months > as_of - first + 1:
        since = as_of - first + 1
        raise InputError(found.name("drawn_months"), claim.drawn_months, Phrase.of("months-since", most=since))


def _terms(terms: Fields) -> Terms:
    read = Terms(
        share=_share(terms),
        reference=terms.one_of("reference", (ACTUAL, MINIMUM)),
        cap=terms.number("cap_month", 0) if terms.has("cap_month") else None,
        max_months=terms.whole("max_months", 0, MOST_MONTHS),
        near_months=terms.whole("near_retirement_months", 0, MOST_MONTHS),
    )
    terms.done()
    return read


def _share(terms: Fields) -> Fraction:
    """A fraction, or an exact number."""
    got = terms.fields().get("rate")
    if not terms.has("rate") or isinstance(got, bool) or not isinstance(got, str | int | Decimal):
        raise InputError(terms.name("rate"), NOTHING if got is None else got, A_SHARE)
    try:
        share = Fraction(text) if "/" in (text := str(got).strip()) else Fraction(decimal(text))
    except (ValueError, ArithmeticError):
        raise InputError(terms.name("rate"), repr(got)[:60], A_SHARE) from None
    if not 0 < share <= 1:
        raise InputError(terms.name("rate"), got, A_SHARE)
    return share
