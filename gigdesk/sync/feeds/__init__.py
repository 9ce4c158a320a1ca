"""The feeds that are known, one module each."""

from __future__ import annotations

from gigdesk.sync.feed import Feed
from gigdesk.sync.feeds import bls, eurostat, ilostat, nbs, nomis, sdmx_csv

ALL: dict[str, Feed] = {
    one.id: one for one in (ilostat.FEED, sdmx_csv.FEED, eurostat.FEED, bls.FEED, nomis.FEED, nbs.FEED)
}
"""By id."""
