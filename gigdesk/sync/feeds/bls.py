"""The occupational survey of the US Bureau of Labor Statistics (OEWS): its flat files, and its service.

Its workbook is read by `bls_workbook`.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.table import Observation
from gigdesk.sync.feed import Ask, Feed, Parsed, Why, digest
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.oews import ALL_BRANCHES, STATE_OF, TITLES, subject, table
from gigdesk.sync.wire import MARK, FeedError, amount, hundredths, json_of, member, records, text_in, text_of

SERVICE = "https://api.bls.gov/publicAPI/v2/timeseries/data/"
SERIES_A_CALL = 25
"""Without a key it answers so many series at once, 25 calls a day."""
YEARS = 3
YEARLY = ("04", "11", "12", "13", "14", "15")
COLUMNS = ("series_id", "year", "period", "value", "footnote_codes")
DONE = "REQUEST_SUCCEEDED"
ANNUAL = "A01"
NONE = ("", "-", "*", "**")
TOP = ("#",)
AT_LEAST = "equal to or greater than"
NATION, STATE = "N", "S"
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")
STATISTICS = {
    "03": ("mean", "hour"),
    "04": ("mean", "year"),
    **{f"{at:02}": (name, "hour") for at, name in enumerate(PERCENTILES, 6)},
    **{f"{at:02}": (name, "year") for at, name in enumerate(PERCENTILES, 11)},
}
"""What a series tells by its last two digits; the others tell of employment and errors."""
_SERIES = re.compile(r"OE[SU]([NSM])(\d{7})(\w{6})(\d{6})(\d\d)", re.ASCII)


class Told(NamedTuple):
    """A figure as either carrier tells it. `place` is the line of a file, or its number in an answer."""

    place: int
    series: str
    year: str
    period: str
    value: str
    at_least: bool


def parse(data: bytes) -> Parsed:
    """Read a data file (oe.data.…), or an answer of the service.

    Raises:
        FeedError: it is neither, or the service says that it did not do it.
    """
    found = list(_of_service(json_of(data)) if data.removeprefix(MARK).lstrip().startswith(b"{") else _of_file(data))
    harvest = Harvest()
    for told in found:
        _take(told, harvest)
    return harvest.parsed(len(found))


def _of_file(data: bytes) -> Iterator[Told]:
    """The lines of a flat file: cells filled up with blanks, ends of lines of Windows."""
    for line in records(text_of(data, "cp1252"), "\t", COLUMNS):
        yield Told(line.line, line["series_id"], line["year"], line["period"], line["value"], at_least=False)


def _of_service(answer: object) -> Iterator[Told]:
    if member(answer, "status", str) != DONE:
        raise FeedError("feed-said", said=_message(answer))
    number = 0
    for series in member(member(answer, "Results", dict), "series", list, "Results"):
        name = member(series, "seriesID", str, "series")
        for one in member(series, "data", list, name):
            number += 1
            year, period, value = (text_in(one, key, name) for key in ("year", "period", "value"))
            yield Told(number, name, year, period, value, at_least=_at_least(one.get("footnotes")))


def _message(answer: object) -> str:
    said = answer.get("message") if isinstance(answer, dict) else None
    lines: Iterable[object] = said if isinstance(said, list) else [said]
    return " ".join(str(line) for line in lines if line) or "-"


def _at_least(footnotes: object) -> bool:
    """Whether a note says so; a note may be empty."""
    notes = footnotes if isinstance(footnotes, list) else []
    return any(isinstance(note, dict) and AT_LEAST in str(note.get("text", "")) for note in notes)


def _take(told: Told, harvest: Harvest) -> None:
    found = _SERIES.fullmatch(told.series)
    if not found or found[5] not in STATISTICS:
        harvest.leave(Why.NOT_WAGES)
        return
    kind, area, branch, occupation, datatype = found.groups()
    region = "US" if kind == NATION else f"US-{STATE_OF[area[:2]]}" if kind == STATE and area[:2] in STATE_OF else ""
    if not region or told.period != ANNUAL or not re.fullmatch(r"(?:19|20)\d\d", told.year, re.ASCII):
        harvest.leave(Why.PERIOD if region else Why.PLACE)
        return
    measure, unit = STATISTICS[datatype]
    value, flag = _figure(told)
    code, label = subject(occupation, TITLES.get(occupation, ""), branch)
    observation = Observation(told.place, region, code, label, told.year, measure, value, flag)
    harvest.take(table(unit, by_branch=branch != ALL_BRANCHES), observation)


def _figure(told: Told) -> tuple[int | None, str]:
    if told.value in NONE or told.value in TOP:
        return None, Flag.TOP if told.at_least or told.value in TOP else Flag.MISSING
    return hundredths(amount(told.value, str(told.place))), Flag.TOP if told.at_least else ""


def key(data: bytes) -> str:
    """What the series say; not how long the service took to say it, nor when it did."""
    answer = json_of(data)
    results = answer.get("Results") if isinstance(answer, dict) else answer
    return digest(json.dumps(results, sort_keys=True, default=str).encode())


def _asks(year: int) -> Iterator[Ask]:
    """Means and percentiles by the year of those occupations in the whole country."""
    series = (f"OEUN0000000{ALL_BRANCHES}{one}{told}" for one in TITLES for told in YEARLY)
    while batch := list(itertools.islice(series, SERIES_A_CALL)):
        asked = {"seriesid": batch, "startyear": str(year - YEARS), "endyear": str(year)}
        yield Ask(SERVICE, {"Content-Type": "application/json"}, json.dumps(asked).encode())


FEED = Feed(
    id="bls",
    title="BLS OEWS",
    publisher="US Bureau of Labor Statistics",
    licence="public domain",
    url=SERVICE,
    parse=parse,
    asks=lambda year: list(_asks(year)),
    key=key,
    conditional=False,
    credit="US Bureau of Labor Statistics",
)
