"""gigdesk entitlements check | questions."""

from __future__ import annotations

import argparse
from dataclasses import replace

from gigdesk.cli import decision
from gigdesk.cli.context import MARKS, Context, Output, Subparsers, add_report, add_with_input, read_input
from gigdesk.cli.out import add_out, write_out
from gigdesk.cli.slip import add_slip
from gigdesk.domain.decision import Question
from gigdesk.domain.entitlements.check import Assessment, EntitlementsDecision, NotAssessed
from gigdesk.domain.entitlements.outcome import Outcome
from gigdesk.domain.law import NATIONAL
from gigdesk.reports.entitlements import claims
from gigdesk.reports.slip.entitlements import entitlements_slip
from gigdesk.services import commands
from gigdesk.services.answer import Answer
from gigdesk.services.entitlements_input import read_person
from gigdesk.services.entitlements_words import amount, amount_why, change, duration, note, who
from gigdesk.store.texts import Texts


def add(parsers: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    group = parsers.add_parser("entitlements", help=t("help.entitlements"))
    group = group.add_subparsers(required=True, metavar="COMMAND")
    check = add_with_input(group, t, "entitlements.check", _check)
    add_out(check, t)
    add_report(check, t)
    add_slip(check, t)
    group.add_parser("questions", help=t("help.entitlements.questions")).set_defaults(run=_questions)


def _check(args: argparse.Namespace, context: Context) -> Output:
    entitlements = context.services.entitlements
    person = read_person(read_input(args.input), entitlements, context.today)
    answer = entitlements.check(person.answers, person.region, person.today)
    if args.out:
        write_out(args.out, claims(answer, context.t), context.t)
    body = {"region": person.region, **_body(answer, context.t)}
    command = commands.entitlements.command(person.answers, person.region, person.today)
    return Output(
        body,
        list(_lines(answer.result, context.t)),
        answer,
        command=command,
        slip=lambda asked: entitlements_slip(answer, replace(asked, day=person.today)),
    )


def _questions(_: argparse.Namespace, context: Context) -> Output:
    entitlements, today = context.services.entitlements, context.today
    return decision.questions(entitlements.questions(today), entitlements.law(NATIONAL, today), _asked, context.t)


def _body(answer: Answer[EntitlementsDecision], t: Texts) -> dict[str, object]:
    found = answer.result
    return {
        "entitlements": [_assessed(one, answer, t) for one in found.assessed],
        "not_assessed": [_not_assessed(one, t) for one in found.not_assessed],
        "missing": [_asked(question, t) for question in found.missing],
        "next_question": found.next_question.id if found.next_question else None,
    }


def _assessed(one: Assessment, answer: Answer[EntitlementsDecision], t: Texts) -> dict[str, object]:
    source = answer.sources[one.rule.source]
    return {
        "id": one.id,
        "label": t(f"entitlement.{one.id}"),
        "outcome": one.outcome,
        "outcome_text": t(f"claim.{one.outcome}.line"),
        "who": who(one, t),
        "note": note(one, t),
        "amount": one.amount.exact,
        "amount_least": one.amount.least,
        "amount_most": one.amount.most,
        "unit": one.amount.unit,
        "amount_text": amount(one.amount, t),
        "why_no_amount": amount_why(one.amount, t) or None,
        "duration": {"period": one.duration.period, "months": one.duration.months, "text": duration(one.duration, t)},
        "because": [decision.reason(reason, t) for reason in one.because],
        "missing": [_asked(question, t) for question in one.missing],
        "would_change": [
            {"facts": found.facts, "outcome": found.outcome, "text": change(found, t)} for found in one.would_change
        ],
        "alternative": {"id": one.alternative, "label": t(f"entitlement.{one.alternative}")}
        if one.alternative
        else None,
        "where": [t(f"where.{code}") for code in one.where],
        "papers": [t(f"paper.{code}") for code in one.papers],
        "document": source.document or source.title,
        "source": source.id,
        "status": one.rule.status,
    }


def _not_assessed(one: NotAssessed, t: Texts) -> dict[str, object]:
    source = one.value.source if one.value else None
    return {"id": one.id, "label": t(f"entitlement.{one.id}"), "why": t(f"not-assessed.{one.why}"), "source": source}


def _asked(question: Question[object], t: Texts) -> dict[str, object]:
    name = f"person.{question.id}"
    return {"fact": question.id, "question": t(name), "how_to_find_out": t(f"{name}.how")}


def _lines(found: EntitlementsDecision, t: Texts) -> list[str]:
    lines: list[str] = []
    for outcome in Outcome:
        those = [one for one in found.assessed if one.outcome is outcome]
        if those:
            lines += [f"{t(f'claim.{outcome}')}: {t(f'claim.{outcome}.line')}"]
            lines += [line for one in those for line in _entry(one, t)]
            lines += [""]
    lines += [t("cli.not-assessed")]
    lines += [f"  {t(f'entitlement.{one.id}')}: {t(f'not-assessed.{one.why}')}" for one in found.not_assessed]
    return lines


def _entry(one: Assessment, t: Texts) -> list[str]:
    lines = [f"  {t(f'entitlement.{one.id}')}: {amount(one.amount, t)} · {duration(one.duration, t)}"]
    told = one.failing or [reason for reason in one.because if reason.holds is None]
    lines += [f"    {MARKS[reason.state]} {decision.reason_text(reason, t)}" for reason in told]
    lines += [f"    → {change(found, t).replace('**', '')}" for found in one.would_change]
    if one.alternative:
        lines.append(f"    {t('cli.alternative', other=t(f'entitlement.{one.alternative}'))}")
    if one.outcome.fits:
        lines += [f"    {amount_why(one.amount, t)}"] if one.amount.why else []
        lines.append(f"    {' / '.join(t(f'where.{code}') for code in one.where)}")
    return lines
