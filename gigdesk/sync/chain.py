"""From a trusted root to the files of a release, link by link. Imports the signature library: to be imported on use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tuf.api.exceptions import BadVersionNumberError, LengthOrHashMismatchError

from gigdesk.domain.errors import RefusedError
from gigdesk.sync.judging import S, judged, read
from gigdesk.sync.names import check_names
from gigdesk.sync.signed import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

ROOT, TIMESTAMP, SNAPSHOT, TARGETS = (f"{kind.type}.json" for kind in (Root, Timestamp, Snapshot, Targets))
SHA256 = "sha256"


@dataclass(frozen=True)
class Vouched:
    """What metadata vouch for: which files, by how many valid signatures of how many needed, until when (UTC)."""

    files: Mapping[str, TargetFile]
    signatures: int
    needed: int
    until: datetime


def vouched(metadata: Path, root: bytes) -> Vouched:
    """Check a folder of metadata, all but whether it has expired.

    Raises:
        RefusedError: something of it does not pass; the error says which file.
    """
    trusted = newest_root(metadata, root)
    timestamp = _part(Timestamp, metadata, trusted)
    snapshot = _part(Snapshot, metadata, trusted, timestamp.signed.snapshot_meta)
    with judged(lambda: SNAPSHOT):
        link = snapshot.signed.meta[TARGETS]
    targets = _part(Targets, metadata, trusted, link)
    result = trusted.get_verification_result(Targets.type, targets.signed_bytes, targets.signatures)
    until = min(timestamp.signed.expires, snapshot.signed.expires, targets.signed.expires)
    return Vouched(files_of(targets.signed), len(result.signed), result.threshold, until)


def newest_root(metadata: Path, trusted: bytes) -> Root:
    """The newest root that a trusted one leads to, each signed by the one before and by itself.

    Raises:
        RefusedError: a root does not follow from the one before.
    """
    with judged(lambda: ROOT):
        root = follows(None, trusted).signed
        while (metadata / f"{root.version + 1}.{ROOT}").is_file():
            root = follows(root, _content(metadata, f"{root.version + 1}.{ROOT}")).signed
        named = read(Root, _content(metadata, ROOT)).signed
        if named.version > root.version or (named.version == root.version and named != root):
            raise BadVersionNumberError(Root.type)
        return root


def follows(root: Root | None, data: bytes) -> Metadata[Root]:
    """A root, if it is signed by itself and by the one before.

    Raises:
        tuf.api.exceptions.RepositoryError: it is not.
    """
    found = read(Root, data)
    if root and found.signed.version != root.version + 1:
        raise BadVersionNumberError(Root.type)
    for signer in filter(None, (root, found.signed)):
        signer.verify_delegate(Root.type, found.signed_bytes, found.signatures)
    return found


def files_of(targets: Targets) -> Mapping[str, TargetFile]:
    """The files that are signed, by names that can do no harm.

    Raises:
        RefusedError: a name could, or a file has no hash of the kind that it is kept by.
    """
    check_names(targets.targets)
    for name, file in targets.targets.items():
        if SHA256 not in file.hashes:
            raise RefusedError("signed-unreadable", place=name)
    return targets.targets


def differences(release: Path, files: Mapping[str, TargetFile]) -> Iterator[RefusedError]:
    """What of a folder is not as it was signed: files that are missing, other, or too many."""
    for name, file in sorted(files.items()):
        try:
            with (release / name).open("rb") as content:
                file.verify_length_and_hashes(content)
        except LengthOrHashMismatchError:
            yield RefusedError("signed-otherwise", place=name)
        except OSError:
            yield RefusedError("copy-lacks", place=name)
    there = {path.relative_to(release).as_posix() for path in release.rglob("*") if not path.is_dir()}
    for name in sorted(there - set(files)):
        yield RefusedError("signed-extra", place=name)


def version_of(kind: type[S], path: Path) -> int:
    """The version that a file of metadata says it has; 0 of one that cannot be read."""
    with suppress(OSError, RefusedError), judged(lambda: path.name):
        return read(kind, path.read_bytes()).signed.version
    return 0


def _part(kind: type[S], metadata: Path, trusted: Root, link: MetaFile | None = None) -> Metadata[S]:
    """Metadata of a kind, signed as the root wants it, and what the one before it says it is."""
    name = f"{kind.type}.json"
    with judged(lambda: name):
        data = _content(metadata, name)
        if link:
            link.verify_length_and_hashes(data)
        found = read(kind, data)
        trusted.verify_delegate(kind.type, found.signed_bytes, found.signatures)
        if link and found.signed.version != link.version:
            raise BadVersionNumberError(kind.type)
        return found


def _content(metadata: Path, name: str) -> bytes:
    try:
        return (metadata / name).read_bytes()
    except OSError:
        raise RefusedError("copy-lacks", place=name) from None
