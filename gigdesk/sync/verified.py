"""The complete check of a release that lies on this machine: who signed it, and that every file is as it was signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from gigdesk.domain.errors import RefusedError


@dataclass(frozen=True)
class Checked:
    """What the check of a copy found: it is sound when nothing is wrong.

    `signatures` are the valid ones of those who publish releases, `needed` how many it takes. `expired` is the day
    since which nobody vouches any more that the copy is the newest; what it says is as it was signed, then as before.
    """

    wrong: tuple[RefusedError, ...]
    signatures: int = 0
    needed: int = 0
    expires: date | None = None
    expired: date | None = None

    @property
    def sound(self) -> bool:
        """Whether every file is as it was signed, by enough people."""
        return not self.wrong


def verified(metadata: Path, release: Path, root: bytes, now: datetime) -> Checked:
    """Check a copy against the root that this program trusts, without any network.

    Args:
        metadata: the folder of root.json, timestamp.json, snapshot.json, targets.json and the roots in between.
        release: the folder of the release.
        root: the trusted root, of any version.
        now: with a time zone.
    """
    from gigdesk.sync.chain import differences, vouched

    try:
        found = vouched(metadata, root)
    except RefusedError as error:
        return Checked((error,))
    expires = found.until.date()
    wrong = tuple(differences(release, found.files))
    return Checked(wrong, found.signatures, found.needed, expires, expires if now >= found.until else None)
