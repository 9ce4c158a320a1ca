"""Plans of paying side by side and a contribution record, as tables to take away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gigdesk.domain.pension.cell import Cell as Plan
from gigdesk.domain.pension.index import Period
from gigdesk.domain.pension.projection import ROADS
from gigdesk.reports.sources import noted, sources_of
from gigdesk.reports.tables import Cell, Table, Taken
from gigdesk.services import words
from gigdesk.services.answer import Answer
from gigdesk.store.texts import Texts

PLAN = ("plan", "retired", "age", "monthly", "months", "cost-today", "own-cost-today", "share")
RECORD = ("from", "to", "months", "base")


def plans(cells: Mapping[str, Plan], answer: Answer[Any], t: Texts) -> Taken:
    """Plans by name: what each costs, and the pension in today's money on the three roads; yuan as numbers."""
    heads = (
        *(t(f"table.pension.{name}") for name in PLAN),
        *(t("table.pension.road", road=t(f"pension.road.{road}")) for road in ROADS),
        t("table.remark"),
    )
    rows = tuple(_plan(name, cell, t) for name, cell in cells.items())
    return _taken(Table(t("table.pension.plans"), heads, rows), answer, t)


def record(periods: Iterable[Period], answer: Answer[Any], t: Texts) -> Taken:
    """A contribution record: spans of months and the base that each was paid on, in yuan."""
    heads = tuple(t(f"table.pension.{name}") for name in RECORD)
    rows = tuple((str(one.month_from), str(one.month_to), one.months, one.base) for one in periods)
    return _taken(Table(t("table.pension.record"), heads, rows), answer, t)


def _plan(name: str, plan: Plan, t: Texts) -> tuple[Cell, ...]:
    paying, when, drawn = plan.paying, plan.retirement, plan.drawing
    return (
        name,
        str(when.chosen_month),
        words.age(when.chosen_age_months, t),
        paying.contribution.monthly if paying.contribution else None,
        paying.months,
        paying.cost_today,
        paying.own_cost_today,
        t("percent", percent=words.percent(paying.income_share)) if paying.income_share is not None else "",
        *(getattr(drawn, road) if drawn else None for road in ROADS),
        "" if drawn else _why_none(plan, t),
    )


def _why_none(plan: Plan, t: Texts) -> str:
    short = plan.retirement.months_short
    return t("table.pension.short", months=short) if short else t("state.cannot-say")


def _taken(table: Table, answer: Answer[Any], t: Texts) -> Taken:
    return Taken(table, sources_of(answer, t), noted(answer, t), answer.data.released)
