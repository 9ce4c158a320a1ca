"""A complete copy of an installed release, laid out so that a memory stick or any web server can serve it."""

from __future__ import annotations

from pathlib import Path

from gigdesk.domain.errors import MissingDataError, RefusedError
from gigdesk.store.whole import write_whole
from gigdesk.sync.names import prefixed


def mirror(metadata: Path, release: Path, root: bytes, into: Path) -> int:
    """Write a copy of a release with all that proves it; the number of files in it.

    What lies there already stays if it is the same. The timestamp comes last, so that a copy that is cut short is as
    good as the one that was there before.

    Args:
        metadata: the folder of root.json, timestamp.json, snapshot.json, targets.json and the roots in between.
        release: the folder of the release.
        root: the trusted root, of any version.
        into: the folder of the copy.

    Raises:
        RefusedError: what is to be copied does not pass, or a newer release lies there.
        MissingDataError: the folder cannot be written to.
    """
    from gigdesk.sync.chain import ROOT, SHA256, SNAPSHOT, TARGETS, TIMESTAMP, differences, version_of, vouched
    from gigdesk.sync.judging import read
    from gigdesk.sync.signed import Snapshot, Timestamp

    files = vouched(metadata, root).files
    for wrong in differences(release, files):
        raise wrong
    timestamp = (metadata / TIMESTAMP).read_bytes()
    link = read(Timestamp, timestamp).signed.snapshot_meta
    snapshot = (metadata / SNAPSHOT).read_bytes()
    version = read(Snapshot, snapshot).signed.meta[TARGETS].version
    if version_of(Timestamp, into / "metadata" / TIMESTAMP) > read(Timestamp, timestamp).signed.version:
        raise RefusedError("mirror-newer", place=into)
    contents = [
        *((f"targets/{prefixed(name, file.hashes[SHA256])}", release / name) for name, file in files.items()),
        *((f"metadata/{path.name}", path) for path in sorted(metadata.glob(f"[0-9]*.{ROOT}"))),
        (f"metadata/{version}.{TARGETS}", metadata / TARGETS),
        (f"metadata/{link.version}.{SNAPSHOT}", metadata / SNAPSHOT),
        (f"metadata/{TIMESTAMP}", metadata / TIMESTAMP),
    ]
    try:
        for name, source in contents:
            _put(into / name, source.read_bytes())
    except OSError as error:
        raise MissingDataError("not-writable", path=into, reason=error.strerror or error) from None
    return len(contents)


def _put(path: Path, content: bytes) -> None:
    if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content, over=True)
