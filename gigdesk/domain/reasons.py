"""Why, for people: a condition that was tried, how it stands, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gigdesk.domain.law import Status, Value


class State(StrEnum):
    """The mark beside a reason: it speaks for the person or against; to check: it rests on a text that was not read."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    TO_CHECK = "to_check"


@dataclass(frozen=True)
class Reason:
    """A condition, whether it holds, and whether that speaks for the person. `facts` names the answers it rests on."""

    condition: str
    holds: bool | None
    favourable: bool | None
    article: str
    facts: tuple[str, ...]
    citations: tuple[Value, ...]

    @property
    def state(self) -> State:
        """What to mark it with. That a fact does not fit an unread text is not put down to the text."""
        if self.holds is None:
            return State.UNKNOWN
        if self.holds and any(value.status is Status.UNVERIFIED for value in self.citations):
            return State.TO_CHECK
        return State.MET if self.favourable else State.NOT_MET
