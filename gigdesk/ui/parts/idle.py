"""Is anybody still there? A countdown over the page, and two ways to answer it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gigdesk.store.texts import Texts
from gigdesk.ui.models.kiosk import WARNING
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.countdown import Countdown, Left
from gigdesk.ui.widgets.overlay import Overlay
from gigdesk.ui.widgets.text import Align, Words

WIDTH, STILL_HERE = 880, 112
_MOVES = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class IdleWarning(Overlay):
    """A touch beside the panel, and any key that neither moves nor presses, count as being there."""

    here = Signal()
    clear = Signal()

    def __init__(self, window: QWidget, theme: Theme, t: Texts) -> None:
        super().__init__(window, theme, WIDTH)
        self.setObjectName("idle")
        self._t = t
        self._countdown = Countdown(self._left(WARNING), theme)
        self.still = Button(t("idle.here"), theme, "primary", "user")
        self.still.setMinimumHeight(theme.px(STILL_HERE))
        now = Button(t("idle.clear"), theme, "outline", "clear")
        self.rows.addWidget(Words(t("idle.title"), theme, "resultTitle", "ink", Align.AlignHCenter))
        self.rows.addWidget(Words(t("idle.line"), theme, "body", "inkSoft", Align.AlignHCenter))
        self.rows.addSpacing(theme.px(8))
        for widget in (self._countdown, self.still, now):
            self.rows.addWidget(widget)
        self.start = self.still
        self.still.clicked.connect(self.here)
        self.outside.connect(self.here)
        now.clicked.connect(self.clear)

    def count(self, seconds: int) -> None:
        """Show how many seconds are left."""
        self._countdown.tell(self._left(seconds))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button in focus, the arrows move, anything else is somebody who is there."""
        if event.key() not in _MOVES and not (event.key() in _PRESSES and self.press()):
            self.here.emit()

    def _left(self, seconds: int) -> Left:
        return Left(seconds, WARNING, self._t("idle.left", seconds=seconds))
