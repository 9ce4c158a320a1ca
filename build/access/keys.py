"""Keys alone: Tab reaches everything in the order it is read, the ring shows where, Esc leads back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from access.colours import pixels_of
from access.contrast import changed
from access.finding import Finding, called
from access.panes import controls, overlay, page, panes, place
from gigdesk.ui.widgets.focus import FocusRing
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.window import Window

_ENOUGH = 200
_ROUND = 0.6
_LAST = "finish"


def by_keys(window: Window, stops: Sequence[QWidget]) -> Iterator[Finding]:
    """What Tab, and the arrows inside a list, do not reach or reach too late; a page that Esc does not leave."""
    yield from _out_of_order(window, stops)
    reached = set(stops)
    for widget in (one for pane in panes(window) for one in controls(pane)):
        if widget not in reached and not _is_reached_by_arrows(widget, stops) and not _stands_for_a_key(widget):
            yield Finding("keys", called(widget), "not reached", "reached by Tab or arrows")
    if overlay(window) is None and window.page not in (window.first, _LAST) and window.drawn.back is None:
        yield Finding("keys", "the page", "Esc does nothing", "Esc goes back")


def tabbed(window: Window) -> list[QWidget]:
    """What Tab reaches, from where the keyboard starts until it is there again."""
    start = window.focusWidget() or window.drawn.focus
    if start is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    else:
        start.setFocus()
    found: list[QWidget] = []
    for _ in range(_ENOUGH):
        at = window.focusWidget()
        if at is None or at in found:
            break
        found.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return found


def unseen(window: Window, stops: Sequence[QWidget]) -> Iterator[Finding]:
    """Controls whose focus does not show: pixels change around it, a line of them by 3:1."""
    over = overlay(window)
    for widget in stops:
        widget.clearFocus()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        _show(window, widget)
        rings = (over or window.frame).findChildren(FocusRing)
        ring = next((one for one in rings if one.isVisible()), None)
        if ring is None:
            yield Finding("focus", called(widget), "no ring", "a ring")
            continue
        around = QRect(ring.mapTo(window, QPoint(0, 0)), ring.size()).intersected(window.rect())
        after = pixels_of(window.grab(around).toImage())
        ring.hide()
        before = pixels_of(window.grab(around).toImage())
        ring.show()
        strong = changed(before, after)
        asked = round(_ROUND * 2 * (widget.width() + widget.height()))
        if strong < asked:
            yield Finding("focus", called(widget), f"{strong} px by 3:1", f"{asked} px, most of a line around")


def _show(window: Window, widget: QWidget) -> None:
    from gigdesk.ui.widgets.body import scroll_to

    if page(window).isAncestorOf(widget):
        scroll_to(widget)


def _out_of_order(window: Window, stops: Sequence[QWidget]) -> Iterator[Finding]:
    """Stops of the page that come after others, and stand above them in their column or before them in their row.

    The bars are no text: there what leads on comes first, then back, then finish, as the design says.
    """
    foot = window.drawn.foot
    in_bars = [one for one in (*foot.quiet, *foot.right, *foot.left, window.frame.finish) if one in stops]
    if overlay(window) is None and not goes_round(sorted(in_bars, key=stops.index), in_bars):
        yield Finding("order", "the bars", "another", "what leads on, back, finish")
    over = overlay(window)
    pane = over or page(window)
    if over is not None and stops:  # all of it is the panel: there it begins with what stands first
        start = min(range(len(stops)), key=lambda at: (place(stops[at], over).top(), place(stops[at], over).left()))
    else:
        start = next((at for at, stop in enumerate(stops) if _begins(stop, stops[at - 1], pane)), 0)
    inside = [stop for stop in (*stops[start:], *stops[:start]) if pane.isAncestorOf(stop)]
    for one, other in pairwise(inside):
        if _is_read_before(place(other, pane), place(one, pane)):
            yield Finding("order", f"{called(one)} then {called(other)}", "against the reading", "as it is read")


def goes_round(found: Sequence[object], asked: Sequence[object]) -> bool:
    """Whether one is the other, from wherever it begins: Tab goes round."""
    return not asked or any([*found[at:], *found[:at]] == [*asked] for at in range(len(found)))


def _begins(stop: QWidget, before: QWidget, pane: QWidget) -> bool:
    """Whether Tab comes into the pane with it."""
    return pane.isAncestorOf(stop) and not pane.isAncestorOf(before)


def _is_read_before(one: QRect, other: QRect) -> bool:
    across = min(one.right(), other.right()) > max(one.left(), other.left())
    down = min(one.bottom(), other.bottom()) > max(one.top(), other.top())
    return (across and one.bottom() <= other.top()) or (down and one.right() <= other.left())


def _is_reached_by_arrows(widget: QWidget, stops: Sequence[QWidget]) -> bool:
    """Whether Tab reaches another one of its group: Tab goes to the one that is chosen, the arrows to the others.

    They are not pressed here: in some groups they choose, and a text size that is chosen draws the window anew. That
    they move is a test of each kind of group.
    """
    beside = [one for one in stops if isinstance(one, QAbstractButton)]
    if not isinstance(widget, QAbstractButton):
        return False
    group, around = widget.group(), widget.parentWidget()
    if group is not None and any(one.group() is group for one in beside):
        return True
    moves = around is not None and "keyPressEvent" in vars(type(around))
    return moves and any(one.parentWidget() is around and type(one) is type(widget) for one in beside)


def _stands_for_a_key(widget: QWidget) -> bool:
    """A key on the screen leaves the focus in its field, where the key of a keyboard does the same."""
    return isinstance(widget, Key)
