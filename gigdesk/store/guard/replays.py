"""The proof bank against the rules: each part of an issued form must come out of the formula to the fen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.law import LawBook
from gigdesk.domain.pension.replay import Form, replay
from gigdesk.store.guard.finding import Finding, money

NEWEST = date.max
"""A form without a month is replayed by the newest law there is: the guard knows no today."""


def replays(book: LawBook, forms: Iterable[Form]) -> Iterator[Finding]:
    """A law that no longer gives what the offices printed, or a form copied wrongly."""
    for form in forms:
        place = f"{form.region} form {form.id}"
        try:
            replayed = replay(form, book, NEWEST)
        except GigDeskError as error:
            yield Finding(place, f"cannot be replayed: {error}")
            continue
        basic = replayed.parts[0]
        if basic.exact is None:
            yield Finding(place, f"{basic.part} cannot be compared: {basic.why_not}")
        for part in replayed.parts:
            if part.difference:
                what = f"{part.part} comes out as {part.ours}, the form prints {part.printed}"
                yield Finding(place, what, money(part.difference))
