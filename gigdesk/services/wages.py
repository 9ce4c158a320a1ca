"""The wage job: finding an occupation, published levels, and what an hour of one's own work brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import InputError, MissingDataError
from gigdesk.domain.law import Status, chain
from gigdesk.domain.wages.levels import MEASURES, Position, position
from gigdesk.domain.wages.occupations import Match, Occupation, search
from gigdesk.domain.wages.own_pay import Earnings, OwnPay, own_pay
from gigdesk.domain.wages.widening import Asked, Found, nearest
from gigdesk.domain.working import Working
from gigdesk.services.answer import Answer, answered
from gigdesk.store.reference import Reference


@dataclass(frozen=True)
class Query:
    """What to compare: occupations by code or word, regions by code, in one measure; and one's own earnings."""

    occupations: tuple[str, ...]
    regions: tuple[str, ...]
    period: str | None = None
    measure: str = "monthly"
    earnings: Earnings | None = None


@dataclass(frozen=True)
class Row:
    """The nearest published figures of one population and concept of pay, in the measure asked for."""

    occupation: Occupation
    region: str
    found: Found
    measure: str
    statistics: Mapping[str, Decimal]


@dataclass(frozen=True)
class MinimumWage:
    """The minimum wage of a region's tier. A figure is None where it is not published or its day not confirmed."""

    tier: str
    monthly: Decimal | None
    hourly: Decimal | None
    status: Status


@dataclass(frozen=True)
class Comparison:
    """Published levels, own pay, and where the one stands among the other. `position` is by month, on net pay."""

    rows: tuple[Row, ...]
    own: OwnPay | None
    position: Position | None
    minimum_wage: MinimumWage | None


@dataclass(frozen=True)
class Wages:
    """Questions about wages, answered from one release."""

    reference: Reference

    def search(self, word: str, today: date) -> Answer[list[Match]]:
        """The occupations that a word may mean, best first."""
        return answered(search(word, self.reference.occupations.values()), self.reference, today)

    def occupation(self, word: str) -> Occupation:
        """One occupation by its code or by a word.

        Raises:
            InputError: nothing is called that.
        """
        if word in self.reference.occupations:
            return self.reference.occupations[word]
        matches = search(word, self.reference.occupations.values(), limit=1)
        if not matches:
            raise InputError("occupation", word, "a code such as 4-10-08-01, or a word such as 外卖")
        return self.reference.occupations[matches[0].code]

    def compare(self, query: Query, today: date) -> Answer[Comparison]:
        """Compare occupations over regions, and own earnings with the first of them.

        Raises:
            InputError: an occupation, a region or a measure is unknown, or the hours are impossible.
            MissingDataError: nothing is published that could be compared.
        """
        if query.measure not in MEASURES:
            raise InputError("measure", query.measure, " | ".join(MEASURES))
        working = Working()
        rows = [
            row for word in query.occupations for region in query.regions for row in self._rows(word, region, query)
        ]
        if not rows:
            named = {"occupation": ", ".join(query.occupations), "region": ", ".join(query.regions)}
            raise MissingDataError("no-wage-level", **named)
        own = own_pay(query.earnings, working) if query.earnings else None
        minimum = self.minimum_wage(query.regions[0], today, working)
        where = position(own.net_monthly, rows[0].found.level.per("monthly")) if own else None
        comparison = Comparison(tuple(rows), own, where, minimum)
        return answered(comparison, self.reference, today, working, [row.found.level.source for row in rows])

    def minimum_wage(self, region: str, day: date, working: Working) -> MinimumWage | None:
        """The monthly and hourly minimum wage of the region's preset tier; None where the region has none."""
        tier = self.reference.region(region).minimum_wage_tier or "1"
        law = self.reference.book.on(day, region)
        if not law.has("wages.minimum_monthly"):
            return None
        names = [name for name in ("monthly", "hourly") if law.has(f"wages.minimum_{name}")]
        found = {name: law.value(f"wages.minimum_{name}") for name in names}
        figures: dict[str, Decimal | None] = {"monthly": None, "hourly": None}
        for name, value in found.items():
            if value.status is Status.UNVERIFIED:
                working.warn("unverified-parameter", name=value.name, value=value.content, note=value.note)
                continue
            if isinstance(value.content, Mapping):
                figures[name] = value.content.get(tier)
            working.step(f"minimum-{name}", figures[name], "CNY", value, tier=tier)
        status = found["monthly"].status
        return MinimumWage(tier, figures["monthly"], figures["hourly"], status)

    def _rows(self, word: str, region: str, query: Query) -> list[Row]:
        occupation = self.occupation(word)
        self.reference.region(region)
        levels = self.reference.levels(*chain(region))
        asked = Asked(occupation.code, region, query.period)
        return [
            Row(occupation, region, found, query.measure, found.level.per(query.measure))
            for found in nearest(asked, levels, self.reference.industry_of)
        ]
