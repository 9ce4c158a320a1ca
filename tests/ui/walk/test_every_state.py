"""Every state of every page once, each in another look, size, window and language; all of them: build/walk.py."""

from itertools import count

from access.combination import Combination, combinations
from access.everything import findings, settle
from access.panes import overlay
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gigdesk.ui.screenshots import states

STEP, KEYS = 29, 6
"""How far on in the list of combinations the next state is looked at; every sixth is gone through by keyboard."""


def looked_at(at: int) -> Combination:
    """The combination of a state."""
    every = list(combinations())
    return every[at * STEP % len(every)]


class Windows(QObject):
    """Notes whatever shows as a window of its own, as a widget does that is shown before it has a parent."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, shown, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(shown, QWidget) and shown.isWindow():
            self.seen.append(type(shown).__name__)
        return False


def test_every_state_of_every_page_can_be_read_and_used_by_everybody(window):
    windows, found, names = Windows(), [], []
    QApplication.instance().installEventFilter(windows)
    walk = states(window)
    for at in count():
        combination = looked_at(at)
        if overlay(window) is None and not window.aloud.reading:
            # What lies over the page keeps the look in which it came, and so does a page that is being read.
            combination.dress(window)
        name = next(walk, None)
        if name is None:
            break
        settle()
        names.append(name)
        found += [f"{name} {combination} {one}" for one in findings(window, by_keys=at % KEYS == 0)]
    QApplication.instance().removeEventFilter(windows)
    assert not found, "\n".join(found)
    assert len(names) == len(set(names)) > 100
    assert windows.seen == []
