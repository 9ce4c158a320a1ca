"""The folder of a repository: what is public, and what awaits signatures."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tuf.api.serialization.json import JSONSerializer

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.store.whole import write_whole
from gigdesk.sync.chain import ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from gigdesk.sync.judging import S, Signed, judged, read
from gigdesk.sync.publishing.keys import name_of
from gigdesk.sync.signed import Metadata, Root, Snapshot, Targets, Timestamp

ROLES: Mapping[str, tuple[str, ...]] = {
    "root": (Root.type,),
    "targets": (Targets.type,),
    "online": (Snapshot.type, Timestamp.type),
}
"""The kinds of keys, and the roles of TUF that each is for: one key signs what changes with each publication."""


@dataclass(frozen=True)
class Tally:
    """Who signed a draft, of how many needed, by the root of a version."""

    root: int
    signed: tuple[str, ...]
    needed: int


@dataclass(frozen=True)
class Draft:
    """Metadata that await signatures: of which role, from when on they would be expired, and who signed so far."""

    role: str
    version: int
    expires: date
    tallies: tuple[Tally, ...]

    @property
    def complete(self) -> bool:
        """Whether enough have signed."""
        return all(len(tally.signed) >= tally.needed for tally in self.tallies)


@dataclass(frozen=True)
class Public:
    """The newest of what is published."""

    timestamp: Metadata[Timestamp]
    snapshot: Metadata[Snapshot]
    targets: Metadata[Targets]


@dataclass(frozen=True)
class Ground:
    """A repository's folder."""

    folder: Path

    @property
    def metadata(self) -> Path:
        """The metadata that a web server serves."""
        return self.folder / "public" / "metadata"

    @property
    def targets(self) -> Path:
        """The files that a web server serves."""
        return self.folder / "public" / "targets"

    @property
    def draft(self) -> Path:
        """What awaits signatures."""
        return self.folder / "draft"

    def root(self) -> Metadata[Root]:
        """The newest root that is published.

        Raises:
            InputError: this is no repository.
        """
        versions = [int(path.name.partition(".")[0]) for path in self.metadata.glob(f"[0-9]*.{ROOT}")]
        if not versions:
            raise InputError("DIR", self.folder, Phrase("repository"))
        return load(Root, self.metadata / f"{max(versions)}.{ROOT}")

    def public(self) -> Public | None:
        """The newest release that is published, if there is one."""
        if not (self.metadata / TIMESTAMP).is_file():
            return None
        timestamp = load(Timestamp, self.metadata / TIMESTAMP)
        snapshot = load(Snapshot, self.metadata / f"{timestamp.signed.snapshot_meta.version}.{SNAPSHOT}")
        version = snapshot.signed.meta[TARGETS].version
        return Public(timestamp, snapshot, load(Targets, self.metadata / f"{version}.{TARGETS}"))

    def root_draft(self) -> Metadata[Root] | None:
        """The root that is to follow, if there is one."""
        draft = self._draft(Root, ROOT)
        return draft if draft and draft.signed.version == self.root().signed.version + 1 else None

    def targets_draft(self) -> Metadata[Targets] | None:
        """The description of the release that is to follow, if there is one."""
        draft, public = self._draft(Targets, TARGETS), self.public()
        return draft if draft and (public is None or draft.signed.version > public.targets.signed.version) else None

    def next_root(self) -> Metadata[Root]:
        """The root by which what is drafted now will be judged."""
        return self.root_draft() or self.root()

    def drafts(self) -> tuple[Draft, ...]:
        """What awaits signatures, with who signed so far."""
        root, following, targets = self.root().signed, self.root_draft(), self.targets_draft()
        found = []
        if following:
            tallies = tuple(tally(judge, Root.type, following) for judge in (root, following.signed))
            found.append(_draft(following, tallies))
        if targets:
            found.append(_draft(targets, (tally(self.next_root().signed, Targets.type, targets),)))
        return tuple(found)

    def keep(self, name: str, metadata: Signed) -> None:
        """Lay metadata down to be signed, in lines that a person can read first."""
        self.draft.mkdir(parents=True, exist_ok=True)
        write_whole(self.draft / name, metadata.to_bytes(JSONSerializer(compact=False)), over=True)

    def clear(self) -> None:
        """Nothing awaits signatures any more."""
        shutil.rmtree(self.draft, ignore_errors=True)

    def _draft(self, kind: type[S], name: str) -> Metadata[S] | None:
        path = self.draft / name
        return load(kind, path) if path.is_file() else None


def load(kind: type[S], path: Path) -> Metadata[S]:
    """Metadata from a file of the repository.

    Raises:
        RefusedError: it is damaged.
    """
    with judged(lambda: path.name):
        return read(kind, path.read_bytes())


def tally(judge: Root, role: str, metadata: Signed) -> Tally:
    """Who signed validly, by a root."""
    result = judge.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
    return Tally(judge.version, tuple(sorted(name_of(key) for key in result.signed.values())), result.threshold)


def in_days(now: datetime, days: int) -> datetime:
    """A time of expiry."""
    return now.astimezone(UTC) + timedelta(days=days)


def _draft(metadata: Signed, tallies: tuple[Tally, ...]) -> Draft:
    return Draft(metadata.signed.type, metadata.signed.version, metadata.signed.expires.date(), tallies)
