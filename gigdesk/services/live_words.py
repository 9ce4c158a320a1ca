"""How public feeds stand, in words."""

from __future__ import annotations

from gigdesk.services.live import FeedState
from gigdesk.store.live import Outcome, State
from gigdesk.store.texts import Texts
from gigdesk.sync.feed import Feed


def outcome(state: State, t: Texts) -> str:
    """How it ended; where it failed, from when the figures are that are kept."""
    key = f"feed-state.{state.outcome}"
    if state.outcome is Outcome.FAILED:
        key += ".kept" if state.got else ".none"
    return t(key, got=state.got or "", why=why(state, t))


def why(state: State, t: Texts) -> str:
    """What went wrong; "" where nothing did."""
    return (
        t.tell(f"error.{state.code}", {name: _kept(told, t) for name, told in state.details.items()})
        if state.code
        else ""
    )


def _kept(told: str, t: Texts) -> str:
    """What depends on the language was noted by the key of its phrase."""
    return t(f"phrase.{told}") if f"phrase.{told}" in t else told


def standing(one: FeedState, t: Texts) -> str:
    """How many figures of a feed are here, when it was last asked, and how that ended."""
    if one.last is None:
        return t("feed-state.never")
    return t("feed-state.line", figures=one.figures, tried=one.last.tried, outcome=outcome(one.last, t))


def licence(feed: Feed, t: Texts) -> str:
    """How the publisher of a feed is named and its licence; where it states none, that."""
    return ", ".join(part for part in (feed.credit, feed.licence or t("feed.no-licence")) if part)
