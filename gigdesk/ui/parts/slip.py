"""Taking a slip home: what stands on it, and on which paper; saved where the person says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.reports.slip.codes import Code
from gigdesk.reports.slip.document import Slip
from gigdesk.reports.slip.paint import A4, PAPERS, Paper, draw_on, pdf
from gigdesk.reports.slip.parts import parts
from gigdesk.ui.models.job import Job
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.files import choose_place
from gigdesk.ui.parts.layout import column_in, side_by_side
from gigdesk.ui.parts.printing import choose_printer, own_printer
from gigdesk.ui.parts.taking import Offer, TakingWays, told
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.picture import Picture
from gigdesk.ui.widgets.code_square import CodeSquare
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Words

ENDING = ".pdf"


def draw_slip(job: Job[Any], desk: Desk, picture: Picture | None = None) -> Drawn:
    """Draw the part, with a button for each paper, and the ways to take the table and the picture of the result."""
    view = _SlipView(job, desk, picture)
    back = _button("foot.back-to-result", "outline", "back", desk, job.back)
    return Drawn(view, Foot(left=(back,)), view.start, back=job.back)


class _SlipView(QWidget):
    def __init__(self, job: Job[Any], desk: Desk, picture: Picture | None) -> None:
        super().__init__()
        self._job, self._desk = job, desk
        theme, t, slip = desk.theme, desk.t, job.slipping.slip()
        column = column_in(self, theme.px(20))
        column.addWidget(Words(t("slip.take.heading"), theme, "question"))
        column.addWidget(Words(t("slip.take.line"), theme, "body", "inkSoft"))
        if told := self._told():
            column.addWidget(told)
        self.start: QWidget | None = None
        across = QVBoxLayout() if desk.narrow else QHBoxLayout()
        across.setSpacing(theme.px(28))
        for paper in PAPERS.values() if slip and not desk.session.locked else ():
            button = _button(f"slip.take.{paper.name}", "tinted", "usb", desk, partial(self._save, paper))
            button.setObjectName(f"slip-{paper.name}")
            self.start = self.start or button
            across.addWidget(button, 1)
        if slip:
            button = _button("slip.take.print", "tinted", "print", desk, self._print)
            button.setObjectName("slip-print")
            self.start = self.start or button
            across.addWidget(button, 1)
        column.addLayout(across)
        if slip:
            column.addWidget(_taken(slip, desk))
        taken = None if desk.session.locked else job.table_now()
        if taken:
            column.addWidget(TakingWays(Offer(job.id, taken, picture), job.slipping, desk, job.show))
        column.addStretch(1)

    def _save(self, paper: Paper) -> None:
        """Ask where to, and save there; nothing is written otherwise."""
        t, slipping = self._desk.t, self._job.slipping
        slip = slipping.slip()
        name = slipping.name(paper.name, ENDING)
        path = choose_place(self, t(f"slip.take.{paper.name}"), name, t("slip.take.kinds"))
        if path and slip:
            slipping.save(path, lambda: pdf(slip, paper, t))
            self._job.show()

    def _print(self) -> None:
        """Ask on which printer, and print there; at a kiosk on its own."""
        t, slipping, locked = self._desk.t, self._job.slipping, self._desk.session.locked
        slip, printer = slipping.slip(), own_printer() if locked else choose_printer(self, t("slip.take.print"))
        if locked and printer is None:
            slipping.no_printer()
            self._job.show()
        elif printer and slip:
            slipping.hand_over(lambda: draw_on(printer, slip, A4, t))
            self._job.show()

    def _told(self) -> Notice | None:
        """What became of printing or saving."""
        done = self._job.slipping.printed
        if done is None:
            return told(self._job.slipping, self._desk)
        words = self._desk.t("slip.take.printed" if done else "slip.take.not-printed")
        return Notice(words, self._desk.theme, "info" if done else "error", "body")


def _holds(slip: Slip, desk: Desk) -> Card:
    """What stands on it: the verdict, and each part with how much is in it."""
    card = Card(desk.theme, desk.t("slip.take.holds"))
    card.add(Words(f"{slip.verdict} {slip.amount}".strip(), desk.theme, "bodyBold"), 8)
    for part in parts(slip, desk.t):
        count = desk.t("fold.count", count=len(part.lines))
        card.add(Words(f"{part.title} · {count}", desk.theme, "note"), 8)
    card.add(Words(f"{desk.t('slip.code')} {slip.code}", desk.theme, "note", "inkSoft"), 8)
    return card


def _taken(slip: Slip, desk: Desk) -> QWidget:
    """What stands on it, and beside it the codes where they are not too many."""
    if not slip.carried:
        return _holds(slip, desk)
    holder = QWidget()
    side_by_side(holder, _holds(slip, desk), _on_screen(slip, slip.carried, desk), desk)
    return holder


def _on_screen(slip: Slip, codes: Sequence[Code], desk: Desk) -> Card:
    """The codes, large enough for a telephone to take a photo of."""
    t, theme = desk.t, desk.theme
    card = Card(theme, t("slip.on-screen"))
    if len(codes) > 1:
        card.add(Words(t("slip.on-screen.two"), theme, "note"), 8)
    if desk.session.book.allowed:
        card.add(Words(t("slip.on-screen.code", code=slip.code), theme, "note"), 8)
    squares = QWidget()
    row = column_in(squares, theme.px(28))
    for code in codes:
        row.addWidget(CodeSquare(code, theme, t("slip.on-screen")))
    card.add(squares, 8)
    return card


def _button(key: str, role: str, icon: str, desk: Desk, press: Callable[[], object]) -> Button:
    button = Button(desk.t(key), desk.theme, role, icon)
    button.clicked.connect(lambda: press())  # noqa: PLW0108 - without the argument of the signal
    return button
