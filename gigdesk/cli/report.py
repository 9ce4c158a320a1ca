"""gigdesk report check | case, and the report that other commands write of their answer."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.domain.errors import GigDeskError, InputError, Phrase, RefusedError
from gigdesk.services.answer import answered
from gigdesk.services.report import (
    Difference,
    Remark,
    Replayed,
    Report,
    case_text,
    make,
    read_file,
    replay,
    text,
    write,
)
from gigdesk.store.texts import Texts

YAML = (".yaml", ".yml")
MOST_LINES = 20


def add(parsers: Subparsers, t: Texts) -> None:
    """Declare the commands."""
    group = parsers.add_parser("report", help=t("help.report")).add_subparsers(required=True, metavar="COMMAND")
    check = group.add_parser("check", help=t("help.report.check"))
    check.add_argument("files", nargs="+", metavar="FILE", help=t("help.report.file"))
    check.set_defaults(run=_check)
    case = group.add_parser("case", help=t("help.report.case"))
    case.add_argument("file", metavar="FILE", help=t("help.report.file"))
    case.add_argument("--out", required=True, metavar="FILE.yaml", help=t("help.report.out"))
    case.set_defaults(run=_case)


def keep(args: argparse.Namespace, output: Output, context: Context) -> None:
    """Write a report of an answer, where that was asked.

    Raises:
        InputError: the file is there already, or cannot be written.
    """
    if output.command is None or not getattr(args, "report", None):
        return
    t = context.t
    made = make(output.command, context.services, context.today, t.language, Remark((), args.remark))
    _write("--report", args.report, text(made))
    print(t("cli.report.written", file=args.report), file=sys.stderr)


def _check(args: argparse.Namespace, context: Context) -> Output:
    """Every file is looked at; one that is refused does not keep the others from it."""
    t, today = context.t, context.today
    rows: list[dict[str, object]] = []
    lines: list[str] = []
    for file in args.files:
        try:
            found = replay(read_file(Path(file)), context.services)
        except GigDeskError as error:
            said = t.tell(f"error.{error.code}", error.details)
            rows.append({"file": file, "state": "refused", "says": said})
            lines.append(t("cli.report.refused", file=file, why=said))
        else:
            rows.append({"file": file, **_body(found, t)})
            lines += _lines(file, found, t)
    refused = any(row["state"] == "refused" for row in rows)
    answer = answered(rows, context.services.data.reference, today)
    return Output({"reports": rows}, lines, answer, RefusedError.exit_status if refused else 0)


def _case(args: argparse.Namespace, context: Context) -> Output:
    t = context.t
    if Path(args.out).suffix not in YAML:
        raise InputError("--out", args.out, " | ".join(f"NAME{ending}" for ending in YAML))
    found = replay(read_file(Path(args.file)), context.services)
    _write("--out", args.out, case_text(found))
    answer = answered(found, context.services.data.reference, context.today)
    lines = [*_lines(args.file, found, t), t("cli.report.case", file=args.out)]
    return Output({"case": args.out, **_body(found, t)}, lines, answer)


def _write(option: str, file: str, content: str) -> None:
    try:
        write(Path(file), content)
    except FileExistsError:
        raise InputError(option, file, Phrase("new-file")) from None
    except OSError as error:
        raise InputError(option, file, Phrase.of("writable", problem=error.strerror)) from None


def _body(found: Replayed, t: Texts) -> dict[str, object]:
    report = found.report
    return {
        "state": "same" if found.same else "differs",
        "says": _says(found, t),
        "command": report.command.name,
        "day": report.day,
        "release": report.release,
        "same_data": found.same_data,
        "outcome": [vars(one) for one in found.outcome],
        "steps": [{**vars(one), "label": _label(one, t)} for one in found.steps],
        "remark": {"about": report.remark.about, "text": report.remark.text, "says": _remark(report, t)},
    }


def _lines(file: str, found: Replayed, t: Texts) -> Iterator[str]:
    report = found.report
    yield t("cli.report.of", file=file, command=report.command.name, day=report.day, release=report.release)
    if said := _remark(report, t):
        yield t("cli.report.remark", remark=said)
    yield f"  {_says(found, t)}"
    told = [
        *(_told(one.name, one, t) for one in found.outcome),
        *(_told(_label(one, t), one, t) for one in found.steps),
    ]
    yield from told[:MOST_LINES]
    if len(told) > MOST_LINES:
        yield t("cli.report.more", count=len(told) - MOST_LINES)


def _says(found: Replayed, t: Texts) -> str:
    """The same result or not, by the same data or not."""
    key = "same" if found.same else "differs"
    count = len(found.outcome) + len(found.steps)
    return t(f"cli.report.{key}.{'this' if found.same_data else 'other'}-data", count=count)


def _told(name: str, one: Difference, t: Texts) -> str:
    nothing = t("cli.report.nothing")
    before, after = (nothing if value is None else value for value in (one.before, one.after))
    return t("cli.report.difference", name=name, before=before, after=after)


def _label(one: Difference, t: Texts) -> str:
    """What a step is called; one that this program does not know has its id."""
    key = f"step.{one.name.partition(' ')[0]}"
    return t(key) if key in t else one.name


def _remark(report: Report, t: Texts) -> str:
    said = [t(f"report.about.{about}") for about in report.remark.about]
    return t("list.comma").join([*said, *([report.remark.text] if report.remark.text else [])])
