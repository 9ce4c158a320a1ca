"""The ring around what has the keyboard focus: amber outside an ink line, outside the outline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.painted import smooth
from gigdesk.ui.widgets.shapes import box, line

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
_TOUCHES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_BY_KEY = Qt.WidgetAttribute.WA_KeyboardFocusChange


def paint_focus(painter: QPainter, rect: QRectF, radius: float, theme: Theme) -> None:
    """Draw the ring around `rect`."""
    inner, outer = theme.size("focusInner"), theme.size("focusOuter")
    both = inner + outer
    box(painter, rect.adjusted(-both, -both, both, both), radius + both, None, line(theme.colour("focus"), outer))
    box(
        painter,
        rect.adjusted(-inner, -inner, inner, inner),
        radius + inner,
        None,
        line(theme.colour("focusInk"), inner),
    )


class FocusRing(QWidget):
    """One for a window: a pane over it that follows the focus, so no control must leave room for a ring.

    It is seen while the keyboard is used, and not any more once something is touched.
    """

    # On the class, because events still arrive while Python takes a forgotten window apart.
    _followed: Sequence[QWidget] = ()
    _keys_used = False

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._clip = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        window.installEventFilter(self)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Move with what is followed; note whether keys or fingers are used, as the native window tells first."""
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self.parentWidget():
            native = self.window().windowHandle()
            if native is not None:
                native.installEventFilter(self)
        if kind in (QEvent.Type.KeyPress, *_TOUCHES):
            self._keys_used = kind == QEvent.Type.KeyPress
            self.window().setAttribute(_BY_KEY, self._keys_used)
        if kind in (QEvent.Type.KeyPress, *_TOUCHES, *_MOVES):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ring where no scroll area hides it."""
        if not self._followed:
            return
        painter = smooth(self)
        painter.setClipRect(self._clip)
        width = self._width()
        rect = QRectF(self.rect()).adjusted(width, width, -width, -width)
        paint_focus(painter, rect, self._radius(), self._theme)
        painter.end()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        window = self.parentWidget()
        if window is None:
            return
        self._followed = _up_to(window, new) if new is not None and window.isAncestorOf(new) else []
        for widget in self._followed:
            widget.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        window = self.parentWidget()
        by_key = self._keys_used or self.window().testAttribute(_BY_KEY)
        if window is None or not by_key or not self._followed or not isValid(self._followed[0]):
            self.hide()
            return
        width = self._width()
        place = _in_window(window, self._followed[0])
        around = place.adjusted(-width, -width, width, width)
        clip = window.rect()
        for widget in self._followed:
            if isinstance(widget.parentWidget(), QAbstractScrollArea):
                clip &= _in_window(window, widget)
        self._clip = clip.translated(-around.topLeft())
        self.setGeometry(around)
        self.raise_()
        self.setVisible(self._followed[0].isVisible() and clip.intersects(place))

    def _width(self) -> int:
        return self._theme.size("focusInner") + self._theme.size("focusOuter")

    def _radius(self) -> float:
        return float(getattr(self._followed[0], "ring_radius", self._theme.size("buttonRadius")))


def _up_to(window: QWidget, widget: QWidget) -> list[QWidget]:
    """The widget and all that holds it: whichever moves, the ring moves."""
    found = [widget]
    while (above := found[-1].parentWidget()) is not None and above is not window:
        found.append(above)
    return found


def _in_window(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
