"""gigdesk data diff: what changed from one release to another."""

from __future__ import annotations

import argparse

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.services.answer import answered
from gigdesk.services.changes import Change
from gigdesk.services.changes_words import sentence, sentences
from gigdesk.store.texts import Texts


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = commands.add_parser("diff", help=t("help.data.diff"))
    command.add_argument("old", metavar="A", help=t("help.data.diff.release"))
    command.add_argument("new", metavar="B", help=t("help.data.diff.release"))
    command.set_defaults(run=_diff)


def _diff(args: argparse.Namespace, context: Context) -> Output:
    data, t = context.services.data, context.t
    found = data.changes(args.old, args.new)
    regions = data.reference.regions
    lines = sentences(found, regions, t) or (t("change.none"),)
    body = {
        "old": args.old,
        "new": args.new,
        "changes": [_change(change, sentence(change, regions, t)) for change in found],
        "words": lines if found else [],
    }
    return Output(body, lines, answered(found, data.reference, context.today))


def _change(change: Change, text: str) -> dict[str, object]:
    return {**{name: value if value != "" else None for name, value in vars(change).items()}, "text": text}
