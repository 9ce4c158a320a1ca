"""What a command gets and what it gives back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from gigdesk.domain.errors import InputError, Phrase
from gigdesk.reports.slip.common import Occasion
from gigdesk.reports.slip.document import Slip
from gigdesk.services import Services
from gigdesk.services.answer import Answer
from gigdesk.services.commands import Command
from gigdesk.services.fields import decimal
from gigdesk.services.plain import exact_json
from gigdesk.store.texts import Texts

Subparsers = Any  # argparse's own class is private


@dataclass(frozen=True)
class Context:
    """The services, the texts of the language asked for, and the day the question is asked on."""

    services: Services
    t: Texts
    today: date

    @property
    def now(self) -> datetime:
        """This moment; noon of the day that was asked for instead of today."""
        now = datetime.now(UTC)
        if self.today == date.today():  # noqa: DTZ011 - the user's own day
            return now
        return datetime.combine(self.today, time(12), UTC)


@dataclass(frozen=True)
class Part:
    """One of several answers to a question: its heading, its lines, and the answer with its own working."""

    heading: str
    lines: Sequence[str]
    answer: Answer[Any]


@dataclass(frozen=True)
class Output:
    """A command's answer: the body of the JSON object, the lines for people, and what both carry besides.

    With `parts` the lines for people are theirs first, each with its working; `answer` has the sources of all.
    """

    body: Mapping[str, object]
    lines: Sequence[str]
    answer: Answer[Any]
    exit_status: int = 0
    parts: Sequence[Part] = ()
    command: Command | None = None
    """What was asked, where a report can be made of it."""
    slip: Callable[[Occasion], Slip] | None = None
    """Makes the slip to take home, where there is one of the answer."""


Run = Callable[[argparse.Namespace, Context], Output]
MARKS = {"met": "✓", "not_met": "✗", "unknown": "?", "to_check": "⚠"}
"""How a reason stands, before its words."""


def add_with_input(group: Subparsers, t: Texts, name: str, run: Run) -> Any:  # noqa: ANN401 - argparse's own class is private
    """Declare a command, "pension.estimate" say, that reads a case from a file; its help ends with an example."""
    command = group.add_parser(
        name.rpartition(".")[2],
        help=t(f"help.{name}"),
        epilog=t(f"help.{name}.example"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("--input", required=True, metavar="FILE|-", help=t("help.input"))
    command.set_defaults(run=run)
    return command


def add_report(command: Any, t: Texts) -> None:  # noqa: ANN401 - argparse's own class is private
    """Let a command write a report of its answer."""
    command.add_argument("--report", metavar="FILE", help=t("help.report-to"))
    command.add_argument("--remark", default="", metavar="TEXT", help=t("help.remark"))


def read_input(path: str) -> object:
    """The JSON of a file, or of standard input for "-". Numbers are read exactly.

    Raises:
        InputError: no such file, or not JSON; the error says where.
    """
    try:
        text = _standard_input() if path == "-" else Path(path).read_text(encoding="utf-8-sig")
        return exact_json(text)
    except OSError as error:
        raise InputError("--input", path, Phrase.of("readable", problem=error.strerror)) from None
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise InputError("--input", path, Phrase.of("json", problem=error)) from None


def number(text: str) -> Decimal:
    """An argparse type: an exact number. argparse itself says what is wrong.

    Raises:
        ValueError: not a number, or one with absurdly many digits.
    """
    try:
        return decimal(text)
    except ArithmeticError:
        raise ValueError(text) from None


def _standard_input() -> str:
    if sys.stdin is None:  # closed by whoever started the program
        msg = "standard input is closed"
        raise ValueError(msg)
    return sys.stdin.read().removeprefix("\ufeff")
