"""What changed from one release to another: figures with what they were, the entries of tables by their number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.law import Content, LawBook, Value
from gigdesk.domain.money import UseYear
from gigdesk.domain.pension.contribution import LOWEST_PERCENT, Choice, contribution
from gigdesk.domain.working import Working
from gigdesk.services.changes_tables import counts, followed_levels
from gigdesk.store.records import Release
from gigdesk.store.reference import Reference

LOWEST_TIER = "pension.lowest_tier"
"""The monthly payment on the lowest base: no parameter, but what most people ask of a new year's limits."""
LIMITS = "pension.base_limits"


class Kind(StrEnum):
    """What happened to a figure, or to the entries of a table."""

    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    STATUS = "status"
    COUNT = "count"


@dataclass(frozen=True)
class Change:
    """One thing that changed: a parameter, a followed dataset, or a whole table by its name.

    `period` is the year a figure is of, or the day from which it holds; `key` an entry of a parameter that is a table
    of numbers. `old` and `new` are the content before and after, or by STATUS how sure it is; of a NEW figure `old` is
    the one of `old_period` before it, if any. By COUNT they are how many entries went and came, `changed` how many
    read otherwise.
    """

    kind: Kind
    name: str
    region: str = ""
    period: str = ""
    old: object = None
    new: object = None
    unit: str = ""
    key: str = ""
    old_period: str = ""
    changed: int = 0


def changes(old: Reference, new: Reference) -> tuple[Change, ...]:
    """What changed between two open releases: what people pay first, then figures, then tables by number."""
    before, after = old.release(), new.release()
    return (
        *_lowest_tiers(before, after),
        *(
            Change(Kind.NEW, found.dataset, found.region, found.period, found.old, found.new, found.unit,
                   old_period=found.old_period)
            for found in followed_levels(before, after)
        ),
        *_law(before.book, after.book),
        *(
            Change(Kind.COUNT, found.table, old=found.gone, new=found.came, changed=found.changed)
            for found in counts(before, after)
        ),
    )  # fmt: skip


def _lowest_tiers(before: Release, after: Release) -> Iterator[Change]:
    """The lowest monthly payment of each region, where its newest year has another than the newest before."""
    for region in sorted(code for code, parameters in after.book.regions.items() if LIMITS in parameters):
        old, new = _lowest_tier(before, region), _lowest_tier(after, region)
        if old and new and old != new:
            kind, before_it = (Kind.CHANGED, "") if old[0] == new[0] else (Kind.NEW, str(old[0]))
            yield Change(kind, LOWEST_TIER, region, str(new[0]), old[1], new[1], "CNY/month", old_period=before_it)


def _lowest_tier(release: Release, region: str) -> tuple[int, Decimal] | None:
    """The newest year and the payment; None where it cannot be worked out."""
    history = release.book.regions.get(region, {}).get(LIMITS, {})
    newest = max(history.values(), key=lambda value: value.since, default=None)
    if newest is None or newest.use_year is None:
        return None
    law = release.book.on(max(release.about.released, newest.since), region)
    try:
        paid = contribution(law, UseYear(newest.use_year), Choice(Decimal(LOWEST_PERCENT)), Working())
    except GigDeskError:
        return None
    return newest.use_year, paid.monthly


def _law(before: LawBook, after: LawBook) -> Iterator[Change]:
    for region in sorted({*before.regions, *after.regions}):
        old, new = before.regions.get(region, {}), after.regions.get(region, {})
        for name in sorted({*old, *new}):
            yield from _history(old.get(name, {}), new.get(name, {}))


def _history(old: Mapping[date, Value], new: Mapping[date, Value]) -> Iterator[Change]:
    """What changed in one parameter of one region."""
    for since in sorted({*old, *new}):
        was, now = old.get(since), new.get(since)
        if now is None and was is not None:
            yield from _contents(Kind.REMOVED, was, was.content, None)
        elif was is None and now is not None:
            earlier = [value for day, value in new.items() if day < since]
            last = max(earlier, key=lambda value: value.since, default=None)
            yield from _contents(Kind.NEW, now, last.content if last else None, now.content, _period(last))
        elif was is not None and now is not None and was.content != now.content:
            yield from _contents(Kind.CHANGED, now, was.content, now.content)
        elif was is not None and now is not None and was.status is not now.status:
            yield Change(Kind.STATUS, now.name, now.region, _period(now), was.status, now.status)


def _contents(
    kind: Kind, value: Value, old: Content | None, new: Content | None, old_period: str = ""
) -> Iterator[Change]:
    """A change of a value; of a table of numbers one for each of its entries that is another."""
    where = (kind, value.name, value.region, _period(value))
    tables = [found for found in (old, new) if isinstance(found, Mapping)]
    if not tables:
        yield Change(*where, old, new, value.unit, old_period=old_period)
        return
    was, now = (found if isinstance(found, Mapping) else {} for found in (old, new))
    for key in dict.fromkeys(key for table in tables for key in table):
        if was.get(key) != now.get(key):
            yield Change(*where, was.get(key), now.get(key), value.unit, key, old_period)


def _period(value: Value | None) -> str:
    return str(value.use_year or value.since) if value else ""
