"""Taking a table or its chart away: to the clipboard, or into a file where the person says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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
    """What can be taken away: the part it is of, its table and its picture."""

    part: str
    taken: Taken
    picture: Picture


class TakingPart(Started):
    """A button for each way; what became of it is said above them."""

    def __init__(self, offer: Offer, taking: Taking, desk: Desk, show: Callable[[], None]) -> None:
        super().__init__()
        self._offer, self._taking, self._desk, self._show = offer, taking, desk, show
        theme, t = desk.theme, desk.t
        column = column_in(self, theme.px(20))
        column.addWidget(Words(t("take.heading"), theme, "question"))
        column.addWidget(Words(offer.taken.table.title, theme, "body", "inkSoft"))
        if told := self._told():
            column.addWidget(told)
        table, chart = Card(theme, t("take.table")), Card(theme, t("take.chart"))
        self.start = self._way(table, "copy", "doc", self._copy)
        for endings, card in ((TABLES, table), (PICTURES, chart)):
            for ending in endings:
                self._way(card, ending.lstrip("."), "usb", partial(self._save, ending))
        across = QVBoxLayout() if desk.narrow else QHBoxLayout()
        across.setSpacing(theme.px(28))
        across.addWidget(table, 1)
        across.addWidget(chart, 1)
        column.addLayout(across)
        column.addWidget(Words(t("take.cleared"), theme, "support", "inkSoft"))
        column.addStretch(1)

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
        if ending in DRAW:
            return DRAW[ending](self._offer.picture, self._desk.theme)
        return self._taking.table(self._offer.taken, ending)

    def _told(self) -> QWidget | None:
        """Where the file lies, or why it was not saved."""
        t, theme, taking = self._desk.t, self._desk.theme, self._taking
        if taking.problem:
            return Notice(t.tell("take.not-saved", {"problem": taking.problem}), theme, "error", "body")
        if taking.saved:
            return Notice(t("take.saved", file=Path(taking.saved)), theme, "info", "body")
        return Notice(t("take.copied"), theme, "info", "body") if taking.copied else None
