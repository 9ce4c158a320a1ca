"""Entering one span of a contribution record: from, to, and the base of each month in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.ui.models.recorded import RecordedJob
from gigdesk.ui.models.span import Draft
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.amount_entry import amount_words
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.number_pad import AmountEntry
from gigdesk.ui.widgets.stepper import Stepper, StepperWords
from gigdesk.ui.widgets.text import Words

LARGE = 1.25
"""The text size from which two steppers do not stand side by side in an upright window."""


def draw_span(job: RecordedJob[Any], desk: Desk) -> Drawn:
    """Draw the entry; Enter puts the span among the others, Escape leaves it."""
    record = job.record
    part = SpanPart(job, desk)

    def put() -> None:
        part.keep()
        record.put()
        job.show()

    def leave() -> None:
        record.cancel()
        job.show()

    back = Button(desk.t("foot.back"), desk.theme, "outline", "back")
    back.clicked.connect(leave)
    onward = Button(desk.t("record.put"), desk.theme, "continue", after="next")
    onward.clicked.connect(put)
    return Drawn(part, Foot(left=(back,), right=(onward,)), part.start, enter=put, keep=part.keep, back=leave)


class SpanPart(QWidget):
    """Two months by steppers, one below the other, and the base by the pad."""

    def __init__(self, job: RecordedJob[Any], desk: Desk) -> None:
        super().__init__()
        self._record, self._first_year, theme, t = job.record, job.first_year, desk.theme, desk.t
        draft = job.record.draft or Draft(job.record.as_of, job.record.as_of)
        column = column_in(self, theme.px(20))
        column.addWidget(ResultHead(theme.sign("jobs", job.id), t("record.span"), t("record.span.hint"), theme))
        if job.record.message:
            column.addWidget(Notice(job.record.message, theme, "error", "support"))
        across = QVBoxLayout() if desk.narrow else QHBoxLayout()
        across.setSpacing(theme.px(56))
        across.addLayout(self._months(draft, desk))
        across.addLayout(self._base_entry(draft, desk), 1)
        column.addLayout(across)
        column.addStretch(1)
        self.start: QWidget = self._steppers["first", "year"] if draft.at is None else self._base.field

    def keep(self) -> None:
        """Note what stands there."""
        first, last = (
            YearMonth(self._steppers[end, "year"].value, self._steppers[end, "month"].value)
            for end in ("first", "last")
        )
        self._record.write(first, last, self._base.value())

    def _months(self, draft: Draft, desk: Desk) -> QGridLayout:
        theme, t, this_year = desk.theme, desk.t, self._record.as_of.year
        self._steppers: dict[tuple[str, str], Stepper] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(32))
        grid.setVerticalSpacing(theme.px(8))
        stacked, row = desk.upright and theme.step >= LARGE, 0
        for end, month in (("first", draft.first), ("last", draft.last)):
            grid.addWidget(Words(t(f"record.{end}"), theme, "rowTitle"), row, 0, 1, 2)
            years = (min(self._first_year, month.year), this_year, month.year)
            for at, (name, bounds) in enumerate((("year", years), ("month", (1, MONTHS_A_YEAR, month.month)))):
                words = stepper_words(name, desk)
                stepper = Stepper(replace(words, name=f"{t(f'record.{end}')} {words.name}"), theme, *bounds)
                self._steppers[end, name] = stepper
                grid.addWidget(stepper, row + 1 + at * stacked, at * (not stacked))
            row += 4
            grid.setRowMinimumHeight(row - 1, theme.px(20))
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(row, 1)
        return grid

    def _base_entry(self, draft: Draft, desk: Desk) -> QVBoxLayout:
        theme, t = desk.theme, desk.t
        words = amount_words(t("record.base"), "CNY/month", desk)
        self._base = AmountEntry(words, theme, point=True, stacked=desk.upright)
        self._base.set_value(draft.base)
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(Words(t("record.base"), theme, "rowTitle"))
        column.addWidget(self._base)
        column.addStretch(1)
        return column


def stepper_words(name: str, desk: Desk) -> StepperWords:
    """The words of a stepper for a year or a month."""
    t = desk.t
    return StepperWords(
        t(f"ask.{name}"), t(f"ask.{name}.minus"), t(f"ask.{name}.plus"), t("ask.at-low"), t("ask.at-high"),
        lambda value: t(f"ask.{name}.shown", value=value),
    )  # fmt: skip
