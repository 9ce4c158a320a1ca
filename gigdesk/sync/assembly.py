"""A release, put together from files that lie here already and files that are fetched.

Imports the signature library: to be imported on use.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from gigdesk.sync.chain import SHA256, differences
from gigdesk.sync.downloads import Course, Downloads, as_signed
from gigdesk.sync.signed import TargetFile


def holds(folder: Path, files: Mapping[str, TargetFile]) -> bool:
    """Whether a folder is this release and nothing else."""
    return next(differences(folder, files), None) is None


def assemble(
    into: Path, files: Mapping[str, TargetFile], reuse: Sequence[Path], downloads: Downloads, course: Course
) -> Path:
    """Put a release together in a new folder.

    Files are copied and not linked, so that one that is damaged later in one release is sound in the others.

    Raises:
        RefusedError: what the source sends is not what was signed.
        MissingDataError: nobody answers.
        CancelledError: somebody stopped it.
        OSError: the disk cannot be written.
    """
    here = _unchanged(files, reuse)
    to_come = {name: file for name, file in files.items() if name not in here}
    downloads.keep_only({file.hashes[SHA256] for file in to_come.values()})
    course.total = sum(file.length for file in to_come.values())
    course.at(0)
    shutil.rmtree(into, ignore_errors=True)
    for name, file in sorted(files.items()):
        source = here.get(name) or downloads.get(file, course)
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, into / name)
    for wrong in differences(into, files):
        raise wrong
    return into


def _unchanged(files: Mapping[str, TargetFile], reuse: Sequence[Path]) -> dict[str, Path]:
    """Where each file lies already, by its content; whatever it is called there."""
    by_size = defaultdict(list)
    for folder in reuse:
        for path in folder.rglob("*"):
            if path.is_file():
                by_size[path.stat().st_size].append(path)
    found = {
        name: next((path for path in by_size[file.length] if as_signed(path, file)), None)
        for name, file in files.items()
    }
    return {name: path for name, path in found.items() if path}
