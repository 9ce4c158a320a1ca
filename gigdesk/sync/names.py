"""Which names a file of a release may have. They come from outside, and become paths on this machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePosixPath

from gigdesk.domain.errors import RefusedError

PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
"""Letters, digits and a few signs that every file system and every address takes as they are."""
OF_A_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
METADATA = "metadata"
MOST_FILES, DEEPEST = 10_000, 8


def check_names(names: Iterable[str]) -> None:
    """Refuse names that could leave the folder of a release, or be two for one file.

    Raises:
        RefusedError: `signed-name`, with the name.
    """
    found = sorted(names)
    times = Counter(name.casefold() for name in found)
    folders = {str(folder) for name in times for folder in PurePosixPath(name).parents}
    for at, name in enumerate(found):
        small = name.casefold()
        if at >= MOST_FILES or not _sound(name) or times[small] > 1 or small in folders:
            raise RefusedError("signed-name", place=name)


def prefixed(name: str, sha256: str) -> str:
    """Where a repository keeps a file of this name and content: two releases never share a place."""
    folder, slash, last = name.rpartition("/")
    return f"{folder}{slash}{sha256}.{last}"


def _sound(name: str) -> bool:
    parts = name.split("/")
    return len(parts) <= DEEPEST and parts[0].casefold() != METADATA and all(map(_sound_part, parts))


def _sound_part(part: str) -> bool:
    return bool(PART.fullmatch(part)) and not part.endswith(".") and not OF_A_DEVICE.fullmatch(part)
