"""A table of published wages on its way into the store: what is said once of it, and its figures one by one."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from gigdesk.domain.wages.levels import STATISTICS


@dataclass(frozen=True)
class WageTable:
    """What is said once of a whole published table.

    `dimension` is what its codes stand for ("occupation_cn", "industry_gbt4754", "industry_x_post", "job_title", "all"
    ...), `unit` is "year", "month" or "hour", `currency` a code of ISO 4217, `least_sample` the publisher's own least.
    """

    title: str
    publisher: str
    url: str
    published: str
    population: str
    pay_concept: str
    dimension: str
    unit: str
    currency: str = "CNY"
    least_sample: int = 30

    @property
    def kind(self) -> tuple[str, ...]:
        """What it is, whenever it was published."""
        return self.title, self.population, self.pay_concept, self.dimension, self.unit, self.currency


class Observation(NamedTuple):
    """One figure: `value` in hundredths of the currency's unit, None where it is published as not available.

    `row` is that of the file; `measure` is "mean" or one of `PERCENTILES`; `flag` is "" or one of `Flag`.
    """

    row: int
    region: str
    code: str
    label: str
    period: str
    measure: str
    value: int | None
    flag: str = ""
    sample: int | None = None


Fen = int | None
Cell = tuple[int, str, str, str, str, Fen, Fen, Fen, Fen, Fen, Fen, str, int | None]
"""The figures of one subject, place and period: row, region, code, label, period, P10 to P90, mean, flags, sample.

Figures are in hundredths, None where not published; flags are "p90:top mean:missing" and the like; the row is that of
the file, the first if they stand in several. A plain tuple, as the database takes it: of a million rows that is felt.
"""


def gathered(observations: Iterable[Observation]) -> Iterator[Cell]:
    """Figures that follow one another and share a cell become one; one that is there already begins another cell."""
    for place, group in itertools.groupby(observations, key=lambda one: one[1:5]):
        members: dict[str, Observation] = {}
        for one in group:
            if one.measure in members:
                yield _cell(place, members)
                members = {}
            members[one.measure] = one
        yield _cell(place, members)


def _cell(place: tuple[str, str, str, str], members: Mapping[str, Observation]) -> Cell:
    first = next(iter(members.values()))
    p10, p25, p50, p75, p90, mean = (members[name].value if name in members else None for name in STATISTICS)
    flags = " ".join(f"{one.measure}:{one.flag}" for one in members.values() if one.flag)
    return (first.row, *place, p10, p25, p50, p75, p90, mean, flags, first.sample)
