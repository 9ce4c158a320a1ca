"""What a search for a difference starts from, and what it finds. Keys only: the words are texts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gigdesk.domain.law import Status
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.domain.pension.gap.causes import CHECKS, Cause


class Match(StrEnum):
    """How well a candidate fits: to the fen, within 0.05 yuan, or merely less far off than before."""

    EXACT = "exact"
    NEAR = "near"
    CLOSER = "closer"


class Verdict(StrEnum):
    """What a search came to. `implied`: only a value solved from the office's figure itself fits it."""

    AGREES = "agrees"
    EXPLAINED = "explained"
    NEAR = "near"
    IMPLIED = "implied"
    UNEXPLAINED = "unexplained"
    NOT_COMPARABLE = "not-comparable"


@dataclass(frozen=True)
class Figures:
    """One's own figures. `deemed_months`: those of the months before the account that are deemed, if known."""

    region: str
    retired: YearMonth | None
    entitlement: Entitlement
    age_months: int | None = None
    category: str | None = None
    deemed_months: int | None = None


@dataclass(frozen=True)
class Official:
    """The office's figures in yuan a month. A part that is known must be explained, too, and rules out much."""

    total: Decimal
    basic: Decimal | None = None
    account: Decimal | None = None


@dataclass(frozen=True)
class Parts:
    """A pension in yuan a month. `beside`: supplements. Without a known rule `transitional` and `total` are None."""

    basic: Decimal
    account: Decimal
    transitional: Decimal | None
    beside: Decimal
    total: Decimal | None


@dataclass(frozen=True)
class Change:
    """One figure that a candidate replaces, or what stands behind that (`region`, `use_year`, `age_months`, ...)."""

    name: str
    before: object
    after: object


@dataclass(frozen=True)
class Candidate:
    """One explanation, of one cause or two. `remaining`: what the office's figure is above `gives`, at its widest.

    `implied`: solved from the office's figure, so that fitting it proves nothing. `status`: of the law it takes,
    and `sources` where that was read.
    """

    causes: tuple[Cause, ...]
    changes: tuple[Change, ...]
    gives: Parts
    remaining: Decimal
    match: Match
    implied: bool
    status: Status | None
    sources: tuple[str, ...] = ()

    @property
    def checks(self) -> tuple[str, ...]:
        """How to check it, one key a cause."""
        return tuple(dict.fromkeys(CHECKS[cause] for cause in self.causes))


@dataclass(frozen=True)
class Gap:
    """The answer: one's own pension, what the office's is above it, and the candidates, best first.

    `exact_pairs` counts all pairs that fit to the fen: where they are many, each may be chance.
    """

    ours: Parts
    difference: Decimal | None
    verdict: Verdict
    candidates: tuple[Candidate, ...] = ()
    exact_pairs: int = 0
