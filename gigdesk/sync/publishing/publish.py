"""Putting out what was signed, in an order in which no reader ever meets a repository that does not hold together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase, RefusedError
from gigdesk.store.whole import write_whole
from gigdesk.sync.chain import ROOT, SHA256, SNAPSHOT, TARGETS, TIMESTAMP
from gigdesk.sync.judging import Signed
from gigdesk.sync.publishing.ground import ROLES, Ground, Public, in_days, tally
from gigdesk.sync.publishing.keys import Given, keyring, name_of, read, sign
from gigdesk.sync.signed import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp


@dataclass(frozen=True)
class Published:
    """What is public now: the versions of its metadata, and the time from which they are expired."""

    root: int
    targets: int
    snapshot: int
    timestamp: int
    files: int
    expires: datetime


@dataclass(frozen=True)
class Parts:
    """Everything that is put out together."""

    root: Metadata[Root]
    targets: Metadata[Targets]
    snapshot: Metadata[Snapshot]
    timestamp: Metadata[Timestamp]


def publish(folder: Path, given: Sequence[Given], now: datetime, days: int, password: bytes | None) -> Published:
    """Put out what was drafted, or the same release again for another while.

    Raises:
        InputError: no repository, nothing to publish, or a key that does not sign what is online.
        RefusedError: too few have signed, or the release would be expired.
        MissingDataError: what signs is not installed.
    """
    ground = Ground(folder)
    found = parts(ground, given, now, days, password)
    for path, content in writes(ground, found):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content, over=True)
    ground.clear()
    expires = min(part.signed.expires for part in (found.targets, found.snapshot, found.timestamp))
    return Published(
        found.root.signed.version,
        found.targets.signed.version,
        found.snapshot.signed.version,
        found.timestamp.signed.version,
        len(found.targets.signed.targets),
        expires,
    )


def writes(ground: Ground, parts: Parts) -> Iterator[tuple[Path, bytes]]:
    """What is written where, in order: the timestamp after all that it leads to.

    A new root comes last where readers who know only the old one can follow all the rest, as they can when old keys
    signed too; otherwise just before the timestamp, and whoever reads in between is refused and comes again.
    """
    draft = ground.draft / "targets"
    for path in sorted(path for path in draft.rglob("*") if path.is_file()):
        yield ground.targets / path.relative_to(draft), path.read_bytes()
    before = ground.root().signed
    yield ground.metadata / f"{parts.targets.signed.version}.{TARGETS}", parts.targets.to_bytes()
    yield ground.metadata / f"{parts.snapshot.signed.version}.{SNAPSHOT}", parts.snapshot.to_bytes()
    root = ground.metadata / f"{parts.root.signed.version}.{ROOT}", parts.root.to_bytes()
    timestamp = ground.metadata / TIMESTAMP, parts.timestamp.to_bytes()
    if parts.root.signed.version == before.version:
        yield timestamp
    elif all(_counts(before, part) for part in (parts.targets, parts.snapshot, parts.timestamp)):
        yield from (timestamp, root)
    else:
        yield from (root, timestamp)


def parts(ground: Ground, given: Sequence[Given], now: datetime, days: int, password: bytes | None) -> Parts:
    """What is to be put out, signed; raises as `publish` does."""
    signers = [read(one, password) for one in given]
    public, before, root = ground.public(), ground.root(), ground.next_root()
    _refuse_drafts_by_few(ground)
    targets = _targets(ground, public, now)
    ring = {**keyring(before.signed, ROLES["online"]), **keyring(root.signed, ROLES["online"])}
    expires = in_days(now, days)
    version = public.snapshot.signed.version + 1 if public else 1
    meta = {TARGETS: MetaFile.from_data(targets.signed.version, targets.to_bytes(), [SHA256])}
    snapshot = Metadata(Snapshot(version, None, expires, meta))
    sign(snapshot, signers, ring)
    link = MetaFile.from_data(version, snapshot.to_bytes(), [SHA256])
    timestamp = Metadata(Timestamp(public.timestamp.signed.version + 1 if public else 1, None, expires, link))
    sign(timestamp, signers, ring)
    if not _counts(root.signed, snapshot) or not _counts(root.signed, timestamp):
        names = ", ".join(sorted(name_of(key) for key in keyring(root.signed, ROLES["online"]).values()))
        raise InputError("--key", " ".join(one.name for one in given), names)
    return Parts(root, targets, snapshot, timestamp)


def _refuse_drafts_by_few(ground: Ground) -> None:
    for draft in ground.drafts():
        for one in draft.tallies:
            if len(one.signed) < one.needed:
                raise RefusedError("draft-by-few", place=draft.role, signed=len(one.signed), needed=one.needed)


def _targets(ground: Ground, public: Public | None, now: datetime) -> Metadata[Targets]:
    draft = ground.targets_draft()
    targets = draft or (public.targets if public else None)
    if targets is None:
        raise InputError("DIR", ground.folder, Phrase("release-added"))
    if targets.signed.is_expired(now.astimezone(UTC)):
        raise RefusedError("signed-expired", place=TARGETS)
    return targets


def _counts(judge: Root, part: Signed) -> bool:
    found = tally(judge, part.signed.type, part)
    return len(found.signed) >= found.needed
