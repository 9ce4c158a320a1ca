"""What a new release brought: told once, and looked up again on the data page."""

from __future__ import annotations

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.services.changes_words import sentences
from gigdesk.store.texts import Texts
from gigdesk.ui.models.session import News


def news_of(services: Services) -> News | None:
    """What changed since the release whose changes were shown last; None where nothing is to be told.

    Whoever asks has it shown: it is told once.
    """
    release = services.data.reference.about.id
    before = services.upkeep.shown_before(release)
    if before == release:
        return None
    services.upkeep.mark_seen(release)
    return compared(services, before)


def last_change(services: Services) -> News | None:
    """What the release in use changed against the one that is kept beside it; None where there is none."""
    release = services.data.reference.about.id
    kept = (one.about.id for one in services.releases.releases())
    before = next((one for one in kept if one != release), None)
    return None if before is None else compared(services, before)


def compared(services: Services, before: str) -> News | None:
    """The changes since another release; None where it is no longer there."""
    release = services.data.reference.about.id
    try:
        return News(before, release, services.data.changes(before, release))
    except GigDeskError:
        return None


def lines(news: News, services: Services, t: Texts) -> tuple[str, ...]:
    """Each change in a sentence, what people pay first."""
    return sentences(news.changes, services.data.reference.regions, t)
