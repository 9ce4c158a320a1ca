"""Replaying an issued determination form: the same formula on the form's own figures, compared to the fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.law import LawBook
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.benefit import Benefit, Entitlement, benefit
from gigdesk.domain.working import Working


@dataclass(frozen=True)
class Form:
    """A determination form as figures only. Printed parts are None where the form does not show them.

    `notes` says by language what is odd about it.
    """

    id: str
    region: str
    retired: YearMonth | None
    entitlement: Entitlement
    printed_basic: Decimal | None
    printed_account: Decimal | None
    printed_transitional: Decimal | None
    printed_total: Decimal | None
    adds_up: bool
    source: str
    notes: Mapping[str, str]


@dataclass(frozen=True)
class Replayed:
    """A form beside what the formula gives. A part is None where the form does not print it or no rule is known."""

    form: Form
    benefit: Benefit
    basic_exact: bool | None
    account_exact: bool | None
    transitional_exact: bool | None
    total_exact: bool | None

    @property
    def exact(self) -> bool:
        """Whether each printed part that can be compared comes out to the fen."""
        parts = (self.basic_exact, self.account_exact, self.transitional_exact)
        return all(part is not False for part in parts) and self.basic_exact is True

    @property
    def whole(self) -> bool:
        """Whether the printed total, too, comes out to the fen."""
        return self.exact and self.total_exact is True


def replay(form: Form, book: LawBook, today: date) -> Replayed:
    """Put a form's figures through the region's formula as it stood in the month of retirement."""
    day = form.retired.first_day() if form.retired else today
    found = benefit(form.entitlement, book.on(day, form.region), Working())
    return Replayed(
        form,
        found,
        _same(found.basic, form.printed_basic),
        _same(found.account, form.printed_account),
        _same(found.transitional, form.printed_transitional),
        _same(found.total, form.printed_total) if form.adds_up else None,
    )


def _same(found: Decimal | None, printed: Decimal | None) -> bool | None:
    return None if found is None or printed is None else found == printed
