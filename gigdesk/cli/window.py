"""gigdesk window: how the window of this machine looks where it is no kiosk."""

from __future__ import annotations

import argparse

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.services.answer import answered
from gigdesk.store.style import STYLES
from gigdesk.store.texts import Texts


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = commands.add_parser("window", help=t("help.window"))
    for field, keys in STYLES.items():
        flag = f"--{field.replace('_', '-')}"
        command.add_argument(flag, metavar="|".join(keys), help=t(f"looks.{field}"))
    command.set_defaults(run=_window)


def _window(args: argparse.Namespace, context: Context) -> Output:
    upkeep, t = context.services.upkeep, context.t
    asked = {field: getattr(args, field) for field in STYLES}
    found = (upkeep.set_style(**asked) if any(asked.values()) else upkeep.settings()).style
    lines = [f"{t(f'looks.{field}')}: {t(f'looks.{field}.{getattr(found, field)}')}" for field in STYLES]
    return Output(vars(found), lines, answered(found, context.services.data.reference, context.today))
