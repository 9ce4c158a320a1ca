"""gigdesk pension account: how a personal account grew, year by year."""

from __future__ import annotations

import argparse

from gigdesk.cli.context import Context, Output, Subparsers, add_with_input, read_input
from gigdesk.domain.money import per_cent
from gigdesk.services.account_input import read_account
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the command."""
    add_with_input(group, t, "pension.account", _account)


def _account(args: argparse.Namespace, context: Context) -> Output:
    answer = context.services.pension.account(read_account(read_input(args.input)), context.today)
    lines = [context.t("cli.account", **{**vars(row), "rate": per_cent(row.rate)}) for row in answer.result]
    return Output({"years": answer.result, "balance": answer.result[-1].by_month_product}, lines, answer)
