"""The pension result: one headline amount, three roads, what it rests on, three tiers side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gigdesk.ui.models.pension import PensionJob, PensionView, Tier
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.assumptions import draw_assumptions
from gigdesk.ui.parts.compare import draw_compare
from gigdesk.ui.parts.compare_panel import draw_working
from gigdesk.ui.parts.explanation import chips, folds, links, page_link, to_working, working
from gigdesk.ui.parts.job_page import draw_job
from gigdesk.ui.parts.layout import Started, column_in
from gigdesk.ui.parts.pension_charts import result_picture, roads, strip
from gigdesk.ui.parts.record import draw_record
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.range_arrows import RangeArrows
from gigdesk.ui.widgets.charts.range_strip import RangeStrip
from gigdesk.ui.widgets.choice_table import ChoiceTable
from gigdesk.ui.widgets.headings import ResultHead
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.rows import KeyValueRow, Value
from gigdesk.ui.widgets.text import Align, Words

LABEL_WIDTH = 170
BASIS_WIDTH = 592
HEADS = ("tier", "monthly", "in-all", "range", "low", "expected", "high", "payback")
SHARES = (23, 10, 10, 30, 7, 7, 7, 10)
COSTS, COSTS_SHARES = ("tier", "monthly", "in-all", "amount"), (40, 20, 20, 20)
"""Where no pension can be said, the table shows what is paid."""


def draw(job: PensionJob, desk: Desk) -> Drawn:
    """Draw the job at its stage."""
    if job.at_record:
        return draw_record(job, desk)
    return draw_job(job, desk, lambda view, desk: _part(view, job, desk), pictured=result_picture)


def _part(view: PensionView, job: PensionJob, desk: Desk) -> QWidget:
    return PARTS[job.detail](view, job, desk)


class _Result(Started):
    def __init__(self, view: PensionView, job: PensionJob, desk: Desk) -> None:
        super().__init__()
        theme, t = desk.theme, desk.t
        column = column_in(self, theme.px(8))
        top = QVBoxLayout() if desk.narrow else QHBoxLayout()
        top.setSpacing(theme.px(28))
        top.addWidget(_headline(view, desk), 1)
        basis = _basis(view, job, desk)
        if not desk.narrow:
            basis.setFixedWidth(theme.px(BASIS_WIDTH))
        top.addWidget(basis)
        fills = bool(view.roads) and not theme.dense
        column.addLayout(top, int(fills))
        if view.tiers:
            tiers = _tiers(view, job, desk)
            self.start = tiers.start()
            column.addWidget(tiers)
        foot = QVBoxLayout() if desk.narrow else QHBoxLayout()
        foot.addWidget(chips(view.chips, theme, t("pension.office")), 1)
        details = [*to_working(t("pension.working"), desk), ("assumptions", t("pension.assumptions"))]
        foot.addWidget(links(details, job.look, theme, page_link("form", t("pension.form"), desk)))
        column.addLayout(foot)
        if theme.dense:
            column.addWidget(folds(view.explanation, desk))
        if not fills:
            column.addStretch(1)


def _headline(view: PensionView, desk: Desk) -> Card:
    theme, t = desk.theme, desk.t
    card = Card(theme)
    title = f"{view.title} **{view.amount}**" if view.amount else view.title
    own = t("pension.own-assumptions") if view.own_assumptions else ""
    card.add(ResultHead(theme.sign("jobs", "pension"), title, view.subtitle, theme, own))
    if view.depends:
        card.add(Notice("\n".join(view.depends), theme, "warn", "support"), 8)
    if view.roads:
        card.column.addWidget(RangeArrows(roads(view, t), theme), 1)
    for notice in _notices(view, desk)[1]:
        card.column.addSpacing(theme.px(4 if view.roads else 16))
        card.column.addWidget(Notice(notice, theme) if view.roads else Notice(notice, theme, "warn", "body"))
    if not view.roads:
        card.column.addStretch(1)
    return card


def _basis(view: PensionView, job: PensionJob, desk: Desk) -> Card:
    theme, t = desk.theme, desk.t
    card = Card(theme, t("pension.basis"))
    for basis in view.basis:
        change = t("review.change") if basis.ask else ""
        row = KeyValueRow(Value(basis.label, basis.value, change), theme, LABEL_WIDTH)
        row.setMinimumHeight(theme.size("least"))
        if basis.ask:
            row.clicked.connect(partial(job.change, basis.ask))
        card.add_row(row)
    for notice in _notices(view, desk)[0]:
        card.add(Notice(notice, theme), 4)
    card.column.addStretch(1)
    return card


def _notices(view: PensionView, desk: Desk) -> tuple[Sequence[str], Sequence[str]]:
    """Those beside the basis, and those under the roads, where there is room for them; without roads all say why."""
    at = (len(view.notices) if desk.narrow else 1) if view.roads else 0
    return view.notices[:at], view.notices[at:]


def _tiers(view: PensionView, job: PensionJob, desk: Desk) -> ChoiceTable:
    """Three tiers as rows of one table, their strips on one scale; the chosen row is the one shown above."""
    t, theme = desk.t, desk.theme
    names, shares = (HEADS, SHARES) if any(tier.range for tier in view.tiers) else (COSTS, COSTS_SHARES)
    heads = [] if desk.narrow else [_head(t(f"pension.head.{name}"), theme, name) for name in names]
    table = ChoiceTable(theme, heads, (1,) if desk.narrow else shares)
    for tier in view.tiers:
        cells = [_block(tier, view, desk)] if desk.narrow else _cells(tier, view, theme)[: len(names)]
        spoken = {name: getattr(tier, name) for name in ("name", "monthly", "low", "expected", "high", "payback")}
        sentence = t("pension.tier.sentence", **spoken)
        table.add_row(str(tier.percent), sentence, cells, chosen=tier.percent == view.chosen)
    table.chosen.connect(lambda key: job.choose(int(key)))
    return table


def _cells(tier: Tier, view: PensionView, theme: Theme) -> list[QWidget]:
    figures = (tier.monthly, tier.in_all, tier.low, tier.expected, tier.high, tier.payback)
    kinds = ("noteBold", "note", "note", "noteBold", "note", "note")
    monthly, in_all, *ranged = (
        Words(words, theme, kind, "ink", Align.AlignRight) for words, kind in zip(figures, kinds, strict=True)
    )
    return [Words(f"**{tier.name}** {tier.base}", theme, "note"), monthly, in_all, _strip(tier, view, theme), *ranged]


def _strip(tier: Tier, view: PensionView, theme: Theme) -> QWidget:
    shown = strip(tier, view)
    return RangeStrip(shown, theme) if shown else Words(tier.expected, theme, "note", "inkSoft", Align.AlignRight)


def _block(tier: Tier, view: PensionView, desk: Desk) -> QWidget:
    """In an upright window a row is a small block: name and cost, the strip, the three amounts."""
    t, theme = desk.t, desk.theme
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, theme.px(8), 0, theme.px(8))
    grid.setVerticalSpacing(theme.px(6))
    cost = t("pension.tier.cost", monthly=tier.monthly, in_all=tier.in_all)
    grid.addWidget(Words(f"**{tier.name}** {tier.base}", theme, "note"), 0, 0)
    grid.addWidget(Words(cost, theme, "note", "ink", Align.AlignRight), 0, 1)
    if tier.range is None:
        words = f"{t('pension.head.amount')} {tier.expected}"
    else:
        grid.addWidget(_strip(tier, view, theme), 1, 0, 1, 2)
        words = t("pension.tier.figures", low=tier.low, expected=tier.expected, high=tier.high, payback=tier.payback)
    grid.addWidget(Words(words, theme, "support"), 2, 0, 1, 2)
    return holder


def _head(words: str, theme: Theme, name: str) -> Words:
    align = Align.AlignLeft if name in ("tier", "range") else Align.AlignRight
    return Words(words, theme, "support", "inkSoft", align)


PARTS: Mapping[str, Callable[[PensionView, PensionJob, Desk], QWidget]] = {
    "": _Result,
    "compare": lambda _, job, desk: draw_compare(job, desk),
    "compare-working": lambda _, job, desk: draw_working(job, desk),
    "working": lambda view, _, desk: working(view.explanation, desk),
    "assumptions": draw_assumptions,
}
"""What the page shows, by the part of the result that is looked at."""
