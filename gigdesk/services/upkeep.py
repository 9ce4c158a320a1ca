"""The upkeep of the data: where and when new releases are looked for, and which one's changes were shown."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase, RefusedError
from gigdesk.services.schedule import next_try
from gigdesk.services.standing import seen_later
from gigdesk.store.clock import newest_day, note_day
from gigdesk.store.origin import Origin
from gigdesk.store.reference import Reference
from gigdesk.store.seen import mark_seen, seen_release
from gigdesk.store.settings import Settings, read_settings, write_settings
from gigdesk.store.staff_code import hashed
from gigdesk.store.tries import read_tries, write_tries


@dataclass(frozen=True)
class Upkeep:
    """What a data folder notes beside the releases. A folder that cannot be written to notes nothing."""

    folder: Path

    def settings(self) -> Settings:
        """Where new data is looked for, and when.

        Raises:
            InputError: the file is not as it should be; the error names the key.
        """
        return read_settings(self.folder)

    def set(self, source: str | None, sync: str | None) -> Settings:
        """Change the settings; None leaves one as it is.

        Raises:
            InputError: what is given, or what stands in the file, is not accepted.
            MissingDataError: the file cannot be written.
        """
        return write_settings(self.folder, {"source": source, "sync": sync})

    def set_kiosk(
        self,
        *,
        on: bool | None = None,
        code: str | None = None,
        idle: int | None = None,
        short_codes: bool | None = None,
        aloud: Mapping[str, str | None] | None = None,
    ) -> Settings:
        """Change how this machine is a kiosk and reads aloud, all or nothing; None leaves one as it is.

        Of the staff code only its hash is kept. `aloud` goes by the keys of `ALOUD`.

        Raises:
            InputError: what is given is not accepted, or it is to be a kiosk that no staff code opens.
            MissingDataError: the file cannot be written.
        """
        kept = None if code is None else hashed(code)
        if on and not (kept or self.settings().kiosk_code):
            raise InputError("kiosk", Phrase("no-staff-code"), "gigdesk kiosk --code")
        kiosk = {"kiosk": on, "kiosk_code": kept, "kiosk_idle": idle, "kiosk_short_codes": short_codes}
        return write_settings(self.folder, {**kiosk, **(aloud or {})})

    def set_style(
        self, *, look: str | None = None, density: str | None = None, text_size: str | None = None
    ) -> Settings:
        """Change how the window of this machine looks where it is no kiosk; None leaves one as it is.

        Raises:
            InputError: what is given, or what stands in the file, is not accepted.
            MissingDataError: the file cannot be written.
        """
        return write_settings(self.folder, {"look": look, "density": density, "text_size": text_size})

    def next_try(self, started: datetime, now: datetime) -> datetime | None:
        """When to look for new data by itself; None where it is not to be done.

        Raises:
            InputError: the settings cannot be read.
        """
        return next_try(self.settings(), read_tries(self.folder, now), started, now)

    def tried(self, now: datetime, *, failed: bool) -> None:
        """Note that it was tried."""
        write_tries(self.folder, replace(read_tries(self.folder, now), last=now, failed=failed))

    def shown_before(self, release: str) -> str:
        """The release whose changes were shown last. At the very first start that is the one in use."""
        seen = seen_release(self.folder)
        if not seen:
            self.mark_seen(release)
        return seen or release

    def mark_seen(self, release: str) -> None:
        """Note that the changes of a release were shown."""
        mark_seen(self.folder, release)

    @staticmethod
    def look_at_origin(reference: Reference) -> None:
        """Read anew who vouched for the release in use, and until when: its publishers may have signed it again."""
        with suppress(RefusedError):
            reference.origin = Origin.read(reference.path.parent)

    def look_at_clock(self, reference: Reference, today: date) -> None:
        """Note on the release in use whether this machine has seen a later day; a new day is noted in the folder.

        Args:
            reference: the release in use: its own day, and that of its installation, have come.
            today: what the clock shows.
        """
        noted, origin = newest_day(self.folder), reference.origin
        if noted is None or noted < today:
            note_day(self.folder, today)
        installed = origin.installed_at.date() if origin else None
        reference.seen_later = seen_later(today, noted, reference.about.released, installed)

    def reset_clock(self, today: date) -> None:
        """Somebody says that the clock is right: later days that were noted are forgotten."""
        note_day(self.folder, today)
