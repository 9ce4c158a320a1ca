"""What an answer can come to, best first."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """Always likely, never certain: only the office decides. Of two routes the better outcome counts."""

    COVERED_LIKELY = "COVERED_LIKELY"
    ROUTE_GSBX = "ROUTE_GSBX"
    NEEDS_DECISION = "NEEDS_DECISION"
    NEEDS_FACTS = "NEEDS_FACTS"
    NOT_COVERED_LIKELY = "NOT_COVERED_LIKELY"
    OUT_OF_SCOPE = "OUT_OF_SCOPE"
    COMMERCIAL_ONLY = "COMMERCIAL_ONLY"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return list(Outcome).index(self)

    @property
    def is_no(self) -> bool:
        """Neither of the insurances is likely to answer."""
        return self in (Outcome.NOT_COVERED_LIKELY, Outcome.OUT_OF_SCOPE)
