"""Where an installed release came from, and who vouched for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self

from gigdesk.domain.errors import RefusedError

FILE = "origin.json"


@dataclass(frozen=True)
class Origin:
    """Where a release came from.

    `kind` is "program", "network" or "folder"; `place` the address or the name of the folder, "" for the program's own.
    `signatures` are the valid ones of those who publish releases, of which it takes `needed`; `expires` is until when
    they vouched for it being the newest: 0, 0 and None for the program's own. `installed_at` is aware, in UTC.
    """

    kind: str
    place: str
    installed_at: datetime
    signatures: int
    needed: int
    expires: date | None

    @classmethod
    def program(cls, installed_at: datetime) -> Self:
        """That of the release shipped in the program."""
        return cls("program", "", installed_at.astimezone(UTC), 0, 0, None)

    @classmethod
    def read(cls, folder: Path) -> Self:
        """That of an installed release.

        Raises:
            RefusedError: it is not there, or is none.
        """
        try:
            return cls._of(json.loads((folder / FILE).read_text(encoding="utf-8")))
        except (OSError, LookupError, TypeError, ValueError, OverflowError, RecursionError) as error:
            raise RefusedError("release", file=FILE, place=folder.name[:12], reason=error) from error

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Self:
        return cls(
            kind=str(found["kind"]),
            place=str(found["place"]),
            installed_at=datetime.fromisoformat(found["installed_at"]).astimezone(UTC),
            signatures=int(found["signatures"]),
            needed=int(found["needed"]),
            expires=date.fromisoformat(found["expires"]) if found["expires"] else None,
        )

    def write(self, folder: Path) -> None:
        """Note it in the folder of a release that is being built.

        Raises:
            OSError: it cannot be written.
        """
        said = {**asdict(self), "installed_at": self.installed_at.isoformat(), "expires": None}
        if self.expires:
            said["expires"] = self.expires.isoformat()
        (folder / FILE).write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
