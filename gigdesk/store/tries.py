"""When this machine last looked for new data, and the seed that gives it an hour of its own."""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from gigdesk.store.whole import write_whole

FILE = "tries.json"


@dataclass(frozen=True)
class Tries:
    """`began`: the first start; `last`: the last try, None before it; `failed`: it came to nothing. All in UTC."""

    seed: str
    began: datetime
    last: datetime | None = None
    failed: bool = False


def read_tries(folder: Path, now: datetime) -> Tries:
    """What is noted in a data folder; a first start is noted now. What cannot be read is begun anew."""
    with suppress(OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
        found = json.loads((folder / FILE).read_text(encoding="utf-8"))
        last = datetime.fromisoformat(found["last"]).astimezone(UTC) if found["last"] else None
        began = datetime.fromisoformat(found["began"]).astimezone(UTC)
        return Tries(str(found["seed"]), began, last, bool(found["failed"]))
    begun = Tries(secrets.token_hex(8), now)
    write_tries(folder, begun)
    return begun


def write_tries(folder: Path, tries: Tries) -> None:
    """Note them. A folder that cannot be written to notes nothing."""
    said = {
        "seed": tries.seed,
        "began": tries.began.isoformat(),
        "last": tries.last.isoformat() if tries.last else None,
        "failed": tries.failed,
    }
    with suppress(OSError):
        write_whole(folder / FILE, json.dumps(said).encode(), over=True)
