"""When a machine looks for new data by itself: each at an hour of its own, so that thousands do not come at once."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from gigdesk.store.settings import Settings, Sync
from gigdesk.store.tries import Tries

A_DAY = timedelta(days=1)
FIRST_WITHIN = timedelta(hours=8)
"""The first try lies within the opening hours of the day of the first start; those that follow, a day apart, too."""
AFTER_START = timedelta(minutes=30)
"""Machines that were off at their hour come within this after they are switched on, which many are at the same hour."""
AFTER_FAILURE = timedelta(hours=4)


def next_try(settings: Settings, tries: Tries, started: datetime, now: datetime) -> datetime | None:
    """When to look next; None where it is not to be done by itself, or nobody knows where.

    Args:
        settings: where and whether.
        tries: what was done before.
        started: when the program was started.
        now: a last try that lies after it was noted by a clock that was ahead, and counts as none.
    """
    if settings.sync is not Sync.DAILY or not settings.source:
        return None
    share = share_of(tries.seed)
    last = tries.last if tries.last and tries.last <= now else None
    if last is None:
        wanted = min(tries.began, started) + FIRST_WITHIN * share
    elif tries.failed:
        wanted = last + AFTER_FAILURE * (1 + share)
    else:
        wanted = last + A_DAY
    return max(wanted, started + AFTER_START * share)


def share_of(seed: str) -> float:
    """The machine's own part of any span, from 0 to 1: the same each time, even over all machines."""
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8]) / 2**64


def due(next_: datetime | None, now: datetime, *, idle: bool) -> bool:
    """Whether to look now: never while somebody is in a question."""
    return idle and next_ is not None and now >= next_
