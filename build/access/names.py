"""Names: everything that can be pressed has one of its own, and says all that is written on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from access.finding import Finding, called
from access.painted import Painting
from access.panes import controls
from gigdesk.ui.widgets.painted import Painted

_SAID = re.compile(r"[^\w]+")


def nameless(pane: QWidget) -> Iterator[Finding]:
    """What can be pressed or typed into, and has no name."""
    for widget in controls(pane):
        if not widget.accessibleName().strip():
            yield Finding("name", called(widget), "none", "a name")


def alike(pane: QWidget) -> Iterator[Finding]:
    """Two things that are called, described and grouped the same."""
    found: dict[tuple[str, ...], list[QWidget]] = defaultdict(list)
    for widget in controls(pane):
        found[_heard(widget)].append(widget)
    for same in found.values():
        if len(same) > 1:
            yield Finding("name", called(same[0]), f"{len(same)} of that name", "one")


def unsaid(painting: Painting) -> Iterator[Finding]:
    """Words painted by a widget that whoever hears it is not told."""
    for ink in painting.letters:
        widget = painting.under(ink)
        if not isinstance(widget, Painted | QAbstractButton):
            continue
        if len(ink.text) == 1 and ink.text.isascii() and ink.text.isalpha():
            continue  # an A in three sizes is a sign, not a word
        if ink.text not in getattr(widget, "ruler", ()) and _plain(ink.text) not in _plain(_told(widget)):
            yield Finding("unsaid", called(widget), f"“{ink.text}”", "said in its name or description")


def _told(widget: QWidget) -> str:
    """What is said of a widget and of whatever it stands in that is pressed as a whole."""
    parts = [widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QLineEdit):
        parts.append(widget.text())
    return " ".join(parts)


def _heard(widget: QWidget) -> tuple[str, ...]:
    """Its name and description, and the names of what it stands in, which are heard on the way to it."""
    above = widget.parentWidget()
    names = [widget.accessibleName(), widget.accessibleDescription()]
    while above is not None:
        names.append(above.accessibleName())
        above = above.parentWidget()
    return tuple(names)


def _plain(text: str) -> str:
    return _SAID.sub("", text).casefold()
