"""gigdesk pension replay | gap: what stands on a determination form, worked out again, and why the office's differs."""

from __future__ import annotations

import argparse
from decimal import Decimal

from gigdesk.cli.context import Context, Output, Subparsers, add_report, add_with_input, number, read_input
from gigdesk.cli.pension.gap import gap_body, gap_lines
from gigdesk.cli.slip import add_slip
from gigdesk.domain.pension.benefit import Benefit
from gigdesk.domain.pension.correction import PARTS, Correction
from gigdesk.reports.slip.forms import gap_slip, replay_slip
from gigdesk.services import commands
from gigdesk.services.fields import named
from gigdesk.services.form_input import read_form, read_official
from gigdesk.services.pension_input import CASE_NAMES
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    replay = add_with_input(group, t, "pension.replay", _replay)
    add_report(replay, t)
    add_slip(replay, t)
    gap = add_with_input(group, t, "pension.gap", _gap)
    add_report(gap, t)
    add_slip(gap, t)
    gap.add_argument("--official", type=number, required=True, metavar="YUAN", help=t("help.pension.official"))
    for part in ("basic", "account"):
        gap.add_argument(f"--official-{part}", type=number, metavar="YUAN", help=t(f"help.pension.official-{part}"))


def _replay(args: argparse.Namespace, context: Context) -> Output:
    pension, t = context.services.pension, context.t
    form = read_form(read_input(args.input), pension, context.today)
    command = commands.forms.replay_command(form)
    if form.final_base is None:
        answer = pension.replay(form, context.today)
        return Output(
            {"benefit": vars(answer.result)},
            [_benefit_line(answer.result, t)],
            answer,
            command=command,
            slip=lambda asked: replay_slip(answer.result, answer, asked),
        )
    corrected = pension.correction(form, form.final_base, context.today)
    found = corrected.result
    body = {"benefit": vars(found.provisional), "correction": _correction_body(found)}
    changed = _correction_lines(found, t)
    return Output(
        body,
        [_benefit_line(found.provisional, t), *changed],
        corrected,
        command=command,
        slip=lambda asked: replay_slip(found.provisional, corrected, asked, changed),
    )


def _benefit_line(found: Benefit, t: Texts) -> str:
    parts = {name: _or_not(getattr(found, name), t) for name in (*PARTS, "total")}
    return t("cli.benefit", **parts)


def _correction_body(found: Correction) -> dict[str, object]:
    return {
        "final_benefit_base": found.final.benefit_base,
        "final_total": found.final.total,
        "difference": found.difference,
        "months_drawn": found.months_drawn,
        "arrears": found.arrears,
        "parts": {part: _part(found, part) for part in PARTS},
    }


def _part(found: Correction, part: str) -> dict[str, object]:
    provisional, final = getattr(found.provisional, part), getattr(found.final, part)
    return {"provisional": provisional, "final": final, "difference": found.parts[part]}


def _correction_lines(found: Correction, t: Texts) -> list[str]:
    if found.difference is None:
        return []
    shown = {"base": found.final.benefit_base, "final": found.final.total, "difference": found.difference}
    lines = [t("cli.correction", **shown)]
    if found.arrears is not None:
        lines.append(t("cli.correction.arrears", months=found.months_drawn, arrears=found.arrears))
    return lines


def _gap(args: argparse.Namespace, context: Context) -> Output:
    pension, t = context.services.pension, context.t
    official = read_official(args.official, args.official_basic, args.official_account)
    asked = commands.forms.read_case(read_input(args.input), pension, context.today)
    with named(CASE_NAMES):
        answer = commands.forms.explained(asked, official, pension, context.today)
    regions = context.services.data.reference.regions
    return Output(
        gap_body(answer.result, official, t, regions),
        gap_lines(answer.result, official, t, regions),
        answer,
        command=commands.forms.gap_command(asked, official),
        slip=lambda occasion: gap_slip(answer, official, regions, occasion),
    )


def _or_not(amount: Decimal | None, t: Texts) -> object:
    return t("state.cannot-say") if amount is None else amount
