"""What is carried: a command with the day, the data, and a mark of what came out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gigdesk.services import Services
from gigdesk.services.commands import Command
from gigdesk.services.report.made import answered

DIGEST_BYTES, MARK_BYTES = 4, 3
HEADS: Mapping[str, tuple[str, ...]] = {
    "pension estimate": ("*", "range", "expected"),
    "pension replay": ("benefit", "total"),
    "pension gap": ("ours", "total"),
    "pension resident": ("pension", "total"),
    "pension transfer": ("transfer", "outcome"),
    "injury check": ("outcome",),
}
"""Where in an outcome stands what a result says first; "*" is the first entry. The others say no one thing."""


@dataclass(frozen=True)
class Carried:
    """A case as it was when the slip was made. Of the person there is nothing but their answers.

    `digest` is the beginning of that of the release, `mark` that of a hash of the outcome, `head` what the result said
    first: an amount, a code, or "".
    """

    command: Command
    day: date
    release: str
    digest: str
    mark: str
    head: str = ""


def carry(command: Command, services: Services, day: date) -> Carried:
    """The case of a command as it is answered now; a foreseen failure is an outcome like any other."""
    about, outcome = services.data.reference.about, answered(command, services, day).outcome
    digest = about.digest[: 2 * DIGEST_BYTES]
    return Carried(command, day, about.id, digest, mark_of(outcome), head_of(command.name, outcome))


def mark_of(outcome: Mapping[str, object]) -> str:
    """A few signs that are others where the outcome is another."""
    found = json.dumps(outcome, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(found.encode()).hexdigest()[: 2 * MARK_BYTES]


def head_of(name: str, outcome: Mapping[str, object]) -> str:
    """What the result says first."""
    found: object = outcome
    for step in HEADS.get(name, ("",)):
        if not isinstance(found, Mapping):
            return ""
        found = next(iter(found.values()), None) if step == "*" else found.get(step)
    return found if isinstance(found, str) else ""
