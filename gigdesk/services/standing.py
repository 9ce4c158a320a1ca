"""What every answer says of the release it rests on: who vouched for it, until when, and whether the clock can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gigdesk.domain.working import Warned
from gigdesk.store.reference import Reference

A_DAY = timedelta(days=1)
"""Days begin at different hours in different zones: a clock that is behind by no more was not set back."""


@dataclass(frozen=True)
class DataState:
    """The release an answer rests on. `signatures` of `needed` are valid; 0 of 0 for what came with the program.

    `expired`: nobody vouches any longer for its being the newest; what it says stays readable.
    """

    release: str
    released: date
    age_days: int
    signature_checked: bool
    signatures: int = 0
    needed: int = 0
    expires: date | None = None
    expired: bool = False


def data_state(reference: Reference, today: date) -> DataState:
    """The release in use, seen from a day."""
    about, origin = reference.about, reference.origin
    age = (today - about.released).days
    if origin is None:
        return DataState(about.id, about.released, age, signature_checked=False)
    return DataState(
        about.id,
        about.released,
        age,
        signature_checked=0 < origin.needed <= origin.signatures,
        signatures=origin.signatures,
        needed=origin.needed,
        expires=origin.expires,
        expired=origin.expires is not None and origin.expires < today,
    )


def standing_warnings(reference: Reference, today: date) -> Iterator[Warned]:
    """What must be known of any answer out of this release."""
    if reference.seen_later is not None:
        yield Warned("clock-set-back", {"seen": reference.seen_later, "today": today})
    state = data_state(reference, today)
    if state.expired:
        yield Warned("expired-release", {"release": state.release, "expires": state.expires})


def seen_later(today: date, *seen: date | None) -> date | None:
    """The newest day that is known to have come, where it lies after today; None where the clock can be right."""
    newest = max((day for day in seen if day is not None), default=today)
    return newest if newest - today > A_DAY else None
