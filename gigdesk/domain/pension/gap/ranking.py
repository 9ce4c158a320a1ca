"""What fits how well, what comes first, and what the whole then says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.pension.gap.causes import Cause
from gigdesk.domain.pension.gap.model import Candidate, Match, Verdict
from gigdesk.domain.pension.gap.reckon import Setting
from gigdesk.domain.pension.gap.variant import Variant

MOST = 10
MOST_PAIRS = 5
MOST_CLOSER = 3
HALF_A_FEN = Decimal("0.005")
NEAR = Decimal("0.05")

ORDER = {cause: place for place, cause in enumerate(Cause)}
FITS = tuple(Match)
DIGITS = {Cause.INDEX_DIGIT, Cause.INDEX_MORE_DIGITS}


@dataclass(frozen=True)
class Found:
    """A candidate with what it was made of."""

    variants: tuple[Variant, ...]
    setting: Setting
    candidate: Candidate

    @property
    def match(self) -> Match:
        """How well it fits."""
        return self.candidate.match

    @property
    def explains(self) -> bool:
        """Whether it fits, and hardly by chance: of all differences one in a hundred is in whole yuan."""
        beside = Cause.AMOUNT_BESIDE in self.candidate.causes
        return self.match is Match.EXACT and not self.candidate.implied and not beside

    @property
    def rank(self) -> tuple[int, int, Decimal, int, Decimal]:
        """Smaller is better. What is merely closer is ordered by what remains."""
        remaining = abs(self.candidate.remaining) if self.match is Match.CLOSER else Decimal(0)
        plausible = sum(ORDER[variant.cause] for variant in self.variants)
        size = sum((variant.size for variant in self.variants), Decimal(0))
        return FITS.index(self.match), len(self.variants), remaining, plausible, size


def match_of(remaining: Decimal) -> Match:
    """How well something fits that leaves this."""
    if abs(remaining) < HALF_A_FEN:
        return Match.EXACT
    return Match.NEAR if abs(remaining) <= NEAR else Match.CLOSER


def chosen(singles: Iterable[Found], pairs: Sequence[Found], difference: Decimal) -> list[Found]:
    """The best, at most ten: what fits to the fen or nearly, then what is implied, then what is merely closer.

    Near pairs, which are often chance, are kept only where nothing else fits. Closer: half the difference is gone.
    """
    alone = _one_reading(sorted(singles, key=lambda found: found.rank))
    implied = [found for found in alone if found.candidate.implied and found.match is Match.EXACT]
    better = [f for f in alone if not f.candidate.implied and abs(f.candidate.remaining) < abs(difference)]
    fitting = [found for found in better if found.match is not Match.CLOSER]
    together = [found for found in pairs if found.match is Match.EXACT] or ([] if fitting or implied else pairs)
    fitting = sorted([*fitting, *together[:MOST_PAIRS]], key=lambda found: found.rank)
    closer = [f for f in better if f.match is Match.CLOSER and abs(f.candidate.remaining) <= abs(difference) / 2]
    return [*fitting[: MOST - len(implied)], *implied, *([] if fitting else closer[:MOST_CLOSER])]


def _one_reading(ranked: Iterable[Found]) -> list[Found]:
    """Of several readings of one cause only the best, unless they fit to the fen: then each may be the true one.

    Digits of an index that round to the same are one reading all the same.
    """
    best: dict[tuple[object, ...], Found] = {}
    for found in ranked:
        exact = found.match is Match.EXACT and not DIGITS.intersection(found.candidate.causes)
        names = tuple(change.name for change in found.candidate.changes)
        best.setdefault((found.candidate.causes, found.setting if exact else names), found)
    return list(best.values())


def verdict(candidates: Iterable[Candidate]) -> Verdict:
    """What the candidates come to, by the best of them. A near pair is no finding: one in five figures has one."""
    found = {_finding(candidate) for candidate in candidates}
    return next((best for best in Verdict if best in found), Verdict.UNEXPLAINED)


def _finding(candidate: Candidate) -> Verdict:
    if candidate.implied:
        return Verdict.IMPLIED
    if candidate.match is Match.EXACT:
        return Verdict.EXPLAINED
    alone = len(candidate.causes) == 1
    return Verdict.NEAR if candidate.match is Match.NEAR and alone else Verdict.UNEXPLAINED
