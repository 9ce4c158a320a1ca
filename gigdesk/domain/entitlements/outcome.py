"""What an assessment can come to, best first."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """Always likely, never certain. Historic: the old rule fits, and whether it still holds was not confirmed."""

    LIKELY = "LIKELY"
    NEEDS_FACTS = "NEEDS_FACTS"
    HISTORIC = "HISTORIC"
    UNLIKELY = "UNLIKELY"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return list(Outcome).index(self)

    @property
    def fits(self) -> bool:
        """Every condition holds."""
        return self in (Outcome.LIKELY, Outcome.HISTORIC)
