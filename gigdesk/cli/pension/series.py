"""gigdesk pension series: the guard over the yearly tables."""

from __future__ import annotations

import argparse
from pathlib import Path

from gigdesk.cli.context import Context, Output, Subparsers
from gigdesk.domain.errors import InputError, Phrase, RefusedError
from gigdesk.services.series import check_series
from gigdesk.store.texts import Texts


def add(group: Subparsers, t: Texts) -> None:
    """Declare the command."""
    series = group.add_parser("series", help=t("help.pension.series"))
    series.add_argument("--check", type=Path, metavar="FILE", help=t("help.pension.series.check"))
    series.set_defaults(run=_series)


def _series(args: argparse.Namespace, context: Context) -> Output:
    if args.check:
        _readable(args.check)
    answer = check_series(context.services.data.reference, context.today, args.check)
    found, t = answer.result, context.t
    lines = [
        t("cli.series", regions=found.regions, errors=len(found.errors), notices=len(found.notices)),
        *(
            t(f"cli.series.{each.severity}", place=each.place, what=each.what, off=each.off)
            for each in (*found.errors, *found.notices)
        ),
    ]
    return Output({"well": found.well, **vars(found)}, lines, answer, 0 if found.well else RefusedError.exit_status)


def _readable(file: Path) -> None:
    """A file that is not there is wrong input, not a table that is refused."""
    try:
        file.open("rb").close()
    except OSError as error:
        raise InputError("--check", file, Phrase.of("readable-file", reason=error.strerror)) from None
