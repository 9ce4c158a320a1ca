"""What a question is, and what can be answered to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from gigdesk.store.texts import Texts


class _Unsure:
    """The answer "not sure". It is an answer, not the lack of one."""

    def __repr__(self) -> str:
        return "UNSURE"


class Worded:
    """An answer that says itself in words."""

    def in_words(self, t: Texts) -> str:
        """What it is, in the language of the texts."""
        raise NotImplementedError


UNSURE: Final = _Unsure()
UNSURE_KEY = "unsure"
NONE_KEY = "none"


@dataclass(frozen=True)
class Option:
    """One choice. `group` is the column it stands in, for questions whose choices follow one another in time."""

    key: str
    icon: str = ""
    group: int = 0
    label: str = ""


MONTH = "month"
"""The unit that an amount is of where none is said."""


@dataclass(frozen=True)
class Per(Worded):
    """An amount by another unit of time than the month, or by the order; `unit` is that of the amount."""

    amount: Decimal
    per: str
    unit: str

    def in_words(self, t: Texts) -> str:
        """The amount with its unit."""
        shown = f"{self.amount:,f}"
        return f"{shown} {t(f'unit.{self.unit}/{self.per}')}"


@dataclass(frozen=True)
class Bound:
    """A unit that an amount may be said by, and the most it may then be."""

    per: str
    high: Decimal


@dataclass(frozen=True)
class Way:
    """Another way on than answering: to a page of its own, or (no `page`) to a part of this job. Text `way.<id>`."""

    id: str
    page: str = ""


@dataclass(frozen=True)
class Ask:
    """A question. `kind`: "choice", "several", "amount", "month", "day", "occupation"; "part" is answered on a part.

    `low` and `high` bound an amount, or the years of a date, which begins at `start`; a day lies not before `first`;
    with `units` an amount is said by one of them, and is a `Per` but for the month; `or_zero` takes 0 besides; the
    `options` of an amount are amounts to pick; `unit` is the key of a unit. Texts are found under `ask.<job>.<name>`,
    or under its `id` where it has no name of its own. `ways` are offered beside the answers. The answer to "several"
    is the tuple of what was chosen, in the order of the options; the empty one says that none of them is so. "costs"
    is answered by a total or by `Costs`. A question with a `preset` is passed over with that answer unless somebody
    goes to it. The options of an `indexed` one are names that are looked up by their initials where they are many.
    """

    id: str
    kind: str = "choice"
    options: tuple[Option, ...] = ()
    columns: int = 1
    grouped: bool = False
    unsure: bool = False
    unit: str = ""
    low: int | Decimal = 0
    high: int | Decimal = 0
    decimals: bool = True
    or_zero: bool = False
    phone: bool = False
    ways: tuple[Way, ...] = ()
    start: int = 0
    first: date | None = None
    name: str = ""
    units: tuple[Bound, ...] = ()
    preset: str = ""
    indexed: bool = False

    @property
    def texts(self) -> str:
        """The name of its texts."""
        return self.name or self.id


Answers = Mapping[str, object]
