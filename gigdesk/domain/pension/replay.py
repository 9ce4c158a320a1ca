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

TOTAL = "total"
PARTS = ("basic", "account", "transitional", TOTAL)


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
class Compared:
    """One part of a form, worked out and printed, in yuan. `why_not`: the reason where the two are not compared.

    The reasons: `no-rule` (the province's is not known), `not-printed`, `own-sum` (the form's parts are not its total).
    """

    part: str
    ours: Decimal | None
    printed: Decimal | None
    why_not: str = ""

    @property
    def difference(self) -> Decimal | None:
        """What the form prints above what comes out; None where they are not compared."""
        if self.why_not or self.ours is None or self.printed is None:
            return None
        return self.printed - self.ours

    @property
    def exact(self) -> bool | None:
        """Whether they agree to the fen."""
        return None if self.difference is None else not self.difference


@dataclass(frozen=True)
class Replayed:
    """A form beside what the formula gives, part by part; the total comes last."""

    form: Form
    benefit: Benefit
    parts: tuple[Compared, ...]

    @property
    def exact(self) -> bool:
        """Whether each printed part that can be compared comes out to the fen."""
        basic, *others, _ = (part.exact for part in self.parts)
        return basic is True and False not in others

    @property
    def whole(self) -> bool:
        """Whether the printed total, too, comes out to the fen."""
        return self.exact and self.parts[-1].exact is True


@dataclass(frozen=True)
class ProofBank:
    """The forms of a release, replayed."""

    forms: tuple[Replayed, ...]

    @property
    def exact(self) -> int:
        """How many replay to the fen in every part they print and whose rule is known."""
        return sum(form.exact for form in self.forms)

    @property
    def whole(self) -> int:
        """How many replay to the fen including their printed total."""
        return sum(form.whole for form in self.forms)

    def tally(self, part: str) -> tuple[int, int]:
        """How many forms can be compared in a part, and how many of them agree to the fen."""
        compared = [one.exact for form in self.forms for one in form.parts if one.part == part]
        return len(compared) - compared.count(None), compared.count(True)


def replay(form: Form, book: LawBook, today: date, working: Working | None = None) -> Replayed:
    """Put a form's figures through the region's formula as it stood in the month of retirement.

    Raises:
        NotInForceError: the region's rounding rule is not known.
    """
    day = form.retired.first_day() if form.retired else today
    found = benefit(form.entitlement, book.on(day, form.region), working or Working())
    return Replayed(form, found, tuple(_compared(part, form, found) for part in PARTS))


def _compared(part: str, form: Form, found: Benefit) -> Compared:
    ours, printed = getattr(found, part), getattr(form, f"printed_{part}")
    why_not = ""
    if printed is None:
        why_not = "not-printed"
    elif ours is None:
        why_not = "no-rule"
    elif part == TOTAL and not form.adds_up:
        why_not = "own-sum"
    return Compared(part, ours, printed, why_not)
