"""How new a part of the data is: its newest figure, when the next one is expected, how much of that time has passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gigdesk.domain.law import Unpublished
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, YearMonth
from gigdesk.store.records import Dataset, Rule
from gigdesk.store.reference import Reference

A_YEAR = 365
"""Days: the length of the bar of what has no next day, because it comes as it comes or nobody knows when."""


class Freshness(StrEnum):
    """How a part of the data stands on a day."""

    FRESH = "fresh"
    WAITING = "waiting"
    PROVISIONAL = "provisional"


@dataclass(frozen=True)
class Newest:
    """The newest figure of a part. `behind`: this year's own is not there yet.

    `published` is the day, month or year its source names, `looked` the day it was last looked at.
    """

    period: str
    source: str
    published: str
    looked: date | None
    rows: int
    behind: bool = False
    unpublished: Unpublished | None = None


@dataclass(frozen=True)
class Age:
    """How old a part is. `share` is how much of the time to the next publication has passed, from 0 to 1.

    `days` since the publication, None where it is known by its year alone; `looked` days since it was last looked at,
    where that and not the publication counts; `expected` is the month of the next publication, None where it comes as
    it comes.
    """

    days: int | None
    looked: int | None
    expected: YearMonth | None
    share: float | None
    freshness: Freshness


def newest(dataset: Dataset, reference: Reference, today: date) -> Newest:
    """The newest figure of a wage series, or of a parameter of the law."""
    sources = reference.book.sources
    if dataset.series:
        last, rows = reference.newest_levels[dataset.series]
        source = sources[last.source]
        return Newest(last.period, last.source, source.published, first_day(source.retrieved), rows)
    law = reference.book.on(today, dataset.region)
    history = law.parameters[dataset.parameter]
    value = history[max(history)]
    return Newest(
        period=str(value.use_year or value.since),
        source=value.source,
        published=sources[value.source].published,
        looked=value.checked_on,
        rows=len(history),
        behind=value.use_year is not None and value.use_year < today.year,
        unpublished=law.calendar.get((dataset.parameter, UseYear(today.year))),
    )


def age(rule: Rule, found: Newest, today: date) -> Age:
    """How a figure stands on a day under its rule of publication."""
    expected, published = expected_after(rule, found), first_day(found.published)
    exact = published is not None and len(found.published) > len("2026")
    looked = found.looked if rule.every != "year" else None
    since = looked or (published if exact else _a_year_before(expected))
    due = expected is not None and expected.first_day() <= today
    return Age(
        days=(today - published).days if published is not None and exact else None,
        looked=(today - looked).days if looked else None,
        expected=expected,
        share=None if since is None else _share(since, expected, today),
        freshness=Freshness.WAITING if due else Freshness.PROVISIONAL if found.behind else Freshness.FRESH,
    )


def _a_year_before(expected: YearMonth | None) -> date | None:
    return (expected + -MONTHS_A_YEAR).first_day() if expected else None


def _share(since: date, expected: YearMonth | None, today: date) -> float:
    ends = (expected.first_day() - since).days if expected else A_YEAR
    return min(max((today - since).days / ends, 0.0), 1.0) if ends > 0 else 1.0


def expected_after(rule: Rule, found: Newest) -> YearMonth | None:
    """The month in which the next figure is expected: the first of the rule's own after the last one.

    That of a year is followed in the next year at the earliest, however late it came.
    """
    if not rule.months:
        return None
    if rule.every == "quarter" and found.looked is not None:
        after = YearMonth(found.looked.year, found.looked.month)
    elif (published := first_day(found.published)) is not None:
        month = published.month if len(found.published) > len("2026") else MONTHS_A_YEAR
        of_year = YearMonth(int(found.period), MONTHS_A_YEAR) if found.period.isdecimal() else YearMonth.of(published)
        after = max(YearMonth(published.year, month), of_year)
    else:
        return None
    months = (YearMonth(year, month) for year in (after.year, after.year + 1) for month in sorted(rule.months))
    return next(month for month in months if month > after)


def first_day(published: str) -> date | None:
    """The day of a publication; of one known only by month or year the first; None where nothing is known."""
    for rest in ("", "-01", "-01-01"):
        try:
            return date.fromisoformat(f"{published}{rest}")
        except ValueError:
            continue
    return None


def overdue(reference: Reference, sources: Iterable[str], today: date) -> Iterator[tuple[Dataset, YearMonth]]:
    """The parts whose newest figure is among these sources although the next one should be out, and since when."""
    used = set(sources)
    for dataset in reference.about.datasets:
        if reference.newest_sources[dataset.id] in used:
            stands = age(dataset.rule, newest(dataset, reference, today), today)
            if stands.freshness is Freshness.WAITING and stands.expected:
                yield dataset, stands.expected
