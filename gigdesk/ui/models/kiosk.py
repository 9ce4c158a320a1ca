"""A kiosk's rules without Qt: when nobody is there any more, and who is let out of it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from gigdesk.store.staff_code import MOST, fits

WARNING = 30
"""Seconds of the countdown before everything is cleared."""
FREE_TRIES = 3
FIRST_WAIT, LONGEST_WAIT = 5, 300
"""Seconds: the wait after the last free try, doubled with each wrong code more."""
Clock = Callable[[], float]
"""Seconds that only ever grow."""


class Idle:
    """How long nothing was touched. The countdown begins when it is first looked at, so nobody misses a part of it."""

    def __init__(self, after: int, clock: Clock) -> None:
        self.after, self._clock = after, clock
        self.touched()

    def touched(self) -> None:
        """Somebody is there."""
        self._since, self._warned = self._clock(), math.inf

    def left(self) -> int | None:
        """The seconds left before everything is cleared; None while it is too early to ask."""
        now = self._clock()
        if now - self._since < self.after:
            return None
        self._warned = min(self._warned, now)
        return max(0, math.ceil(WARNING - (now - self._warned)))


class Tries:
    """Codes that were wrong slow down the next ones, also for whoever comes after."""

    def __init__(self, clock: Clock = time.monotonic) -> None:
        self._wrong, self._until, self._clock = 0, clock(), clock

    @property
    def wait(self) -> int:
        """Seconds until the next try."""
        return max(0, math.ceil(self._until - self._clock()))

    def right(self) -> None:
        """It was the right one: those before it count no more."""
        self._wrong = 0

    def wrong(self) -> None:
        """It was another wrong one."""
        self._wrong += 1
        if self._wrong >= FREE_TRIES:
            self._until = self._clock() + min(FIRST_WAIT * 2 ** (self._wrong - FREE_TRIES), LONGEST_WAIT)


class StaffLock:
    """The staff code as it is typed; wrong ones slow down, also for whoever comes after."""

    def __init__(self, kept: str, clock: Clock) -> None:
        self._kept, self._tries = kept, Tries(clock)
        self.begin()

    @property
    def settable(self) -> bool:
        """Whether a code was set at all: without one nobody is let out by the screen."""
        return bool(self._kept)

    @property
    def wait(self) -> int:
        """Seconds until the next try."""
        return self._tries.wait

    def begin(self) -> None:
        """Nothing is typed, nothing said."""
        self.typed, self.failed, self.open = "", False, False

    def say(self, typed: str) -> None:
        """Note what stands in the field."""
        self.typed = typed[:MOST]

    def enter(self) -> bool:
        """Try what was typed; it does not stand there afterwards."""
        typed, self.typed = self.typed, ""
        if self.wait:
            return False
        self.open = fits(typed, self._kept)
        self.failed = not self.open
        if self.open:
            self._tries.right()
        else:
            self._tries.wrong()
        return self.open
