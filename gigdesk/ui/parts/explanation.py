"""What stands behind the folds of a result: the working line by line, and every source in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gigdesk.services.explain import Explanation, SourceLine, WorkingLine
from gigdesk.services.words import Chip as ChipWords
from gigdesk.services.words import ReasonLine
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import column_in, row_in
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.cards import Card, rule
from gigdesk.ui.widgets.chip import Chip
from gigdesk.ui.widgets.flow import Flow
from gigdesk.ui.widgets.fold import Fold, FoldGroup, FoldWords
from gigdesk.ui.widgets.rows import Reason, ReasonRow
from gigdesk.ui.widgets.text import Align, Words

LINKS = "links"
"""The row of ways to what stands behind a result."""
STATES = {"met": "met", "not_met": "not_met", "unknown": "unknown", "to_check": "check"}
"""How a reason stands, as its row is drawn."""
SHARES = (7, 8, 5, 10)
"""How a line of the working divides the width: what, how, how much, on whose word."""


def because(title: str, reasons: Sequence[ReasonLine], theme: Theme) -> Card:
    """Why a result is what it is: each reason with how it stands and what it rests on."""
    card = Card(theme, title)
    for reason in reasons:
        chip = (reason.chip.text, reason.chip.status) if reason.chip else ("", "official")
        card.add_row(ReasonRow(Reason(STATES[reason.state], reason.text, *chip), theme, pressable=False))
    return card


def folds(explanation: Explanation, desk: Desk, *others: Fold) -> FoldGroup:
    """The working with its sources behind a fold, before the page's own."""
    return FoldGroup([fold(desk.t("fold.working"), explanation, desk), *others], desk.theme)


def fold(title: str, explanation: Explanation, desk: Desk) -> Fold:
    """A working with its sources behind a fold."""
    words = FoldWords("doc", title, desk.t("fold.steps", count=len(explanation.working)))
    found = Fold(words, stacked(_everything(explanation, desk), desk.theme), desk.theme)
    found.header.setObjectName("look-working")
    return found


def sources_fold(explanation: Explanation, desk: Desk) -> FoldGroup:
    """The sources alone behind a fold, for a page whose working is the page itself."""
    words = FoldWords("doc", desk.t("fold.sources"), desk.t("fold.count", count=len(explanation.sources)))
    lines = [_source(line, desk.theme) for line in explanation.sources]
    about = Words(explanation.data, desk.theme, "small", "inkSoft")
    return FoldGroup([Fold(words, stacked([*lines, about], desk.theme), desk.theme)], desk.theme)


def _everything(explanation: Explanation, desk: Desk) -> list[QWidget]:
    theme = desk.theme
    steps = [_step(line, desk) for line in explanation.working]
    sources = [_source(line, theme) for line in explanation.sources]
    head = Words(desk.t("fold.sources"), theme, "rowTitle")
    return [*steps, head, *sources, Words(explanation.data, theme, "small", "inkSoft")]


def in_full(title: str, rows: Sequence[QWidget], desk: Desk, above: Sequence[QWidget] = ()) -> QWidget:
    """A part of a result on a page of its own; `above` stands between its title and its rows."""
    holder = QWidget()
    column = column_in(holder, desk.theme.px(20))
    column.addWidget(Words(title, desk.theme, "question"))
    for widget in above:
        column.addWidget(widget)
    card = Card(desk.theme)
    card.add(stacked(rows, desk.theme))
    column.addWidget(card)
    column.addStretch(1)
    return holder


def working(explanation: Explanation, desk: Desk, above: Sequence[QWidget] = ()) -> QWidget:
    """The whole working, then every source, on a page of its own."""
    return in_full(desk.t("fold.working"), _everything(explanation, desk), desk, above)


def to_working(words: str, desk: Desk) -> tuple[tuple[str, str], ...]:
    """The way to the working, for `links`; none where all is dense, as there it stands on the page."""
    return () if desk.theme.dense else (("working", words),)


def links(details: Sequence[tuple[str, str]], look: Callable[[str], None], theme: Theme, *pages: QWidget) -> QWidget:
    """Ways to what stands behind a result, after those to other pages."""
    holder = QWidget()
    holder.setObjectName(LINKS)
    row = Flow(holder, theme.px(40), theme.px(12))
    for page in pages:
        row.addWidget(page)
    for detail, words in details:
        link = LinkButton(words, theme)
        link.setObjectName(f"look-{detail}")
        link.clicked.connect(partial(look, detail))
        row.addWidget(link)
    return holder


def page_link(page: str, words: str, desk: Desk) -> LinkButton:
    """A way to another page."""
    link = LinkButton(words, desk.theme)
    link.setObjectName(f"page-{page}")
    link.clicked.connect(partial(desk.go, page))
    return link


def stacked(rows: Sequence[QWidget], theme: Theme) -> QWidget:
    """Rows one below the other with lines between them."""
    holder = QWidget()
    column = column_in(holder, theme.px(10))
    for number, row in enumerate(rows):
        if number:
            column.addWidget(rule(theme))
        column.addWidget(row)
    return holder


def chips(shown: Sequence[ChipWords], theme: Theme, words: str = "") -> QWidget:
    """Source chips in a row, or several, and what else to say beside them."""
    holder = QWidget()
    row = Flow(holder, theme.px(12), theme.px(4))
    for chip in dict.fromkeys(shown):
        row.addWidget(Chip(chip.text, theme, chip.status))
    if words:
        row.addWidget(Words(words, theme, "support", "inkSoft"))
    return holder


def _step(line: WorkingLine, desk: Desk) -> QWidget:
    theme = desk.theme
    label = Words(f"{line.number}. {line.label}", theme, "noteBold")
    value = Words(line.value, theme, "noteBold", "ink", Align.AlignRight)
    formula = Words(line.formula, theme, "support", "inkSoft")
    if theme.dense and not desk.narrow:
        return _in_a_row((label, formula if line.formula else None, value, chips(line.chips, theme)), theme)
    holder = QWidget()
    column = column_in(holder, theme.px(4))
    head = QHBoxLayout()
    head.addWidget(label, 1)
    head.addWidget(value)
    column.addLayout(head)
    if line.formula:
        column.addWidget(formula)
    if line.chips:
        column.addWidget(chips(line.chips, theme))
    return holder


def _in_a_row(cells: Sequence[QWidget | None], theme: Theme) -> QWidget:
    """One line of a working as it stands on an official form; the first cell takes the room of one that is missing."""
    holder = QWidget()
    row = row_in(holder, theme.px(32))
    spare = sum(share for cell, share in zip(cells, SHARES, strict=True) if cell is None)
    for cell, share in zip(cells, SHARES, strict=True):
        if cell is not None:
            row.addWidget(cell, share + spare)
            spare = 0
    return holder


def _source(line: SourceLine, theme: Theme) -> QWidget:
    holder = QWidget()
    column = column_in(holder, theme.px(4))
    head = QHBoxLayout()
    head.addWidget(Words(line.title, theme, "noteBold"), 1)
    head.addWidget(Chip(line.status_word, theme, line.status))
    column.addLayout(head)
    if line.detail:
        column.addWidget(Words(line.detail, theme, "small", "inkSoft"))
    return holder
