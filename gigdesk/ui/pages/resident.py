"""The residents' result: what it brings and how it adds up, the ways between the schemes, one beside the other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.services.transfer_words import WayLine
from gigdesk.ui.models.resident import ResidentJob, ResidentView
from gigdesk.ui.models.resident_ways import Scheme
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.explanation import chips, fold
from gigdesk.ui.parts.job_page import draw_job
from gigdesk.ui.parts.layout import column_in, side_by_side
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.facts import Fact, FactCells
from gigdesk.ui.widgets.figure_table import FigureRow, FigureTable
from gigdesk.ui.widgets.fold import FoldGroup
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Align, Words

CHIPS = 2
"""Source chips in a row: some have no number and carry a long name."""
SCHEME = ("yearly", "still", "begins", "monthly")


def draw(job: ResidentJob, desk: Desk) -> Drawn:
    """Draw the job at its stage."""
    return draw_job(job, desk, _Result)


class _Result(QWidget):
    def __init__(self, view: ResidentView, desk: Desk) -> None:
        super().__init__()
        side_by_side(self, _left(view, desk), _right(view, desk), desk)


def _left(view: ResidentView, desk: Desk) -> QWidget:
    theme = desk.theme
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    column.addWidget(_headline(view, desk))
    for notice in view.notices:
        column.addWidget(Notice(notice, theme, "warn", "support"))
    if view.ways or view.ways_notes:
        column.addWidget(_ways(view, desk))
    if view.schemes_note:
        column.addWidget(_beside(view, desk))
    side_by_side = 1 if desk.narrow else CHIPS
    for first in range(0, len(view.chips), side_by_side):
        column.addWidget(chips(view.chips[first : first + side_by_side], theme))
    column.addWidget(Words(desk.t("pension.office"), theme, "support", "inkSoft"))
    if theme.dense:
        column.addWidget(_workings(view, desk))
    column.addStretch(1)
    return holder


def _right(view: ResidentView, desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    if view.short:
        short = Card(theme, t("resident.short.card"))
        for line in view.short:
            short.add(Words(line, theme, "note"), 8)
        column.addWidget(short)
    if view.lacking:
        lacking = Card(theme, t("resident.lacking"), t("resident.lacking.ask"))
        for label, done in view.lacking:
            lacking.add(Words(f"**{label}** {done}", theme, "support"), 8)
        column.addWidget(lacking)
    if not theme.dense:
        column.addWidget(_workings(view, desk))
    column.addStretch(1)
    return holder


def _workings(view: ResidentView, desk: Desk) -> FoldGroup:
    return FoldGroup([fold(title, working, desk) for title, working in view.workings], desk.theme)


def _headline(view: ResidentView, desk: Desk) -> Card:
    theme = desk.theme
    card = Card(theme)
    card.add(ResultHead(theme.sign("jobs", "pension"), view.title, view.line, theme))
    if view.parts:
        facts = [Fact(part.label, part.value, part.note) for part in view.parts]
        card.add(FactCells(facts, theme, stacked=desk.tight), 20)
    return card


def _ways(view: ResidentView, desk: Desk) -> Card:
    card = Card(desk.theme, view.ways_title)
    for way in view.ways:
        card.add_row(_way(way, desk))
    for note in view.ways_notes:
        card.add(Words(note, desk.theme, "support", "inkSoft"), 8)
    return card


def _way(way: WayLine, desk: Desk) -> QWidget:
    """What it is, what is still to be paid and from when it is drawn; what stays and what does not."""
    theme = desk.theme
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, theme.px(10), 0, theme.px(10))
    column.setSpacing(theme.px(2))
    head = QHBoxLayout()
    head.setSpacing(theme.px(16))
    head.addWidget(Words(f"**{way.title}** {way.payment}", theme, "note"), 1)
    head.addWidget(Words(way.begins, theme, "rowTitle", "pension", Align.AlignRight))
    column.addLayout(head)
    for line in (way.kept, way.lost, way.needs):
        if line:
            column.addWidget(Words(line, theme, "support", "inkSoft"))
    return holder


def _beside(view: ResidentView, desk: Desk) -> Card:
    theme, t = desk.theme, desk.t
    card = Card(theme, t("resident.beside"))
    if view.schemes:
        heads = ("", *(t(f"resident.beside.{name}") for name in SCHEME))
        rows = [_figures(scheme) for scheme in view.schemes]
        card.add(FigureTable(t("resident.beside"), heads, rows, theme, stacked=desk.tight))
    card.add(Words(view.schemes_note, theme, "support", "inkSoft"), 12)
    return card


def _figures(scheme: Scheme) -> FigureRow:
    """A scheme and its figures; what it brings stands out."""
    *figures, monthly = (getattr(scheme, name) for name in SCHEME)
    return FigureRow(f"**{scheme.name}**", (*figures, f"**{monthly}**"))
