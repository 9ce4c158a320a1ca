"""Eurostat's structure of earnings survey by its statistics service, in JSON-stat."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gigdesk.domain.wages.codes import ALL, ALL_LABEL
from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.periods import period_of
from gigdesk.domain.wages.table import Observation, WageTable
from gigdesk.sync.countries import COUNTRIES, Country
from gigdesk.sync.feed import Ask, Feed, Parsed, Why, digest
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.jsonstat import Cube, read
from gigdesk.sync.wire import FeedError, amount, hundredths, json_of

BASE = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0"
SETS = ("earn_ses22_28", "earn_ses18_28")
"""Earnings by sex, age and occupation, of 2022 and of 2018."""
PLACES = ("DE", "FR")
"""Of all countries together there are more cells than it answers at once."""
UNITS = {"hourly": "hour", "monthly": "month", "annual": "year"}
STATISTICS = {"mean": "mean", "median": "p50", "first decile": "p10", "ninth decile": "p90"}
NAMED = {"geo", "time", "isco08", "indic_se", "unit", "currency"}
WHOLE = {"A", "T", "TOTAL", "_T", "GE10", "B-S_X_O"}
"""Codes of the other dimensions that leave nothing out: of the frequency, all sexes and ages, all enterprises."""
OWN = {"EL": "GR", "UK": "GB"}
"""Countries that Eurostat has a code of its own for."""
UNRELIABLE = "u"
_ISCO = re.compile(r"OC(\d{1,4})", re.ASCII)
_MONEY = re.compile(r"(?:.*_)?(EUR|NAC|PPS)")
_YEAR_FIRST = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def parse(data: bytes) -> Parsed:
    """Read an answer of Eurostat's statistics service.

    Raises:
        FeedError: it is an error's body, or no such answer.
    """
    answer = json_of(data)
    if isinstance(answer, dict) and "error" in answer:
        raise FeedError("feed-said", said=_said(answer["error"]))
    cube, harvest = read(answer), Harvest()
    reader = _Reader(cube, harvest)
    told = 0
    for place, codes in cube.cells():
        told += 1
        reader.take(place, codes)
    if cube.size > told:
        harvest.leave(Why.NO_FIGURE, cube.size - told)
    return harvest.parsed(cube.size)


def _said(error: object) -> str:
    first = error[0] if isinstance(error, list) and error else error
    names = ("status", "label") if isinstance(first, dict) else ()
    return " ".join(str(first.get(name, "")) for name in names) if isinstance(first, dict) else str(first)


@dataclass(frozen=True)
class _Reader:
    """Reads cells. Whether pay is by the hour, a mean or a median, only the titles say."""

    cube: Cube
    harvest: Harvest

    def take(self, place: int, codes: Mapping[str, str]) -> None:
        """Take a cell, or leave it out with the reason."""
        period = period_of(codes.get("time", ""))
        area = codes.get("geo", "")
        country = COUNTRIES.get(OWN.get(area, area))
        words = self._words(codes)
        unit = next((unit for word, unit in UNITS.items() if word in words), "")
        measure = next((measure for word, measure in STATISTICS.items() if word in words), "")
        why = self._not_taken(place, codes, country, period or "") or _unsaid(unit, measure)
        if why or not country or not period:
            self.harvest.leave(why or (Why.PERIOD if country else Why.PLACE))
            return
        isco = _ISCO.fullmatch(codes.get("isco08", ""))
        code = f"ISCO08-{isco[1]}" if isco else ALL if "isco08" in codes else ""
        label = self._label("isco08", codes) if isco else ALL_LABEL
        table = self._table(unit, country.currency, by_occupation="isco08" in codes)
        value = self.cube.values.get(place)
        fen = None if value is None else hundredths(amount(value, f"value.{place}"))
        flag = Flag.MISSING if fen is None else Flag.BREAK if "b" in self.cube.status.get(place, "") else ""
        self.harvest.take(table, Observation(place, country.region, code, label, period, measure, fen, flag))

    def _not_taken(self, place: int, codes: Mapping[str, str], country: Country | None, period: str) -> Why | None:
        if any(name not in NAMED and code not in WHOLE for name, code in codes.items()):
            return Why.BREAKDOWN
        occupation = codes.get("isco08", "TOTAL")
        if occupation != "TOTAL" and not _ISCO.fullmatch(occupation):
            return Why.SCHEME
        if UNRELIABLE in self.cube.status.get(place, ""):
            return Why.UNRELIABLE
        return self._of_other_money(codes, country, period) if country and period else None

    @staticmethod
    def _of_other_money(codes: Mapping[str, str], country: Country, period: str) -> Why | None:
        """Pay is taken in a country's own currency: as such, or in euro where that is it."""
        own = country.currency_in(period)
        if not own:
            return Why.CURRENCY
        found = next((_MONEY.fullmatch(codes.get(name, "")) for name in ("currency", "unit", "indic_se")
                      if _MONEY.fullmatch(codes.get(name, ""))), None)  # fmt: skip
        if not found:
            return Why.UNIT
        return None if found[1] == "NAC" or found[1] == own else Why.CONVERTED

    def _words(self, codes: Mapping[str, str]) -> str:
        return f"{self._label('indic_se', codes)} {self.cube.label}".lower()

    def _label(self, dimension: str, codes: Mapping[str, str]) -> str:
        code = codes.get(dimension, "")
        found = next((one for one in self.cube.dimensions if one.id == dimension), None)
        return found.labels.get(code, code) if found else ""

    def _table(self, unit: str, currency: str, *, by_occupation: bool) -> WageTable:
        updated = self.cube.updated[:10]
        return WageTable(
            title=f"Eurostat: {self.cube.label} ({currency})",
            publisher="Eurostat",
            url="https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data",
            published=updated if _YEAR_FIRST.fullmatch(updated) else "",
            population="eurostat_enterprise_employees",
            pay_concept="gross_wage_as_surveyed",
            dimension="occupation_isco" if by_occupation else ALL,
            unit=unit,
            currency=currency,
        )


def _unsaid(unit: str, measure: str) -> Why | None:
    if not measure:
        return Why.STATISTIC
    return None if unit else Why.UNIT


def key(data: bytes) -> str:
    """What it was last updated, as the answer says; what it says else where it does not."""
    answer = json_of(data)
    updated = answer.get("updated") if isinstance(answer, dict) else None
    return updated if isinstance(updated, str) and updated else digest(data)


def _asks(_: int) -> list[Ask]:
    places = "".join(f"&geo={one}" for one in PLACES)
    return [Ask(f"{BASE}/data/{one}?format=JSON&lang=EN{places}&sex=T") for one in SETS]


FEED = Feed(
    id="eurostat",
    title="Eurostat",
    publisher="Eurostat",
    licence="CC BY 4.0",
    url=BASE,
    parse=parse,
    asks=_asks,
    key=key,
    credit="Eurostat",
)
