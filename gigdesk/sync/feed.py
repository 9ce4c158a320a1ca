"""A public feed, and what is read from one of its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gigdesk.domain.errors import Phrase
from gigdesk.domain.wages.table import Cell, WageTable


class Why(StrEnum):
    """Why a figure of an answer is left out; the text is `feed.left-out.<reason>`."""

    NO_FIGURE = "no-figure"
    NOT_WAGES = "not-wages"
    MINIMUM_WAGE = "minimum-wage"
    BREAKDOWN = "breakdown"
    SCHEME = "scheme"
    CONVERTED = "converted"
    CONSTANT_PRICES = "constant-prices"
    PLACE = "place"
    PERIOD = "period"
    CURRENCY = "currency"
    UNRELIABLE = "unreliable"
    OTHER_SOURCE = "other-source"
    REPEATED = "repeated"
    DELETED = "deleted"
    UNIT = "unit"
    STATISTIC = "statistic"
    OTHER_PAY = "other-pay"
    POPULATION = "population"


@dataclass(frozen=True)
class PublishedTable:
    """One table of an answer: what is said once of it, and its cells."""

    table: WageTable
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Parsed:
    """What is read from one answer. `figures` and what is left out, by reason, add up to the `rows` of the answer.

    A row is one figure with what it speaks about; of an answer with several figures a line each of them is one.
    `notes` say what else is to be known of the answer.
    """

    tables: tuple[PublishedTable, ...]
    rows: int
    figures: int
    left_out: Mapping[Why, int]
    notes: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Feed:
    """A public feed.

    `parse` reads one answer, whole and without the network. It raises RefusedError for what is no such answer: a page,
    an error's body, another format; whoever has the answer adds the name of its file.
    """

    id: str
    title: str
    publisher: str
    licence: str
    url: str
    parse: Callable[[bytes], Parsed]

    @property
    def holds(self) -> str:
        """The key of the text that says what it holds."""
        return f"feed.{self.id}"
