"""Letters: none cut, none over others, none off the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget

from access.finding import Finding, called
from access.painted import Ink, Painting
from access.panes import overlay, place
from gigdesk.ui.window import Window

_SMOOTH = 1.5
"""Pixels by which two boxes may touch: edges are smoothed, and an f leans a little out of its line."""


def cut(painting: Painting) -> Iterator[Finding]:
    """Letters that reach beyond what their widget may paint on."""
    whole = QRectF(painting.widget.rect())
    for ink in painting.letters:
        seen = ink.clip.intersected(whole).adjusted(-_SMOOTH, -_SMOOTH, _SMOOTH, _SMOOTH)
        widget = painting.under(ink)
        if isinstance(widget, QLineEdit) and widget.text():
            continue  # what a person typed into one line moves along in it, and the arrows lead through it
        if not seen.contains(ink.box):
            yield Finding("cut", f"{called(widget)}: “{ink.text}”", _beyond(ink), "all letters inside")


def overlapping(painting: Painting) -> Iterator[Finding]:
    """Letters drawn over other letters."""
    boxes = sorted(painting.letters, key=lambda ink: ink.box.top())
    for one, other in combinations(boxes, 2):
        if other.box.top() > one.box.bottom():
            continue
        common = one.box.intersected(other.box)
        if common.width() > _SMOOTH and common.height() > _SMOOTH:
            where = f"{called(painting.under(one))}: “{one.text}” and {called(painting.under(other))}: “{other.text}”"
            yield Finding("overlap", where, f"{common.width():.0f}x{common.height():.0f} px", "none")


def too_wide(window: Window) -> Iterator[Finding]:
    """A page that goes in only with a bar to scroll it sideways."""
    for area in window.frame.body.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and inside.width() > area.viewport().width():
            room = area.viewport().width()
            yield Finding("too wide", called(_widest(inside, room)), f"{inside.width()} px", f"{room} px")


def too_high(window: Window) -> Iterator[Finding]:
    """A panel over the page that the window does not hold."""
    over = overlay(window)
    if over is not None and over.panel.height() > window.height():
        yield Finding("too high", called(over), f"{over.panel.height()} px", f"{window.height()} px")


def _widest(inside: QWidget, room: int) -> QWidget:
    """The innermost part that asks for so much width."""
    at = inside
    while True:
        parts = at.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        wide = [part for part in parts if part.isVisible() and place(part, inside).right() >= room]
        if not wide:
            return at
        at = max(wide, key=lambda part: part.minimumSizeHint().width())


def _beyond(ink: Ink) -> str:
    clip, box = ink.clip, ink.box
    sides = (clip.left() - box.left(), clip.top() - box.top(), box.right() - clip.right(), box.bottom() - clip.bottom())
    named = zip(("left", "top", "right", "bottom"), sides, strict=True)
    return ", ".join(f"{side} {by:.0f} px" for side, by in named if by > _SMOOTH)
