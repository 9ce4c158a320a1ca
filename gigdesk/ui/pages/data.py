"""The data page: one verdict for all, a row for each dataset, where nothing of a person goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.data import DataModel, DataView
from gigdesk.ui.models.datasets import DatasetLine
from gigdesk.ui.models.words import Chip
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.explanation import chips, page_link
from gigdesk.ui.parts.layout import column_in, row_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.age_bar import Age, AgeBar
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import Icon
from gigdesk.ui.widgets.text import Align, Words
from gigdesk.ui.widgets.verdict import Finding, Verdict

HOME = "home"
IMPORTING = "importing"
SHARES = (40, 16, 24, 20, 18)
HEADS = ("data", "published", "age", "next", "state")


def draw(model: DataModel, desk: Desk) -> Drawn:
    """Draw the page."""
    view = model.view()
    back = Button(desk.t("foot.back"), desk.theme, "outline", "back")
    back.clicked.connect(lambda: desk.go(HOME))
    bring = Button(desk.t("importing.open-page"), desk.theme, "outline", "usb")
    bring.setObjectName("importing")
    bring.clicked.connect(lambda: desk.go(IMPORTING))
    body = Notice(view, desk.theme, "info", "body") if isinstance(view, str) else _Data(view, desk)
    return Drawn(body, Foot(left=(back,), right=(bring,)), back=lambda: desk.go(HOME))


class _Data(QWidget):
    def __init__(self, view: DataView, desk: Desk) -> None:
        super().__init__()
        theme, t = desk.theme, desk.t
        column = column_in(self, theme.px(18))
        sign = theme.sign("ages", view.state)
        column.addWidget(Verdict(Finding(sign, view.title, view.line), theme))
        card = Card(theme)
        if not desk.narrow:
            heads = [Words(t(f"data.head.{name}"), theme, "support", "inkSoft") for name in HEADS]
            card.add(_cells(heads, desk))
        for line in view.lines:
            card.add_row(_row(line, desk))
        column.addWidget(card)
        shown = [Chip(view.release, "official"), Chip(view.proof, "official")]
        foot = QHBoxLayout()
        foot.addWidget(chips(shown, theme, "" if desk.narrow else view.privacy), 1)
        foot.addWidget(page_link("proof", t("data.proof.see"), desk))
        column.addLayout(foot)
        if desk.narrow:
            column.addWidget(Words(view.privacy, theme, "support", "inkSoft"))
        column.addStretch(1)


def _row(line: DatasetLine, desk: Desk) -> QWidget:
    theme = desk.theme
    what = QWidget()
    row = row_in(what, theme.px(24))
    row.addWidget(Icon(theme, line.icon, "primary", 40))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(line.name, theme, "bodyBold"))
    words.addWidget(Words(line.detail, theme, "support", "inkSoft"))
    row.addLayout(words, 1)
    sign = theme.sign("ages", line.freshness)
    state = QWidget()
    side = QHBoxLayout(state)
    side.setContentsMargins(0, 0, 0, 0)
    side.addWidget(Icon(theme, sign.icon, sign.colour))
    side.addWidget(Words(line.word, theme, "bodyBold", sign.colour), 1)
    age = AgeBar(Age(line.share, line.freshness, line.age), theme)
    return _cells([what, Words(line.published, theme, "body"), age, Words(line.expected, theme, "body"), state], desk)


def _cells(widgets: Sequence[QWidget], desk: Desk) -> QWidget:
    """Five columns; in an upright window two lines."""
    theme = desk.theme
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, theme.px(6), 0, theme.px(6))
    grid.setHorizontalSpacing(theme.px(24))
    for at, widget in enumerate(widgets):
        if desk.narrow:
            row, place = (0, 0) if at == 0 else (1, at - 1)
            grid.addWidget(widget, row, place, 1, len(widgets) - 1 if at == 0 else 1, Align.AlignVCenter)
        else:
            grid.addWidget(widget, 0, at, Align.AlignVCenter)
            grid.setColumnStretch(at, SHARES[at])
    return holder
