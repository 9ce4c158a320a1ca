"""The first root, and what follows when a key is exchanged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.store.whole import write_whole
from gigdesk.sync.chain import ROOT, TARGETS
from gigdesk.sync.publishing.ground import ROLES, Draft, Ground, in_days
from gigdesk.sync.publishing.keys import check_place, make, name_of
from gigdesk.sync.signed import Key, Metadata, Role, Root

MOST_KEYS = 9


@dataclass(frozen=True)
class Threshold:
    """So many keys, of which so many are needed."""

    keys: int
    needed: int


@dataclass(frozen=True)
class Terms:
    """Who is needed for what, and for how many days metadata hold."""

    root: Threshold = Threshold(3, 2)
    targets: Threshold = Threshold(2, 2)
    root_days: int = 365
    days: int = 120
    password: bytes | None = field(default=None, repr=False)


def init(folder: Path, keys: Path, now: datetime, terms: Terms) -> tuple[str, ...]:
    """Make the keys and the first root of a repository; the names of the keys, whose files lie in `keys`.

    Raises:
        InputError: the folder is a repository already, a threshold that cannot be met, or `keys` is no place for keys.
        MissingDataError: what signs is not installed.
    """
    ground = Ground(folder)
    if list(ground.metadata.glob(f"*.{ROOT}")):
        raise InputError("DIR", folder, Phrase("no-repository"))
    check_place(keys, folder)
    thresholds = {"root": terms.root, "targets": terms.targets, "online": Threshold(1, 1)}
    for role, threshold in thresholds.items():
        if not 1 <= threshold.needed <= threshold.keys <= MOST_KEYS:
            got = f"{threshold.needed}/{threshold.keys}"
            raise InputError(f"--{role}", got, Phrase.of("of-keys", most=MOST_KEYS))
    names = {role: [f"{role}-{at}" for at in range(1, found.keys + 1)] for role, found in thresholds.items()}
    made = {name: make(name, keys, terms.password) for each in names.values() for name in each}
    public: Mapping[str, Key] = {name: signer.public_key for name, signer in made.items()}
    roles = {
        tuf: Role([public[name].keyid for name in names[role]], thresholds[role].needed)
        for role, ours in ROLES.items()
        for tuf in ours
    }
    root = Metadata(
        Root(
            expires=in_days(now, terms.root_days),
            keys={key.keyid: key for key in public.values()},
            roles=roles,
            consistent_snapshot=True,
        )
    )
    for name in names["root"]:
        root.sign(made[name], append=True)
    ground.metadata.mkdir(parents=True, exist_ok=True)
    ground.targets.mkdir(exist_ok=True)
    write_whole(ground.metadata / f"1.{ROOT}", root.to_bytes())
    return tuple(made)


def rotate(folder: Path, name: str | None, keys: Path | None, now: datetime, terms: Terms) -> tuple[Draft, ...]:
    """Draft a root in which a new key stands for the one of a name; without a name only its expiry is new.

    What is to be signed anew with it is drafted too. A key that was exchanged in the same draft may be exchanged again.

    Raises:
        InputError: no key has that name, or `keys` is no place for keys.
        MissingDataError: what signs is not installed.
    """
    ground = Ground(folder)
    draft = ground.root_draft()
    root = draft.signed if draft else ground.root().signed
    if draft is None:
        root.version += 1
    root.expires = in_days(now, terms.root_days)
    role = _exchange(root, name, keys, folder, terms) if name and keys else ""
    ground.keep(ROOT, Metadata(root))
    if role == "targets":
        _sign_again(ground, now, terms)
    return ground.drafts()


def _exchange(root: Root, name: str, keys: Path, folder: Path, terms: Terms) -> str:
    check_place(keys, folder)
    known = {name_of(key): key for key in root.keys.values()}
    if name not in known:
        raise InputError("--key-name", name, " | ".join(sorted(known)))
    role = name.partition("-")[0]
    new = make(_free(role, keys, known), keys, terms.password).public_key
    for tuf in ROLES[role]:
        root.revoke_key(known[name].keyid, tuf)
        root.add_key(new, tuf)
    return role


def _free(role: str, keys: Path, known: Mapping[str, Key]) -> str:
    """A name that no key has or had."""
    numbers = [int(name.partition("-")[2]) for name in known if name.startswith(f"{role}-")]
    number = max(numbers) + 1
    while (keys / f"{role}-{number}.pem").exists():
        number += 1
    return f"{role}-{number}"


def _sign_again(ground: Ground, now: datetime, terms: Terms) -> None:
    """What the other keys had signed is to be signed by the new one too."""
    public, draft = ground.public(), ground.targets_draft()
    if draft is None and public is not None:
        again = public.targets.signed
        again.version += 1
        again.expires = in_days(now, terms.days)
        ground.keep(TARGETS, Metadata(again))
