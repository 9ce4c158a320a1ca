"""One way to pay looked at closely, line by line; what is missing can be filled in."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.compare_panel import Line, Panel
from gigdesk.ui.models.weighing import Weighing
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.explanation import working
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.row import Row
from gigdesk.ui.widgets.text import Words

LABEL_WIDTH = 140


def panel_card(panel: Panel, job: Weighing[Any], desk: Desk) -> Card:
    """The panel of the cell that is looked at."""
    theme = desk.theme
    link = LinkButton(desk.t("compare.working"), theme)
    link.setObjectName("look-compare-working")
    link.clicked.connect(partial(job.look, "compare-working"))
    card = Card(theme, panel.title, link, "rowTitle")
    card.add(Words(panel.subtitle, theme, "support", "inkSoft"))
    for notice in panel.notices:
        card.add(Notice(notice, theme), 8)
    card.column.insertSpacing(card.column.count() - 1, theme.px(8))
    for line in panel.lines:
        card.add_row(_row(line, job, desk))
    return card


def draw_working(job: Weighing[Any], desk: Desk) -> QWidget:
    """How the cell that is looked at is worked out."""
    found = job.compared_working()
    if isinstance(found, str):
        return said(found, desk)
    notices = [Notice(notice, desk.theme) for notice in found.notices]
    return working(found.explanation, desk, [Words(found.title, desk.theme, "section"), *notices])


def said(why: str, desk: Desk) -> QWidget:
    """Why there is nothing to compare."""
    holder = QWidget()
    column = column_in(holder, 0)
    column.addWidget(Notice(why, desk.theme, "warn", "body"))
    column.addStretch(1)
    return holder


def _row(line: Line, job: Weighing[Any], desk: Desk) -> Row:
    theme = desk.theme
    row = Row(theme, f"{line.label} {line.value}", f"{line.note} {line.link}".strip(), pressable=bool(line.ask))
    label = Words(line.label, theme, "support", "inkSoft")
    label.setFixedWidth(theme.px(LABEL_WIDTH))
    row.line.setSpacing(theme.px(8))
    row.line.setContentsMargins(0, theme.px(6), 0, theme.px(6))
    row.add(label)
    row.add(_words(Line(line.value, line.note), desk), 1)
    if line.ask:
        row.add(LinkButton(line.link, theme, inline=True))
        row.setObjectName(f"fill-{line.ask}")
        row.clicked.connect(partial(job.fill_in, line.ask))
    return row


def _words(line: Line, desk: Desk) -> QWidget:
    holder = QWidget()
    column = column_in(holder, 0)
    column.addWidget(Words(line.label, desk.theme, "noteBold"))
    if line.value:
        column.addWidget(Words(line.value, desk.theme, "small", "inkSoft"))
    return holder
