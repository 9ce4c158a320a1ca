"""A slip from last time, in each state worth a look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gigdesk.services.carry import carry, texts
from gigdesk.ui.window import Window

OLDER = "2026.11.01-1"


def reopen_states(window: Window, page: str) -> Iterator[str]:
    """Bring back the slip of a finished job, as it was and by data of which nothing is kept."""
    services, session = window.session.services, window.session
    job = window.model(page)
    if services is None:
        return
    case = carry(job.command(services, job.asking.given), services, session.today())
    job.back()
    job.take_home()
    yield f"{page}-slip"
    session.book.allowed = True
    window.go("reopen")
    yield "reopen-start"
    model = window.model("reopen")
    model.take(["GIGDESK1:ABC"])
    yield "reopen-refused"
    model.take(texts(case))
    yield "reopen-same"
    model.restart()
    model.take(texts(replace(case, release=OLDER, digest="00000000", mark="000000", head="3500.00")))
    yield "reopen-changed"
    window.go(model.leads_to)
    yield "reopen-result"
    session.book.allowed = False
