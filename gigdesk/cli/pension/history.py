"""gigdesk pension history: a contribution record from a file, its months and its index."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.cli.out import add_out, write_out
from gigdesk.domain.errors import InputError, Phrase
from gigdesk.domain.pension.index import HistoryIndex
from gigdesk.reports.pension import record
from gigdesk.services.answer import Answer
from gigdesk.services.history.result import ReadHistory, Remark
from gigdesk.services.history.said import conflict_said, said, span_said
from gigdesk.store.sheets import LIMITS, Sheet, read_bytes, read_file
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the command."""
    command = group.add_parser(
        "history",
        help=t("help.pension.history"),
        epilog=t("help.pension.history.example"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("file", metavar="FILE|-", help=t("help.pension.history.file"))
    command.add_argument("--region", required=True, help=t("help.region"))
    add_out(command, t)
    command.set_defaults(run=_history)


def _history(args: argparse.Namespace, context: Context) -> Output:
    pension, t = context.services.pension, context.t
    read = pension.read_history(args.region, _sheets(args.file), context.today)
    found = read.result
    indexed: Answer[HistoryIndex] | None = None
    if found.clear:
        indexed = pension.history(args.region, found.periods, context.today)
    body = {
        "history": [vars(period) for period in found.periods],
        "months": indexed.result.months if indexed else None,
        "average_index": indexed.result.average_index if indexed else None,
        "years": indexed.result.years if indexed else [],
        "notes": [_remark(note, t) for note in found.notes],
        "problems": [*(_remark(problem, t) for problem in found.problems), *_conflicts(found, t)],
    }
    lines = list(_lines(found, indexed.result if indexed else None, t))
    answer = _together(read, indexed) if indexed else read
    if args.out and found.clear:
        write_out(args.out, record(found.periods, answer, t), t)
    return Output(body, lines, answer, 0 if found.clear else InputError.exit_status)


def _sheets(file: str) -> tuple[Sheet, ...]:
    if file != "-":
        return read_file(Path(file))
    if sys.stdin is None:  # closed by whoever started the program
        raise InputError("FILE", "-", Phrase("open-input"))
    return read_bytes(sys.stdin.buffer.read(LIMITS.size + 1), "-")


def _together(read: Answer[ReadHistory], indexed: Answer[HistoryIndex]) -> Answer[Any]:
    """Both workings in their order; what both warn of is said once."""
    new = [warned for warned in indexed.warnings if warned not in read.warnings]
    return replace(
        indexed,
        steps=(*read.steps, *indexed.steps),
        sources={**read.sources, **indexed.sources},
        warnings=(*read.warnings, *new),
    )


def _remark(remark: Remark, t: Texts) -> dict[str, object]:
    return {"code": remark.code, "rows": remark.rows, "text": said(remark, t)}


def _conflicts(found: ReadHistory, t: Texts) -> Iterator[dict[str, object]]:
    for conflict in found.conflicts:
        yield {
            "code": "conflict",
            "rows": [row for rows in conflict.bases.values() for row in rows],
            "text": conflict_said(conflict, t),
            "month_from": conflict.month_from,
            "month_to": conflict.month_to,
            "bases": list(conflict.bases),
        }


def _lines(found: ReadHistory, indexed: HistoryIndex | None, t: Texts) -> Iterable[str]:
    for period in found.periods:
        span = span_said(period.month_from, period.month_to, t)
        yield t("cli.history.period", span=span, months=period.months, base=period.base)
    if indexed:
        yield t("cli.history.index", months=indexed.months, index=indexed.average_index)
    yield from (f"· {said(note, t)}" for note in found.notes)
    yield from (f"! {said(problem, t)}" for problem in found.problems)
    yield from (f"! {conflict_said(conflict, t)}" for conflict in found.conflicts)
    if not indexed:
        yield t("cli.history.none")
