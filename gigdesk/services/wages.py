"""The wage job: finding an occupation, published levels, and what an hour of one's own work brings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import InputError, MissingDataError
from gigdesk.domain.law import Status, Value, chain
from gigdesk.domain.money import half_up
from gigdesk.domain.wages.levels import MEASURES, Position, position
from gigdesk.domain.wages.occupations import Match, Occupation, search
from gigdesk.domain.wages.own_pay import Earnings, OwnPay, own_pay
from gigdesk.domain.wages.widening import Asked, Found, nearest
from gigdesk.domain.working import Working, weakest
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

    tier: str | None
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
            raise InputError("occupation", word, "4-10-08-01 | 外卖 | …")
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
        return answered(comparison, self.reference, today, working, list(self._cited(rows)))

    def minimum_wage(self, region: str, day: date, working: Working) -> MinimumWage | None:
        """The minimum wages of the region's preset tier; None where the region has none on that day."""
        place = self.reference.region(region)
        law = self.reference.book.on(day, region)
        if not law.has("wages.minimum_monthly"):
            return None
        monthly = law.value("wages.minimum_monthly")
        tier = place.minimum_wage_tier or _only_tier(monthly)
        if tier is None:
            working.warn("tier-not-known")
        found = {"monthly": monthly}
        if law.has("wages.minimum_hourly"):
            found["hourly"] = law.value("wages.minimum_hourly")
        figures = {name: _of_tier(name, value, tier, working) for name, value in found.items()}
        statuses = [value.status for value in found.values()] + ([place.tier_status] if place.tier_status else [])
        status = weakest(statuses) or Status.UNVERIFIED
        return MinimumWage(tier, figures["monthly"], figures.get("hourly"), status)

    def _cited(self, rows: Sequence[Row]) -> Iterator[str]:
        """The sources of the figures, and of the pairing behind those that speak of an industry."""
        for row in rows:
            yield row.found.level.source
            if row.found.step.startswith("industry"):
                yield from self.reference.pairing_sources

    def _rows(self, word: str, region: str, query: Query) -> list[Row]:
        occupation = self.occupation(word)
        self.reference.region(region)
        levels = self.reference.levels(*chain(region))
        asked = Asked(occupation.code, region, query.period)
        return [
            Row(occupation, region, found, query.measure, found.level.per(query.measure))
            for found in nearest(asked, levels, self.reference.industry_of)
        ]


def _only_tier(monthly: Value) -> str | None:
    """The tier of a region that has but one."""
    tiers = list(monthly.content) if isinstance(monthly.content, Mapping) else []
    return tiers[0] if len(tiers) == 1 else None


def _of_tier(name: str, value: Value, tier: str | None, working: Working) -> Decimal | None:
    if value.status is Status.UNVERIFIED:
        working.warn("unverified-parameter", name=value.name, value=_listed(value), note=value.note)
        return None
    if tier is None or not isinstance(value.content, Mapping) or tier not in value.content:
        return None
    amount = half_up(value.content[tier])
    working.step(f"minimum-{name}", amount, "CNY/month" if name == "monthly" else "CNY/hour", value, tier=tier)
    return amount


def _listed(value: Value) -> str:
    content = value.content
    return " / ".join(map(str, content.values())) if isinstance(content, Mapping) else str(content)
