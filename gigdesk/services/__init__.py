"""Everything GigDesk can do, without a front end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from gigdesk.services.data import Data
from gigdesk.services.entitlements import Entitlements
from gigdesk.services.feed_files import FeedFiles
from gigdesk.services.injury import Injury
from gigdesk.services.live import LiveFeeds
from gigdesk.services.pension import Pension
from gigdesk.services.releases import Releases
from gigdesk.services.upkeep import Upkeep
from gigdesk.services.wage_tables.service import WageTables
from gigdesk.services.wages import Wages
from gigdesk.store import paths
from gigdesk.store.guard.wage_levels import floors
from gigdesk.store.imported import Imported
from gigdesk.store.live import Live
from gigdesk.store.shelf import Progress, Shelf


@dataclass(frozen=True)
class Services:
    """The jobs, over one open release. The window and the command line both call nothing else."""

    wages: Wages
    pension: Pension
    injury: Injury
    entitlements: Entitlements
    data: Data
    tables: WageTables
    feeds: FeedFiles
    releases: Releases
    live: LiveFeeds
    upkeep: Upkeep

    @classmethod
    def open(
        cls,
        data_folder: Path,
        resources: Path,
        progress: Progress = lambda _: None,
        now: datetime | None = None,
        clock: date | None = None,
    ) -> Services:
        """Put the parts together; installs the shipped release at first start, noting that time where it is given.

        Args:
            data_folder: where the data is, and is written.
            resources: what the program ships.
            progress: told each step that takes a while.
            now: the time that an installation is noted with.
            clock: the day that the machine's clock shows, where that is to be held against the days it has seen.

        Raises:
            RefusedError: the release does not pass its checks.
            MissingDataError: the data folder cannot be written to.
        """
        shelf, upkeep = Shelf(data_folder, resources / "release"), Upkeep(data_folder)
        reference = shelf.open(progress, now)
        upkeep.look_at_origin(reference)
        if clock is not None:
            upkeep.look_at_clock(reference, clock)
        imported = Imported(data_folder, lambda: floors(reference.book))
        live = Live(imported)
        return cls(
            Wages(reference, imported),
            Pension(reference),
            Injury(reference),
            Entitlements(reference),
            Data(reference, shelf, imported),
            WageTables(reference, imported),
            FeedFiles(imported, live),
            Releases(shelf, data_folder / "trust", paths.trusted_root()),
            LiveFeeds(live),
            upkeep,
        )

    def warm(self) -> Services:
        """Read what the first question would wait for."""
        reference = self.data.reference
        _ = reference.book, reference.regions, reference.finder, reference.industry_of
        return self

    def warm_search(self) -> None:
        """Prepare what the first word typed for an occupation would wait for."""
        _ = self.data.reference.finder.lookup
