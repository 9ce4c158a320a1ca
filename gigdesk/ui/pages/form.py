"""The form result: one sentence, the form part by part beside what comes out, what could explain a difference."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.domain.pension.gap.model import Verdict as Outcome
from gigdesk.services.gap_view import CandidateLine, PartLine
from gigdesk.ui.models.form import MOST_SHOWN, FormJob, FormView
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.explanation import chips, folds, in_full, links, to_working, working
from gigdesk.ui.parts.job_page import draw_job
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.cards import Card, rule
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import KeyValueRow, Step, StepRow, Value
from gigdesk.ui.widgets.text import Align, Words
from gigdesk.ui.widgets.verdict import Finding, Verdict

RIGHT_WIDTH, LABEL_WIDTH = 592, 190
SHARES = (34, 22, 22, 22)
HEADS = ("ours", "printed", "difference")
SIGNS = {
    Outcome.AGREES: ("ages", "fresh"),
    Outcome.EXPLAINED: ("outcomes", "NEEDS_DECISION"),
    Outcome.NEAR: ("outcomes", "NEEDS_DECISION"),
}
OPEN = ("outcomes", "NEEDS_FACTS")
INSTEAD = {Outcome.UNEXPLAINED: "form.no-cause", Outcome.NOT_COMPARABLE: "form.not-comparable"}
"""What to do where nothing was found."""


def draw(job: FormJob, desk: Desk) -> Drawn:
    """Draw the job at its stage."""
    return draw_job(job, desk, lambda view, desk: _part(view, job, desk))


def _part(view: FormView, job: FormJob, desk: Desk) -> QWidget:
    if job.detail == "others":
        rows = [_candidate(number, line, desk) for number, line in enumerate(view.candidates, start=1)]
        return in_full(_title(view, desk), rows, desk)
    return working(view.explanation, desk) if job.detail else _Result(view, job, desk)


class _Result(QWidget):
    def __init__(self, view: FormView, job: FormJob, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        column = column_in(self, theme.px(16))
        sign = theme.sign(*SIGNS.get(view.verdict, OPEN))
        column.addWidget(Verdict(Finding(sign, view.title, view.line), theme))
        left, right, foot = _left(view, desk), _right(view, job, desk), _foot(view, job, desk)
        if desk.narrow:
            for part in (left, right, foot):
                column.addWidget(part)
        else:
            right.setFixedWidth(theme.px(RIGHT_WIDTH))
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.px(28))
            grid.setVerticalSpacing(theme.px(16))
            grid.addWidget(left, 0, 0)
            grid.addWidget(foot, 1, 0, Align.AlignBottom)
            grid.addWidget(right, 0, 1, 2, 1)
            column.addLayout(grid)
        if theme.dense:
            column.addWidget(folds(view.explanation, desk))
        column.addStretch(1)


def _left(view: FormView, desk: Desk) -> QWidget:
    holder = QWidget()
    column = column_in(holder, desk.theme.px(16))
    column.addWidget(_parts(view, desk))
    if view.verdict in INSTEAD:
        column.addWidget(Notice(desk.t(INSTEAD[view.verdict]), desk.theme, "info", "support"))
    if view.candidates:
        column.addWidget(_causes(view, desk))
    for notice in (view.later, *view.notices):
        if notice:
            column.addWidget(Notice(notice, desk.theme, "warn", "support"))
    column.addStretch(1)
    return holder


def _parts(view: FormView, desk: Desk) -> Card:
    """The table: what comes out, what is printed, how far apart, with the total last."""
    theme, t = desk.theme, desk.t
    card = Card(theme)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(20))
    grid.setVerticalSpacing(theme.px(7))
    for column, share in enumerate(SHARES):
        grid.setColumnStretch(column, share)
    grid.addWidget(Words(t("form.parts"), theme, "section"), 0, 0)
    for column, head in enumerate(HEADS, start=1):
        words = Words(t(f"form.head.{head}"), theme, "support", "inkSoft", Align.AlignRight)
        grid.addWidget(words, 0, column, Align.AlignBottom)
    for line in view.parts:
        _add_part(line, grid, desk)
    card.add(holder)
    return card


def _add_part(line: PartLine, grid: QGridLayout, desk: Desk) -> None:
    theme, at = desk.theme, grid.rowCount()
    kind = "noteBold" if line.strong else "note"
    grid.addWidget(rule(theme), at, 0, 1, -1)
    grid.addWidget(Words(line.label, theme, kind), at + 1, 0)
    grid.addWidget(Words(line.ours, theme, kind, "ink", Align.AlignRight), at + 1, 1)
    if line.difference:
        grid.addWidget(Words(line.printed, theme, kind, "ink", Align.AlignRight), at + 1, 2)
        tone = "ask" if line.off else "ink"
        grid.addWidget(Words(line.difference, theme, kind, tone, Align.AlignRight), at + 1, 3)
    else:
        grid.addWidget(Words(line.printed, theme, "support", "inkSoft", Align.AlignRight), at + 1, 2)


def _causes(view: FormView, desk: Desk) -> Card:
    """The first candidates, best first."""
    card = Card(desk.theme, _title(view, desk))
    for number, line in enumerate(view.candidates[:MOST_SHOWN], start=1):
        card.add_row(_candidate(number, line, desk))
    return card


def _title(view: FormView, desk: Desk) -> str:
    """What merely comes closer is not called an explanation."""
    return desk.t("form.closer" if view.verdict is Outcome.UNEXPLAINED else "form.causes")


def _candidate(number: int, line: CandidateLine, desk: Desk) -> StepRow:
    """Where there is room, what it would give stands beside; else below its name."""
    checks = [desk.t("form.check", check=check) for check in line.checks]
    beside = (line.gives, line.match)
    below = [desk.t("form.fit", gives=line.gives, match=line.match)] if desk.narrow and line.gives else []
    detail = "\n".join(part for part in (*below, line.changes, *checks, line.caution) if part)
    return StepRow(Step(number, line.cause, detail, *(("", "") if below else beside)), desk.theme)


def _right(view: FormView, job: FormJob, desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    card = Card(theme, t("form.used"))
    for used in view.used:
        row = KeyValueRow(Value(used.label, used.value, t("review.change")), theme, LABEL_WIDTH)
        row.clicked.connect(partial(job.change, used.ask))
        card.add_row(row)
    column.addWidget(card)
    column.addStretch(1)
    return holder


def _foot(view: FormView, job: FormJob, desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(8))
    if desk.narrow:
        for chip in view.chips:
            column.addWidget(chips([chip], theme))
        column.addWidget(Words(t("form.office"), theme, "support", "inkSoft"))
    else:
        column.addWidget(chips(view.chips, theme, t("form.office")))
    details = [*to_working(t("form.working"), desk)]
    if view.others:
        details.insert(0, ("others", t("form.others", count=view.others)))
    column.addWidget(links(details, job.look, theme), 0, Align.AlignLeft)
    return holder
