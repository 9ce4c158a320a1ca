"""The same earnings of the ILO by its service for statistical data (SDMX): a second door, asked only when named."""

from __future__ import annotations

from gigdesk.sync.addresses import BROWSER, COMPARED
from gigdesk.sync.feed import Ask, Feed
from gigdesk.sync.sdmx_csv import parse

BASE = "https://sdmx.ilo.org/rest"
FLOW = "ILO,DF_EAR_EMTA_SEX_OCU_CUR_NB,1.0"
SINCE = 2000


def _asks(_: int) -> list[Ask]:
    key = f"{'+'.join(COMPARED)}.A..SEX_T..CUR_TYPE_LCU"
    return [Ask(f"{BASE}/data/{FLOW}/{key}?startPeriod={SINCE}&format=csv", BROWSER)]


FEED = Feed(
    id="ilo-sdmx",
    title="ILO SDMX",
    publisher="International Labour Organization",
    licence="CC BY 4.0",
    url=BASE,
    parse=parse,
    asks=_asks,
    optional=True,
    credit="ILO, ILOSTAT",
)
