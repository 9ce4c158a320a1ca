"""What became of a carried case, in sentences: the same result, or another one and because of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gigdesk.services import words
from gigdesk.services.carry.case import Carried
from gigdesk.services.carry.since import Since
from gigdesk.services.changes_words import sentences
from gigdesk.services.fields import LARGEST, decimal
from gigdesk.store.records import Region
from gigdesk.store.texts import Texts

MOST = 3
"""Changes that are named; the others are counted."""
CODED = {"injury check": "outcome", "pension transfer": "transfer.outcome"}
"""Where what a result says first is a code: where its words are."""
PROJECTED = ("pension estimate",)
"""What is rounded to ten yuan wherever it is shown."""


def told(case: Carried, found: Since, regions: Mapping[str, Region], t: Texts) -> tuple[str, ...]:
    """What to say of the result now, the most important first."""
    return tuple(_told(case, found, regions, t))


def head(case: Carried, said: str, t: Texts) -> str:
    """What a result says first in words; "" where it says no one thing."""
    if not said:
        return ""
    if case.command.name in CODED:
        key = f"{CODED[case.command.name]}.{said}"
        return t(key) if key in t else ""
    try:
        amount = decimal(said)
    except (ArithmeticError, ValueError):
        return ""
    if abs(amount) > LARGEST:
        return ""
    shown = words.about(amount) if case.command.name in PROJECTED else words.fen(amount)
    return t("slip.a-month", amount=shown)


def _told(case: Carried, found: Since, regions: Mapping[str, Region], t: Texts) -> Iterator[str]:
    if found.same_result:
        yield t("reopen.same.this-data" if found.same_data else "reopen.same.other-data", **_releases(case, found))
        return
    was, now = head(case, case.head, t), head(case, found.head, t)
    if was and now and was != now:
        yield t("reopen.differs.head", was=was, now=now)
    else:
        yield t("reopen.differs")
    yield from _why(case, found, regions, t)


def _why(case: Carried, found: Since, regions: Mapping[str, Region], t: Texts) -> Iterator[str]:
    """Because of which changes, as far as that can be said."""
    releases = _releases(case, found)
    if found.same_data:
        yield t("reopen.why.program")
    elif found.changes is None:
        yield t("reopen.why.not-kept", **releases)
    elif not found.changes:
        yield t("reopen.why.others", **releases)
    else:
        said = sentences(found.changes, regions, t)
        yield from (t("reopen.why", change=one) for one in said[:MOST])
        if len(said) > MOST:
            yield t("reopen.why.more", count=len(said) - MOST)


def _releases(case: Carried, found: Since) -> dict[str, str]:
    return {"before": case.release, "after": found.release}
