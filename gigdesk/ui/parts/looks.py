"""How the window of this machine looks: chosen once, kept for whoever comes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gigdesk.store.style import STYLES, Style
from gigdesk.store.texts import Texts
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.overlay import Overlay
from gigdesk.ui.widgets.segments import Segment, Segments
from gigdesk.ui.widgets.text import Words

WIDTH = 980


class LooksPanel(Overlay):
    """One row for each choice. `chosen` carries the field and what it is to be; `closed` that it is over."""

    chosen = Signal(str, str)
    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme, t: Texts, style: Style, message: str = "") -> None:
        super().__init__(window, theme, WIDTH)
        self.setObjectName("looks")
        self.rows.addWidget(Words(t("looks.title"), theme, "resultTitle"))
        told = Words(message or t("looks.line"), theme, "body", "error" if message else "inkSoft")
        self.rows.addWidget(told)
        self.choices: dict[str, Segments] = {}
        for field, keys in STYLES.items():
            named = [Segment(key, t(f"looks.{field}.{key}"), t(f"looks.{field}.{key}")) for key in keys]
            choice = Segments(named, theme, getattr(style, field), t(f"looks.{field}"))
            choice.chosen.connect(partial(self.chosen.emit, field))
            self.choices[field] = choice
            self.rows.addWidget(Words(t(f"looks.{field}"), theme, "supportBold", "inkSoft"))
            self.rows.addWidget(choice)
        close = Button(t("looks.close"), theme, "primary", "check")
        close.clicked.connect(self.closed)
        self.outside.connect(self.closed)
        self.rows.addWidget(close)
        self.start = close

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes, Enter presses what has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press()
