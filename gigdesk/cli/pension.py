"""gigdesk pension contribution | retirement-age | estimate | compare | replay | resident | series."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from gigdesk.cli.context import Context, Output, Subparsers, number, read_input
from gigdesk.cli.envelope import working_body
from gigdesk.domain.errors import InputError, RefusedError
from gigdesk.domain.pension.benefit import Benefit
from gigdesk.domain.pension.compare import Column
from gigdesk.domain.pension.contribution import Choice, Contribution
from gigdesk.domain.pension.estimate import Estimate
from gigdesk.domain.pension.retirement import CATEGORIES, Retirement
from gigdesk.services.answer import Answer
from gigdesk.services.fields import FIRST_YEAR, LAST_YEAR, month
from gigdesk.services.pension_input import read_form, read_plans, read_request
from gigdesk.services.resident_input import read_resident
from gigdesk.services.series import check_series
from gigdesk.store.texts import Texts

T = TypeVar("T")


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    group = commands.add_parser("pension", help=t("help.pension")).add_subparsers(required=True, metavar="COMMAND")
    cost = group.add_parser("contribution", help=t("help.pension.contribution"))
    cost.add_argument("--region", required=True, help=t("help.region"))
    cost.add_argument("--year", type=int, help=t("help.pension.year"))
    base = cost.add_mutually_exclusive_group()
    base.add_argument("--base-percent", type=number, metavar="60..300", help=t("help.pension.base-percent"))
    base.add_argument("--base", type=number, metavar="YUAN", help=t("help.pension.base"))
    cost.set_defaults(run=_contribution)
    age = group.add_parser("retirement-age", help=t("help.pension.retirement-age"))
    age.add_argument("--birth", required=True, metavar="YYYY-MM", help=t("help.pension.birth"))
    age.add_argument("--category", required=True, choices=CATEGORIES, help=t("help.pension.category"))
    age.add_argument("--shift-months", type=int, default=0, metavar="-36..36", help=t("help.pension.shift"))
    age.set_defaults(run=_retirement_age)
    series = group.add_parser("series", help=t("help.pension.series"))
    series.add_argument("--check", type=Path, metavar="FILE", help=t("help.pension.series.check"))
    series.set_defaults(run=_series)
    for name, run in (("estimate", _estimate), ("compare", _compare), ("replay", _replay), ("resident", _resident)):
        command = group.add_parser(
            name,
            help=t(f"help.pension.{name}"),
            epilog=t(f"help.pension.{name}.example"),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_argument("--input", required=True, metavar="FILE|-", help=t("help.input"))
        command.set_defaults(run=run)


def _contribution(args: argparse.Namespace, context: Context) -> Output:
    year = context.today.year if args.year is None else args.year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError("--year", year, f"{FIRST_YEAR}..{LAST_YEAR}")
    choice = Choice(percent=args.base_percent, amount=args.base)
    answer = context.services.pension.contribution(args.region, year, choice, context.today)
    return Output(contribution_body(answer.result), [_contribution_line(answer.result, year, context.t)], answer)


def _retirement_age(args: argparse.Namespace, context: Context) -> Output:
    try:
        birth = month(args.birth)
    except ValueError:
        raise InputError("--birth", args.birth, f"YYYY-MM ({FIRST_YEAR}..{LAST_YEAR})") from None
    answer = context.services.pension.retirement_age(birth, args.category, context.today, args.shift_months)
    return Output(retirement_body(answer.result), [_retirement_line(answer.result, context.t)], answer)


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


def _replay(args: argparse.Namespace, context: Context) -> Output:
    answer = context.services.pension.replay(read_form(read_input(args.input)), context.today)
    found = answer.result
    line = context.t(
        "cli.benefit", basic=found.basic, account=found.account, transitional=found.transitional, total=found.total
    )
    return Output({"benefit": vars(found)}, [line], answer)


def _resident(args: argparse.Namespace, context: Context) -> Output:
    region, case = read_resident(read_input(args.input), context.today)
    answer = context.services.pension.resident(region, case, context.today)
    found, t = answer.result, context.t
    lines = [t(f"cli.resident.{found.outcome}", begins=found.begins, years=found.years, short=found.years_short)]
    if found.pension:
        lines.append(t("cli.resident.month", **vars(found.pension)))
    return Output(vars(found), lines, answer)


def _series(args: argparse.Namespace, context: Context) -> Output:
    answer = check_series(context.services.data.reference, context.today, args.check)
    found, t = answer.result, context.t
    lines = [
        t("cli.series", regions=found.regions, errors=len(found.errors), notices=len(found.notices)),
        *(
            t(f"cli.series.{each.severity}", place=each.place, what=each.what, off=each.off)
            for each in (*found.errors, *found.notices)
        ),
    ]
    return Output({"well": found.well, **vars(found)}, lines, answer, 0 if found.well else RefusedError.exit_status)


def _with_all_sources(answer: Answer[T], answers: Iterable[Answer[T]]) -> Answer[T]:
    return replace(answer, sources={name: found for each in answers for name, found in each.sources.items()})


def contribution_body(found: Contribution) -> dict[str, object]:
    """The `contribution` object of the contract."""
    return dict(vars(found))


def retirement_body(found: Retirement) -> dict[str, object]:
    """The `retirement` object of the contract."""
    return {name: value for name, value in vars(found).items() if name not in ("category", "chosen_age_months")}


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


def _contribution_line(found: Contribution, year: int, t: Texts) -> str:
    return t("cli.contribution", year=year, **vars(found))


def _retirement_line(found: Retirement, t: Texts) -> str:
    return t("cli.retirement", **vars(found))


def _estimate_lines(answer: Answer[Estimate], t: Texts) -> list[str]:
    found = answer.result
    lines = [t(f"category.{found.retirement.category}"), _retirement_line(found.retirement, t)]
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
