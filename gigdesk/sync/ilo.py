"""The earnings of the ILO, from whichever of its services: what is taken, from which source, and the breaks."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from gigdesk.domain.wages.codes import ALL, ALL_LABEL
from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.periods import period_of
from gigdesk.domain.wages.table import Observation, WageTable
from gigdesk.sync.countries import CHINA, COUNTRIES
from gigdesk.sync.feed import Why
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.wire import amount, hundredths

KINDS = {
    "EMTA": ("mean", "month"),
    "EMTM": ("p50", "month"),
    "EHRA": ("mean", "hour"),
    "EHRM": ("p50", "hour"),
    "4MTH": ("mean", "month"),
    "4HRL": ("mean", "hour"),
}
"""What an indicator is by its name, today's and, last, the one it had before 2025."""
MINIMUM = {"INEE", "4MMN"}
PUBLISHER = "国际劳工组织"
TOTAL = ("", "OCU_ISCO08_TOTAL", "OCU_ISCO88_TOTAL", "_T")
OWN_CURRENCY = ("CUR_TYPE_LCU", "LCU")
BEST = "1"
_INDICATOR = re.compile(r"EAR_(\w{4})(_SEX)?(_OCU|_ECO)?_CUR_NB")
_ISCO = re.compile(r"OCU_ISCO08_(\d{1,4})", re.ASCII)
_SEX = re.compile(r"(?:SEX)?_?T|")


class Told(NamedTuple):
    """A line as the ILO tells it, by its codes. `best` is "1" where the ILO itself prefers its source."""

    line: int
    area: str
    source: str
    indicator: str
    sex: str
    occupation: str
    currency: str
    time: str
    value: str
    status: str
    best: str = ""
    other: bool = False
    """Whether it is of one branch, or otherwise of a part."""


@dataclass(frozen=True)
class _Figure:
    told: Told
    table: WageTable
    measure: str
    region: str
    code: str
    label: str
    period: str

    @property
    def series(self) -> tuple[object, ...]:
        """What is the same over the years, apart from the source."""
        return self.table, self.region, self.code, len(self.period)

    @property
    def cell(self) -> tuple[object, ...]:
        """What there can be but one figure of."""
        return *self.series, self.period


def gather(lines: Iterable[Told], harvest: Harvest) -> None:
    """Take the earnings of all, in each country's own currency; where several sources tell a figure, the best known.

    That is the one that the ILO prefers, where it says so; else the one that tells the most years of the series, and of
    two the one that reaches further. Where the source changes from one period to the next, or the ILO says so, there is
    a break.

    Raises:
        FeedError: a value is no figure.
    """
    figures = []
    for told in lines:
        found = _read(told)
        if isinstance(found, Why):
            harvest.leave(found)
        else:
            figures.append(found)
    figures.sort(key=lambda one: (repr(one.series), one.period))
    for _, members in itertools.groupby(figures, key=lambda one: one.series):
        _take_series(list(members), harvest)


def _read(told: Told) -> _Figure | Why:
    found = _INDICATOR.fullmatch(told.indicator)
    why = _not_of_all(told, found)
    if why or not found:
        return why or Why.NOT_WAGES
    country, period = COUNTRIES.get(told.area), period_of(told.time)
    if not country or not period:
        return Why.PERIOD if country else Why.PLACE
    currency = country.currency_in(period)
    if not currency:
        return Why.CURRENCY
    measure, unit = KINDS[found[1]]
    isco = _ISCO.fullmatch(told.occupation)
    code, label = (f"ISCO08-{isco[1]}",) * 2 if isco else (ALL if found[3] else "", ALL_LABEL)
    table = _table(told.indicator, country.region, unit, currency, by_occupation=bool(found[3]))
    return _Figure(told, table, measure, country.region, code, label, period)


def _not_of_all(told: Told, found: re.Match[str] | None) -> Why | None:
    """Why a line is no pay of all of an occupation in the country's own money; None where it is that."""
    if not found or found[1] not in KINDS:
        return Why.MINIMUM_WAGE if found and found[1] in MINIMUM else Why.NOT_WAGES
    if not _SEX.fullmatch(told.sex) or found[3] == "_ECO" or told.other:
        return Why.BREAKDOWN
    if told.occupation not in TOTAL and not _ISCO.fullmatch(told.occupation):
        return Why.SCHEME
    if told.currency not in OWN_CURRENCY:
        return Why.CONVERTED
    return Why.UNRELIABLE if told.status == "U" else None


def _table(indicator: str, region: str, unit: str, currency: str, *, by_occupation: bool) -> WageTable:
    here = "urban_units_as_told_to_ilo" if region == CHINA else "employees_as_told_to_ilo"
    return WageTable(
        title=f"ILOSTAT {indicator} ({currency})",
        publisher=PUBLISHER,
        url=f"https://rplumber.ilo.org/data/indicator/?id={indicator}",
        published="",
        population=here,
        pay_concept="gross_wage_employees",
        dimension="occupation_isco" if by_occupation else ALL,
        unit=unit,
        currency=currency,
    )


def _take_series(figures: list[_Figure], harvest: Harvest) -> None:
    """Of each period the figure of one source; a break where that is another than before.

    Where a period without a figure breaks with the one before it, so does the next figure.
    """
    before, broken = "", False
    for one in _one_source_a_period(figures, harvest):
        told = one.told
        broken = broken or told.status == "B" or before not in ("", told.source)
        before = told.source or before
        value = hundredths(amount(told.value, str(told.line))) if told.value else None
        flag = Flag.MISSING if value is None else Flag.BREAK if broken else ""
        broken = broken and value is None
        place = told.line, one.region, one.code, one.label, one.period
        harvest.take(one.table, Observation(*place, one.measure, value, flag), told.source)


def _one_source_a_period(figures: list[_Figure], harvest: Harvest) -> Iterator[_Figure]:
    with_value = [one for one in figures if one.told.value]
    years = Counter(one.told.source for one in with_value)
    last = {one.told.source: one.period for one in with_value}

    def known(one: _Figure) -> tuple[bool, bool, int, str, str]:
        source = one.told.source
        return bool(one.told.value), one.told.best == BEST, years[source], last.get(source, ""), source

    for _, members in itertools.groupby(figures, key=lambda one: one.cell):
        several = list(members)
        chosen = max(several, key=known)
        yield chosen
        for one in several:
            if one.told.source == chosen.told.source and one is not chosen:
                yield one
            elif one is not chosen:
                harvest.leave(Why.OTHER_SOURCE)
