"""What changed between two releases, in sentences with their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from gigdesk.services.changes import Change, Kind
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

LONGEST = 30
"""Letters of a text that is quoted; a longer one is said to have changed."""


def sentences(found: Sequence[Change], regions: Mapping[str, Region], t: Texts) -> tuple[str, ...]:
    """Each change of a figure that has a name in a sentence; the rest by topic, place and number; tables last."""
    named = [change for change in found if change.kind is Kind.COUNT or _label(change, t)]
    lines = {id(change): sentence(change, regions, t) for change in named}
    figures = [lines[id(change)] for change in named if change.kind is not Kind.COUNT]
    tables = [lines[id(change)] for change in named if change.kind is Kind.COUNT]
    return (*dict.fromkeys(figures), *_rest(found, regions, t), *tables)


def sentence(change: Change, regions: Mapping[str, Region], t: Texts) -> str:
    """One change in words."""
    if change.kind is Kind.COUNT:
        return _counted(change, t)
    label = _label(change, t) or change.name
    what = t("change.entry", label=label, entry=_key(change, t)) if change.key else label
    place = _place(change.region, regions, t)
    blanks = {"place": place, "what": what, "period": _period(change.period, t)}
    if change.kind is Kind.STATUS:
        return t("change.status", **blanks, old=t(f"status.{change.old}"), new=t(f"status.{change.new}"))
    old, new = _said(change.old, change.unit, t), _said(change.new, change.unit, t)
    if change.kind is Kind.NEW and change.old is None:
        return t("change.new-only", **blanks, new=new)
    way = _way(change)
    return t(f"change.{change.kind}{way}", **blanks, old=old, new=new, before=_period(change.old_period, t))


def _way(change: Change) -> str:
    """Whether a new figure rose or fell; "" where it is none, or no more and no less."""
    if change.kind is not Kind.NEW or not isinstance(change.old, Decimal) or not isinstance(change.new, Decimal):
        return ""
    return ".rose" if change.new > change.old else ".fell" if change.new < change.old else ".same"


def _label(change: Change, t: Texts) -> str:
    for key in (f"parameter.{change.name}", f"dataset.{change.name}"):
        if key in t:
            return t(key)
    return ""


def _key(change: Change, t: Texts) -> str:
    key = f"change.key.{change.key}"
    return t(key) if key in t else change.key


def _place(region: str, regions: Mapping[str, Region], t: Texts) -> str:
    return regions[region].names[t.language] if region in regions else region


def _period(period: str, t: Texts) -> str:
    return t("change.year", year=period) if len(period) == len("2026") else period


def _said(content: object, unit: str, t: Texts) -> str:
    if isinstance(content, Decimal):
        return _number(content, unit, t)
    if isinstance(content, bool):
        return t("change.yes" if content else "change.no")
    if isinstance(content, tuple):
        return t("change.entries", count=len(content))
    text = "-" if content is None else str(content)
    return text if len(text) <= LONGEST else t("change.text")


def _number(amount: Decimal, unit: str, t: Texts) -> str:
    if unit == "share":
        return f"{(amount * 100).normalize():f}%"
    if unit.startswith("CNY"):
        shown = f"{amount:,.2f}" if amount != int(amount) else f"{int(amount):,}"
    else:
        shown = f"{amount:,f}"
    key = f"unit.{unit}"
    return f"{shown} {t(key)}" if key in t else shown


def _counted(change: Change, t: Texts) -> str:
    shown = (("came", change.new), ("gone", change.old), ("changed", change.changed))
    parts = [t(f"change.count.{name}", count=count) for name, count in shown if count]
    return t("change.count", what=t(f"change.table.{change.name}"), counts=t("change.and").join(parts))


def _rest(found: Sequence[Change], regions: Mapping[str, Region], t: Texts) -> Iterator[str]:
    """What has no name of its own: so many rules of a topic in a place."""
    unnamed = [change for change in found if change.kind is not Kind.COUNT and not _label(change, t)]
    for (region, topic), count in Counter((one.region, one.name.partition(".")[0]) for one in unnamed).items():
        key = f"change.topic.{topic}"
        what = t(key) if key in t else topic
        yield t("change.rules", place=_place(region, regions, t), what=what, count=count)
