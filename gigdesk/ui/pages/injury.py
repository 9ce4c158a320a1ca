"""The injury result: the verdict, its reasons, what there may be to claim, what to do by when, which papers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.injury import InjuryJob, InjuryView
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.claim import limits_in_full, papers_in_full, places_in_full
from gigdesk.ui.parts.explanation import because, folds, links, stacked
from gigdesk.ui.parts.injury_benefits import how_much
from gigdesk.ui.parts.job_page import draw_job
from gigdesk.ui.parts.layout import column_in, side_by_side
from gigdesk.ui.widgets.buttons import LinkButton
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.facts import Fact, FactCells, IconRow
from gigdesk.ui.widgets.fold import Fold, FoldWords
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import Reason, ReasonRow, Step, StepRow
from gigdesk.ui.widgets.text import Words
from gigdesk.ui.widgets.verdict import Finding, Verdict

ICONS, ICONS_NARROW = 5, 4


def draw(job: InjuryJob, desk: Desk) -> Drawn:
    """Draw the job at its stage."""
    return draw_job(job, desk, lambda view, desk: _part(view, job, desk))


def _part(view: InjuryView, job: InjuryJob, desk: Desk) -> QWidget:
    """The result, or of it the part that is looked at; the amounts only as long as there is something to claim."""
    if job.detail == "limits":
        return limits_in_full(view.limits, desk)
    if job.detail == "papers":
        return papers_in_full(view.papers, desk)
    if job.detail == "where":
        return places_in_full(view.where, desk)
    return how_much(view.claim, job.ask, desk) if job.detail and view.claim else _Result(view, job, desk)


class _Result(QWidget):
    def __init__(self, view: InjuryView, job: InjuryJob, desk: Desk) -> None:
        super().__init__()
        side_by_side(self, _left(view, job, desk), _right(view, job, desk), desk)


def _left(view: InjuryView, job: InjuryJob, desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    column.addWidget(Verdict(Finding(theme.sign("outcomes", view.outcome), view.title, view.line), theme))
    column.addWidget(because(t("injury.because"), view.reasons, theme))
    if view.missing:
        missing = Card(theme, t("injury.missing"))
        for fact, how in view.missing:
            missing.add_row(ReasonRow(Reason("unknown", f"**{fact}** {how}"), theme, pressable=False))
        column.addWidget(missing)
    if view.claim:
        more = links([("benefits", view.claim.title)], job.look, theme)
        benefits = Card(theme, t("injury.benefits"), more)
        facts = [Fact(benefit.label, benefit.value, benefit.note) for benefit in view.benefits]
        benefits.add(FactCells(facts, theme, stacked=desk.narrow))
        column.addWidget(benefits)
    for notice in view.notices:
        column.addWidget(Notice(notice, theme, "warn", "support"))
    if theme.dense:
        column.addWidget(folds(view.explanation, desk, *_folds(view, desk)))
    column.addStretch(1)
    return holder


def _right(view: InjuryView, job: InjuryJob, desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    steps = Card(theme, t("injury.now"), _progress(view, job, desk))
    if view.next_step:
        steps.add(Words(view.next_step, theme, "bodyBold"), 4)
    for number, step in enumerate(view.steps, start=1):
        steps.add_row(StepRow(Step(number, **vars(step)), theme))
    details = _details(view, desk)
    if details:
        steps.add_row(links(details, job.look, theme))
    column.addWidget(steps)
    if view.papers:
        keep = Card(theme, t("injury.keep"))
        first = [(paper.icon, paper.name) for group in view.papers for paper in group.papers]
        keep.add(IconRow(first[: ICONS_NARROW if desk.narrow else ICONS], theme), 8)
        column.addWidget(keep)
    if not theme.dense:
        column.addWidget(folds(view.explanation, desk, *_folds(view, desk)))
    column.addStretch(1)
    return holder


def _progress(view: InjuryView, job: InjuryJob, desk: Desk) -> QWidget | str:
    """Where something can be claimed it can be told whether it is reported, and how far the claim is."""
    if not view.papers:
        return view.today
    link = LinkButton(desk.t("injury.progress"), desk.theme)
    link.setObjectName("ask-progress")
    link.clicked.connect(lambda: job.ask_progress())  # noqa: PLW0108 - without the argument of the signal
    return link


def _details(view: InjuryView, desk: Desk) -> list[tuple[str, str]]:
    """The parts of the result that have a page of their own, as far as there is something in them."""
    t = desk.t
    limits = sum(len(group.lines) for group in view.limits)
    papers = sum(len(group.papers) for group in view.papers)
    found = [
        ("limits", t("injury.deadlines.count", count=limits), limits),
        ("papers", t("injury.documents.count", count=papers), papers),
        ("where", t("injury.where"), len(view.where)),
    ]
    return [(name, words) for name, words, count in found if count]


def _folds(view: InjuryView, desk: Desk) -> list[Fold]:
    """What would change the result, and what stays open beside it."""
    theme, t = desk.theme, desk.t
    lines = [*view.changes, *(f"**{route}**：{prospect}" for route, prospect in view.routes)]
    if not lines:
        return []
    words = FoldWords("refresh", t("injury.changes"), t("fold.count", count=len(lines)))
    return [Fold(words, stacked([Words(line, theme, "support") for line in lines], theme), theme)]
