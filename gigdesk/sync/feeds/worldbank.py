"""The World Bank's exchange rates and purchasing power parities: no wages, but what wages are put side by side by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from gigdesk.domain.wages.rates import EXCHANGE, PPP, Rate
from gigdesk.sync.addresses import COMPARED
from gigdesk.sync.countries import COUNTRIES
from gigdesk.sync.feed import Ask, Feed, Parsed, Why, digest
from gigdesk.sync.wire import FeedError, amount, json_of, member, wrong

BASE = "https://api.worldbank.org/v2"
PARTS, ROWS_A_PAGE, YEARS = 2, 1000, 12
MOST_ROWS = 10**12
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)


def parse(data: bytes) -> Parsed:
    """Read an answer. Left out are groups of countries, and years of which no rate is published.

    Raises:
        FeedError: it is an error's body, which comes as if all were well, or no such answer.
    """
    about, rows = _parts(json_of(data))
    read = list(_rates(rows))
    rates = tuple(one for one in read if isinstance(one, Rate))
    left_out = Counter(one for one in read if isinstance(one, Why))
    total = about.get("total") if isinstance(about, dict) else None
    all_rows = total if isinstance(total, int) and total < MOST_ROWS else 0
    return Parsed((), len(rows), len(rates), left_out, all_rows, rates)


def key(data: bytes) -> str:
    """The day on which the World Bank last changed it, where the answer says so."""
    about, _ = _parts(json_of(data))
    updated = about.get("lastupdated") if isinstance(about, dict) else None
    return updated if isinstance(updated, str) and updated else digest(data)


def _parts(answer: object) -> tuple[object, list[object]]:
    if isinstance(answer, list) and len(answer) == 1:
        raise FeedError("feed-said", said=" ".join(_messages(answer[0])) or "-")
    if not isinstance(answer, list) or len(answer) != PARTS:
        raise wrong("1", type(answer).__name__, "[…, […]]")
    about, rows = answer
    if rows is not None and not isinstance(rows, list):
        raise wrong("1", rows, "[…, […]]")
    member(about, "pages", int)
    return about, rows or []


def _messages(said: object) -> Iterator[str]:
    for one in member(said, "message", list):
        yield " ".join(str(one.get(name, "")) for name in ("key", "value")) if isinstance(one, dict) else str(one)


def _rates(rows: list[object]) -> Iterator[Rate | Why]:
    for number, row in enumerate(rows, 1):
        place = str(number)
        indicator = member(member(row, "indicator", dict, place), "id", str, place)
        country = COUNTRIES.get(member(row, "countryiso3code", str, place))
        year, value = member(row, "date", str, place), row.get("value") if isinstance(row, dict) else None
        if indicator not in {PPP, EXCHANGE}:
            raise wrong(place, indicator, f"{PPP} | {EXCHANGE}")
        if not country or not _YEAR.fullmatch(year):
            yield Why.PERIOD if country else Why.PLACE
        elif value is None:
            yield Why.NO_FIGURE
        else:
            yield Rate(indicator, country.region, int(year), _above_nought(value, place))


def _above_nought(value: object, place: str) -> Decimal:
    found = amount(value, place)
    if found <= 0:
        raise wrong(place, value, "> 0")
    return found


def _asks(year: int) -> list[Ask]:
    places, years = ";".join(COMPARED), f"{year - YEARS}:{year}"
    what = f"format=json&per_page={ROWS_A_PAGE}&date={years}"
    return [Ask(f"{BASE}/country/{places}/indicator/{one}?{what}") for one in (PPP, EXCHANGE)]


def _page(ask: Ask, _: int, pages: int) -> Ask:
    return replace(ask, url=f"{ask.url}&page={pages + 1}")


FEED = Feed(
    id="worldbank",
    title="World Bank",
    publisher="World Bank",
    licence="CC BY 4.0",
    url=BASE,
    parse=parse,
    asks=_asks,
    page=_page,
    key=key,
    credit="The World Bank, World Development Indicators",
)
