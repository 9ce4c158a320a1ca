"""What this machine trusted once, taken back from its installed releases where the state of trust was lost.

Imports the signature library: to be imported on use.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from gigdesk.domain.errors import RefusedError
from gigdesk.store.whole import write_whole
from gigdesk.sync.chain import ROOT, SNAPSHOT, TARGETS, TIMESTAMP, version_of, vouched
from gigdesk.sync.signed import Root, Timestamp


def recall(state: Path, copies: Sequence[Path], root: bytes) -> None:
    """Let the state know at least what the newest of some copies knows, lest an older release pass as new.

    The timestamp comes last: cut short, it is done again. The library judges by itself what it finds in the state.

    Args:
        state: the folder of what this machine trusts so far.
        copies: folders of the metadata by which installed releases were verified; one that does not pass is left out.
        root: the trusted root.

    Raises:
        OSError: the state cannot be written.
    """
    for copy in copies:
        if _age(copy) <= _age(state):
            continue
        with suppress(RefusedError):
            vouched(copy, root)
            _take(copy, state)


def _age(folder: Path) -> tuple[int, int]:
    """By the root first: with an exchange of keys the other versions may begin anew. Without a timestamp, nothing."""
    timestamp = version_of(Timestamp, folder / TIMESTAMP)
    return (version_of(Root, folder / ROOT), timestamp) if timestamp else (0, 0)


def _take(copy: Path, state: Path) -> None:
    history = state / "root_history"
    history.mkdir(exist_ok=True)
    for path in sorted(copy.glob(f"[0-9]*.{ROOT}")):
        if not (history / path.name).exists():
            write_whole(history / path.name, path.read_bytes())
    for name in (TARGETS, SNAPSHOT, TIMESTAMP):
        write_whole(state / name, (copy / name).read_bytes(), over=True)
