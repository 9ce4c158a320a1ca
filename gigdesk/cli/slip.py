"""The slip that other commands write of their answer."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from gigdesk.cli.context import Context, Output
from gigdesk.domain.errors import InputError, Phrase
from gigdesk.reports.slip.common import Occasion
from gigdesk.store.texts import Texts
from gigdesk.store.whole import write_whole

ENDING = ".pdf"
KINDS = ("a4", "receipt")


def add_slip(command: Any, t: Texts) -> None:  # noqa: ANN401 - argparse's own class is private
    """Let a command write a slip of its answer."""
    command.add_argument("--slip", metavar="FILE.pdf", help=t("help.slip"))
    command.add_argument("--slip-paper", choices=KINDS, default=KINDS[0], help=t("help.slip-paper"))


def keep(args: argparse.Namespace, output: Output, context: Context) -> None:
    """Write a slip of an answer, where that was asked.

    Raises:
        InputError: another ending, the file is there already, or it cannot be written.
    """
    file = getattr(args, "slip", None)
    if output.slip is None or output.command is None or not file:
        return
    path, t = Path(file), context.t
    if path.suffix.lower() != ENDING:
        raise InputError("--slip", file, f"NAME{ENDING}")
    from gigdesk.reports.slip.paint import PAPERS, pdf

    asked = Occasion.of(output.command, context.services, context.today, t)
    try:
        write_whole(path, pdf(output.slip(asked), PAPERS[args.slip_paper], t))
    except FileExistsError:
        raise InputError("--slip", file, Phrase("new-file")) from None
    except OSError as error:
        raise InputError("--slip", file, Phrase.of("writable", problem=error.strerror)) from None
    print(t("cli.slip.written", file=file), file=sys.stderr)
