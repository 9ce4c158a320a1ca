"""The feeds that are known, one module each."""

from __future__ import annotations

from gigdesk.sync.feed import Feed
from gigdesk.sync.feeds import bls, eurostat, ilo_sdmx, ilostat, nbs, nomis, oecd, worldbank

ALL: dict[str, Feed] = {
    one.id: one
    for one in (
        ilostat.FEED,
        ilo_sdmx.FEED,
        oecd.FEED,
        eurostat.FEED,
        bls.FEED,
        nomis.FEED,
        worldbank.FEED,
        nbs.FEED,
    )
}
"""By id."""
