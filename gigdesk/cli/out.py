"""Writing a table that a command found to a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.reports.tables import ENDINGS, Taken, ending_of, in_bytes
from gigdesk.store.texts import Texts
from gigdesk.store.whole import write_whole


def add_out(command: Any, t: Texts) -> None:  # noqa: ANN401 - argparse's own class is private
    """Let a command write its table to a file."""
    command.add_argument("--out", metavar="FILE.csv|FILE.xlsx", help=t("help.out"))


def write_out(file: str, taken: Taken, t: Texts) -> None:
    """Write a table as the ending of the file says, and say so.

    Raises:
        InputError: another ending, the file is there already, or it cannot be written.
    """
    path = Path(file)
    ending = ending_of(path)
    if ending is None:
        raise InputError("--out", file, " | ".join(f"NAME{one}" for one in ENDINGS))
    try:
        write_whole(path, in_bytes(taken, ending))
    except FileExistsError:
        raise InputError("--out", file, Phrase("new-file")) from None
    except OSError as error:
        raise InputError("--out", file, Phrase.of("writable", problem=error.strerror)) from None
    print(t("cli.table.written", file=file), file=sys.stderr)
