"""gigdesk data feed: the publishers' side of signed releases."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.domain.errors import InputError
from gigdesk.services.answer import answered
from gigdesk.store.texts import Texts

if TYPE_CHECKING:
    from gigdesk.sync.publishing.ceremony import Terms, Threshold
    from gigdesk.sync.publishing.ground import Draft
    from gigdesk.sync.publishing.keys import Given

ROOT_DAYS, DAYS, MOST_DAYS = 365, 120, 3650
PASSWORD = "GIGDESK_KEY_PASSWORD"  # noqa: S105 - the name of a variable
THRESHOLD = re.compile("([1-9])/([1-9])")


def add(group: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    commands = group.add_parser("feed", help=t("help.data.feed")).add_subparsers(required=True, metavar="COMMAND")
    init = _command(commands, t, "init", _init)
    init.add_argument("--keys", required=True, metavar="FOLDER", help=t("help.data.feed.keys"))
    init.add_argument("--root", default="2/3", metavar="N/M", help=t("help.data.feed.root"))
    init.add_argument("--targets", default="2/2", metavar="N/M", help=t("help.data.feed.targets"))
    add_ = _command(commands, t, "add", _add)
    add_.add_argument("release", metavar="RELEASE", help=t("help.data.feed.release"))
    sign = _command(commands, t, "sign", _sign)
    publish = _command(commands, t, "publish", _publish)
    rotate = _command(commands, t, "rotate", _rotate)
    rotate.add_argument("name", nargs="?", metavar="KEY", help=t("help.data.feed.name"))
    rotate.add_argument("--keys", metavar="FOLDER", help=t("help.data.feed.keys"))
    for command in (sign, publish):
        command.add_argument(
            "--key",
            action="append",
            default=[],
            required=command is publish,
            metavar="FILE|env:NAME",
            help=t("help.data.feed.key"),
        )
    for command in (init, rotate):
        command.add_argument(
            "--root-days", type=int, default=ROOT_DAYS, metavar="N", help=t("help.data.feed.root-days")
        )
    for command in (add_, publish, rotate):
        command.add_argument("--days", type=int, default=DAYS, metavar="N", help=t("help.data.feed.days"))


def _command(commands: Subparsers, t: Texts, name: str, run: Any) -> Any:  # noqa: ANN401 - argparse's own class is private
    command = commands.add_parser(name, help=t(f"help.data.feed.{name}"))
    command.add_argument("dir", metavar="DIR", help=t("help.data.feed.dir"))
    command.set_defaults(run=run)
    return command


def _init(args: argparse.Namespace, context: Context) -> Output:
    from gigdesk.sync.publishing.ceremony import init

    terms = _terms(args, root=_threshold(args, "root"), targets=_threshold(args, "targets"))
    names = init(Path(args.dir), Path(args.keys), context.now, terms)
    body = {"root": 1, "keys": list(names), "folder": args.keys}
    return _output(context, body, [context.t("cli.publish.made", keys=args.keys, names=", ".join(names))])


def _add(args: argparse.Namespace, context: Context) -> Output:
    from gigdesk.sync.publishing.drafts import add as draft

    return _drafted(context, draft(Path(args.dir), Path(args.release), context.now, _days(args, "days")))


def _sign(args: argparse.Namespace, context: Context) -> Output:
    from gigdesk.sync.publishing.drafts import sign_drafts

    return _drafted(context, sign_drafts(Path(args.dir), _given(args), _password()))


def _publish(args: argparse.Namespace, context: Context) -> Output:
    from gigdesk.sync.publishing.publish import publish

    found = publish(Path(args.dir), _given(args), context.now, _days(args, "days"), _password())
    line = context.t(
        "cli.publish.published", version=found.targets, files=found.files, expires=found.expires.date(), root=found.root
    )
    return _output(context, vars(found), [line])


def _rotate(args: argparse.Namespace, context: Context) -> Output:
    from gigdesk.sync.publishing.ceremony import rotate

    if bool(args.name) != bool(args.keys):
        raise InputError("KEY", args.name or "-", "KEY --keys FOLDER")
    keys = Path(args.keys) if args.keys else None
    return _drafted(context, rotate(Path(args.dir), args.name, keys, context.now, _terms(args)))


def _drafted(context: Context, drafts: Sequence[Draft]) -> Output:
    body = {
        "drafts": [
            {
                "role": draft.role,
                "version": draft.version,
                "expires": draft.expires,
                "complete": draft.complete,
                "signatures": [
                    {"by_root": tally.root, "signed": list(tally.signed), "needed": tally.needed}
                    for tally in draft.tallies
                ],
            }
            for draft in drafts
        ]
    }
    return _output(context, body, list(_draft_lines(drafts, context.t)))


def _draft_lines(drafts: Sequence[Draft], t: Texts) -> Iterator[str]:
    for draft in drafts:
        role = t(f"publish.role.{draft.role}")
        yield t("cli.publish.draft", role=role, version=draft.version, expires=draft.expires)
        for tally in draft.tallies:
            names = ", ".join(tally.signed) or "-"
            yield t("cli.publish.tally", root=tally.root, signed=len(tally.signed), needed=tally.needed, names=names)
    if not drafts:
        yield t("cli.publish.none")
    elif all(draft.complete for draft in drafts):
        yield t("cli.publish.complete")


def _output(context: Context, body: Mapping[str, object], lines: Sequence[str]) -> Output:
    return Output(body, lines, answered(None, context.services.data.reference, context.today))


def _given(args: argparse.Namespace) -> list[Given]:
    from gigdesk.sync.publishing.keys import given

    return [given(text, Path(args.dir), os.environ) for text in args.key]


def _password() -> bytes | None:
    found = os.environ.get(PASSWORD)
    return found.encode() if found else None


def _terms(args: argparse.Namespace, **thresholds: Threshold) -> Terms:
    from gigdesk.sync.publishing.ceremony import Terms

    days = _days(args, "days") if "days" in args else DAYS
    return Terms(root_days=_days(args, "root_days"), days=days, password=_password(), **thresholds)


def _threshold(args: argparse.Namespace, name: str) -> Threshold:
    from gigdesk.sync.publishing.ceremony import Threshold

    given = getattr(args, name)
    found = THRESHOLD.fullmatch(given)
    if not found:
        raise InputError(f"--{name}", given, "2/3")
    return Threshold(int(found[2]), int(found[1]))


def _days(args: argparse.Namespace, name: str) -> int:
    days = int(getattr(args, name))
    if not 1 <= days <= MOST_DAYS:
        raise InputError(f"--{name.replace('_', '-')}", days, f"1..{MOST_DAYS}")
    return days
