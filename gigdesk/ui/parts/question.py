"""A question on a page: sign and progress, the question, its answers, and why it is asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.ask import Ask, Way
from gigdesk.ui.models.asking import Asking
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.entries import entry_for
from gigdesk.ui.parts.entry import Entry
from gigdesk.ui.parts.glossary import words_link
from gigdesk.ui.parts.layout import WHY_GAP, WHY_WIDTH, column_in, row_in
from gigdesk.ui.parts.occupation_entry import Search
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.cards import Card, rule
from gigdesk.ui.widgets.charts.step_dots import Progress
from gigdesk.ui.widgets.headings import QuestionHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.phone import Moment, OrderLog, Phone
from gigdesk.ui.widgets.text import Align, Words

Take = Callable[[Way], None]
ORDER_TIMES = (("accepted", "11:48:20"), ("at_pickup", "11:55:07"), ("picked_up", "12:01:33"), ("completed", ""))


class QuestionView(QWidget):
    """One question. `commit` notes what stands in it, for those answers that are not noted by choosing.

    What is `below` stands under why it is asked.
    """

    def __init__(
        self, asking: Asking, desk: Desk, take: Take, search: Search | None = None, below: QWidget | None = None
    ) -> None:
        super().__init__()
        self._desk, self._take = desk, take
        ask, theme = asking.current, desk.theme
        self.entry: Entry = entry_for(ask, asking, desk, search)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(WHY_GAP))
        grid.setVerticalSpacing(theme.px(20))
        grid.addLayout(self._left(asking, ask), 0, 0)
        why = self._beside(asking, ask, below)
        if desk.narrow:
            grid.addWidget(why, 1, 0)
            grid.setRowStretch(2, 1)
        else:
            why.setFixedWidth(theme.px(WHY_WIDTH))
            grid.addWidget(why, 0, 1, Align.AlignTop)
            grid.setColumnStretch(0, 1)

    def commit(self) -> None:
        """Note the answer that stands in the entry."""
        self.entry.commit()

    def keep(self) -> None:
        """Note it before the page is drawn anew."""
        self.entry.keep()

    def _left(self, asking: Asking, ask: Ask) -> QVBoxLayout:
        theme, t = self._desk.theme, self._desk.t
        at, of = asking.progress
        progress = Progress(at, of, t("ask.progress", at=at, of=of))
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(QuestionHead(theme.sign("jobs", asking.sign), t(f"job.{asking.job}"), progress, theme))
        column.addWidget(Words(asking.title(ask), theme, "question"))
        column.addWidget(Words(asking.hint(ask), theme, "body", "inkSoft"))
        if asking.message:
            notice = Notice(asking.message, theme, "error", "support")
            column.addWidget(notice)
            asking.hushed = notice.hide
        else:
            asking.hushed = lambda: None
        column.addSpacing(theme.px(4))
        column.addWidget(self.entry.widget)
        column.addStretch(1)
        return column

    def _beside(self, asking: Asking, ask: Ask, below: QWidget | None) -> QWidget:
        """Why it is asked, the words it uses, and below them the other ways on."""
        holder = QWidget()
        column = column_in(holder, self._desk.theme.px(20))
        column.addWidget(self._why(asking, ask))
        link = words_link("\n".join((asking.title(ask), asking.hint(ask), asking.why(ask))), self._desk)
        if link:
            column.addWidget(link, 0, Align.AlignLeft)
        if ask.ways:
            column.addWidget(self._ways(ask))
        if below:
            column.addWidget(below)
        return holder

    def _ways(self, ask: Ask) -> Card:
        theme, t = self._desk.theme, self._desk.t
        ways = Card(theme, t("way.title"))
        for way in ask.ways:
            link = LinkButton(t(f"way.{way.id}"), theme)
            link.setObjectName(f"way-{way.id}")
            link.clicked.connect(partial(self._take, way))
            line = QWidget()
            row = row_in(line, 0)
            row.addWidget(link)
            row.addStretch(1)
            ways.add(line, 8)
        return ways

    def _why(self, asking: Asking, ask: Ask) -> QWidget:
        theme, t = self._desk.theme, self._desk.t
        card = Card(theme, t("ask.why"))
        card.add(Words(asking.why(ask), theme, "body"), 8)
        if ask.phone:
            card.add(rule(theme), 20)
            card.add(Words(t("ask.where"), theme, "rowTitle"), 16)
            moments = tuple(Moment(t(f"phone.{state}"), time) for state, time in ORDER_TIMES)
            row = QHBoxLayout()
            row.setSpacing(theme.px(24))
            row.addWidget(Phone(OrderLog(t("phone.title"), moments, 2, t("phone.sentence")), theme))
            row.addWidget(Words(t("phone.sentence"), theme, "support", "inkSoft"), 1, Align.AlignTop)
            card.column.addSpacing(theme.px(12))
            card.column.addLayout(row)
        return card
