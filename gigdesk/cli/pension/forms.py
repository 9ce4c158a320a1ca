"""gigdesk pension replay | gap: what stands on a determination form, worked out again, and why the office's differs."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from decimal import Decimal

from gigdesk.cli.context import Context, Output, Subparsers, add_with_input, number, read_input
from gigdesk.cli.pension.gap import gap_body, gap_lines
from gigdesk.domain.pension.benefit import Benefit
from gigdesk.domain.pension.correction import PARTS, Correction
from gigdesk.domain.pension.gap.model import Gap, Official
from gigdesk.services.answer import Answer
from gigdesk.services.fields import named
from gigdesk.services.form_input import only_case, read_form, read_official
from gigdesk.services.pension_input import CASE_NAMES
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    add_with_input(group, t, "pension.replay", _replay)
    gap = add_with_input(group, t, "pension.gap", _gap)
    gap.add_argument("--official", type=number, required=True, metavar="YUAN", help=t("help.pension.official"))
    for part in ("basic", "account"):
        gap.add_argument(f"--official-{part}", type=number, metavar="YUAN", help=t(f"help.pension.official-{part}"))


def _replay(args: argparse.Namespace, context: Context) -> Output:
    pension, t = context.services.pension, context.t
    form = read_form(read_input(args.input), pension, context.today)
    if form.final_base is None:
        answer = pension.replay(form, context.today)
        return Output({"benefit": vars(answer.result)}, [_benefit_line(answer.result, t)], answer)
    corrected = pension.correction(form, form.final_base, context.today)
    found = corrected.result
    body = {"benefit": vars(found.provisional), "correction": _correction_body(found)}
    return Output(body, [_benefit_line(found.provisional, t), *_correction_lines(found, t)], corrected)


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
    official = read_official(args.official, args.official_basic, args.official_account)
    answer = _explained(read_input(args.input), official, context)
    regions = context.services.data.reference.regions
    return Output(
        gap_body(answer.result, official, context.t, regions),
        gap_lines(answer.result, official, context.t, regions),
        answer,
    )


def _explained(found: object, official: Official, context: Context) -> Answer[Gap]:
    """A case of `pension estimate` is told from a form by its person."""
    pension, today = context.services.pension, context.today
    if isinstance(found, Mapping) and "person" in found:
        request = only_case(found, today)
        with named(CASE_NAMES):
            return pension.gap_of_estimate(request.region, request.cases[0], official, today, request.history)
    return pension.gap(read_form(found, pension, today, correction=False), official, today)


def _or_not(amount: Decimal | None, t: Texts) -> object:
    return t("state.cannot-say") if amount is None else amount
