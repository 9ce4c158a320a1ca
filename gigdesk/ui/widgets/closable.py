"""A panel over the page that whoever opened it closes again: by its button, Escape, or a touch beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.overlay import Overlay


class Closable(Overlay):
    """`closed` when it is over."""

    closed = Signal()

    def add_close(self, words: str, icon: str) -> Button:
        """Put the button that closes it below what stands there; the keyboard starts on it."""
        close = Button(words, self._theme, "primary", icon)
        close.clicked.connect(self.closed)
        self.outside.connect(self.closed)
        self.rows.addWidget(close)
        self.start = close
        return close

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes, Enter presses what has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press()
