"""What a new release brought, shown once."""

from __future__ import annotations

from dataclasses import dataclass

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.services.changes import Change


@dataclass(frozen=True)
class News:
    """The releases before and after, by id, and what changed between them."""

    before: str
    after: str
    changes: tuple[Change, ...]


def news_of(services: Services) -> News | None:
    """What changed since the release whose changes were shown last; None where nothing is to be told."""
    release = services.data.reference.about.id
    before = services.upkeep.shown_before(release)
    return None if before == release else compared(services, before, release)


def last_change(services: Services) -> News | None:
    """What the release in use changed against the one that is kept beside it; None where there is none."""
    kept = [one.about.id for one in services.releases.releases()]
    release = services.data.reference.about.id
    before = next((one for one in kept if one != release), None)
    return None if before is None else compared(services, before, release)


def compared(services: Services, before: str, after: str) -> News | None:
    """The changes between two releases; None where one of them is no longer there."""
    try:
        return News(before, after, services.releases.changes(before, after))
    except GigDeskError:
        return None
