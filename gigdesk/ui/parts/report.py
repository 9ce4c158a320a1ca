"""A result that looks wrong: what is wrong with it, the whole file before it is saved, and where it lies then."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from gigdesk.services.report import ABOUT, MOST_LETTERS
from gigdesk.ui.models.job import Job
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.files import choose_place
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.parts.typing_row import TypingRow
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.choice import Option
from gigdesk.ui.widgets.choice_list import Answers, Group
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.several_list import SeveralList
from gigdesk.ui.widgets.text import Words

HOLDS = ("asked", "found", "data", "said", "not")
HOLDS_WIDTH = 656


def draw_report(job: Job[Any], desk: Desk) -> Drawn:
    """Draw the part, with the button that saves."""
    view = _ReportView(job, desk)
    back = Button(desk.t("foot.back-to-result"), desk.theme, "outline", "back")
    back.clicked.connect(lambda: job.back())  # noqa: PLW0108 - without the argument of the signal
    save = Button(desk.t("report.save"), desk.theme, "primary", "usb")
    save.setObjectName("save-report")
    save.clicked.connect(view.save)
    return Drawn(view, Foot(left=(back,), right=(save,)), view.kinds.start(), back=job.back, pick=view.kinds.pick)


class _ReportView(QWidget):
    def __init__(self, job: Job[Any], desk: Desk) -> None:
        super().__init__()
        self._job, self._desk = job, desk
        t, theme, reporting = desk.t, desk.theme, job.reporting
        column = column_in(self, theme.px(20))
        column.addWidget(Words(t("report.title"), theme, "question"))
        self._told = self._notice()
        if self._told:
            column.addWidget(self._told)
        self.kinds, self.words = self._kinds(), self._line()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(32))
        grid.setVerticalSpacing(theme.px(20))
        grid.addWidget(self._said(), 0, 0)
        grid.addWidget(self._holds(), *((1, 0) if desk.narrow else (0, 1)))
        column.addLayout(grid)
        whole = Card(theme, t("report.whole"), reporting.name)
        self._file = Words("", theme, "small", "inkSoft")
        whole.add(self._file)
        column.addWidget(whole)
        column.addStretch(1)
        self._show()

    def save(self) -> None:
        """Ask where to, and save there; nothing is written otherwise."""
        reporting = self._job.reporting
        path = choose_place(self, self._desk.t("report.save"), reporting.name, self._desk.t("report.kinds"))
        if path:
            reporting.save(path)
            self._job.show()

    def _notice(self) -> Notice | None:
        """Where the file lies, or why it was not saved."""
        t, theme, reporting = self._desk.t, self._desk.theme, self._job.reporting
        if reporting.problem:
            return Notice(t.tell("report.not-saved", {"problem": reporting.problem}), theme, "error", "body")
        return Notice(t("report.saved", file=reporting.saved), theme, "info", "body") if reporting.saved else None

    def _said(self) -> QWidget:
        holder = QWidget()
        column = column_in(holder, self._desk.theme.px(20))
        column.addWidget(Words(self._desk.t("report.line"), self._desk.theme, "body", "inkSoft"))
        column.addWidget(self.kinds)
        column.addWidget(TypingRow(self.words, self._desk))
        column.addStretch(1)
        return holder

    def _kinds(self) -> SeveralList:
        t = self._desk.t
        options = tuple(Option(about, t(f"report.about.{about}")) for about in ABOUT)
        answers = Answers((Group(options),), columns=1 if self._desk.upright else 2)
        kinds = SeveralList(answers, self._desk.theme, self._job.id, t("report.line"), self._job.reporting.about)
        kinds.changed.connect(self._note)
        return kinds

    def _line(self) -> QLineEdit:
        line = QLineEdit(self._job.reporting.words)
        line.setMaxLength(MOST_LETTERS)
        line.setAccessibleName(self._desk.t("report.words"))
        line.setPlaceholderText(self._desk.t("report.words"))
        line.setMinimumHeight(self._desk.theme.size("choice"))
        line.textChanged.connect(self._note)
        return line

    def _holds(self) -> Card:
        t, theme = self._desk.t, self._desk.theme
        card = Card(theme, t("report.holds"))
        for part in HOLDS:
            card.add(Words(t(f"report.holds.{part}"), theme, "note"), 8)
        if not self._desk.narrow:
            card.setFixedWidth(theme.px(HOLDS_WIDTH))
        return card

    def _note(self) -> None:
        """What is said now is not what was saved before."""
        if self._told:
            self._told.hide()
        self._job.reporting.say(self.kinds.chosen_keys, self.words.text())
        self._show()

    def _show(self) -> None:
        """Each sign as it stands in the file: two stars are no mark here."""
        self._file.say(self._job.reporting.file.replace("**", "*\u2060*"))
