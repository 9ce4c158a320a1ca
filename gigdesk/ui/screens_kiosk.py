"""What lies over the pages of a kiosk, in each state worth a look."""

from __future__ import annotations

from collections.abc import Iterator

from gigdesk.store.staff_code import hashed
from gigdesk.ui.models.kiosk import FREE_TRIES, StaffLock
from gigdesk.ui.parts.glossary import GlossaryPanel
from gigdesk.ui.parts.idle import IdleWarning
from gigdesk.ui.parts.staff import StaffPanel
from gigdesk.ui.window import Window

CODE = "730951"


def kiosk_states(window: Window) -> Iterator[str]:
    """Put each panel over the page, and name it; at the end none is there, and the page is as it was."""
    texts = window.session.texts
    warning = IdleWarning(window, window.theme, texts)
    warning.appear()
    warning.count(23)
    yield "idle"
    warning.leave()
    for name, kept in (("staff-none", ""), ("staff-code", hashed(CODE))):
        lock = StaffLock(kept, lambda: 0.0)
        panel = StaffPanel(window, window.theme, texts, lock)
        panel.appear()
        yield name
        if lock.settable:
            for _ in range(FREE_TRIES):
                lock.enter()
            panel.tick()
            yield "staff-wait"
            panel.leave()
            panel = StaffPanel(window, window.theme, texts, StaffLock(kept, lambda: 0.0))
            panel.appear()
            panel.field.setText(CODE)
            panel.enter()
            yield "staff-open"
        panel.leave()
    window.look_up(["gross", "net", "mean"])
    yield "glossary"
    for words in window.findChildren(GlossaryPanel):
        words.leave()
    window.dressing.ask()
    yield "looks"
    window.dressing.close()
