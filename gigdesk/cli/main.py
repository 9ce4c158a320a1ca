"""The command line of GigDesk."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime

from gigdesk import INTERRUPTED, __version__
from gigdesk.cli import data, entitlements, glossary, injury, kiosk, pension, reopen, report, slip, wages, window
from gigdesk.cli.context import Context, Output
from gigdesk.cli.envelope import as_json, as_lines
from gigdesk.cli.parser import Parser, speak, with_common
from gigdesk.domain.errors import GigDeskError, InputError
from gigdesk.services import Services
from gigdesk.services.fields import FIRST_YEAR, LAST_YEAR, day
from gigdesk.store import paths
from gigdesk.store.texts import LANGUAGES, Texts

GROUPS = (pension, wages, injury, entitlements, reopen, report, data, kiosk, window, glossary)
UNFORESEEN = 1


def main(arguments: Sequence[str]) -> int:
    """Answer one command; returns the exit status."""
    for stream, errors in ((sys.stdin, "strict"), (sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    language = _language(arguments)
    t = Texts(paths.resources() / "i18n", language)
    args = _parser(t).parse_args(arguments, argparse.Namespace(json=False, today=None))
    try:
        context = _context(args, t)
        output = args.run(args, context)
        report.keep(args, output, context)
        slip.keep(args, output, context)
        _print(output, args, t)
    except GigDeskError as error:
        print(_one_line(t.tell(f"error.{error.code}", error.details)), file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        _silence()
        return 0
    except KeyboardInterrupt:
        print(t("cli.stopped"), file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        _silence()
        print(_one_line(t.tell("error.system", {"problem": error})), file=sys.stderr)
        return UNFORESEEN
    return int(output.exit_status)


def _parser(t: Texts) -> argparse.ArgumentParser:
    speak(t)
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--json", action="store_true", help=t("help.json"))
    common.add_argument("--lang", choices=LANGUAGES, help=t("help.lang"))
    common.add_argument("--today", metavar="YYYY-MM-DD", help=t("help.today"))
    parser = Parser(
        prog="gigdesk", allow_abbrev=False, description=t("help.gigdesk"), epilog=t("help.epilog"), parents=[common]
    )
    parser.add_argument("--version", action="version", version=f"gigdesk {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=with_common(common))
    for group in GROUPS:
        group.add(commands, t)
    return parser


def _language(arguments: Sequence[str]) -> str:
    """Known before the parser is built, because the help is in that language."""
    for before, argument in zip(("", *arguments), arguments, strict=False):
        asked = argument.removeprefix("--lang=") if argument.startswith("--lang=") else argument
        if (before == "--lang" or asked != argument) and asked in LANGUAGES:
            return asked
    return LANGUAGES[0]


def _context(args: argparse.Namespace, t: Texts) -> Context:
    try:
        today = day(args.today) if args.today else date.today()  # noqa: DTZ011 - the user's own day
    except ValueError:
        raise InputError("--today", args.today, f"YYYY-MM-DD ({FIRST_YEAR}..{LAST_YEAR})") from None
    services = Services.open(
        paths.data_folder(),
        paths.resources(),
        lambda step: print(t(f"progress.{step}"), file=sys.stderr),
        datetime.now(UTC),
        None if args.today else today,
    )
    return Context(services, t, today)


def _print(output: Output, args: argparse.Namespace, t: Texts) -> None:
    if args.json:
        print(json.dumps(as_json(output, t), ensure_ascii=False, indent=2))
    else:
        for line in as_lines(output, t):
            print(line)
    sys.stdout.flush()


def _one_line(text: str) -> str:
    """What somebody typed is shown without what would steer the terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _silence() -> None:
    """Nobody reads the output any more, nor what is left of it when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
