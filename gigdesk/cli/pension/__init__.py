"""gigdesk pension: one module a group of commands."""

from __future__ import annotations

from gigdesk.cli.context import Subparsers
from gigdesk.cli.pension import account, comparing, forms, history, paying, planning, schemes, series
from gigdesk.store.texts import Texts

PARTS = (paying, planning, comparing, history, forms, account, schemes, series)


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    group = commands.add_parser("pension", help=t("help.pension")).add_subparsers(required=True, metavar="COMMAND")
    for part in PARTS:
        part.add(group, t)
