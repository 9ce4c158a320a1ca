"""A yearly table of one region, by the year in which its values are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.law import LawBook, Value, chain
from gigdesk.store.guard.finding import Finding

AVERAGES = "pension.average_wage"
LIMITS = "pension.base_limits"
BASES = "pension.benefit_base"
RATES = "pension.account_rate"

UNITS = {AVERAGES: "CNY/month", LIMITS: "CNY/month", BASES: "CNY/month", RATES: "share"}
"""The yearly tables, and what each must be in."""

WHOLE = "value"
"""The key under which a plain number is read, as "low" and "high" are the keys of a pair of limits."""


def numbers(value: Value) -> Mapping[str, Decimal]:
    """The numbers of an entry by key; none if it is a word, a switch or a list."""
    content = value.content
    if isinstance(content, Decimal):
        return {WHOLE: content}
    return content if isinstance(content, Mapping) else {}


@dataclass(frozen=True)
class Table:
    """A region's table of that name: every entry as it stands, and those that name their year, by it."""

    region: str
    name: str
    entries: tuple[Value, ...]
    rows: Mapping[int, Value]

    @classmethod
    def of(cls, book: LawBook, region: str, name: str) -> Table:
        """The table of a region itself; empty where it has none."""
        entries = tuple(value for _, value in sorted(book.regions.get(region, {}).get(name, {}).items()))
        rows = {int(value.use_year): value for value in entries if value.use_year}
        return cls(region, name, entries, dict(sorted(rows.items())))

    @property
    def ends(self) -> tuple[str, ...]:
        """The keys that each entry must have."""
        return ("low", "high") if self.name == LIMITS else (WHOLE,)

    def place(self, year: object = "") -> str:
        """Where a finding is: region, parameter, year."""
        return f"{self.region} {self.name} {year}".rstrip()

    def amounts(self, end: str = WHOLE) -> dict[int, Decimal]:
        """The positive amounts by year; what is none is left to `shape`."""
        found = {year: numbers(value).get(end) for year, value in self.rows.items()}
        return {year: amount for year, amount in found.items() if amount is not None and amount > 0}


def yearly(book: LawBook, *names: str) -> Iterator[Table]:
    """Every table of these names in the book."""
    for region in book.regions:
        for name in names:
            table = Table.of(book, region, name)
            if table.entries:
                yield table


def around(book: LawBook, region: str, name: str) -> Table:
    """The table that holds in a region: its own, or that of the province around it."""
    tables = (Table.of(book, code, name) for code in chain(region))
    return next((table for table in tables if table.entries), Table(region, name, (), {}))


def is_province(region: str) -> bool:
    """Whether a GB/T 2260 code is that of a province: what lies in it has a code of its own."""
    return region.endswith("0000") and region.strip("0") != ""


def shape(table: Table) -> Iterator[Finding]:
    """Each entry is what the table holds: a positive number, or a pair of limits, in the table's unit."""
    for value in table.entries:
        place = table.place(value.use_year or value.since)
        found = numbers(value)
        if set(found) != set(table.ends):
            yield Finding(place, f"needs {' and '.join(table.ends)}, has {', '.join(sorted(found)) or 'no number'}")
        for end in _not_positive(found):
            yield Finding(place, f"{end} is {found[end]}, not above zero", f"{found[end]}")
        if value.unit != UNITS[table.name]:
            yield Finding(place, f"is in {value.unit}, not in {UNITS[table.name]}")


def _not_positive(found: Mapping[str, Decimal]) -> Iterable[str]:
    return (end for end, amount in found.items() if amount <= 0)
