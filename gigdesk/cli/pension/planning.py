"""gigdesk pension estimate: what a plan costs and brings."""

from __future__ import annotations

import argparse

from gigdesk.cli.context import Context, Output, Part, Subparsers, add_report, add_with_input, read_input
from gigdesk.cli.envelope import with_all_sources, working_body
from gigdesk.cli.pension.paying import paid_body, retirement_body, retirement_line, subsidy_lines
from gigdesk.cli.slip import add_slip
from gigdesk.domain.errors import InputError
from gigdesk.domain.pension.benefit import Benefit
from gigdesk.domain.pension.estimate import Estimate
from gigdesk.reports.slip.pension import pension_slip
from gigdesk.services import commands
from gigdesk.services.answer import Answer
from gigdesk.services.fields import named
from gigdesk.services.pension_input import CASE_NAMES, read_request
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = add_with_input(group, t, "pension.estimate", _estimate)
    add_report(command, t)
    add_slip(command, t)


def _estimate(args: argparse.Namespace, context: Context) -> Output:
    request = read_request(read_input(args.input), context.today)
    pension = context.services.pension
    answers: dict[str, Answer[Estimate]] = {}
    refused: dict[str, InputError] = {}
    for case in request.cases:
        try:
            with named(CASE_NAMES):
                answers[case.category] = pension.estimate(
                    request.region, case, context.today, request.history, request.claim
                )
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
    parts = [
        Part(context.t(f"category.{category}"), _estimate_lines(answer, context.t), answer)
        for category, answer in answers.items()
    ]
    lines = [context.t("pension.decides-50-55")] if len(request.cases) > 1 else []
    lines += [
        context.t("cli.not-possible", category=context.t(f"category.{category}"), why=reason)
        for category, reason in why.items()
    ]
    shown = next(case for case in request.cases if case.category in answers)
    return Output(
        body,
        lines,
        with_all_sources(first, answers.values()),
        parts=parts,
        command=commands.estimate.command(request),
        slip=lambda asked: pension_slip(answers, shown, asked),
    )


def estimate_body(found: Estimate) -> dict[str, object]:
    """The answer of `pension estimate`."""
    ahead = found.expected.projection
    paid = found.contribution
    return {
        "retirement": retirement_body(found.retirement),
        "contribution": {**paid_body(paid, found.subsidy), "future_total": ahead.cost} if paid else None,
        "subsidy": found.subsidy,
        "benefit": _benefit_body(found, found.expected.benefit),
        "breakeven_months": found.breakeven_months,
        "ledger": ahead.ledger,
        "assumptions": found.assumptions,
    }


def _benefit_body(found: Estimate, benefit: Benefit | None) -> dict[str, object] | None:
    if benefit is None:
        return None
    return {**vars(benefit), "total_todays_money": found.expected.todays_money, "range": found.range}


def _estimate_lines(answer: Answer[Estimate], t: Texts) -> list[str]:
    found = answer.result
    lines = [retirement_line(answer, found.retirement, t), *subsidy_lines(found.subsidy, t)]
    if found.range:
        lines.append(t("cli.range", **vars(found.range)))
    else:
        lines.append(t("cli.no-benefit"))
    return lines
