"""A public feed, and what is read from one of its answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from gigdesk.domain.errors import Phrase
from gigdesk.domain.wages.rates import Rate
from gigdesk.domain.wages.table import Cell, WageTable
from gigdesk.sync.wire import FeedError

T = TypeVar("T")


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
    """One table of an answer: what is said once of it, and its cells. `told_by` are the publisher's own sources."""

    table: WageTable
    cells: tuple[Cell, ...]
    told_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Parsed:
    """What is read from one answer. `figures` and what is left out, by reason, add up to the `rows` of the answer.

    A row is one figure with what it speaks about; of an answer with several figures a line each of them is one.
    `all_rows` says how many there are in all, where the answer is but a page of them. `names` are what a dictionary
    calls the publisher's own sources, by their codes.
    """

    tables: tuple[PublishedTable, ...]
    rows: int
    figures: int
    left_out: Mapping[Why, int]
    all_rows: int = 0
    rates: tuple[Rate, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """What else is to be known of the answer."""
        return (Phrase.of("feed-part", rows=self.rows, all=self.all_rows),) if self.all_rows > self.rows else ()


@dataclass(frozen=True)
class Ask:
    """One question to a publisher: GET, or POST where there is a body.

    `before` is the address that the same had earlier, asked where this one is not there. With `leads` the answer holds
    no figures, only what is to be asked next. One that is not `needed` may fail: its figures are whole without it.
    """

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    before: str = ""
    leads: Callable[[bytes], Iterable[Ask]] | None = None
    needed: bool = True


def digest(data: bytes) -> str:
    """A change key for what has no better one."""
    return hashlib.sha256(data).hexdigest()


def unasked(_year: int) -> Sequence[Ask]:
    """Of a feed that is not fetched."""
    return ()


@dataclass(frozen=True)
class Feed:
    """A public feed: who publishes it, on which terms, what is asked for and how its answers are read.

    `parse` reads one answer, whole and without the network. It raises FeedError for what is no such answer: a page, an
    error's body, another format.

    `asks` gives the questions of a year. `page` gives the question for the next page, after so many rows and pages.
    `key` tells answers apart that say something else. Where `conditional`, an answer that was given before is asked for
    only if it changed since. Between two questions lie `seconds`. One that is `optional` is asked only when named.
    `credit` is how the publisher wants to be named, where it says so.
    """

    id: str
    title: str
    publisher: str
    licence: str
    url: str
    parse: Callable[[bytes], Parsed]
    asks: Callable[[int], Sequence[Ask]] = unasked
    page: Callable[[Ask, int, int], Ask] | None = None
    key: Callable[[bytes], str] = digest
    conditional: bool = True
    seconds: float = 1.0
    optional: bool = False
    credit: str = ""

    @property
    def holds(self) -> str:
        """The key of the text that says what it holds."""
        return f"feed.{self.id}"

    @property
    def terms(self) -> str:
        """How its publisher is named and on which terms its figures are used; "" where neither is said."""
        return ", ".join(part for part in (self.credit, self.licence) if part)

    def read(self, data: bytes, name: str) -> Parsed:
        """Read an answer; `name` is what messages call it.

        Raises:
            FeedError: it is no answer of this feed.
        """
        return self._named(self.parse, data, name)

    def led(self, leads: Callable[[bytes], Iterable[Ask]], data: bytes, name: str) -> list[Ask]:
        """What an answer without figures leads to.

        Raises:
            FeedError: it is no answer of this feed.
        """
        return self._named(lambda answer: list(leads(answer)), data, name)

    def _named(self, reader: Callable[[bytes], T], data: bytes, name: str) -> T:
        try:
            return reader(data)
        except FeedError as error:
            raise FeedError(error.code, **{"file": name, "feed": self.title} | error.details) from None
