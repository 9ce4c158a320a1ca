"""The data page itself: one verdict for all, the table, where nothing of a person goes, and the quieter ways on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from gigdesk.services.words import Chip
from gigdesk.ui.models.data import BACK, DataModel, DataView
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.data.table import table
from gigdesk.ui.parts.data.update import band
from gigdesk.ui.parts.explanation import chips, page_link, stacked
from gigdesk.ui.parts.layout import column_in, row_in
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.flow import Flow
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import Icon
from gigdesk.ui.widgets.text import Align, Words
from gigdesk.ui.widgets.verdict import Finding, Verdict

IMPORTING, PROOF = "importing", "proof"


class DataPage(QWidget):
    """The page."""

    def __init__(self, view: DataView, model: DataModel, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        column = column_in(self, theme.px(14))
        sign = theme.sign("ages", view.verdict.state)
        if view.verdict.sealed:
            sign = replace(sign, icon="seal")
        column.addWidget(Verdict(Finding(sign, view.verdict.title, view.verdict.line), theme))
        above = band(model, desk)
        if above:
            column.addWidget(above)
        if view.news:
            column.addWidget(Notice(view.news, theme, "info", "body"))
        column.addWidget(table(view.lines, desk))
        if view.feeds:
            column.addWidget(_feeds(view, desk))
        column.addLayout(_foot(view, desk))
        column.addWidget(_ways(view, model, desk))
        column.addStretch(1)


def _feeds(view: DataView, desk: Desk) -> Card:
    """The public feeds that were asked on this machine."""
    card = Card(desk.theme, desk.t("data.feeds"))
    for title, stands in view.feeds:
        row = QWidget()
        words = column_in(row, 0)
        words.addWidget(Words(title, desk.theme, "bodyBold"))
        words.addWidget(Words(stands, desk.theme, "support", "inkSoft"))
        card.add_row(row)
    return card


def _foot(view: DataView, desk: Desk) -> QBoxLayout:
    """Where nothing of a person goes, and what the release is called and signed by."""
    theme = desk.theme
    row = QBoxLayout(QBoxLayout.Direction.TopToBottom if desk.narrow else QBoxLayout.Direction.LeftToRight)
    row.setSpacing(theme.px(14 if desk.narrow else 24))
    privacy = QWidget()
    words = row_in(privacy, theme.px(16))
    words.addWidget(Icon(theme, "lock", "ink"), 0, Align.AlignTop)
    words.addWidget(Words(view.privacy, theme, "support"), 1)
    row.addWidget(privacy, 1)
    shown = [Chip(view.release, "official"), Chip(view.signature, "official")]
    row.addWidget(chips(shown, theme), 0, Align.AlignLeft if desk.narrow else Align.AlignVCenter)
    return row


def _ways(view: DataView, model: DataModel, desk: Desk) -> QWidget:
    """What is seldom wanted, by links."""
    t = desk.t
    holder = QWidget()
    row = Flow(holder, desk.theme.px(40), 0)
    row.addWidget(page_link(PROOF, view.proof or t("data.proof.see"), desk))
    if desk.session.locked:
        return holder
    row.addWidget(page_link(IMPORTING, t("importing.open-page"), desk))
    if view.older:
        row.addWidget(_link("roll-back", t(f"data.{model.way()}"), model, BACK, desk))
    return holder


def _link(name: str, words: str, model: DataModel, part: str, desk: Desk) -> LinkButton:
    link = LinkButton(words, desk.theme)
    link.setObjectName(name)
    link.clicked.connect(partial(model.look, part))
    return link


def changes_page(model: DataModel, desk: Desk) -> QWidget:
    """What the release in use changed, sentence by sentence."""
    between, said = model.changes()
    return _titled(desk.t("changes.title"), between, [Words(line, desk.theme, "body") for line in said], desk)


def older_page(model: DataModel, desk: Desk) -> QWidget:
    """Asked once more before an older release takes the place of this one."""
    title, detail = model.older_words()
    theme = desk.theme
    about = QWidget()
    column = column_in(about, theme.px(4))
    column.addWidget(Words(title, theme, "rowTitle"))
    column.addWidget(Words(detail, theme, "support", "inkSoft"))
    return _titled(
        desk.t(f"data.{model.way()}.sure"), desk.t(f"data.{model.way()}.hint"), [about] if title else [], desk
    )


def _titled(title: str, under: str, rows: list[QWidget], desk: Desk) -> QWidget:
    """A heading, what to know, and rows on a card."""
    theme = desk.theme
    holder = QWidget()
    column = column_in(holder, theme.px(20))
    column.addWidget(Words(title, theme, "question"))
    column.addWidget(Words(under, theme, "body", "inkSoft"))
    if rows:
        card = Card(theme)
        card.add(stacked(rows, theme))
        column.addWidget(card)
    column.addStretch(1)
    return holder
