"""Targets: large enough to be touched, and far enough from the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from access.finding import Finding, called
from access.panes import controls, place
from gigdesk.ui.theme import Theme

GAP = 8
_EDGE = 2


def too_small(pane: QWidget, theme: Theme) -> Iterator[Finding]:
    """Below 60 px at the kiosk, 24 px for an advisor, at the scale of window and text size."""
    least = theme.size("least")
    for widget in controls(pane):
        if min(widget.width(), widget.height()) < least:
            yield Finding("target", called(widget), f"{widget.width()}x{widget.height()}", f"{least} px")


def too_close(pane: QWidget, theme: Theme) -> Iterator[Finding]:
    """Nearer than 8 px at the kiosk; rows of one card and cells of one box may share an edge, for they are one list."""
    if theme.density != "kiosk":
        return
    least = theme.px(GAP)
    for one, other in combinations(controls(pane), 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one):
            continue
        gap = _gap(place(one, pane), place(other, pane))
        if gap < least and not (gap >= 0 and gap <= _EDGE and _are_of_one_list(one, other)):
            yield Finding("gap", f"{called(one)} and {called(other)}", f"{gap} px", f"{least} px")


def _gap(one: QRect, other: QRect) -> int:
    """The pixels between two boxes; below zero if they overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)


def _are_of_one_list(one: QWidget, other: QWidget) -> bool:
    """Whether they are of a kind, in one card or box."""
    return type(one) is type(other) and one.parentWidget() is other.parentWidget()
