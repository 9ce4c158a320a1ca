"""The entitlements result: a list of slips by outcome, each in full at a press; below, what was not assessed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from gigdesk.services.claim_view import ClaimView, SlipLine
from gigdesk.ui.models.entitlements import EntitlementsJob, EntitlementsView, Group
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.explanation import because, chips, links, working
from gigdesk.ui.parts.job_page import draw_job
from gigdesk.ui.parts.layout import Started, column_in, side_by_side
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.claim_slip import Claim, ClaimSlip
from gigdesk.ui.widgets.facts import Fact, FactCells
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import KeyValueRow, Value
from gigdesk.ui.widgets.text import Words
from gigdesk.ui.widgets.verdict import Finding, Verdict

WORKING = "working"


def draw(job: EntitlementsJob, desk: Desk) -> Drawn:
    """Draw the job at its stage."""
    return draw_job(job, desk, lambda view, desk: _part(view, job, desk))


def _part(view: EntitlementsView, job: EntitlementsJob, desk: Desk) -> QWidget:
    if job.detail == WORKING:
        return working(view.explanation, desk)
    return _Claim(view.claims[job.detail], job, desk) if job.detail in view.claims else _Result(view, job, desk)


class _Result(Started):
    def __init__(self, view: EntitlementsView, job: EntitlementsJob, desk: Desk) -> None:
        super().__init__()
        theme, t = desk.theme, desk.t
        column = column_in(self, theme.px(20))
        column.addWidget(ResultHead(theme.sign("jobs", "entitlements"), view.title, view.line, theme))
        for notice in view.place:
            column.addWidget(Notice(notice, theme, "warn", "support"))
        slips: list[ClaimSlip] = []
        for group in view.groups:
            column.addWidget(_heading(group, desk))
            slips += _slips(group.slips, job, desk)
            column.addLayout(_grid(slips[-len(group.slips) :], desk))
        if slips:
            self.start = slips[0]
        for notice in view.notices:
            column.addWidget(Notice(notice, theme, "warn", "support"))
        if view.not_assessed:
            card = Card(theme, t("claims.not-assessed"), "" if desk.narrow else t("claims.not-assessed.aside"))
            for name, why in view.not_assessed:
                card.add_row(KeyValueRow(Value(name, why), theme))
            column.addWidget(card)
        column.addWidget(links([(WORKING, t("fold.working"))], job.look, theme))
        column.addStretch(1)


def _heading(group: Group, desk: Desk) -> QWidget:
    theme = desk.theme
    holder = QWidget()
    column = column_in(holder, theme.px(2))
    column.addWidget(Words(group.title, theme, "section", theme.sign("outcomes", group.outcome).colour))
    column.addWidget(Words(group.line, theme, "support", "inkSoft"))
    return holder


def _slips(lines: Sequence[SlipLine], job: EntitlementsJob, desk: Desk) -> list[ClaimSlip]:
    theme, found = desk.theme, []
    for line in lines:
        sign = theme.sign("outcomes", line.outcome)
        slip = ClaimSlip(Claim(sign, desk.t(f"claim.{line.outcome}"), line.title, line.line, line.amount), theme)
        slip.setObjectName(f"claim-{line.id}")
        slip.clicked.connect(partial(job.look, line.id))
        found.append(slip)
    return found


def _grid(slips: Sequence[ClaimSlip], desk: Desk) -> QGridLayout:
    """Two columns of equal width; one where it is narrow."""
    grid = QGridLayout()
    grid.setSpacing(desk.theme.px(16))
    across = 1 if desk.narrow else 2
    for at, slip in enumerate(slips):
        grid.addWidget(slip, *divmod(at, across))
    for at in range(across):
        grid.setColumnStretch(at, 1)
    if len(slips) % across:
        grid.addWidget(QWidget(), *divmod(len(slips), across))
    return grid


class _Claim(QWidget):
    """One entitlement in full."""

    def __init__(self, claim: ClaimView, job: EntitlementsJob, desk: Desk) -> None:
        super().__init__()
        side_by_side(self, _left(claim, desk), _right(claim, job, desk), desk)


def _left(claim: ClaimView, desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    sign = theme.sign("outcomes", claim.slip.outcome)
    column.addWidget(Verdict(Finding(sign, claim.slip.title, t(f"claim.{claim.slip.outcome}.line")), theme))
    much = Card(theme)
    cells = [Fact(t("claims.amount"), claim.slip.amount, claim.amount_why), Fact(t("claims.duration"), claim.duration)]
    much.add(FactCells(cells, theme, stacked=desk.narrow))
    column.addWidget(much)
    column.addWidget(because(t("claims.because"), claim.reasons, theme))
    column.addStretch(1)
    return holder


def _right(claim: ClaimView, job: EntitlementsJob, desk: Desk) -> QWidget:
    theme, t = desk.theme, desk.t
    holder = QWidget()
    column = column_in(holder, theme.px(16))
    missing = [f"**{fact}** {how}" for fact, how in claim.missing]
    lacking = (("still-missing", missing), ("changes", claim.changes))
    about = (("who", (claim.who, claim.then)), ("where", claim.where), ("papers", claim.papers))
    for title, lines in lacking:
        if lines:
            column.addWidget(_card(t(f"claims.{title}"), lines, desk))
    if claim.alternative:
        column.addWidget(_alternative(*claim.alternative, job, desk))
    for title, lines in about:
        if lines:
            column.addWidget(_card(t(f"claims.{title}"), lines, desk))
    source = Card(theme, t("claims.source"))
    source.add(chips([claim.chip], theme))
    source.add(Words(claim.source, theme, "support", "inkSoft"), 8)
    column.addWidget(source)
    column.addStretch(1)
    return holder


def _card(title: str, lines: Sequence[str], desk: Desk) -> Card:
    card = Card(desk.theme, title)
    for line in lines:
        card.add(Words(line, desk.theme, "note"), 8)
    return card


def _alternative(id_: str, name: str, job: EntitlementsJob, desk: Desk) -> Card:
    """The nearest other one, to be pressed."""
    card = Card(desk.theme, desk.t("claims.alternative"))
    row = KeyValueRow(Value(name, "", desk.t("claims.look"), strong=True), desk.theme)
    row.setObjectName(f"other-{id_}")
    row.clicked.connect(partial(job.look, id_))
    card.add_row(row)
    return card
