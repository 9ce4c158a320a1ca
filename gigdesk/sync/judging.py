"""What the signature library finds wrong, as the refusals of GigDesk. Imports that library: to be imported on use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from securesystemslib.exceptions import Error as LibraryError
from tuf.api import exceptions

from gigdesk.domain.errors import RefusedError
from gigdesk.sync.signed import Metadata, Root, Snapshot, Targets, Timestamp

Signed = Metadata[Root] | Metadata[Timestamp] | Metadata[Snapshot] | Metadata[Targets]
S = TypeVar("S", Root, Timestamp, Snapshot, Targets)

CODES: tuple[tuple[type[Exception], str], ...] = (
    (exceptions.UnsignedMetadataError, "signed-by-few"),
    (exceptions.BadVersionNumberError, "signed-version"),
    (exceptions.ExpiredMetadataError, "signed-expired"),
    (exceptions.LengthOrHashMismatchError, "signed-otherwise"),
    (exceptions.DownloadLengthMismatchError, "signed-size"),
    (exceptions.DownloadHTTPError, "source-lacks"),
)
UNREADABLE = "signed-unreadable"
AMISS = (exceptions.RepositoryError, exceptions.DownloadError, LibraryError, ValueError, TypeError, LookupError)
NAMED = re.compile(r"\b(root|timestamp|snapshot|targets)\b")


@contextmanager
def judged(place: Callable[[], str]) -> Iterator[None]:
    """Say in words of GigDesk what does not pass. `place` is asked for the file where the library names none.

    Raises:
        RefusedError: with a code for each reason.
    """
    try:
        yield
    except (*AMISS, ArithmeticError, RecursionError) as error:
        named = NAMED.search(str(error)) if isinstance(error, exceptions.RepositoryError) else None
        code = next((code for kind, code in CODES if isinstance(error, kind)), UNREADABLE)
        raise RefusedError(code, place=f"{named[1]}.json" if named and code != UNREADABLE else place()) from error


def read(kind: type[S], data: bytes) -> Metadata[S]:
    """Metadata of a kind.

    Raises:
        tuf.api.exceptions.RepositoryError: it is none, or of another kind.
    """
    found = Metadata[S].from_bytes(data)
    if not isinstance(found.signed, kind):
        raise exceptions.RepositoryError(f"not {kind.type}")
    return found
