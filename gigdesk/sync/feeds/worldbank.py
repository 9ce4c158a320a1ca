"""The World Bank's exchange rates and purchasing power parities: no wages, but what wages are converted by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from gigdesk.domain.errors import RefusedError
from gigdesk.sync.countries import COUNTRIES
from gigdesk.sync.wire import amount, json_of, member, wrong

PPP, EXCHANGE = "PA.NUS.PRVT.PP", "PA.NUS.FCRF"
"""Units of a currency for an international dollar's worth of what households buy, and for a US dollar."""
PARTS = 2
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)


class Rate(NamedTuple):
    """A rate of one of the two indicators; the region by its code here."""

    indicator: str
    region: str
    year: int
    value: Decimal


class Rates(NamedTuple):
    """The rates of an answer. With those left out, which are of groups of countries or not published, they are `rows`.

    `pages` says of how many pages this is one, `updated` when the World Bank last changed it.
    """

    rates: tuple[Rate, ...]
    rows: int
    left_out: int
    pages: int
    updated: str


def parse(data: bytes) -> Rates:
    """Read an answer.

    Raises:
        RefusedError: it is an error's body, which comes as if all were well, or no such answer.
    """
    answer = json_of(data)
    if isinstance(answer, list) and len(answer) == 1:
        raise RefusedError("feed-said", said=" ".join(_messages(answer[0])) or "-")
    if not isinstance(answer, list) or len(answer) != PARTS:
        raise wrong("1", type(answer).__name__, "[…, […]]")
    about, rows = answer
    rows = rows if rows is not None else []
    if not isinstance(rows, list):
        raise wrong("1", rows, "[…, […]]")
    found = list(_rates(rows))
    updated = str(about.get("lastupdated", "")) if isinstance(about, dict) else ""
    return Rates(tuple(found), len(rows), len(rows) - len(found), member(about, "pages", int), updated)


def _messages(said: object) -> Iterator[str]:
    for one in member(said, "message", list):
        yield " ".join(str(one.get(name, "")) for name in ("key", "value")) if isinstance(one, dict) else str(one)


def _rates(rows: list[object]) -> Iterator[Rate]:
    for number, row in enumerate(rows, 1):
        place = str(number)
        indicator = member(member(row, "indicator", dict, place), "id", str, place)
        country = COUNTRIES.get(member(row, "countryiso3code", str, place))
        year, value = member(row, "date", str, place), row.get("value") if isinstance(row, dict) else None
        if indicator not in {PPP, EXCHANGE}:
            raise wrong(place, indicator, f"{PPP} | {EXCHANGE}")
        if country and value is not None and _YEAR.fullmatch(year):
            yield Rate(indicator, country.region, int(year), amount(value, place))
