"""A table of published wages on its way into the store: what is said once of it, and its figures one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


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
