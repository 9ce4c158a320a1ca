"""gigdesk pension compare: named plans side by side, or tiers by ages by ways to stop."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from gigdesk.cli.context import Context, Output, Subparsers, add_with_input, read_input
from gigdesk.cli.envelope import with_all_sources, working_body
from gigdesk.cli.out import add_out, write_out
from gigdesk.cli.pension.paying import paid_body, retirement_body, subsidy_lines
from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.pension.cell import Cell
from gigdesk.domain.pension.compare import Axes, Column, Flat
from gigdesk.domain.pension.contribution import Choice
from gigdesk.reports import pension as tables
from gigdesk.services.answer import Answer
from gigdesk.services.compare_input import Grid, Plans, read_comparison
from gigdesk.services.fields import named
from gigdesk.services.pension_input import CASE_NAMES
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the command."""
    add_out(add_with_input(group, t, "pension.compare", _compare), t)


def _compare(args: argparse.Namespace, context: Context) -> Output:
    asked = read_comparison(read_input(args.input), context.today)
    return _plans(asked, args.out, context) if isinstance(asked, Plans) else _grid(asked, args.out, context)


def _plans(plans: Plans, out: str | None, context: Context) -> Output:
    choices = {f"plans.{name}": case.plan.choice if case.plan else None for name, case in plans.cases.items()}
    with named({**CASE_NAMES, "base": _base_name(choices)}):
        answers = context.services.pension.compare(plans.region, plans.cases, plans.around, context.today)
    body = {
        name: {
            **cell_body(answer.result.cell),
            "difference": answer.result.difference,
            **working_body(answer, context.t),
        }
        for name, answer in answers.items()
    }
    lines = [line for answer in answers.values() for line in _column_lines(answer.result, context.t)]
    first, *others = answers.values()
    warnings = list(first.warnings)
    for answer in others:
        warnings += [warned for warned in answer.warnings if warned not in warnings]
    together = replace(first, steps=(), warnings=tuple(warnings))
    whole = with_all_sources(together, answers.values())
    _write(out, {name: answer.result.cell for name, answer in answers.items()}, whole, context.t)
    return Output({"plans": body}, lines, whole)


def _write(out: str | None, cells: Mapping[str, Cell], answer: Answer[Any], t: Texts) -> None:
    """Write the plans as a table, where that was asked."""
    if out:
        write_out(out, tables.plans(cells, answer, t), t)


def _base_name(choices: Mapping[str, Choice | None]) -> str:
    """The choices of an amount by name: one of them lies outside the limits."""
    return " | ".join(f"{name}.base" for name, choice in choices.items() if choice and choice.amount is not None)


def _grid(grid: Grid, out: str | None, context: Context) -> Output:
    pension = context.services.pension
    shifts = pension.shifts(grid.region, grid.case) if grid.shifts is None else grid.shifts
    if not shifts:
        raise InputError("grid.shifts", Phrase("all"), Phrase("age-to-come"))
    axes = Axes(tuple(grid.tiers.values()), shifts, tuple(grid.stops.values()))
    shift = CASE_NAMES["shift_months"] if grid.case.shift_months else "grid.shifts"
    tiers = {f"grid.tiers[{at}]": tier for at, tier in enumerate(grid.tiers.values())}
    with named({**CASE_NAMES, "base": _base_name(tiers), "shift_months": shift}):
        answer = pension.grid(grid.region, grid.case, axes, grid.around, context.today)
    # In the order of the cells: by stop, then age, then tier.
    places = [(tier, shift, stop) for stop, shift, tier in product(grid.stops, shifts, grid.tiers)]
    names = [f"{tier}/{shift}/{stop}" for tier, shift, stop in places]
    cells = dict(zip(names, answer.result.cells, strict=True))
    _write(out, cells, answer, context.t)
    body = {
        name: {"tier": tier, "shift_months": shift, "stop": stop, **cell_body(cells[name])}
        for name, (tier, shift, stop) in zip(names, places, strict=True)
    }
    flats = [_flat_body(flat, names) for flat in answer.result.flats]
    lines = [line for name, cell in cells.items() for line in _cell_lines(name, cell, context.t)]
    lines += [context.t("cli.flat", plans=", ".join(flat["plans"]), amount=flat["amount"]) for flat in flats]
    return Output({"cells": body, "flats": flats}, lines, answer)


def cell_body(cell: Cell) -> dict[str, object]:
    """A plan of `pension compare`."""
    paying = cell.paying
    return {
        "retirement": retirement_body(cell.retirement),
        "contribution": paid_body(paying.contribution, paying.subsidy) if paying.contribution else None,
        "months": paying.months,
        "cost": paying.cost,
        "cost_today": paying.cost_today,
        "own_cost_today": paying.own_cost_today,
        "income_share": paying.income_share,
        "subsidy": paying.subsidy,
        "benefit": cell.drawing,
        "year_more": cell.year_more,
    }


def _flat_body(flat: Flat, names: list[str]) -> Mapping[str, str | list[str]]:
    return {"axis": flat.axis, "plans": [names[at] for at in flat.cells], "amount": f"{flat.amount:f}"}


def _column_lines(found: Column, t: Texts) -> Iterator[str]:
    yield from _cell_lines(found.name, found.cell, t)
    more = found.difference
    if more and more.pension is not None:
        yield "  " + t("cli.plan.difference", **vars(more))


def _cell_lines(name: str, cell: Cell, t: Texts) -> Iterator[str]:
    paying, short = cell.paying, cell.retirement.months_short
    monthly = paying.contribution.monthly if paying.contribution else "0.00"
    yield t("cli.plan", name=name, monthly=monthly, months=paying.months, cost=paying.cost_today)
    yield from (f"  {line}" for line in subsidy_lines(paying.subsidy, t))
    if cell.drawing:
        yield "  " + t("cli.range", **vars(cell.drawing))
    else:
        yield "  " + (t("cli.months-short", short=short) if short else t("cli.no-benefit"))
