"""gigdesk pension estimate | compare: what a plan brings, and several plans side by side."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from gigdesk.cli.context import Context, Output, Subparsers, add_with_input, read_input
from gigdesk.cli.envelope import working_body
from gigdesk.cli.pension.paying import contribution_body, retirement_body, retirement_line
from gigdesk.domain.errors import InputError
from gigdesk.domain.pension.benefit import Benefit
from gigdesk.domain.pension.compare import Column
from gigdesk.domain.pension.estimate import Estimate
from gigdesk.services.answer import Answer
from gigdesk.services.pension_input import read_plans, read_request
from gigdesk.store.texts import Texts

T = TypeVar("T")


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    add_with_input(group, t, "estimate", _estimate)
    add_with_input(group, t, "compare", _compare)


def _estimate(args: argparse.Namespace, context: Context) -> Output:
    request = read_request(read_input(args.input), context.today)
    pension = context.services.pension
    answers: dict[str, Answer[Estimate]] = {}
    refused: dict[str, InputError] = {}
    for case in request.cases:
        try:
            answers[case.category] = pension.estimate(request.region, case, context.today, request.history)
        except InputError as error:
            refused[case.category] = error
    if not answers:
        raise next(iter(refused.values()))
    first, *others = answers.values()
    why = {category: context.t.tell(f"error.{error.code}", error.details) for category, error in refused.items()}
    body = {**estimate_body(first.result), **({"not_possible": why} if why else {})}
    if others:
        body["category"] = first.result.retirement.category
        body["decides"] = context.t("pension.decides-50-55")
        body["alternatives"] = {
            other.result.retirement.category: {**estimate_body(other.result), **working_body(other, context.t)}
            for other in others
        }
    lines = [line for answer in answers.values() for line in _estimate_lines(answer, context.t)]
    if len(request.cases) > 1:
        lines.append(context.t("pension.decides-50-55"))
    lines += [
        context.t("cli.not-possible", category=context.t(f"category.{category}"), why=reason)
        for category, reason in why.items()
    ]
    return Output(body, lines, _with_all_sources(first, answers.values()))


def _compare(args: argparse.Namespace, context: Context) -> Output:
    plans = read_plans(read_input(args.input), context.today)
    answers = context.services.pension.compare(plans.region, plans.cases, plans.net_income, context.today)
    body = {name: {**column_body(answer.result), **working_body(answer, context.t)} for name, answer in answers.items()}
    lines = [line for answer in answers.values() for line in _column_lines(answer.result, context.t)]
    first, *others = answers.values()
    warnings = list(first.warnings)
    for answer in others:
        warnings += [warned for warned in answer.warnings if warned not in warnings]
    together = replace(first, steps=(), warnings=tuple(warnings))
    return Output({"plans": body}, lines, _with_all_sources(together, answers.values()))


def _with_all_sources(answer: Answer[T], answers: Iterable[Answer[T]]) -> Answer[T]:
    return replace(answer, sources={name: found for each in answers for name, found in each.sources.items()})


def estimate_body(found: Estimate) -> dict[str, object]:
    """The answer of `pension estimate`."""
    ahead = found.expected.projection
    paid = found.contribution
    return {
        "retirement": retirement_body(found.retirement),
        "contribution": {**contribution_body(paid), "future_total": ahead.cost, "subsidy": None} if paid else None,
        "benefit": _benefit_body(found, found.expected.benefit),
        "breakeven_months": found.breakeven_months,
        "ledger": ahead.ledger,
        "assumptions": found.assumptions,
    }


def _benefit_body(found: Estimate, benefit: Benefit | None) -> dict[str, object] | None:
    if benefit is None:
        return None
    return {**vars(benefit), "total_todays_money": found.expected.todays_money, "range": found.range}


def column_body(found: Column) -> dict[str, object]:
    """A plan of `pension compare`."""
    cell, paying = found.cell, found.cell.paying
    return {
        "retirement": retirement_body(cell.retirement),
        "contribution": contribution_body(paying.contribution) if paying.contribution else None,
        "months": paying.months,
        "cost": paying.cost,
        "cost_today": paying.cost_today,
        "income_share": paying.income_share,
        "benefit": cell.drawing,
        "year_more": cell.year_more,
        "difference": found.difference,
    }


def _estimate_lines(answer: Answer[Estimate], t: Texts) -> list[str]:
    found = answer.result
    lines = [t(f"category.{found.retirement.category}"), retirement_line(found.retirement, t)]
    if found.range:
        lines.append(t("cli.range", **vars(found.range)))
    else:
        lines.append(t("cli.no-benefit"))
    return lines


def _column_lines(found: Column, t: Texts) -> list[str]:
    paying, drawing, more = found.cell.paying, found.cell.drawing, found.difference
    monthly = paying.contribution.monthly if paying.contribution else "0.00"
    lines = [t("cli.plan", name=found.name, monthly=monthly, months=paying.months, cost=paying.cost_today)]
    lines.append("  " + (t("cli.range", **vars(drawing)) if drawing else t("cli.no-benefit")))
    if more and more.pension is not None:
        lines.append("  " + t("cli.plan.difference", **vars(more)))
    return lines
