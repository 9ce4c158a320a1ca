"""The search: every cause alone, then two of different kinds together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from gigdesk.domain.law import LawBook
from gigdesk.domain.pension.gap import age, bases, record, solved
from gigdesk.domain.pension.gap.model import Candidate, Figures, Gap, Match, Official, Parts, Verdict
from gigdesk.domain.pension.gap.ranking import NEAR, ORDER, Found, chosen, match_of, verdict
from gigdesk.domain.pension.gap.reckon import Reckoner, Setting, changes, merged, touched
from gigdesk.domain.pension.gap.variant import CauseOf, Ground, Variant
from gigdesk.domain.working import weakest

CAUSES: tuple[CauseOf, ...] = (
    bases.own_bases,
    bases.other_bases,
    record.months,
    record.months_before_account,
    record.transitional_months,
    record.index_rounded,
    record.index_digit,
    record.index_more_digits,
    record.index_shared,
    record.rules,
    age.whole_age,
    age.neighbouring_month,
    age.category,
    solved.supplement,
    solved.amount_beside,
    solved.implied_base,
    solved.implied_balance,
)

KINDS = {"transitional_index": "index", "amount_rounding": "year_rounding"}
"""Figures of one kind are not combined with each other; any other figure is a kind of its own."""


def find_gap(figures: Figures, official: Official, book: LawBook, today: date) -> Gap:
    """Say what could explain the difference between one's own figures and the office's. At most ten candidates.

    What fits to the fen comes before what fits within 0.05, one cause before two, the more plausible before the
    less (the order of `Cause`), the smaller change before the larger; values solved from the figure come after all
    that fits. Pairs are tried only where no single cause fits to the fen. Figures that agree have no candidates.

    Raises:
        NotInForceError: the region's rounding rule is not known.
    """
    law = book.on(figures.retired.first_day() if figures.retired else today, figures.region)
    given, reckoner = Setting.of(figures.entitlement, law), Reckoner(law)
    ours = reckoner.parts(given)
    difference = _above(official, ours)
    if difference is None:
        return Gap(ours, None, Verdict.NOT_COMPARABLE)
    if match_of(difference) is Match.EXACT:
        return Gap(ours, difference, Verdict.AGREES)
    search = _Search(official, given, ours, reckoner)
    ground = Ground(figures, official, given, ours, law, book, today)
    singles = search.singles(variant for cause in CAUSES for variant in cause(ground))
    explained = any(found.explains for found in singles)
    pairs = [] if explained else sorted(search.pairs(singles), key=lambda found: found.rank)
    candidates = tuple(found.candidate for found in chosen(singles, pairs, difference))
    exact_pairs = sum(found.match is Match.EXACT for found in pairs)
    return Gap(ours, difference, verdict(candidates), candidates, exact_pairs)


@dataclass(frozen=True)
class _Search:
    official: Official
    given: Setting
    ours: Parts
    reckoner: Reckoner

    def singles(self, variants: Iterable[Variant]) -> list[Found]:
        """Each variant that brings the figures to another pension. Of those that change the same the likeliest."""
        by_setting: dict[Setting, Variant] = {}
        for variant in sorted(variants, key=lambda one: (ORDER[one.cause], one.size)):
            by_setting.setdefault(variant.setting, variant)
        tried = ((variant, self.reckoner.parts(setting)) for setting, variant in by_setting.items())
        found = (self._found((variant,), variant.setting, parts) for variant, parts in tried if parts != self.ours)
        return [each for each in found if each]

    def pairs(self, singles: Iterable[Found]) -> Iterator[Found]:
        """Two causes of different kinds that fit together, to the fen or nearly."""
        for (one, _, kinds), (other, names, other_kinds) in combinations(self._paired(singles), 2):
            if kinds & other_kinds:
                continue
            setting = merged(one.setting, other.setting, names)
            found = self._found((one, other), setting, self.reckoner.parts(setting), NEAR)
            if found:
                yield found

    def _paired(self, singles: Iterable[Found]) -> list[tuple[Variant, frozenset[str], frozenset[str]]]:
        """What may be one of two causes, with the figures it changes and their kinds."""
        usable = [variant for found in singles for variant in found.variants if variant.paired]
        names = [touched(self.given, variant.setting) for variant in usable]
        kinds = [frozenset(KINDS.get(name, name) for name in changed) for changed in names]
        return list(zip(usable, names, kinds, strict=True))

    def _found(
        self, variants: tuple[Variant, ...], setting: Setting, parts: Parts, within: Decimal | None = None
    ) -> Found | None:
        """The candidate, unless it cannot be compared as one's own figures can, or leaves more than allowed."""
        apart = _above(self.official, parts)
        lost = parts.total is None and self.ours.total is not None
        if apart is None or lost or (within is not None and abs(apart) > within):
            return None
        candidate = Candidate(
            causes=tuple(variant.cause for variant in variants),
            changes=(*changes(self.given, setting), *(why for variant in variants for why in variant.because)),
            gives=parts,
            remaining=apart,
            match=match_of(apart),
            implied=any(variant.implied for variant in variants),
            status=weakest(variant.status for variant in variants if variant.status),
            sources=tuple(dict.fromkeys(source for variant in variants for source in variant.sources)),
        )
        return Found(variants, setting, candidate)


def _above(official: Official, parts: Parts) -> Decimal | None:
    """What the office's figures are above others, where they differ most; None if no figure can be compared."""
    known = ((official.total, parts.total), (official.basic, parts.basic), (official.account, parts.account))
    apart = [theirs - other for theirs, other in known if theirs is not None and other is not None]
    return max(apart, key=abs, default=None)
