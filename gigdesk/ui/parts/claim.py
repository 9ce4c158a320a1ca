"""What follows an answer about an accident, drawn in full: every limit, every paper, every place to go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from gigdesk.services.words import Chip as ChipWords
from gigdesk.ui.models.claim import LimitGroup, LimitLine, Paper, PaperGroup, PlaceLine
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.explanation import chips, stacked
from gigdesk.ui.parts.layout import column_in, row_in
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.chip import Chip
from gigdesk.ui.widgets.row import Icon
from gigdesk.ui.widgets.text import Align, Words


def limits_in_full(groups: Sequence[LimitGroup], desk: Desk) -> QWidget:
    """Every limit with its day, what to do and how sure it is."""
    cards = [(group.title, [_limit(line, desk) for line in group.lines]) for group in groups]
    return _page(desk.t("injury.deadlines"), cards, desk)


def papers_in_full(groups: Sequence[PaperGroup], desk: Desk) -> QWidget:
    """Every paper with its official name, what disappears first."""
    cards = [(group.title, [_paper(paper, desk.theme) for paper in group.papers]) for group in groups]
    return _page(desk.t("injury.documents"), cards, desk)


def places_in_full(places: Sequence[PlaceLine], desk: Desk) -> QWidget:
    """Every place to go or to call, and what is not known of it."""
    return _page(desk.t("injury.where"), [("", [_place(place, desk.theme) for place in places])], desk)


def _page(title: str, cards: Sequence[tuple[str, Sequence[QWidget]]], desk: Desk) -> QWidget:
    """A title and a card for each group."""
    holder = QWidget()
    column = column_in(holder, desk.theme.px(20))
    column.addWidget(Words(title, desk.theme, "question"))
    for head, rows in cards:
        card = Card(desk.theme, head)
        card.add(stacked(rows, desk.theme), 8)
        column.addWidget(card)
    column.addStretch(1)
    return holder


def _limit(line: LimitLine, desk: Desk) -> QWidget:
    theme = desk.theme
    holder = QWidget()
    column = column_in(holder, theme.px(4))
    head = QHBoxLayout()
    head.setSpacing(theme.px(20))
    head.addWidget(Words(line.title, theme, "rowTitle"), 1)
    if line.soon:
        head.addWidget(Icon(theme, "clock", "ask"), 0, Align.AlignTop)
    head.addWidget(Words(line.due, theme, "noteBold", "ask" if line.soon else "ink", Align.AlignRight))
    column.addLayout(head)
    column.addWidget(Words(line.to_do, theme, "note"))
    column.addWidget(_counted(line, theme))
    for note in line.notes:
        column.addWidget(Words(note, theme, "support", "inkSoft"))
    return holder


def _counted(line: LimitLine, theme: Theme) -> QWidget:
    holder = QWidget()
    row = row_in(holder, theme.px(12))
    row.addWidget(Words(line.counted, theme, "support", "inkSoft"))
    row.addWidget(Chip(line.chip.text, theme, line.chip.status))
    row.addStretch(1)
    return holder


def _paper(paper: Paper, theme: Theme) -> QWidget:
    name = f"**{paper.name}**　{paper.form}" if paper.form else f"**{paper.name}**"
    return _entry(paper.icon, name, (paper.about,), None, theme)


def _place(place: PlaceLine, theme: Theme) -> QWidget:
    return _entry(place.icon, f"**{place.name}**", place.notes, place.chip, theme)


def _entry(icon: str, name: str, lines: Sequence[str], chip: ChipWords | None, theme: Theme) -> QWidget:
    """An icon, a name, and lines below it."""
    holder = QWidget()
    row = row_in(holder, theme.px(20))
    row.addWidget(Icon(theme, icon, "primary", 40), 0, Align.AlignTop)
    words = QWidget()
    column = column_in(words, 0)
    column.addWidget(Words(name, theme, "note"))
    for line in lines:
        column.addWidget(Words(line, theme, "support", "inkSoft"))
    if chip:
        column.addSpacing(theme.px(4))
        column.addWidget(chips([chip], theme))
    row.addWidget(words, 1)
    return holder
