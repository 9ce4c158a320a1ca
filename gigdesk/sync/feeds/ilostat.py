"""ILOSTAT by its service for statistical programs (rplumber): a CSV file, one for an indicator or a country."""

from __future__ import annotations

import re

from gigdesk.sync import ilo
from gigdesk.sync.addresses import COMPARED
from gigdesk.sync.feed import Ask, Feed, Parsed
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.wire import Record, records, text_of

NEEDED = ("ref_area", "source", "indicator", "sex", "time", "obs_value", "obs_status")
CLASSES = ("classif1", "classif2")
DICTIONARY = ("source", "source.label")
BASE = "https://rplumber.ilo.org"
INDICATORS = {
    "EAR_EMTA_SEX_CUR_NB": "EAR_4MTH_SEX_CUR_NB",
    "EAR_EMTA_SEX_OCU_CUR_NB": "EAR_4MTH_SEX_OCU_CUR_NB",
    "EAR_EHRM_SEX_CUR_NB": "",
}
"""What is asked for, mean by the month and median by the hour, and the name it had before 2025."""


_DICTIONARY = re.compile(r'"?source"?,"?source\.label"?')


def parse(data: bytes) -> Parsed:
    """Read a file of ILOSTAT, by the names of its columns: which there are depends on the indicator.

    Its dictionary of sources is read too: what the codes of surveys stand for.

    Raises:
        FeedError: it is none.
    """
    harvest, text = Harvest(), text_of(data)
    if _DICTIONARY.match(text):
        names = {line["source"]: line["source.label"] for line in records(text, ",", DICTIONARY)}
        return Parsed((), 0, 0, {}, names=names)
    lines = list(records(text, ",", NEEDED))
    ilo.gather(map(_told, lines), harvest)
    return harvest.parsed(len(lines))


def _told(line: Record) -> ilo.Told:
    classes = [line[name] for name in CLASSES]
    occupation = next((one for one in classes if one.startswith("OCU_")), "")
    currency = next((one for one in classes if one.startswith("CUR_")), "")
    return ilo.Told(
        line.line,
        line["ref_area"],
        line["source"],
        line["indicator"].removesuffix("_A"),
        line["sex"],
        occupation,
        currency,
        line["time"],
        line["obs_value"],
        line["obs_status"],
        line["best_source"],
        any(one not in {"", occupation, currency} for one in classes),
    )


def _asks(_: int) -> list[Ask]:
    figures = [Ask(_address(now), before=_address(before) if before else "") for now, before in INDICATORS.items()]
    return [*figures, Ask(f"{BASE}/metadata/dic/?var=source&lang=en&format=.csv", needed=False)]


def _address(indicator: str) -> str:
    return f"{BASE}/data/indicator/?id={indicator}_A&ref_area={'+'.join(COMPARED)}&sex=SEX_T&type=code&format=.csv"


FEED = Feed(
    id="ilostat",
    title="ILOSTAT",
    publisher="International Labour Organization",
    licence="CC BY 4.0",
    url=BASE,
    parse=parse,
    asks=_asks,
    credit="ILO, ILOSTAT",
)
