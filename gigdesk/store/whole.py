"""Files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, content: bytes, *, over: bool = False) -> None:
    """Write a file whole or not at all; `over` one that is there only where that was asked.

    Raises:
        OSError: it cannot be written, or is there already.
    """
    if not over and path.exists():
        raise FileExistsError
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
