"""One way to pay looked at closely: what it costs, what comes back, what it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.money import MONTHS_A_YEAR, half_up
from gigdesk.domain.pension.cell import Cell, Paying, YearMore
from gigdesk.domain.pension.subsidy import Subsidy
from gigdesk.services import words
from gigdesk.store.texts import Texts
from gigdesk.ui.models.pension_extra import GROUP, INCOME

LEAST_SHOWN = Decimal(5)
"""Below it an amount rounded to ten yuan would be 0."""


@dataclass(frozen=True)
class Line:
    """A label, its value, what to know about it; `ask` is the question that changes it, `link` its word."""

    label: str
    value: str
    note: str = ""
    ask: str = ""
    link: str = ""


@dataclass(frozen=True)
class Panel:
    """Which way to pay it is, its lines, and what must be known."""

    title: str
    subtitle: str
    lines: tuple[Line, ...]
    notices: tuple[str, ...]


def panel(cell: Cell, named: tuple[str, str], income: Decimal | None, t: Texts) -> Panel:
    """A cell in words; `named` are its tier and its way to stop."""
    tier, stop = named
    when = cell.retirement
    age = words.age(when.chosen_age_months, t)
    paying_on = not cell.case.shift_months and when.chosen_month > when.statutory_month
    subtitle = "compare.panel.subtitle.paying-on" if paying_on else "compare.panel.subtitle"
    late = (t("compare.late"),) if cell.case.shift_months > 0 else ()
    return Panel(
        title=t("compare.panel.title", tier=tier, age=age),
        subtitle=t(subtitle, month=words.month(when.chosen_month, t), stop=stop),
        lines=tuple(_lines(cell, income, t)),
        notices=late,
    )


def _lines(cell: Cell, income: Decimal | None, t: Texts) -> Iterator[Line]:
    paying, when = cell.paying, cell.retirement
    yield _monthly(paying, t)
    yield _in_all(paying, t)
    yield _subsidy(paying.subsidy, t)
    yield _pension(cell, t)
    if cell.drawing:
        yield _back(cell, t)
    if cell.year_more:
        yield _year_more(cell, cell.year_more, t)
    yield _share(paying, income, t)
    short = when.months_short
    note = t("compare.months.short", months=short) if short else t("compare.months.enough")
    months = t("compare.months", then=when.paid_months_then, required=when.needed)
    yield Line(t("compare.months.label"), months, note)


def _monthly(paying: Paying, t: Texts) -> Line:
    paid, label = paying.contribution, t("compare.monthly.label")
    if paid is None:
        return Line(label, t("compare.nothing-to-pay"))
    base = t("compare.monthly.base", base=words.yuan(paid.base))
    return Line(label, t("compare.yuan", amount=words.fen(paid.monthly)), base)


def _in_all(paying: Paying, t: Texts) -> Line:
    label = t("compare.in-all.label")
    if not paying.months:
        return Line(label, t("compare.nothing-to-pay"))
    value = t("compare.in-all", amount=words.about(paying.cost_today))
    return Line(label, value, t("compare.in-all.note", months=paying.months, amount=words.about(paying.cost)))


def _subsidy(back: Subsidy | None, t: Texts) -> Line:
    """What comes back, or what is not known of it and whom to ask."""
    label, change = t("compare.subsidy.label"), t("review.change")
    if back is None:
        return Line(label, t("compare.not-filled"), t("compare.subsidy.why"), GROUP, t("compare.fill-in"))
    if back.entitled is None:
        return Line(label, t("compare.subsidy.unknown"), t("compare.subsidy.unknown.note"), GROUP, change)
    if not back.entitled:
        return Line(label, t("compare.subsidy.none"), t("compare.subsidy.none.note"), GROUP, change)
    value = t("compare.subsidy", amount=words.fen(back.monthly or Decimal(0)))
    key = "compare.subsidy.near" if back.until_retirement else "compare.subsidy.note"
    total = words.about(back.total_today or Decimal(0))
    return Line(label, value, t(key, months=back.months, total=total), GROUP, change)


def _pension(cell: Cell, t: Texts) -> Line:
    label, drawing = t("compare.pension.label"), cell.drawing
    if drawing is None:
        short = cell.retirement.months_short
        return Line(label, t("compare.pension.short", months=short) if short else t("state.cannot-say"))
    ends = [t("state.cannot-say") if end is None else words.about(end) for end in (drawing.low, drawing.high)]
    value = t("compare.yuan", amount=words.about(drawing.expected))
    return Line(label, value, t("compare.pension.note", low=ends[0], high=ends[1]))


def _back(cell: Cell, t: Texts) -> Line:
    label, drawing = t("compare.back.label"), cell.drawing
    if drawing is None or not cell.paying.cost:
        return Line(label, t("compare.back.nothing"))
    if drawing.breakeven_months is None or drawing.breakeven_month is None:
        return Line(label, t("compare.back.never"))
    helped = cell.paying.own_cost_today != cell.paying.cost_today
    key = "compare.back.subsidised" if helped else "compare.back.note"
    after = t(key, duration=words.duration(drawing.breakeven_months, t))
    return Line(label, words.month(drawing.breakeven_month, t), after)


def _year_more(cell: Cell, more: YearMore, t: Texts) -> Line:
    """A year more, or for who pays until retirement the last one."""
    whole = more.months == MONTHS_A_YEAR
    key = ("compare.last" if more.last else "compare.more") + ("" if whole else ".months")
    label, cost = t(key, months=more.months), t("compare.more.cost", cost=words.about(more.cost_today))
    if more.pension is None:
        return Line(label, cost, t(f"compare.more.{_decides(cell, more)}"))
    little = abs(more.pension) < LEAST_SHOWN
    gain = t("compare.more.little") if little else t("compare.more.gain", amount=words.about(more.pension))
    return Line(label, gain, cost)


def _decides(cell: Cell, more: YearMore) -> str:
    """Whether it is this year that makes the months enough: the last one that was paid, or the one that would be."""
    if more.last:
        return "needed" if cell.enough else "not-enough"
    return "enough" if (cell.retirement.months_short or 0) <= more.months else "not-enough"


def _share(paying: Paying, income: Decimal | None, t: Texts) -> Line:
    label = t("compare.share.label")
    if income is None or paying.income_share is None:
        return Line(label, t("compare.not-filled"), t("compare.share.why"), INCOME, t("compare.fill-in"))
    percent = half_up(paying.income_share * 100, Decimal("0.1"))
    value = t("compare.share", percent=percent, band=t(f"compare.band.{paying.income_band}"))
    note = t("compare.share.note", income=words.yuan(income))
    return Line(label, value, note, INCOME, t("review.change"))
