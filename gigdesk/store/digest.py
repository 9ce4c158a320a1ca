"""What identifies a release: a hash over all its files."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest(folder: Path) -> str:
    """SHA-256 over the names and contents of all files of a release."""
    total = hashlib.sha256()
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    for name in sorted(files):
        total.update(name.encode() + b"\0")
        total.update(hashlib.sha256(files[name].read_bytes()).digest())
    return total.hexdigest()
