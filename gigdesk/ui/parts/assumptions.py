"""The assumptions on a page: the three roads as a table, the expected one with keys to change it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.assuming import HIGHEST, LOWEST, Assumption
from gigdesk.ui.models.pension import PensionView
from gigdesk.ui.models.weighing import Weighing
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import Started, column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cards import Card, rule
from gigdesk.ui.widgets.chip import Chip
from gigdesk.ui.widgets.stepper import Stepper, StepperWords
from gigdesk.ui.widgets.text import Align, Words

ROADS = ("low", "expected", "high")


def draw_assumptions(view: PensionView, job: Weighing[Any], desk: Desk) -> QWidget:
    """The four shares, each with a stepper, and what comes of them."""
    return _Assumptions(view, job, desk)


class _Assumptions(Started):
    """A step changes the figures in place: the key may still be held down."""

    def __init__(self, view: PensionView, job: Weighing[Any], desk: Desk) -> None:
        super().__init__()
        self._job, self._desk = job, desk
        theme = desk.theme
        column = column_in(self, theme.px(12))
        column.addLayout(self._head())
        card = Card(theme)
        self._rows = [_Row(row, desk) for row in view.assumed]
        card.add(_stacked(self._rows, desk) if desk.narrow else _table(self._rows, desk))
        for row in self._rows:
            row.stepper.changed.connect(partial(self._changed, row.name))
        self._source = Words("", theme, "small", "inkSoft")
        card.add(self._source, 8)
        column.addWidget(card)
        self._effect, self._ends = Words("", theme, "section"), Words("", theme, "support", "inkSoft")
        self._effect.mark = "pension"
        effect = QVBoxLayout() if desk.narrow else QHBoxLayout()
        effect.addWidget(self._effect, 0 if desk.narrow else 1)
        effect.addWidget(self._ends)
        column.addLayout(effect)
        column.addStretch(1)
        self._show(view)
        self.start = self._rows[0].stepper

    def _head(self) -> QBoxLayout:
        """What this is, and the way back to the preset."""
        theme, t = self._desk.theme, self._desk.t
        head, said = QVBoxLayout() if self._desk.tight else QHBoxLayout(), QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Words(t("assume.title"), theme, "resultTitle"))
        said.addWidget(Words(t("assume.lead"), theme, "support", "inkSoft"))
        head.addLayout(said, 1)
        reset = Button(t("assume.reset"), theme, "outline", "refresh")
        reset.setObjectName("assume-reset")
        reset.clicked.connect(self._job.assume_usual)
        head.addWidget(reset, 0, Align.AlignVCenter)
        return head

    def _changed(self, name: str, steps: int) -> None:
        self._job.assume(name, steps)
        found = self._job.result()
        if isinstance(found, str):
            self._effect.say(found)
            self._ends.say("")
        else:
            self._show(found)

    def _show(self, view: PensionView) -> None:
        t = self._desk.t
        for row, assumption in zip(self._rows, view.assumed, strict=True):
            row.show_assumption(assumption)
        sources = dict.fromkeys(row.source for row in view.assumed if row.source)
        self._source.say(t("assume.source", source=" · ".join(sources)) if sources else "")
        self._effect.say(f"{view.title} **{view.amount}**" if view.amount else view.title)
        ends = {road.id: road.amount for road in view.roads}
        self._ends.say(t("compare.pension.note", **ends) if ends else "")


class _Row:
    """The widgets of a share: its name and status, the outer roads, and the expected one to step."""

    def __init__(self, row: Assumption, desk: Desk) -> None:
        self.name, self._shown, self._desk = row.name, row, desk
        theme = desk.theme
        self.label = QWidget()
        column = column_in(self.label, 0)
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.px(14))
        self._head.addWidget(Words(row.label, theme, "rowTitle"))
        self._chip = Chip(row.status.text, theme, row.status.status)
        self._head.addWidget(self._chip)
        self._head.addStretch(1)
        column.addLayout(self._head)
        column.addWidget(Words(row.note, theme, "support", "inkSoft"))
        align = Align.AlignLeft if desk.narrow else Align.AlignRight
        self.low, self.high = (Words("", theme, "note", "ink", align) for _ in range(2))
        if not desk.narrow:
            for outer in (self.low, self.high):
                outer.setMinimumHeight(theme.size("stepper"))
        self.stepper = _stepper(row, desk)
        self.show_assumption(row)

    def show_assumption(self, row: Assumption) -> None:
        """Show other shares; the stepper shows its own."""
        self.low.say(row.low)
        self.high.say(row.high)
        if row.status != self._shown.status:
            chip = Chip(row.status.text, self._desk.theme, row.status.status)
            self._head.replaceWidget(self._chip, chip)
            self._chip.deleteLater()
            self._chip = chip
        self._shown = row


def _table(rows: Sequence[_Row], desk: Desk) -> QWidget:
    """A row a share, under the names of the roads."""
    theme, holder = desk.theme, QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(40))
    grid.setVerticalSpacing(theme.px(10))
    for column, stretch in enumerate((6, 1, 0, 1)):
        grid.setColumnStretch(column, stretch)
    grid.addWidget(Words(desk.t("assume.head"), theme, "support", "inkSoft"), 0, 0)
    for column, road in enumerate(ROADS, start=1):
        align = Align.AlignHCenter if road == "expected" else Align.AlignRight
        grid.addWidget(Words(desk.t(f"pension.head.{road}"), theme, "support", "inkSoft", align), 0, column)
    for number, row in enumerate(rows):
        at = 2 * number + 1
        grid.addWidget(rule(theme), at, 0, 1, 4)
        grid.addWidget(row.label, at + 1, 0, Align.AlignVCenter)
        for column, widget in enumerate((row.low, row.stepper, row.high), start=1):
            grid.addWidget(widget, at + 1, column, Align.AlignTop)
    return holder


def _stacked(rows: Sequence[_Row], desk: Desk) -> QWidget:
    """In one column a share is a block: its name, the stepper, and the outer roads beside it, or below."""
    theme, holder = desk.theme, QWidget()
    column = column_in(holder, theme.px(12))
    for number, row in enumerate(rows):
        if number:
            column.addWidget(rule(theme))
        column.addWidget(row.label)
        line = QGridLayout()
        line.setHorizontalSpacing(theme.px(40))
        top, first = (1, 0) if desk.tight else (0, 1)
        line.addWidget(row.stepper, 0, 0, *((1, 2) if desk.tight else (2, 1)))
        for at, (road, words) in enumerate((("low", row.low), ("high", row.high)), start=first):
            line.addWidget(Words(desk.t(f"pension.road.{road}"), theme, "support", "inkSoft"), top, at)
            line.addWidget(words, top + 1, at, Align.AlignTop)
            line.setColumnStretch(at, 1)
        column.addLayout(line)
    return holder


def _stepper(row: Assumption, desk: Desk) -> Stepper:
    t = desk.t
    words = StepperWords(
        name=row.label,
        minus=t("assume.minus", label=row.label),
        plus=t("assume.plus", label=row.label),
        at_low=t("assume.at-low"),
        at_high=t("assume.at-high"),
        shown=lambda steps: t("percent", percent=row.at(steps)),
    )
    return Stepper(words, desk.theme, LOWEST, HIGHEST, row.steps)
