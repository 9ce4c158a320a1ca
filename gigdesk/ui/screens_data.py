"""The data page in each state worth a look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError, MissingDataError, RefusedError
from gigdesk.services.changes import LOWEST_TIER, Change, Kind
from gigdesk.store.origin import Origin
from gigdesk.ui.models.data import BACK, CHANGES
from gigdesk.ui.models.session import News
from gigdesk.ui.models.updating import State
from gigdesk.ui.window import Window

SIGNED = Origin("network", "https://data.example.org/", datetime(2026, 11, 20, 1, tzinfo=UTC), 2, 2, date(2027, 3, 1))
FAILURES: Mapping[str, GigDeskError] = {
    "refused": RefusedError("release", file="law/shandong.yaml", place="pension.base_limits", reason="stands twice"),
    "no-address": MissingDataError("no-source"),
    "unreachable": MissingDataError("unreachable", place="data.example.org", reason="timeout"),
    "read-only": MissingDataError("data-folder", path="/var/lib/gigdesk", reason="Read-only file system"),
}
SD, SHARE = "370000", "CNY/month"
BROUGHT = News(
    "2026.08.20-1",
    "2026.11.23-1",
    (
        Change(Kind.NEW, LOWEST_TIER, SD, "2026", Decimal("900.80"), Decimal("914.60"), SHARE, old_period="2025"),
        Change(Kind.NEW, "pension.base_limits", SD, "2026", Decimal(4504), Decimal(4573), SHARE, "low", "2025"),
        Change(Kind.NEW, "pension.base_limits", SD, "2026", Decimal(22518), Decimal(22863), SHARE, "high", "2025"),
        Change(Kind.CHANGED, "pension.benefit_base", SD, "2025", Decimal(7813), Decimal(7831), SHARE),
        Change(Kind.COUNT, "wage", old=0, new=48, changed=2),
        Change(Kind.COUNT, "source", old=0, new=3),
    ),
)


def data_states(window: Window) -> Iterator[str]:
    """Bring the data page into each state, and name it; at the end it is as it was."""
    services = window.session.services
    if services is None:
        return
    reference, before = services.data.reference, services.data.reference.origin
    window.go("data")
    yield "data"
    yield from _parts(window)
    yield from _updating(window)
    reference.origin = SIGNED
    window.redraw()
    yield "data-signed"
    reference.origin = Origin(**vars(SIGNED) | {"expires": date(2026, 11, 20)})
    window.redraw()
    yield "data-expired"
    window.go("home")
    yield "home-expired"
    reference.origin, reference.seen_later = before, date(2026, 12, 20)
    window.go("data")
    yield "data-clock"
    reference.seen_later, window.session.news = None, BROUGHT
    window.redraw()
    yield "data-news"
    window.go("home")
    yield "home-news"
    window.session.news = None


def _parts(window: Window) -> Iterator[str]:
    model = window.model("data")
    window.session.news = BROUGHT
    for part in (CHANGES, BACK):
        model.look(part)
        yield f"data-{part}"
    window.session.news = None
    model.look("")


def _updating(window: Window) -> Iterator[str]:
    """An update on its way, and each way it can end."""
    updating = window.model("data").updating
    updating.state, updating.there, updating.whole = State.RUNNING, 1_240_000, 3_400_000
    window.redraw()
    yield "data-running"
    for state in (State.NEW, State.NOTHING, State.STOPPED):
        updating.state = state
        window.redraw()
        yield f"data-{state}"
    for name, error in FAILURES.items():
        updating.state, updating.error = State.FAILED, error
        window.redraw()
        yield f"data-{name}"
    updating.forget()
