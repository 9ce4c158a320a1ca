"""Published wages from the release and from what was imported on this machine, as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.law import Source, chain
from gigdesk.domain.wages.levels import WageLevel
from gigdesk.domain.wages.series import Prices
from gigdesk.domain.wages.widening import Asked, Found, nearest, subjects
from gigdesk.domain.working import Working
from gigdesk.store.imported import Imported
from gigdesk.store.reference import Reference

PERCENT = Decimal(100)


@dataclass(frozen=True)
class Published:
    """The figures that may stand for an occupation in a region."""

    reference: Reference
    imported: Imported

    def levels(self, asked: Asked, working: Working) -> list[WageLevel]:
        """All of them, the imported ones first; what was imported stands for the same cell of the release.

        Where those that were imported cannot be read, a warning says so.
        """
        speaks_of, places = list(subjects(asked.occupation, self.reference.industry_of).values()), chain(asked.region)
        try:
            imported = _cells(self.imported.levels(speaks_of, places))
        except MissingDataError as error:
            working.warn("imported-tables", **error.details)
            imported = {}
        shipped = self.reference.levels(speaks_of, places)
        told = {cell for cell, level in imported.items() if level.statistics}
        return [*imported.values(), *(level for level in shipped if _cell(level) not in told)]

    def nearest(self, asked: Asked, working: Working) -> list[Found]:
        """The nearest figure of each population and concept of pay."""
        return nearest(asked, self.levels(asked, working), self.reference.industry_of)

    def nearest_over_years(self, asked: Asked, levels: Iterable[WageLevel]) -> list[Found]:
        """The nearest of each that has more than one period; of those that have none such the nearest."""
        all_ = list(levels)
        periods = Counter(level.over_years for level in all_ if not level.too_few)
        several = [level for level in all_ if periods[level.over_years] > 1]
        found = nearest(asked, several, self.reference.industry_of)
        known = {(one.level.population, one.level.pay_concept) for one in found}
        others = [level for level in all_ if (level.population, level.pay_concept) not in known]
        return [*found, *nearest(asked, others, self.reference.industry_of)]

    def sources(self, found: Iterable[Found]) -> Iterator[str | Source]:
        """The sources of figures, and of the pairing behind those that speak of an industry."""
        found, own = list(found), self.reference.book.sources
        imported = {} if all(one.level.source in own for one in found) else self.imported.sources()
        for one in found:
            yield imported.get(one.level.source, one.level.source)
            if one.step.startswith("industry"):
                yield from self.reference.pairing_sources

    @property
    def prices(self) -> Prices:
        """How consumer prices changed, as shares."""
        return {price.year: price.percent / PERCENT for price in self.reference.prices}


def _cell(level: WageLevel) -> tuple[str, ...]:
    return *level.over_years, level.period


def _cells(levels: Iterable[WageLevel]) -> dict[tuple[str, ...], WageLevel]:
    """The first level of each cell: of what was imported twice the later import."""
    found: dict[tuple[str, ...], WageLevel] = {}
    for level in levels:
        found.setdefault(_cell(level), level)
    return found
