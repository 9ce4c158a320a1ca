"""Dated law: values with a day from which they hold, a source and a status; and a law that remembers what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from gigdesk.domain.errors import NONE, NotInForceError, UnverifiedError
from gigdesk.domain.money import StatisticalYear, UseYear

T = TypeVar("T")
S = TypeVar("S")

NATIONAL = "000000"

Content = Decimal | bool | str | tuple[str, ...] | Mapping[str, Decimal]


class Status(StrEnum):
    """How sure a value is. It travels with the value to the screen and the paper."""

    OFFICIAL = "official"
    SECONDARY = "secondary"
    ASSUMPTION = "assumption"
    UNVERIFIED = "unverified"


@dataclass(frozen=True)
class Source:
    """Where a value was found, and what that place calls itself."""

    id: str
    title: str
    document: str
    publisher: str
    url: str
    published: str
    period: str
    status: Status
    retrieved: str


@dataclass(frozen=True)
class Value:
    """One entry of a parameter's history. It holds from `since` until the next entry begins."""

    name: str
    region: str
    since: date
    content: Content
    unit: str
    source: str
    status: Status
    checked_on: date
    statistical_year: StatisticalYear | None = None
    use_year: UseYear | None = None
    note: str = ""


@dataclass(frozen=True)
class Unpublished:
    """A year whose figure was not out on the day somebody looked, and what is used until it is.

    `year` is the year of use, `texts` says it in a sentence by language.
    """

    region: str
    name: str
    year: UseYear
    checked_on: date
    source: str
    status: Status
    texts: Mapping[str, str]


@dataclass(frozen=True)
class YearValue:
    """A yearly value as used in a year. `provisional`: that year's own is not at hand, last year's stands in.

    `unpublished`: what the release's calendar says of that, if it speaks of the year.
    """

    value: Value
    provisional: bool
    unpublished: Unpublished | None = None


History = Mapping[date, Value]
Parameters = Mapping[str, History]


def in_force(history: Mapping[date, T], day: date, name: str = "") -> T:
    """The newest entry that had begun by `day`. Never guesses one.

    Raises:
        NotInForceError: nothing had begun by then.
    """
    begun = [since for since in history if since <= day]
    if not begun:
        raise NotInForceError(name, day, min(history, default=NONE), max(history, default=NONE))
    return history[max(begun)]


@dataclass
class Law:
    """The law on one day in one region. It notes each value that is read from it."""

    parameters: Parameters = field(repr=False)
    region: str
    day: date
    citations: list[Value] = field(default_factory=list, repr=False)
    calendar: Mapping[tuple[str, UseYear], Unpublished] = field(default_factory=dict, repr=False)

    def at(self, day: date) -> Law:
        """The same law book on another day; what is read there is noted here too."""
        return replace(self, day=day, citations=self.citations)

    def fresh(self) -> Law:
        """The same law with nothing read yet."""
        return replace(self, citations=[])

    def has(self, name: str) -> bool:
        """Whether the parameter has a value here on this day."""
        return any(since <= self.day for since in self.parameters.get(name, {}))

    def value(self, name: str) -> Value:
        """Read a value with all that is known about it, whatever its status.

        Raises:
            NotInForceError: the day lies before the first entry, or the region has none.
        """
        return self._note(in_force(self.parameters.get(name, {}), self.day, name))

    def usable(self, name: str) -> Value | None:
        """Read a value; None where there is none or it is not verified."""
        value = self.value(name) if self.has(name) else None
        return None if value is None or value.status is Status.UNVERIFIED else value

    def number(self, name: str) -> Decimal:
        """Read an amount, a rate or a count.

        Raises:
            UnverifiedError: the only value is unverified.
        """
        return number_of(self.value(name), self.day)

    def whole(self, name: str) -> int:
        """Read a whole number."""
        return int(self.number(name))

    def flag(self, name: str) -> bool:
        """Read a switch."""
        return expect(self.value(name), bool)

    def text(self, name: str) -> str:
        """Read a word: the name of a rule, a month."""
        return expect(self.value(name), str)

    def codes(self, name: str) -> tuple[str, ...]:
        """Read a list of codes, in its order."""
        return expect(self.value(name), tuple)

    def table(self, name: str) -> Mapping[str, Decimal]:
        """Read a table of numbers by key."""
        return expect(self.value(name), Mapping)  # type: ignore[type-abstract]

    def for_year(self, name: str, year: UseYear) -> YearValue:
        """Read a yearly value by the year in which it is used.

        A value that begins within its year (some provinces count from July) leaves the one before in force until
        its day. The year after the last published one is answered with the last one, marked provisional, as the
        office itself does until the notice comes out; any other year outside the series is an error.

        Raises:
            NotInForceError: the year is not in the series.
        """
        by_year = {value.use_year: value for value in self.parameters.get(name, {}).values() if value.use_year}
        own, before = by_year.get(year), by_year.get(UseYear(year - 1))
        if own and before and own.since.year == self.day.year and own.since > self.day:
            return YearValue(self._note(before), provisional=False)
        found = self._year(name, year, by_year, may_stand_in=True)
        return replace(found, unpublished=self.calendar.get((name, year))) if found.provisional else found

    def of_statistical_year(self, name: str, year: StatisticalYear) -> YearValue:
        """Read a yearly statistic by the year it speaks about.

        Raises:
            NotInForceError: the year is not in the series.
        """
        found = {v.statistical_year: v for v in self.parameters.get(name, {}).values() if v.statistical_year}
        return self._year(name, year, found, may_stand_in=False)

    def _year(self, name: str, year: S, by_year: Mapping[S, Value], *, may_stand_in: bool) -> YearValue:
        years = sorted(by_year)  # type: ignore[type-var]
        if year in by_year:
            return YearValue(self._note(by_year[year]), provisional=False)
        if may_stand_in and years and year == years[-1] + 1:  # type: ignore[operator]
            return YearValue(self._note(by_year[years[-1]]), provisional=True)
        raise NotInForceError(name, year, years[0] if years else NONE, years[-1] if years else NONE)

    def _note(self, value: Value) -> Value:
        self.citations.append(value)
        return value


def expect(value: Value, kind: type[T]) -> T:
    """The content of a value, which must be of a kind; anything else is a mistake in the release."""
    if not isinstance(value.content, kind):
        msg = f"{value.name} is a {type(value.content).__name__}, not a {kind.__name__}"
        raise TypeError(msg)
    return value.content


def number_of(value: Value, asked: object) -> Decimal:
    """The number that a value is.

    Raises:
        UnverifiedError: it is unverified.
    """
    return expect(verified(value, asked), Decimal)


def reached(table: Mapping[str, Decimal], amount: Decimal) -> Decimal:
    """The entry of the highest step of a table that an amount reaches."""
    return table[max((step for step in table if Decimal(step) <= amount), key=Decimal)]


def verified(value: Value, asked: object) -> Value:
    """The value, if it may be used.

    Raises:
        UnverifiedError: it is unverified, and such a value is never used silently.
    """
    if value.status is Status.UNVERIFIED:
        raise UnverifiedError(value.name, asked)
    return value


@dataclass(frozen=True)
class LawBook:
    """All the law there is: what the nation, a province or a city sets, the sources, and what is not out yet."""

    regions: Mapping[str, Parameters] = field(repr=False)
    sources: Mapping[str, Source] = field(repr=False)
    calendar: tuple[Unpublished, ...] = field(default=(), repr=False)

    def on(self, day: date, region: str) -> Law:
        """Open the book at a day and a region. What a region sets replaces the wider value of that name, whole."""
        parameters: dict[str, History] = {}
        notices: dict[tuple[str, UseYear], Unpublished] = {}
        for code in reversed(chain(region)):
            own = self.regions.get(code, {})
            parameters.update(own)
            notices = {key: notice for key, notice in notices.items() if key[0] not in own}
            notices.update({(one.name, one.year): one for one in self.calendar if one.region == code})
        return Law(parameters, region, day, calendar=notices)


def chain(region: str) -> tuple[str, ...]:
    """A region and those around it, narrowest first: 370100, 370000, 000000 (GB/T 2260)."""
    return tuple(dict.fromkeys((region, region[:4] + "00", region[:2] + "0000", NATIONAL)))
