"""The OECD's average annual wages, in SDMX-CSV."""

from __future__ import annotations

from gigdesk.sync.feed import Ask, Feed
from gigdesk.sync.sdmx_csv import parse

BASE = "https://sdmx.oecd.org/public/rest"
FLOW = "OECD.ELS.SAE,DSD_EARNINGS@AV_AN_WAGE,1.0"
SINCE = 2000


def _asks(_: int) -> list[Ask]:
    return [Ask(f"{BASE}/data/{FLOW}/all?startPeriod={SINCE}&format=csvfilewithlabels")]


FEED = Feed(
    id="oecd",
    title="OECD",
    publisher="OECD",
    licence="CC BY 4.0",
    url=BASE,
    parse=parse,
    asks=_asks,
    seconds=60,  # it bears about sixty questions an hour
)
