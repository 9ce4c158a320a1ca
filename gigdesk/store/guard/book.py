"""The tables of a law book, all checks together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gigdesk.domain.law import LawBook
from gigdesk.domain.pension.replay import Form
from gigdesk.store.guard.bases import bases
from gigdesk.store.guard.cited import cited
from gigdesk.store.guard.cities import cities, whole
from gigdesk.store.guard.finding import Finding
from gigdesk.store.guard.forms import on_forms
from gigdesk.store.guard.growth import growth
from gigdesk.store.guard.limits import contradicted, limits
from gigdesk.store.guard.minimum_wages import minimum_wage_peers, minimum_wages
from gigdesk.store.guard.national import national
from gigdesk.store.guard.peers import peers
from gigdesk.store.guard.replays import replays
from gigdesk.store.guard.table import AVERAGES, UNITS, shape, yearly
from gigdesk.store.guard.terms import terms
from gigdesk.store.guard.years import statistics, years


def check_book(book: LawBook, forms: Sequence[Form] = ()) -> list[Finding]:
    """Every finding in the tables of a law book, errors first. Forms are a further witness: of bases and of rules."""
    found = [
        *_series(book),
        *(finding for region in book.regions for finding in _region(book, region)),
        *peers(book),
        *minimum_wage_peers(book),
        *on_forms(book, forms),
        *replays(book, forms),
    ]
    return sorted(dict.fromkeys(found), key=lambda finding: finding.severity)


def _series(book: LawBook) -> Iterator[Finding]:
    """The yearly tables, each by itself."""
    for table in yearly(book, *UNITS):
        yield from shape(table)
        yield from years(table)
        if table.name != AVERAGES or not contradicted(book, table.region):
            yield from statistics(table)
            yield from cited(table, book.sources)
        yield from growth(book, table)
        yield from whole(book, table)


def _region(book: LawBook, region: str) -> Iterator[Finding]:
    """The tables of a region against each other."""
    yield from limits(book, region)
    yield from bases(book, region)
    yield from cities(book, region)
    yield from national(book, region)
    yield from minimum_wages(book, region)
    yield from terms(book, region)
