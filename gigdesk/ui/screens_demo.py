"""The samples and the tour, in each state worth a look."""

from __future__ import annotations

from collections.abc import Iterator

from gigdesk.ui.models.demo import STOPS
from gigdesk.ui.window import DEMO, Window


def demo_states(window: Window) -> Iterator[str]:
    """Show the samples, and name what is seen; at the end the window is at home as it was."""
    texts = window.session.texts
    window.session.demo = True
    window.go(DEMO)
    yield "demo"
    for case in window.model(DEMO).cases:
        if case.opens:
            window.go(f"{case.job}:{case.id}")
            yield f"demo-{case.id}"
    window.go(DEMO)
    for stop in STOPS:
        window.go("tour")
        yield f"tour-{stop.id}"
        window.model("tour").step(1)
    window.session.demo = False
    window.clear()
    window.session.texts = texts
    window.rebuild()
