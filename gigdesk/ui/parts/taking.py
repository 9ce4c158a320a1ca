"""Taking a table or its chart away: to the clipboard, or into a file where the person says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gigdesk.reports.tables import Taken
from gigdesk.ui.models.taking import PICTURES, TABLES, Taking
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.files import choose_place
from gigdesk.ui.parts.layout import Started, column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.picture import Picture, png, svg
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Words

DRAW = {".png": png, ".svg": svg}


@dataclass(frozen=True)
class Offer:
    """What can be taken away: the part it is of, its table, and its picture where it has one."""

    part: str
    taken: Taken
    picture: Picture | None = None


class TakingPart(Started):
    """The ways to take a part away; what became of it is said above them."""

    def __init__(self, offer: Offer, taking: Taking, desk: Desk, show: Callable[[], None]) -> None:
        super().__init__()
        theme, t = desk.theme, desk.t
        column = column_in(self, theme.px(20))
        column.addWidget(Words(t("take.heading"), theme, "question"))
        column.addWidget(Words(offer.taken.table.title, theme, "body", "inkSoft"))
        if notice := told(taking, desk):
            column.addWidget(notice)
        ways = TakingWays(offer, taking, desk, show)
        self.start = ways.start
        column.addWidget(ways)
        column.addStretch(1)


def told(taking: Taking, desk: Desk) -> Notice | None:
    """Where the file lies, or why it was not saved."""
    t, theme = desk.t, desk.theme
    if taking.problem:
        return Notice(t.tell("take.not-saved", {"problem": taking.problem}), theme, "error", "body")
    if taking.saved:
        return Notice(t("take.saved", file=Path(taking.saved)), theme, "info", "body")
    return Notice(t("take.copied"), theme, "info", "body") if taking.copied else None


class TakingWays(Started):
    """A button for each way: the table, and beside it the picture."""

    def __init__(self, offer: Offer, taking: Taking, desk: Desk, show: Callable[[], None]) -> None:
        super().__init__()
        self._offer, self._taking, self._desk, self._show = offer, taking, desk, show
        theme, t = desk.theme, desk.t
        column = column_in(self, theme.px(20))
        table = Card(theme, t("take.table"))
        self.start = self._way(table, "copy", "doc", self._copy)
        parts = [(TABLES, table), (PICTURES, Card(theme, t("take.chart")))] if offer.picture else [(TABLES, table)]
        across = QVBoxLayout() if desk.narrow else QHBoxLayout()
        across.setSpacing(theme.px(28))
        for endings, card in parts:
            for ending in endings:
                self._way(card, ending.lstrip("."), "usb", partial(self._save, ending))
            across.addWidget(card, 1)
        column.addLayout(across)
        column.addWidget(Words(t("take.cleared"), theme, "support", "inkSoft"))

    def _way(self, card: Card, name: str, icon: str, act: Callable[[], None]) -> Button:
        theme, t = self._desk.theme, self._desk.t
        button = Button(t(f"take.{name}"), theme, "tinted", icon)
        button.setObjectName(f"take-{name}")
        button.clicked.connect(lambda: act())  # noqa: PLW0108 - without the argument of the signal
        card.add(button, 12)
        return button

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._taking.text(self._offer.taken))
        self._show()

    def _save(self, ending: str) -> None:
        """Ask where to, and save there; nothing is written otherwise."""
        kinds, name = self._desk.t(f"take.kinds{ending}"), self._taking.name(self._offer.part, ending)
        path = choose_place(self, self._desk.t(f"take.{ending.lstrip('.')}"), name, kinds)
        if path:
            self._taking.save(path, partial(self._file, ending))
            self._show()

    def _file(self, ending: str) -> bytes:
        if self._offer.picture and ending in DRAW:
            return DRAW[ending](self._offer.picture, self._desk.theme)
        return self._taking.table(self._offer.taken, ending)
