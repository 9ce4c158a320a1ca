"""gigdesk pension replay: what stands on a determination form, worked out again."""

from __future__ import annotations

import argparse

from gigdesk.cli.context import Context, Output, Subparsers, add_with_input, read_input
from gigdesk.services.form_input import read_form
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    add_with_input(group, t, "replay", _replay)


def _replay(args: argparse.Namespace, context: Context) -> Output:
    pension = context.services.pension
    answer = pension.replay(read_form(read_input(args.input), pension, context.today), context.today)
    found = answer.result
    line = context.t(
        "cli.benefit", basic=found.basic, account=found.account, transitional=found.transitional, total=found.total
    )
    return Output({"benefit": vars(found)}, [line], answer)
