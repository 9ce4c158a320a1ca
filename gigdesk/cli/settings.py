"""gigdesk data settings: where new data is looked for, and when."""

from __future__ import annotations

import argparse

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.services.answer import answered
from gigdesk.store.settings import Sync
from gigdesk.store.texts import Texts


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = commands.add_parser("settings", help=t("help.data.settings"))
    command.add_argument("--source", metavar="URL", help=t("help.data.settings.source"))
    command.add_argument("--sync", metavar=" | ".join(Sync), help=t("help.data.settings.sync"))
    command.add_argument("--clock-is-right", action="store_true", help=t("help.data.settings.clock"))
    command.set_defaults(run=_settings)


def _settings(args: argparse.Namespace, context: Context) -> Output:
    upkeep, t = context.services.upkeep, context.t
    if args.clock_is_right:
        upkeep.reset_clock(context.today)
    found = upkeep.settings() if args.source is None and args.sync is None else upkeep.set(args.source, args.sync)
    lines = [
        t("settings.source", source=found.source or t("settings.no-source")),
        t("settings.sync", sync=t(f"settings.sync.{found.sync}")),
    ]
    body = {"source": found.source or None, "sync": found.sync}
    return Output(body, lines, answered(found, context.services.data.reference, context.today))
