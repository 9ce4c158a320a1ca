"""The UK's survey of hours and earnings (ASHE) by Nomis: a CSV of places, sexes and kinds of pay."""

from __future__ import annotations

import re
from dataclasses import replace

from gigdesk.domain.wages.codes import ALL, ALL_LABEL
from gigdesk.domain.wages.levels import PERCENTILES, Flag
from gigdesk.domain.wages.periods import period_of
from gigdesk.domain.wages.table import Observation, WageTable
from gigdesk.sync.feed import Ask, Feed, Parsed, Why
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.wire import Record, amount, hundredths, records, text_of

NEEDED = ("GEOGRAPHY_CODE", "SEX", "ITEM_NAME", "PAY", "OBS_VALUE")
BASE = "https://www.nomisweb.co.uk/api/v01"
ROWS_A_PAGE = 25_000
TOTAL_SEX = "7"
VALUE = ("", "20100")
NONE = ("", "-", "..", ":", "x", "*", "#")
UNITS = {"5": "hour", "7": "year"}
"""Gross pay; 1 is by the week, 6 without overtime."""
WEEKLY = "1"
COUNTRIES = {
    "K02000001": "GB",
    "E92000001": "GB-ENG",
    "S92000003": "GB-SCT",
    "W92000004": "GB-WLS",
    "N92000002": "GB-NIR",
}
_AREA = re.compile(r"[A-Z]\d{8}", re.ASCII)
_PERCENTILE = re.compile(r"(\d\d)(?:th)? percentile", re.ASCII)


def parse(data: bytes) -> Parsed:
    """Read a CSV of Nomis. Where it is but one page of several, it says how many rows there are in all.

    Raises:
        FeedError: it is none, or does not say what kind of pay it tells.
    """
    lines, harvest = list(records(text_of(data), ",", NEEDED)), Harvest()
    for line in lines:
        _take(line, harvest)
    return harvest.parsed(len(lines), _all_rows(lines))


def _all_rows(lines: list[Record]) -> int:
    counts = (line["RECORD_COUNT"] for line in lines)
    return max((int(one) for one in counts if re.fullmatch(r"\d{1,12}", one, re.ASCII)), default=0)


def _take(line: Record, harvest: Harvest) -> None:
    why = _not_taken(line)
    measure, period = _measure(line["ITEM_NAME"]), period_of(line["TIME"] or line["DATE_NAME"] or line["DATE"])
    if why or not measure or not period:
        harvest.leave(why or (Why.PERIOD if measure else Why.STATISTIC))
        return
    text, area = line["OBS_VALUE"], line["GEOGRAPHY_CODE"]
    value = None if text in NONE else hundredths(amount(text, str(line.line)))
    region = COUNTRIES.get(area, f"GB-{area}")
    flag = Flag.MISSING if value is None else ""
    observation = Observation(line.line, region, "", ALL_LABEL, period, measure, value, flag)
    harvest.take(_table(UNITS[line["PAY"]]), observation)


def _not_taken(line: Record) -> Why | None:
    if line["MEASURES"] not in VALUE:
        return Why.NOT_WAGES
    if line["SEX"] != TOTAL_SEX:
        return Why.BREAKDOWN
    if line["PAY"] not in UNITS:
        return Why.UNIT if line["PAY"] == WEEKLY else Why.OTHER_PAY
    return None if _AREA.fullmatch(line["GEOGRAPHY_CODE"]) else Why.PLACE


def _measure(item: str) -> str:
    """The statistic that an item is by its name; "" where it is none of those that are kept."""
    name = item.lower()
    found = _PERCENTILE.fullmatch(name)
    if found:
        return f"p{found[1]}" if f"p{found[1]}" in PERCENTILES else ""
    return {"mean": "mean", "median": "p50"}.get(name, "")


def _table(unit: str) -> WageTable:
    return WageTable(
        title=f"ASHE (GBP/{unit})",
        publisher="Office for National Statistics",
        url="https://www.nomisweb.co.uk",
        published="",
        population="uk_employees_of_ashe",
        pay_concept="gross_wage_as_surveyed",
        dimension=ALL,
        unit=unit,
        currency="GBP",
    )


def _asks(_: int) -> list[Ask]:
    """Median, mean and percentiles of gross pay by the hour and the year, at workplaces, of all employees."""
    what = f"geography=TYPE464&date=latest&sex={TOTAL_SEX}&item=2,4,6,7,8,9,10,11,12,13,14,15&pay={','.join(UNITS)}"
    return [Ask(f"{BASE}/dataset/NM_99_1.data.csv?{what}&measures=20100&recordlimit={ROWS_A_PAGE}")]


def _page(ask: Ask, rows: int, _: int) -> Ask:
    return replace(ask, url=f"{ask.url}&recordoffset={rows}")


FEED = Feed(
    id="nomis",
    title="Nomis ASHE",
    publisher="Office for National Statistics",
    licence="OGL v3",
    url=BASE,
    parse=parse,
    asks=_asks,
    page=_page,
    optional=True,
    credit="Contains public sector information licensed under the Open Government Licence v3.0",
)
