"""What the amounts depend on beside the facts that decide about the cover. All of it may be unknown."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from gigdesk.domain.law import Status


class Care(StrEnum):
    """How far somebody depends on care, as the appraisal committee finds it."""

    NONE = "none"
    PARTLY = "partly"
    MOSTLY = "mostly"
    FULLY = "fully"


class Relation(StrEnum):
    """What a dependant was to the dead worker."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"


@dataclass(frozen=True)
class Dependant:
    """Somebody who lived on the dead worker's wage; `lone`: an elderly person without family, or an orphan."""

    relation: Relation
    lone: bool = False


@dataclass(frozen=True)
class Tier:
    """The minimum-wage tier of the place, and how sure it is; without a key any tier of the region may be its own."""

    key: str = ""
    status: Status | None = None


@dataclass(frozen=True)
class Claim:
    """A claim in figures. `wage` is the average contribution wage of the twelve months before, yuan a month.

    `grade` is 1 to 10. `accept_unverified`: amounts may rest on unverified values; they are then marked so.
    """

    wage: Decimal | None = None
    grade: int | None = None
    care: Care | None = None
    dependants: tuple[Dependant, ...] = ()
    relationship_ends: bool | None = None
    hard_to_place: bool | None = None
    months_to_retirement: int | None = None
    accept_unverified: bool = False
    tier: Tier = Tier()


NOTHING_KNOWN = Claim()
