"""All checks of a window as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtWidgets import QApplication, QLineEdit

from access import contrast, keys, names, targets, words
from access.finding import Finding
from access.longer import LongerTexts
from access.painted import paint
from access.panes import panes
from gigdesk.ui.window import Window

_TURNS = 4


def settle() -> None:
    """Let what was replaced go, and layouts ask their parents in turn."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _ in range(_TURNS):
        QApplication.sendPostedEvents()


def findings(window: Window, *, by_keys: bool) -> Iterator[Finding]:
    """What is wrong with what is shown now; `by_keys` also goes through it by keyboard."""
    with _resting(window):
        yield from _at_rest(window)
    if by_keys:
        stops = keys.tabbed(window)
        yield from keys.by_keys(window, stops)
        yield from keys.unseen(window, stops)


def _at_rest(window: Window) -> Iterator[Finding]:
    theme = window.theme
    yield from words.too_wide(window)
    yield from words.too_high(window)
    for pane in panes(window):
        painting = paint(pane)
        yield from words.cut(painting)
        yield from words.overlapping(painting)
        yield from contrast.of_letters(painting, theme)
        yield from contrast.of_icons(painting)
        yield from contrast.of_edges(painting)
        yield from targets.too_small(pane, theme)
        yield from targets.too_close(pane, theme)
        if not isinstance(window.session.texts, LongerTexts):  # a name and a label are made longer each in its way
            yield from names.nameless(pane)
            yield from names.alike(pane)
            yield from names.unsaid(painting)


@contextmanager
def _resting(window: Window) -> Iterator[None]:
    """A field without its cursor and its selection, which would be taken for letters."""
    field = window.focusWidget()
    if not isinstance(field, QLineEdit):
        yield
        return
    with QSignalBlocker(field):
        at = field.cursorPosition()
        field.clearFocus()
        field.deselect()
        yield
        field.setFocus()
        field.setCursorPosition(at)
