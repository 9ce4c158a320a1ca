"""Private keys: made, kept beside the repository and never in it, and read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from securesystemslib.exceptions import UnsupportedLibraryError

from gigdesk.domain.errors import InputError, MissingDataError, Phrase
from gigdesk.sync.judging import Signed
from gigdesk.sync.signed import CryptoSigner, Key, Root

NAME = "x-gigdesk-name"
"""What people call a key: an extra field beside it in the root."""
OWNER_ONLY_FOLDER, OWNER_ONLY_FILE = 0o700, 0o600


@dataclass(frozen=True)
class Given:
    """A private key as somebody gives it: how it is called in an error, and its PEM."""

    name: str
    pem: bytes


def name_of(key: Key) -> str:
    """What people call a key."""
    return str(key.unrecognized_fields.get(NAME, key.keyid[:8]))


def keyring(root: Root, roles: Sequence[str]) -> dict[str, Key]:
    """The public keys of some roles by their ids."""
    return {keyid: root.keys[keyid] for role in roles for keyid in root.roles[role].keyids}


def given(text: str, folder: Path, environment: Mapping[str, str]) -> Given:
    """A private key as a command names it: a file outside the repository, or `env:NAME`.

    Raises:
        InputError: there is none, or it lies in the repository.
    """
    source, colon, name = text.partition(":")
    if source == "env" and colon:
        if name not in environment:
            raise InputError("--key", text, Phrase("key-source"))
        return Given(text, environment[name].encode())
    path = Path(text)
    if folder.resolve() in path.resolve().parents:
        raise InputError("--key", text, Phrase("keys-place"))
    try:
        return Given(text, path.read_bytes())
    except OSError:
        raise InputError("--key", text, Phrase("key-source")) from None


def check_place(keys: Path, folder: Path) -> None:
    """Refuse a place of keys from which they could be published by mistake.

    Raises:
        InputError: it lies in the repository, or in the working tree of a version control system.
    """
    place = keys.resolve()
    parents = (place, *place.parents)
    if folder.resolve() in parents or any((parent / ".git").exists() for parent in parents):
        raise InputError("--keys", keys, Phrase("keys-place"))


def make(name: str, keys: Path, password: bytes | None) -> CryptoSigner:
    """A new key, written to a file that only its owner can read.

    Raises:
        InputError: a key of this name is there already.
        MissingDataError: what signs is not installed.
    """
    path = keys / f"{name}.pem"
    with _library():
        signer = CryptoSigner.generate_ed25519()
        signer.public_key.unrecognized_fields[NAME] = name
        content = _locked(signer, password)
    keys.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY_FILE)
    except FileExistsError:
        raise InputError("--keys", path, Phrase("new-file")) from None
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    return signer


def read(given: Given, password: bytes | None) -> CryptoSigner:
    """A private key from its PEM.

    Raises:
        InputError: it is none, or its password is another.
        MissingDataError: what signs is not installed.
    """
    with _library():
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            private = load_pem_private_key(given.pem, password)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise InputError("--key", given.name, Phrase("private-key")) from None
        if not isinstance(private, Ed25519PrivateKey):
            raise InputError("--key", given.name, Phrase("private-key"))
        return CryptoSigner(private)


def sign(metadata: Signed, signers: Sequence[CryptoSigner], ring: dict[str, Key]) -> None:
    """Add the signatures of those whose keys count."""
    for signer in signers:
        if signer.public_key.keyid in ring:
            metadata.sign(signer, append=True)


def _locked(signer: CryptoSigner, password: bytes | None) -> bytes:
    if password is None:
        return signer.private_bytes
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        PrivateFormat,
        load_pem_private_key,
    )

    private = load_pem_private_key(signer.private_bytes, None)
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))


@contextmanager
def _library() -> Iterator[None]:
    try:
        yield
    except (ImportError, UnsupportedLibraryError):
        raise MissingDataError("no-signing") from None
