"""The feeds that are known, one module each."""

from __future__ import annotations

from gigdesk.sync.feed import Feed
from gigdesk.sync.feeds import bls, bls_workbook, eurostat, ilo_sdmx, ilostat, nbs, nbs_release, nomis, oecd, worldbank

ALL: dict[str, Feed] = {
    one.id: one
    for one in (
        ilostat.FEED,
        ilo_sdmx.FEED,
        oecd.FEED,
        eurostat.FEED,
        bls.FEED,
        bls_workbook.FEED,
        nomis.FEED,
        worldbank.FEED,
        nbs_release.FEED,
        nbs.FEED,
    )
}
"""By id."""
