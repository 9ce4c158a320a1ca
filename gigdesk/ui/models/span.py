"""One span of a contribution record while it is entered: from, to, and the base of each month in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.domain.pension.index import Period
from gigdesk.services import words
from gigdesk.services.amounts import read_amount
from gigdesk.services.history.ledger import MOST
from gigdesk.services.history.said import span_said
from gigdesk.store.texts import Texts

EXAMPLE = "4,416"


@dataclass(frozen=True)
class Draft:
    """What stands in the entry; `at` is the number of the period that it changes, None for a new one."""

    first: YearMonth
    last: YearMonth
    base: str = ""
    at: int | None = None


def next_draft(periods: Sequence[Period], as_of: YearMonth) -> Draft:
    """A start for a new period: behind the last one, else before the first, else the year now running."""
    before = as_of + -1
    if not periods:
        return Draft(YearMonth(before.year, 1), before)
    if periods[-1].month_to < before:
        first = periods[-1].month_to + 1
        return Draft(first, min(YearMonth(first.year, MONTHS_A_YEAR), before))
    last = periods[0].month_from + -1
    return Draft(YearMonth(last.year, 1), last)


def draft_of(periods: Sequence[Period], at: int) -> Draft:
    """A period to be changed."""
    period = periods[at]
    return Draft(period.month_from, period.month_to, words.yuan(period.base), at)


def refusal(draft: Draft, others: Sequence[tuple[YearMonth, YearMonth]], as_of: YearMonth, t: Texts) -> str:
    """Why a draft cannot stand, in words; "" where it can. `others` are the spans already taken."""
    if draft.last < draft.first:
        return t("record.order", first=words.month(draft.first, t), last=words.month(draft.last, t))
    if draft.last >= as_of:
        return t("record.not-yet", month=words.month(as_of, t))
    for first, last in others:
        if draft.first <= last and first <= draft.last:
            return t("record.overlap", span=span_said(first, last, t, lambda month: words.month(month, t)))
    if not draft.base.strip():
        return t("record.base-missing", example=EXAMPLE)
    if base_of(draft) is None:
        return t("record.base-wrong", got=draft.base[:20], most=f"{MOST:,}")
    return ""


def base_of(draft: Draft) -> Decimal | None:
    """The base that was typed; None where it is none."""
    amount = read_amount(draft.base)
    return Decimal(amount) if amount and 0 < Decimal(amount) <= MOST else None
