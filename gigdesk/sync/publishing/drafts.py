"""A release is drafted, and signed by several people at different times."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.store.kept import compile_checked
from gigdesk.store.whole import write_whole
from gigdesk.sync.chain import ROOT, SHA256, TARGETS
from gigdesk.sync.names import check_names, prefixed
from gigdesk.sync.publishing.ground import Draft, Ground, in_days
from gigdesk.sync.publishing.keys import Given, keyring, name_of, read, sign
from gigdesk.sync.signed import Key, Metadata, Root, TargetFile, Targets


def add(folder: Path, release: Path, now: datetime, days: int) -> tuple[Draft, ...]:
    """Draft a release for publication, if it passes what an installation checks.

    Raises:
        InputError: no repository.
        RefusedError: the release does not pass.
    """
    ground = Ground(folder)
    public = ground.public()
    ground.root()
    names = sorted(path.relative_to(release).as_posix() for path in release.rglob("*") if not path.is_dir())
    check_names(names)
    with tempfile.TemporaryDirectory() as building:
        compile_checked(release, Path(building) / "release.sqlite")
    contents = {name: (release / name).read_bytes() for name in names}
    files = {name: TargetFile.from_data(name, content, [SHA256]) for name, content in contents.items()}
    for name, content in contents.items():
        place = prefixed(name, files[name].hashes[SHA256])
        if not (ground.targets / place).is_file():
            (ground.draft / "targets" / place).parent.mkdir(parents=True, exist_ok=True)
            write_whole(ground.draft / "targets" / place, content, over=True)
    version = public.targets.signed.version + 1 if public else 1
    ground.keep(TARGETS, Metadata(Targets(version=version, expires=in_days(now, days), targets=files)))
    return ground.drafts()


def sign_drafts(folder: Path, given: Sequence[Given], password: bytes | None) -> tuple[Draft, ...]:
    """Sign whatever awaits the signature of each key.

    Raises:
        InputError: a key that cannot be read, or that nothing awaits.
        MissingDataError: what signs is not installed.
    """
    ground = Ground(folder)
    signers = [read(one, password) for one in given]
    root, following, targets = ground.root().signed, ground.root_draft(), ground.targets_draft()
    judges = [root, following.signed] if following else [root]
    rings: dict[str, dict[str, Key]] = {
        ROOT: _all_keys(judges, Root.type) if following else {},
        TARGETS: _all_keys(judges, Targets.type) if targets else {},
    }
    awaited = {**rings[ROOT], **rings[TARGETS]}
    for one, signer in zip(given, signers, strict=True):
        if signer.public_key.keyid not in awaited:
            names = ", ".join(sorted(name_of(key) for key in awaited.values())) or "-"
            raise InputError("--key", one.name, Phrase.of("awaited-key", names=names))
    if following:
        sign(following, signers, rings[ROOT])
        ground.keep(ROOT, following)
    if targets:
        sign(targets, signers, rings[TARGETS])
        ground.keep(TARGETS, targets)
    return ground.drafts()


def _all_keys(judges: Sequence[Root], role: str) -> dict[str, Key]:
    return {keyid: key for judge in judges for keyid, key in keyring(judge, [role]).items()}
