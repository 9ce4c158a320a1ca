"""A panel over the whole window: it takes the focus, keeps it, and gives it back."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.focus import FocusRing
from gigdesk.ui.widgets.text import Align

_ABOVE = (QEvent.Type.ChildAdded, QEvent.Type.Resize, QEvent.Type.LayoutRequest)
_PAD, _GAP = 40, 20


class Overlay(QWidget):
    """A child that fills the window; `outside` is a touch beside the panel. Of several the last one has the focus."""

    outside = Signal()
    # On the class, because events still arrive while Python takes a forgotten window apart.
    start: QWidget | None = None

    def __init__(self, window: QWidget, theme: Theme, width: float) -> None:
        super().__init__(window)
        self._theme, self._over, self._before = theme, window, window.focusWidget()
        column = QVBoxLayout(self)
        self.panel = QFrame()
        self.panel.setProperty("role", "card")
        self.panel.setFixedWidth(min(theme.px(width), max(1, window.width() - 2 * theme.px(_PAD))))
        self.rows = QVBoxLayout(self.panel)
        self.rows.setContentsMargins(*[theme.edge(_PAD)] * 4)
        self.rows.setSpacing(theme.edge(_GAP))
        column.addWidget(self.panel, 0, Align.AlignCenter)
        self.setGeometry(window.rect())
        FocusRing(self, theme)

    def appear(self) -> None:
        """Show it, with the focus where it starts."""
        self._over.installEventFilter(self)
        self.panel.installEventFilter(self)
        self._fit()
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._keep_focus)
        self.show()
        self.raise_()
        self._focus()

    def leave(self) -> None:
        """Take it away and give the focus back; once more does nothing."""
        if self.isHidden():
            return
        cast("QApplication", QApplication.instance()).focusChanged.disconnect(self._keep_focus)
        self._over.removeEventFilter(self)
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fill the window whatever its size, above whatever is drawn anew below."""
        if event.type() in _ABOVE and watched is self.parent() and not self.isHidden():
            self.setGeometry(self._over.rect())
            if self._topmost():
                self.raise_()
        elif event.type() == QEvent.Type.LayoutRequest and watched is self.panel:
            self._fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802
        """Tab goes round in the panel: the page below is out of reach."""
        stops = self._stops()
        at = self.focusWidget()
        if not stops:
            return False
        place = stops.index(at) if at in stops else -1 if forward else 0
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Darken what is below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("overlay"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell of a touch beside the panel."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.outside.emit()

    def press(self) -> bool:
        """Press the button that has the focus; whether there is one."""
        focused = self.focusWidget()
        if not isinstance(focused, QAbstractButton):
            return False
        focused.click()
        return True

    def _fit(self) -> None:
        """As high as its words need at its own width: the column around it would ask at that of the window."""
        self.panel.setMinimumHeight(self.rows.totalHeightForWidth(self.panel.width()))

    def _stops(self) -> list[QWidget]:
        """What Tab reaches in the panel, in its order."""
        found, at = [], self.nextInFocusChain()
        while at is not None and at is not self:
            can = at.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            if can and self.isAncestorOf(at) and at.isVisible() and at.isEnabled():
                found.append(at)
            at = at.nextInFocusChain()
        return found

    def _keep_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        below = new is not None and new.window() is self.window() and not self.isAncestorOf(new)
        if below and self.isVisible() and self._topmost():
            self._focus()

    def _topmost(self) -> bool:
        """Whether none was laid over it: two that keep the focus would take it from each other for ever."""
        shown = [one for one in self._over.children() if isinstance(one, Overlay) and not one.isHidden()]
        return shown[-1:] == [self]

    def _focus(self) -> None:
        if self.start is not None and isValid(self.start):
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)
