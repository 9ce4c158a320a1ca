"""The parts a window is looked at in: the whole page, scrolled off or not, and the bars; or what lies over all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit, QWidget

from gigdesk.ui.widgets.overlay import Overlay
from gigdesk.ui.window import Window

_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


def panes(window: Window) -> list[QWidget]:
    """What to look at, in the order it is read."""
    over = overlay(window)
    if over is not None:
        return [over, *scrolled(over)]
    frame = window.frame
    found = [frame.bars[0], page(window), frame.body.page_button, frame.bars[1]]
    return [pane for pane in found if pane.isVisible()]


def scrolled(pane: QWidget) -> list[QWidget]:
    """What is scrolled within a pane, each in its whole height: a pane of its own."""
    return [inside for area in pane.findChildren(QScrollArea) if (inside := area.widget()) is not None]


def overlay(window: Window) -> Overlay | None:
    """What lies over the page, if anything does."""
    return next((found for found in window.findChildren(Overlay) if found.isVisible()), None)


def page(window: Window) -> QWidget:
    """The page in its whole height."""
    area = window.frame.body.findChild(QScrollArea)
    inside = area.widget() if area is not None else None
    return inside or window.frame.body


def controls(pane: QWidget) -> list[QWidget]:
    """What can be pressed or typed into now: visible, enabled, and not a mere picture that passes touches on."""
    inside = [pane, *pane.findChildren(QWidget)]
    return [widget for widget in inside if _takes_touch(widget) and widget.isVisible() and widget.isEnabled()]


def place(widget: QWidget, pane: QWidget) -> QRect:
    """Where a widget stands in a pane."""
    return QRect(widget.mapTo(pane, QPoint(0, 0)), widget.size())


def _takes_touch(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and widget.focusProxy() is None
    if not isinstance(widget, QAbstractButton) and not by_tab:
        return False
    return not _passes_on(widget) and not (isinstance(widget, _FIELDS) and widget.isReadOnly())


def _passes_on(widget: QWidget) -> bool:
    """Whether touches go through it, or through what it stands in, to what is below."""
    above: QWidget | None = widget
    while above is not None:
        if above.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            return True
        above = above.parentWidget()
    return False
