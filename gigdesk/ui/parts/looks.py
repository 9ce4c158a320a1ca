"""How the window of this machine looks: chosen once, kept for whoever comes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gigdesk.store.style import STYLES, Style
from gigdesk.store.texts import Texts
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.closable import Closable
from gigdesk.ui.widgets.segments import Segment, Segments
from gigdesk.ui.widgets.text import Words

WIDTH = 980


class LooksPanel(Closable):
    """One row for each choice. `chosen` carries the field and what it is to be."""

    chosen = Signal(str, str)

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
        self.add_close(t("looks.close"), "check")
