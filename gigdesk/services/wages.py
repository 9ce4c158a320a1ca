"""The wage job: finding an occupation, published levels, and what an hour of one's own work brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from gigdesk.domain.errors import InputError, MissingDataError
from gigdesk.domain.wages.by_month import paid_hours_step
from gigdesk.domain.wages.levels import MEASURES, Outside, Position, position
from gigdesk.domain.wages.occupations import Occupation
from gigdesk.domain.wages.own_pay import Earnings, OwnPay, own_pay
from gigdesk.domain.wages.search import Searched
from gigdesk.domain.wages.series import Series, series_of
from gigdesk.domain.wages.widening import Asked, Found
from gigdesk.domain.working import Working
from gigdesk.services.answer import Answer, answered
from gigdesk.services.orders.reading import File, read_orders
from gigdesk.services.orders.result import ReadOrders
from gigdesk.services.wages_minimum import MinimumWage, minimum_wage, set_beside
from gigdesk.services.wages_published import Published
from gigdesk.store.imported import Imported
from gigdesk.store.reference import Reference

T = TypeVar("T")

MOST_CANDIDATES = 8


@dataclass(frozen=True)
class Query:
    """What to compare: occupations by code or word, regions by code, in one measure; and one's own earnings.

    `tier` is that of the minimum wage, where the person knows it better than the city tells.
    """

    occupations: tuple[str, ...]
    regions: tuple[str, ...]
    period: str | None = None
    measure: str = "monthly"
    earnings: Earnings | None = None
    tier: str | None = None


@dataclass(frozen=True)
class Row:
    """The nearest published figures of one population and concept of pay, in the measure asked for."""

    occupation: Occupation
    region: str
    found: Found
    measure: str
    statistics: Mapping[str, Decimal]


@dataclass(frozen=True)
class Comparison:
    """Published levels, own pay, and where the one stands among the other. `position` is by month, on net pay."""

    rows: tuple[Row, ...]
    own: OwnPay | None
    position: Position | None
    minimum_wage: MinimumWage | None


@dataclass(frozen=True)
class Wages:
    """Questions about wages, answered from one release and what was imported beside it."""

    reference: Reference
    imported: Imported

    def search(self, word: str, today: date) -> Answer[Searched]:
        """The occupations that a word may mean, best first; warnings say where several are meant or it is a guess."""
        found, working = self.reference.finder.search(word), Working()
        if found.asks and not any(match.was for match in found.meant):
            working.warn("several-occupations", word=word.strip())
        if found.guessed:
            working.warn("occupation-guessed", word=word.strip())
        if found.unused:
            working.warn("code-unused", number=found.unused.code)
        for match in found.meant:
            if match.was:
                self._warn_recycled(match.matched, working)
        return answered(found, self.reference, today, working)

    def occupation(self, word: str) -> Occupation:
        """One occupation by its code or by a word.

        Raises:
            InputError: nothing is called that, or several are, or it is but near a name; the error lists them.
        """
        if word in self.reference.occupations:
            return self.reference.occupations[word]
        found = self.reference.finder.search(word)
        if not found.matches:
            raise InputError("occupation", word, "4-10-08-01 | 外卖 | …")
        if not found.only:
            listed = [f"{match.code} {match.label}" for match in found.meant[:MOST_CANDIDATES]]
            raise InputError("occupation", word, " | ".join(listed + ["…"] * (found.likely > MOST_CANDIDATES)))
        return self.reference.occupations[found.only]

    def read_orders(self, files: Sequence[File], today: date) -> Answer[ReadOrders]:
        """Read lists of orders into the totals of days and months."""
        return answered(read_orders(files, today), self.reference, today)

    def compare(self, query: Query, today: date) -> Answer[Comparison]:
        """Compare occupations over regions, and own earnings with the first of them.

        Raises:
            InputError: an occupation, a region or a measure is unknown, or the hours are impossible.
            MissingDataError: nothing is published that could be compared.
        """
        _known(query.measure)
        working = Working()
        rows = [
            row
            for word in query.occupations
            for region in query.regions
            for row in self._rows(word, region, query, working)
        ]
        if not rows:
            named = {"occupation": ", ".join(query.occupations), "region": ", ".join(query.regions)}
            raise MissingDataError("no-wage-level", **named)
        law = self.reference.book.on(today, query.regions[0])
        if query.measure == "hourly":
            paid_hours_step(law, working)
        own = own_pay(query.earnings, working, law) if query.earnings else None
        minimum = minimum_wage(self.reference, query.regions[0], today, working, query.tier)
        if minimum and own:
            minimum = set_beside(minimum, own)
        where = _position(own, rows[0].found) if own else None
        comparison = Comparison(tuple(rows), own, where, minimum)
        return self._answered(comparison, today, working, [row.found for row in rows])

    def series(self, word: str, region: str, measure: str, today: date) -> Answer[tuple[Series, ...]]:
        """What is published over the years of the figures nearest to an occupation, one series a population.

        Raises:
            InputError: the occupation, the region or the measure is unknown.
            MissingDataError: nothing is published.
        """
        _known(measure)
        occupation, working = self.occupation(word), Working()
        self.reference.region(region)
        asked, published = Asked(occupation.code, region), self._published
        levels = published.levels(asked, working)
        found = published.nearest_over_years(asked, levels)
        if not found:
            raise MissingDataError("no-wage-level", occupation=word, region=region)
        prices = published.prices
        series = tuple(series_of(one, levels, measure, prices) for one in found)
        cited = [point.source for one in series for point in one.points]
        cited += [price.source for price in self.reference.prices]
        return self._answered(series, today, working, found, cited)

    def _warn_recycled(self, code: str, working: Working) -> None:
        """A code that once stood for another occupation is still quoted for it."""
        finder = self.reference.finder
        for row in finder.once(code):
            now = finder.today(row.title)
            working.warn("code-recycled", number=code, title=row.title, year=row.valid_from[:4], now=now)

    def _rows(self, word: str, region: str, query: Query, working: Working) -> list[Row]:
        occupation = self.occupation(word)
        self._warn_recycled(occupation.code, working)
        self.reference.region(region)
        asked = Asked(occupation.code, region, query.period)
        return [
            Row(occupation, region, found, query.measure, found.level.per(query.measure))
            for found in self._published.nearest(asked, working)
        ]

    @property
    def _published(self) -> Published:
        return Published(self.reference, self.imported)

    def _answered(
        self, result: T, today: date, working: Working, found: Sequence[Found], cited: Iterable[str] = ()
    ) -> Answer[T]:
        return answered(result, self.reference, today, working, [*self._published.sources(found), *cited])


def _known(measure: str) -> None:
    if measure not in MEASURES:
        raise InputError("measure", measure, " | ".join(MEASURES))


def _position(own: OwnPay, found: Found) -> Position:
    """By month, on net pay. A figure of a part of the occupation is no yardstick: who belongs to it is not known.

    Nor is a figure that is published as "this or more".
    """
    if found.is_part:
        return Position(None, Outside.ONLY_PARTS, None, None)
    level = found.level
    exact = {name: amount for name, amount in level.per("monthly").items() if name not in level.flags}
    return position(own.net_monthly, exact)
