"""gigdesk pension resident: the residents' scheme."""

from __future__ import annotations

import argparse

from gigdesk.cli.context import Context, Output, Subparsers, add_with_input, read_input
from gigdesk.services.resident_input import read_resident
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    add_with_input(group, t, "resident", _resident)


def _resident(args: argparse.Namespace, context: Context) -> Output:
    region, case = read_resident(read_input(args.input), context.today)
    answer = context.services.pension.resident(region, case, context.today)
    found, t = answer.result, context.t
    lines = [t(f"cli.resident.{found.outcome}", begins=found.begins, years=found.years, short=found.years_short)]
    if found.pension:
        lines.append(t("cli.resident.month", **vars(found.pension)))
    return Output(vars(found), lines, answer)
