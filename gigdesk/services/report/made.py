"""What a report holds, and how it is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from gigdesk import __version__
from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.working import WorkingStep
from gigdesk.services import Services
from gigdesk.services.commands import COMMANDS, Command, Found
from gigdesk.services.plain import laid_out, plain

FORMAT = 1
MARK = "gigdesk_report"
ABOUT = ("number", "unclear", "missing_case", "unlike_office")
"""What a person can say is wrong: the figure, the words, a case left out, another answer at the office."""
MOST_LETTERS = 500


@dataclass(frozen=True)
class Remark:
    """What the person says of it: some of `ABOUT`, and words of their own in one line."""

    about: tuple[str, ...] = ()
    text: str = ""


NOTHING_SAID = Remark()


@dataclass(frozen=True)
class Report:
    """What stands in a file. `day` is the day as seen on which the question was asked."""

    program: str
    release: str
    digest: str
    language: str
    day: date
    command: Command
    outcome: Mapping[str, object]
    steps: Sequence[Mapping[str, object]]
    remark: Remark = NOTHING_SAID


def make(command: Command, services: Services, today: date, language: str, remark: Remark = NOTHING_SAID) -> Report:
    """A report of what the command answers on the data at hand, an error included."""
    about = services.data.reference.about
    found = answered(command, services, today)
    steps = [plain_step(step) for step in found.steps]
    said = Remark(remark.about, one_line(remark.text))
    return Report(__version__, about.id, about.digest, language, today, command, found.outcome, steps, said)


def one_line(text: str) -> str:
    """What somebody typed, in one line of letters that can be seen, and not longer than a remark may be."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split())[:MOST_LETTERS]


def answered(command: Command, services: Services, today: date) -> Found:
    """What the command answers; a foreseen failure is an outcome like any other."""
    try:
        return COMMANDS[command.name](command, services, today)
    except GigDeskError as error:
        return failed(error)


def text(report: Report) -> str:
    """The file: UTF-8, a value or a step a line."""
    return laid_out({
        MARK: FORMAT,
        "program": report.program,
        "data": {"release": report.release, "digest": report.digest},
        "language": report.language,
        "day": report.day,
        "command": report.command.name,
        "input": report.command.input,
        "options": report.command.options,
        "outcome": report.outcome,
        "steps": report.steps,
        "remark": {"about": report.remark.about, "text": report.remark.text},
    })


def failed(error: GigDeskError) -> Found:
    """A foreseen failure as what came out."""
    return Found({"error": error.code, **{name: str(detail) for name, detail in error.details.items()}}, ())


def plain_step(step: WorkingStep) -> dict[str, object]:
    """A step of the working without words: they are in the texts, by its id."""
    found = {"id": step.id, "value": step.value, "unit": step.unit, "inputs": step.inputs, "sources": step.sources}
    return {**{name: plain(value) for name, value in found.items()}, "status": plain(step.status)}
