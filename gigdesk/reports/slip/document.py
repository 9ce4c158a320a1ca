"""What stands on a slip, in words and without a way to draw it: of a person only what follows from their answers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gigdesk.reports.slip.codes import Code
from gigdesk.services.commands import Command
from gigdesk.services.plain import laid_out

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Of a code: no 0, 1, I or O, which are taken for one another."""
CODE_SIGNS, HALF = 8, 4


class Mark(StrEnum):
    """The sign before a line; a box is for the person to tick."""

    NONE = ""
    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    TO_CHECK = "to_check"
    BOX = "box"
    DOT = "dot"


@dataclass(frozen=True)
class Line:
    """One line: what, a quieter word about it, and at its end a day, an amount or a source.

    `doubtful`: what stands at the end was not read in the original.
    """

    text: str
    note: str = ""
    end: str = ""
    mark: Mark = Mark.NONE
    strong: bool = False
    doubtful: bool = False


@dataclass(frozen=True)
class Working:
    """A line of the working: the official term, its value, the formula, and the numbers of the sources."""

    number: int
    label: str
    value: str
    formula: str
    sources: str


@dataclass(frozen=True)
class Titled:
    """Lines below a heading."""

    title: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Slip:
    """A result to take home, in the order in which it is read.

    `sign` is how the verdict is marked: yes, no, ask or figure. `data` says the release, who vouches for it and until
    when; the code stands for the answers and the data, and for nobody. `carried` is the case itself, for
    a camera to read again: None where that was not asked for, nothing where it is too long for two codes.
    A `sample` says so at the head of each page.
    """

    language: str
    job: str
    sign: str
    verdict: str
    amount: str
    line: str
    because: Titled
    amounts: Titled
    steps: Titled
    papers: Titled
    missing: Titled
    notices: tuple[str, ...]
    changes: tuple[str, ...]
    assumptions: Titled
    working: tuple[Working, ...]
    sources: tuple[Line, ...]
    data: tuple[str, ...]
    day: date
    code: str
    carried: tuple[Code, ...] | None = None
    sample: bool = False


def code_of(command: Command, day: date, digest: str) -> str:
    """Two groups of four signs, the same whenever the same is asked on the same day of the same release."""
    asked = laid_out({"command": command.name, "input": command.input, "options": command.options, "day": day})
    number = int.from_bytes(hashlib.sha256(f"{digest}\n{asked}".encode()).digest())
    signs = "".join(SIGNS[number >> 5 * place & 31] for place in range(CODE_SIGNS))
    return f"{signs[:HALF]}-{signs[HALF:]}"


def plain_text(text: str) -> str:
    """Words without the marks for bold."""
    return text.replace("**", "")
