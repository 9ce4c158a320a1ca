"""SDMX-CSV, versions 1 and 2, as the ILO and the OECD answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gigdesk.domain.wages.codes import ALL, ALL_LABEL
from gigdesk.domain.wages.levels import Flag
from gigdesk.domain.wages.periods import period_of
from gigdesk.domain.wages.table import Observation, WageTable
from gigdesk.sync import ilo
from gigdesk.sync.countries import COUNTRIES
from gigdesk.sync.feed import Parsed, Why
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.wire import Record, amount, hundredths, records, text_of, wrong

NEEDED = ("REF_AREA", "TIME_PERIOD", "OBS_VALUE")
DELETE = "D"
MOST_MULTIPLIED = 12
_HEAD = re.compile(r'"?(?:DATAFLOW|STRUCTURE)(?:\[.\])?(?:: [^"\n]*?)?"?([,;\t|])')
_LABELLED = re.compile(r"([A-Z][A-Z0-9_]*)(?:\[.\])?(?:: .*)?", re.DOTALL)
_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_FLOW = re.compile(r"(?:.*[:@])?(?:DF_)?(\w+)(?:\(.*)?")

OECD_FLOW = "AV_AN_WAGE"
OECD_UNITS = {"A": "year", "M": "month", "H": "hour"}
OECD_MEASURES = {"MEAN": "mean", "MEDIAN": "p50"}
CURRENT = ("V", "")
ALL_SEXES = ("_T", "_Z", "T", "")
NOT_THERE = {"M", "L", "Q", "C"}
"""Statuses of a figure that is missing or kept back."""


def parse(data: bytes) -> Parsed:
    """Read an answer in SDMX-CSV.

    Raises:
        FeedError: it is none.
    """
    text = text_of(data)
    head = _HEAD.match(text)
    if not head:
        raise wrong("1", text[:200], "DATAFLOW | STRUCTURE")
    separator, harvest = head[1], Harvest()
    lines = [_coded(line) for line in records(text, separator, NEEDED, _code)]
    told = list(_told(lines, separator == ";", harvest))
    ilo.gather(told, harvest)
    return harvest.parsed(len(lines))


def _told(lines: list[Record], commas: bool, harvest: Harvest) -> Iterator[ilo.Told]:  # noqa: FBT001
    """What the ILO tells, for it to be taken together; what others tell is taken here, line by line."""
    for line in lines:
        value = _value(line, decimal_comma=commas)
        flow = line["DATAFLOW"] or line["STRUCTURE_ID"]
        if line["ACTION"] == DELETE:
            harvest.leave(Why.DELETED)
        elif flow.startswith("ILO"):
            yield _of_ilo(line, flow, value)
        else:
            _take(line, flow, value, harvest)


def _code(head: str) -> str:
    """The code of a head that may have its label behind it or a sign for several values."""
    found = _LABELLED.fullmatch(head)
    return found[1] if found else head


def _coded(line: Record) -> Record:
    """The codes of the cells, which may have labels behind them."""
    return Record(line.line, {name: cell.partition(": ")[0] for name, cell in line.cells.items()})


def _value(line: Record, *, decimal_comma: bool) -> Decimal | None:
    """The figure with its power of ten; None where there is none, which is not nought."""
    text, place = line["OBS_VALUE"], str(line.line)
    if text in {"", "NaN"}:
        return None
    if decimal_comma and _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    power = amount(line["UNIT_MULT"] or "0", place)
    if power != int(power) or abs(power) > MOST_MULTIPLIED:
        raise wrong(place, power, "UNIT_MULT")
    return amount(f"{amount(text, place).scaleb(int(power)):f}", place)


def _of_ilo(line: Record, flow: str, value: Decimal | None) -> ilo.Told:
    found = _FLOW.fullmatch(flow)
    return ilo.Told(
        line.line,
        line["REF_AREA"],
        line["SOURCE"],
        found[1] if found else flow,
        line["SEX"],
        line["OCU"],
        line["CUR"],
        line["TIME_PERIOD"],
        "" if value is None else f"{value:f}",
        line["OBS_STATUS"],
        other=bool(line["ECO"] or line["AGE"]),
    )


def _take(line: Record, flow: str, value: Decimal | None, harvest: Harvest) -> None:
    why = _not_taken(line, flow)
    country, period = COUNTRIES.get(line["REF_AREA"]), period_of(line["TIME_PERIOD"])
    if why or not country or not period:
        harvest.leave(why or (Why.PERIOD if country else Why.PLACE))
        return
    own = country.currency_in(period)
    if not own or line["UNIT_MEASURE"] not in {own, "XDC"}:
        harvest.leave(Why.CONVERTED if own else Why.CURRENCY)
        return
    table, measure = _oecd(line, own), OECD_MEASURES[line["AGGREGATION_OPERATION"]]
    status = line["OBS_STATUS"]
    missing = value is None or status in NOT_THERE
    fen = None if missing or value is None else hundredths(value)
    flag = Flag.MISSING if missing else Flag.BREAK if status == "B" else ""
    harvest.take(table, Observation(line.line, country.region, "", ALL_LABEL, period, measure, fen, flag))


def _not_taken(line: Record, flow: str) -> Why | None:
    if OECD_FLOW not in flow:
        return Why.NOT_WAGES
    if line["SEX"] not in ALL_SEXES:
        return Why.BREAKDOWN
    if line["PAY_PERIOD"] not in OECD_UNITS or line["AGGREGATION_OPERATION"] not in OECD_MEASURES:
        return Why.UNIT if line["AGGREGATION_OPERATION"] in OECD_MEASURES else Why.STATISTIC
    if line["UNIT_MEASURE"].endswith("_PPP"):
        return Why.CONVERTED
    if line["PRICE_BASE"] not in CURRENT:
        return Why.CONSTANT_PRICES
    return Why.UNRELIABLE if line["OBS_STATUS"] == "U" else None


def _oecd(line: Record, currency: str) -> WageTable:
    return WageTable(
        title=f"OECD {OECD_FLOW} ({currency})",
        publisher="OECD",
        url="https://sdmx.oecd.org/public/rest/data/OECD.ELS.SAE,DSD_EARNINGS@AV_AN_WAGE",
        published="",
        population="full_time_equivalents_of_oecd",
        pay_concept="gross_wage_as_surveyed",
        dimension=ALL,
        unit=OECD_UNITS[line["PAY_PERIOD"]],
        currency=currency,
    )
