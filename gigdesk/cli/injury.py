"""gigdesk injury check | questions."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import datetime

from gigdesk.cli import benefits, claim, decision
from gigdesk.cli.context import MARKS, Context, Output, Subparsers, add_report, add_with_input, read_input
from gigdesk.cli.out import add_out, write_out
from gigdesk.cli.slip import add_slip
from gigdesk.domain.decision import Question
from gigdesk.domain.injury.check import InjuryDecision
from gigdesk.domain.injury.facts import REGION, WHEN, day_of
from gigdesk.domain.law import NATIONAL
from gigdesk.domain.reasons import Reason
from gigdesk.reports.injury import benefits as table_of
from gigdesk.reports.slip.injury import injury_slip
from gigdesk.services import commands
from gigdesk.services.answer import Answer
from gigdesk.services.injury_input import Accident, read_accident
from gigdesk.services.platforms import platform_names
from gigdesk.store.texts import Texts


def add(parsers: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    group = parsers.add_parser("injury", help=t("help.injury")).add_subparsers(required=True, metavar="COMMAND")
    check = add_with_input(group, t, "injury.check", _check)
    add_out(check, t)
    add_report(check, t)
    add_slip(check, t)
    group.add_parser("questions", help=t("help.injury.questions")).set_defaults(run=_questions)


def _check(args: argparse.Namespace, context: Context) -> Output:
    injury = context.services.injury
    accident = read_accident(read_input(args.input), injury, context.today)
    answer = injury.check(accident.answers, accident.today, claim=accident.claim)
    if args.out:
        write_out(args.out, table_of(answer, context.t), context.t)
    return Output(
        _body(answer.result, context.t),
        list(_lines(answer, context.t)),
        answer,
        command=commands.injury.command(accident.answers, accident.today, accident.claim),
        slip=lambda asked: injury_slip(answer, _platforms(accident, context), replace(asked, day=accident.today)),
    )


def _questions(_: argparse.Namespace, context: Context) -> Output:
    injury, today = context.services.injury, context.today
    return decision.questions(injury.questions(today), injury.law(NATIONAL, today), _asked, context.t)


def _platforms(accident: Accident, context: Context) -> dict[str, str]:
    """The names of the platforms by the law of the accident, or of today where its day or place is not known."""
    given = accident.answers.given
    region, when = given.get(REGION.id), given.get(WHEN.id)
    day = day_of(when) if isinstance(when, datetime) else context.today
    return platform_names(context.services.injury.law(str(region or NATIONAL), day), context.t)


def _body(found: InjuryDecision, t: Texts) -> dict[str, object]:
    return {
        "outcome": found.outcome,
        "outcome_text": t(f"outcome.{found.outcome}"),
        "possible": found.possible,
        "routes": [
            {"route": route.id, "label": t(f"route.{route.id}"), "outcome": route.outcome, "open": route.open}
            for route in found.routes
        ],
        "because": [_reason(reason, t) for reason in found.because],
        "missing": [_asked(question, t) for question in found.missing],
        "next_question": found.next_question.id if found.next_question else None,
        "would_change": [{"facts": change.facts, "outcome": change.outcome} for change in found.would_change],
        "deadlines": [claim.deadline(one, t) for one in found.deadlines],
        "documents": [claim.document(one, t) for one in found.documents],
        "next_step": t(f"next-step.{found.next_step}"),
        "where": [claim.place(one, t) for one in found.where],
        "benefits": [benefits.body(benefit, t) for benefit in found.benefits],
    }


def _reason(reason: Reason, t: Texts) -> dict[str, object]:
    return decision.reason(reason, t, article=t(f"article.{reason.article}"), article_id=reason.article)


def _asked(question: Question[object], t: Texts) -> dict[str, object]:
    return {
        "fact": question.id,
        "question": _ask(question, t),
        "why": t(f"fact.{question.id}.why"),
        "how_to_find_out": t(f"fact.{question.id}.how"),
    }


def _ask(question: Question[object], t: Texts) -> str:
    return t(f"fact.{question.id}")


def _lines(answer: Answer[InjuryDecision], t: Texts) -> list[str]:
    found = answer.result
    lines = [t(f"outcome.{found.outcome}"), t("injury.only-the-office"), ""]
    lines += [_reason_line(reason, t) for reason in found.because]
    if found.missing:
        lines += ["", t("injury.missing"), *(f"  ? {_ask(question, t)}" for question in found.missing)]
    lines += ["", t(f"next-step.{found.next_step}"), *claim.deadline_lines(found.deadlines, t)]
    lines += [*claim.document_lines(found.documents, t), *claim.place_lines(found.where, t)]
    return [*lines, *benefits.lines(found.benefits, t)]


def _reason_line(reason: Reason, t: Texts) -> str:
    return f"  {MARKS[reason.state]} {decision.reason_text(reason, t)} ({t(f'article.{reason.article}')})"
