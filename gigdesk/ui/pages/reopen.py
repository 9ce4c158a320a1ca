"""A slip from last time: shown again, read, and gone on with."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gigdesk.ui.models.reopening import ReopenModel, SlipView
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.bringing import Scanned, Seen, Typed
from gigdesk.ui.parts.layout import column_in, side_by_side
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import KeyValueRow, Value
from gigdesk.ui.widgets.text import Words

HOME = "home"
LABEL_WIDTH, NARROW_LABEL_WIDTH = 420, 360


def draw(model: ReopenModel, desk: Desk) -> Drawn:
    """Draw the ways to show a slip, or what stands on the one that was read."""
    view = model.view()
    return _ways(model, desk) if view is None else _slip(view, model, desk)


def _ways(model: ReopenModel, desk: Desk) -> Drawn:
    def leave() -> None:
        model.restart()
        desk.go(HOME)

    scanned, body = Scanned(model, desk), QWidget()
    typed = Typed(model, desk) if desk.session.book.allowed else None
    column = column_in(body, desk.theme.px(20))
    column.addWidget(Words(desk.t("reopen.title"), desk.theme, "question"))
    column.addWidget(Words(desk.t("reopen.line"), desk.theme, "body", "inkSoft"))
    for said, tone in ((model.problem, "error"), (model.hint, "info")):
        if said:
            column.addWidget(Notice(said, desk.theme, tone, "body"))
    ways = QWidget()
    seen = Seen(model, desk)
    left, right = ([scanned, seen], [typed]) if typed else ([scanned], [seen])
    side_by_side(ways, _stacked(left, desk), _stacked(right, desk), desk)
    column.addWidget(ways)
    column.addStretch(1)

    def enter() -> None:
        if typed and typed.field.text():
            typed.take()
        else:
            scanned.take()

    back, onward = _button("foot.back", "outline", "back", desk), _button("reopen.open", "continue", "", desk)
    back.clicked.connect(leave)
    onward.clicked.connect(enter)
    return Drawn(body, Foot(left=(back,), right=(onward,)), scanned.field, enter=enter, back=leave)


def _slip(view: SlipView, model: ReopenModel, desk: Desk) -> Drawn:
    theme, t = desk.theme, desk.t

    def again() -> None:
        model.restart()
        model.show()

    body = QWidget()
    column = column_in(body, theme.px(20))
    column.addWidget(Words(view.job, theme, "question"))
    column.addWidget(Notice("\n".join(view.told), theme, "warn" if view.changed else "info", "body"))
    if not view.whole:
        column.addWidget(Notice(t("reopen.not-whole"), theme, "info", "body"))
    cards = QWidget()
    width = NARROW_LABEL_WIDTH if desk.narrow else LABEL_WIDTH
    answers = _card("reopen.answers", view.answers, desk, width)
    side_by_side(cards, _stacked([answers], desk), _stacked([_card("reopen.slip", view.facts, desk)], desk), desk)
    column.addWidget(cards)
    column.addStretch(1)
    back, onward = _button("reopen.another", "outline", "back", desk), _button("reopen.go-on", "continue", "", desk)
    back.clicked.connect(again)
    onward.clicked.connect(lambda: desk.go(model.leads_to))
    return Drawn(body, Foot(left=(back,), right=(onward,)), onward, enter=onward.click, back=again)


def _card(key: str, rows: Iterable[tuple[str, str]], desk: Desk, width: int = 0) -> Card:
    card = Card(desk.theme, desk.t(key))
    for label, value in rows:
        card.add_row(KeyValueRow(Value(label, value), desk.theme, width))
    return card


def _stacked(cards: Iterable[QWidget], desk: Desk) -> QWidget:
    holder = QWidget()
    column: QVBoxLayout = column_in(holder, desk.theme.px(16))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return holder


def _button(key: str, role: str, icon: str, desk: Desk) -> Button:
    button = Button(desk.t(key), desk.theme, role, icon, after="next" if role == "continue" else "")
    button.setObjectName(key.replace(".", "-"))
    return button
