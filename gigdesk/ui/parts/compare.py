"""The comparison on a page: tiers by ages, the way to stop above them, one way to pay looked at beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.compare_view import CompareView, Head
from gigdesk.ui.models.weighing import Weighing
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.compare_panel import panel_card, said
from gigdesk.ui.parts.layout import Started, column_in, row_in
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.choice_grid import AlikeSign, ChoiceGrid, Grid, GridCell, GridHead
from gigdesk.ui.widgets.choice_table import ChoiceTable
from gigdesk.ui.widgets.segments import Segment, Segments
from gigdesk.ui.widgets.text import Align, Words

PANEL_WIDTH = 560
SHARES = (6, 4, 3, 4)


def draw_compare(job: Weighing[Any], desk: Desk) -> QWidget:
    """The comparison, or why there is none."""
    found = job.compared()
    if isinstance(found, str):
        return said(found, desk)
    return _Narrow(found, job, desk) if desk.narrow else _Wide(found, job, desk)


class _Compare(Started):
    """A press shows another cell in place: the focus stays where it is."""

    def __init__(self, view: CompareView, job: Weighing[Any], desk: Desk) -> None:
        super().__init__()
        self.job, self.desk, self.view = job, desk, view
        self._beside = QWidget()
        self._below = QWidget()

    def refresh(self) -> None:
        """Show what the job now compares."""
        found = self.job.compared()
        if isinstance(found, str):
            self.job.show()
            return
        self.view = found
        self.show_view()

    def show_view(self) -> None:
        """Fill what depends on the view."""
        raise NotImplementedError

    def title(self) -> Words:
        """What this is."""
        return Words(self.desk.t("compare.title"), self.desk.theme, "resultTitle")

    def stops(self) -> Segments:
        """The ways to stop."""
        return _segments(self.view.stops, self.view.stop, "compare.stop", self.desk, self._stop)

    def add_own(self, row: QHBoxLayout) -> None:
        """Add the way to a payment of the person's own."""
        own = self.job.own_payment()
        if own is None:
            return
        link = LinkButton(own.link, self.desk.theme)
        link.setObjectName(f"fill-{own.ask}")
        link.clicked.connect(partial(self.job.fill_in, own.ask))
        row.addWidget(link)

    def alike(self) -> QWidget:
        """What is hardly different from the cell that is looked at, and what must be said of them all."""
        theme, view, holder = self.desk.theme, self.view, QWidget()
        row = row_in(holder, theme.px(14))
        marked = any(box.alike for boxes in view.boxes for box in boxes)
        if marked:
            row.addWidget(AlikeSign(theme), 0, Align.AlignTop)
        lines = [*view.alike, *self.job.compare_notes()]
        row.addWidget(Words("\n".join(lines), theme, "chip", "ink" if marked else "inkSoft"), 1)
        return holder

    def _stop(self, stop: str) -> None:
        self.job.stop_at(stop)
        self.refresh()


class _Wide(_Compare):
    """A table of tiers by ages, and the panel at the right."""

    def __init__(self, view: CompareView, job: Weighing[Any], desk: Desk) -> None:
        super().__init__(view, job, desk)
        theme = desk.theme
        self._grid = ChoiceGrid(_grid(view, desk), theme, desk.t("compare.title"))
        self._grid.chosen.connect(self._choose)
        head = QHBoxLayout()
        head.setSpacing(theme.px(20))
        head.addWidget(self.title(), 1)
        self.add_own(head)
        head.addWidget(self.stops())
        self._left = QVBoxLayout()
        self._left.setSpacing(theme.px(8))
        self._left.addLayout(head)
        self._left.addWidget(self._grid)
        self._left.addStretch(1)
        self._row = row_in(self, theme.px(28))
        self._row.addLayout(self._left, 1)
        self.show_view()
        self.start = self._grid.start()

    def show_view(self) -> None:
        self._grid.show_grid(_grid(self.view, self.desk))
        below = self.alike()
        beside = panel_card(self.view.panel, self.job, self.desk)
        beside.setFixedWidth(self.desk.theme.px(PANEL_WIDTH))
        _swap(self._left, self._below, below, at=2)
        _swap(self._row, self._beside, beside, at=1)
        self._below, self._beside = below, beside

    def _choose(self, row: int, column: int) -> None:
        self.job.look_at(self.view.tiers[row].key, int(self.view.ages[column].key))
        self.refresh()


class _Narrow(_Compare):
    """One age at a time: its tiers as rows, and the panel below."""

    def __init__(self, view: CompareView, job: Weighing[Any], desk: Desk) -> None:
        super().__init__(view, job, desk)
        column = column_in(self, desk.theme.px(16))
        head = QHBoxLayout()
        head.addWidget(self.title(), 1)
        self.add_own(head)
        column.addLayout(head)
        column.addWidget(self.stops())
        column.addWidget(Words(desk.t("compare.ages"), desk.theme, "support", "inkSoft"))
        column.addWidget(_segments(view.ages, view.ages[view.chosen[1]].key, "compare.ages", desk, self._age))
        self._column = column
        self._table = ChoiceTable(desk.theme)
        self.show_view()
        column.addStretch(1)
        self.start = self._table.start()

    def show_view(self) -> None:
        table = _table(self.view, self.desk)
        table.chosen.connect(self._tier)
        below = self.alike()
        beside = panel_card(self.view.panel, self.job, self.desk)
        for at, (old, new) in enumerate(((self._table, table), (self._below, below), (self._beside, beside)), start=4):
            _swap(self._column, old, new, at=at)
        self._table, self._below, self._beside = table, below, beside

    def _tier(self, key: str) -> None:
        self.job.look_at(key, int(self.view.ages[self.view.chosen[1]].key))
        self.refresh()
        self._table.focus_row(key)

    def _age(self, key: str) -> None:
        self.job.look_at(self.view.tiers[self.view.chosen[0]].key, int(key))
        self.refresh()


def _swap(layout: QHBoxLayout | QVBoxLayout, old: QWidget, new: QWidget, at: int) -> None:
    layout.removeWidget(old)
    old.hide()
    old.deleteLater()
    layout.insertWidget(at, new)


def _segments(heads: Sequence[Head], chosen: str, name: str, desk: Desk, press: Callable[[str], object]) -> Segments:
    cells = [Segment(head.key, head.label, f"{head.label} {head.note}".strip()) for head in heads]
    found = Segments(cells, desk.theme, chosen, desk.t(name), height="least")
    found.chosen.connect(press)
    return found


def _grid(view: CompareView, desk: Desk) -> Grid:
    rows, columns = ([GridHead(head.label, head.note) for head in heads] for heads in (view.tiers, view.ages))
    cells = [[GridCell(box.text, box.sentence, box.figure, box.alike) for box in boxes] for boxes in view.boxes]
    return Grid(desk.t("compare.corner"), rows, columns, cells, view.chosen)


def _table(view: CompareView, desk: Desk) -> ChoiceTable:
    """The tiers of the age that is looked at."""
    theme, column = desk.theme, view.chosen[1]
    names = ("compare.tier-head", "compare.monthly-head", "compare.pension-head")
    aligns = (Align.AlignLeft, Align.AlignRight, Align.AlignRight)
    heads = [Words(desk.t(name), theme, "support", "inkSoft", align) for name, align in zip(names, aligns, strict=True)]
    table = ChoiceTable(theme, [*heads, Words("", theme)], SHARES)
    for row, tier in enumerate(view.tiers):
        box, chosen = view.boxes[row][column], row == view.chosen[0]
        cells: list[QWidget] = [
            Words(tier.label, theme, "noteBold" if chosen else "note"),
            Words(tier.note, theme, "note", "ink", Align.AlignRight),
            Words(box.text, theme, "noteBold" if box.figure else "support", "ink", Align.AlignRight),
            _alike_word(desk) if box.alike and not chosen else QWidget(),
        ]
        table.add_row(tier.key, box.sentence, cells, chosen=chosen)
    return table


def _alike_word(desk: Desk) -> QWidget:
    holder = QWidget()
    row = row_in(holder, desk.theme.px(8))
    row.addWidget(AlikeSign(desk.theme))
    row.addWidget(Words(desk.t("compare.alike-head"), desk.theme, "chip", "inkSoft"), 1)
    return holder
