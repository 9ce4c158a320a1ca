"""ILOSTAT by its service for statistical programs (rplumber): a CSV file, one for an indicator or a country."""

from __future__ import annotations

from gigdesk.sync import ilo
from gigdesk.sync.feed import Feed, Parsed
from gigdesk.sync.harvest import Harvest
from gigdesk.sync.wire import Record, records, text_of

NEEDED = ("ref_area", "source", "indicator", "sex", "time", "obs_value", "obs_status")
CLASSES = ("classif1", "classif2")


def parse(data: bytes) -> Parsed:
    """Read a file of ILOSTAT, by the names of its columns: which there are depends on the indicator.

    Raises:
        RefusedError: it is none.
    """
    harvest = Harvest()
    lines = list(records(text_of(data), ",", NEEDED))
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


FEED = Feed(
    id="ilostat",
    title="ILOSTAT",
    publisher="International Labour Organization",
    licence="CC BY 4.0",
    url="https://rplumber.ilo.org",
    parse=parse,
)
