"""A tinted box with an icon: what to know, what is provisional, what went wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.row import Icon
from gigdesk.ui.widgets.text import Align, Words


class Notice(QFrame):
    """`warn`, `info` or `error`; `plain` is an information on a card of its own."""

    def __init__(self, text: str, theme: Theme, tone: str = "warn", kind: str = "chip") -> None:
        super().__init__()
        self.setProperty("role", "card" if tone == "plain" else "notice")
        self.setProperty("tone", tone)
        sign = theme.sign("notices", "info" if tone == "plain" else tone)
        colour = "primary" if tone == "plain" else sign.colour
        row = QHBoxLayout(self)
        ends = theme.px(14 if tone == "plain" else 8)
        row.setContentsMargins(theme.px(16), ends, theme.px(16), ends)
        row.setSpacing(theme.px(14))
        row.addWidget(Icon(theme, sign.icon, colour, 40 if tone == "plain" else 30), 0, Align.AlignVCenter)
        row.addWidget(Words(text, theme, kind, "ink" if tone == "plain" else sign.colour), 1)
        self.setAccessibleName(text)
