"""What the steps of an import share: the sentence on top, what was refused, and the buttons of the bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.importing import ImportingModel
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import Started, column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Words

JOB = "data"


class StepPage(Started):
    """A step: its title and hint, what was refused or done, and below it what `fill` adds."""

    def __init__(self, model: ImportingModel, desk: Desk, title: str, hint: str) -> None:
        super().__init__()
        self.column: QVBoxLayout = column_in(self, desk.theme.px(20))
        self.column.addWidget(ResultHead(desk.theme.sign("jobs", JOB), title, hint, desk.theme))
        if model.message:
            self.column.addWidget(Notice(model.message, desk.theme, "error", "support"))
        if model.removed:
            self.column.addWidget(Notice(model.removed, desk.theme, "info", "support"))

    def fill(self, *parts: QWidget | QLayout) -> None:
        """Add parts, and leave the rest of the room below them."""
        for part in parts:
            self.column.addWidget(part) if isinstance(part, QWidget) else self.column.addLayout(part)
        self.column.addStretch(1)


def button(words: str, desk: Desk, look: str, press: Callable[[], object], name: str = "") -> Button:
    """A button that does something; `look` is its role and its icon, `name` what it is found by."""
    role, _, icon = look.partition(" ")
    found = Button(words, desk.theme, role, icon)
    found.clicked.connect(lambda: press())  # noqa: PLW0108 - without the argument of the signal
    found.setObjectName(name)
    return found


def soft(text: str, desk: Desk, kind: str = "support") -> Words:
    """Words that stand back."""
    return Words(text, desk.theme, kind, "inkSoft")
