"""gigdesk reopen: the case on a slip, and what became of its result."""

from __future__ import annotations

import argparse
from pathlib import Path

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.domain.errors import InputError, Phrase
from gigdesk.services.answer import answered
from gigdesk.services.carry import Carried, Since, read, since
from gigdesk.services.carry.words import head, told
from gigdesk.services.changes_words import sentence
from gigdesk.services.plain import laid_out, plain
from gigdesk.store.texts import Texts


def add(commands: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = commands.add_parser("reopen", help=t("help.reopen"))
    command.add_argument("--image", nargs="+", default=[], metavar="FILE", help=t("help.reopen.image"))
    command.add_argument("--text", nargs="+", default=[], metavar="GIGDESK1:…", help=t("help.reopen.text"))
    command.set_defaults(run=_reopen)


def _reopen(args: argparse.Namespace, context: Context) -> Output:
    services, t = context.services, context.t
    case = read([*args.text, *_seen(args.image)] if args.text or args.image else _nothing())
    found = since(case, services)
    said = told(case, found, services.data.reference.regions, t)
    body = _body(case, found, context) | {"says": said}
    lines = [
        t("cli.reopen.of", command=case.command.name, day=case.day, release=case.release),
        laid_out({"input": case.command.input, "options": case.command.options}).rstrip(),
        "",
        *_now(case, found, t),
        *said,
    ]
    return Output(body, lines, answered(found, services.data.reference, context.today))


def _nothing() -> list[str]:
    raise InputError("--image, --text", Phrase("nothing"), "--image FILE | --text GIGDESK1:…")


def _seen(files: list[str]) -> list[str]:
    """What the codes in pictures say; only a picture loads what reads it."""
    if not files:
        return []
    from gigdesk.reports.slip.paint.photo import texts_in_file

    return [text for file in files for text in texts_in_file(Path(file))]


def _body(case: Carried, found: Since, context: Context) -> dict[str, object]:
    regions = context.services.data.reference.regions
    changes = None if found.changes is None else [sentence(one, regions, context.t) for one in found.changes]
    return {
        "command": case.command.name,
        "input": case.command.input,
        "options": case.command.options,
        "day": case.day,
        "release": case.release,
        "same_data": found.same_data,
        "same_result": found.same_result,
        "before": case.head or None,
        "after": found.head or None,
        "changes": changes,
        "outcome": plain(found.outcome),
    }


def _now(case: Carried, found: Since, t: Texts) -> list[str]:
    now = head(case, found.head, t)
    return [t("cli.reopen.now", result=now)] if now else []
