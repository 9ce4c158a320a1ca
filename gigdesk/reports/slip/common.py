"""What every slip carries: the working, the sources, the warnings, the data, the code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from gigdesk.domain.law import Status
from gigdesk.reports.slip.codes import codes
from gigdesk.reports.slip.document import Line, Mark, Slip, Titled, Working, code_of, plain_text
from gigdesk.services import Services, explain, words
from gigdesk.services.answer import Answer
from gigdesk.services.carry import Carried, carry
from gigdesk.services.commands import Command
from gigdesk.services.source_words import data_line
from gigdesk.services.words import Chip, ReasonLine
from gigdesk.store.texts import Texts

NOTHING = Titled("")


@dataclass(frozen=True)
class Occasion:
    """What was asked, on which day, of which data, and the words to answer in; the case to carry, if it is to be."""

    command: Command
    day: date
    digest: str
    t: Texts
    case: Carried | None = None

    @classmethod
    def of(cls, command: Command, services: Services, day: date, t: Texts) -> Self:
        """The occasion of a slip that carries its case."""
        digest = services.data.reference.about.digest
        return cls(command, day, digest, t, carry(command, services, day))


@dataclass(frozen=True)
class Head:
    """What the slip says first."""

    sign: str
    verdict: str
    line: str
    amount: str = ""


@dataclass(frozen=True)
class Body:
    """What is special to a job."""

    because: Titled = NOTHING
    amounts: Titled = NOTHING
    steps: Titled = NOTHING
    papers: Titled = NOTHING
    missing: Titled = NOTHING
    assumptions: Titled = NOTHING
    changes: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def slip_of(job: str, head: Head, body: Body, answer: Answer[Any], asked: Occasion) -> Slip:
    """A slip of an answer."""
    t = asked.t
    told = explain.explanation(answer, t)
    return Slip(
        language=t.language,
        job=t(f"job.{job}"),
        sign=head.sign,
        verdict=plain_text(head.verdict),
        amount=plain_text(head.amount),
        line=plain_text(head.line),
        because=body.because,
        amounts=body.amounts,
        steps=body.steps,
        papers=body.papers,
        missing=body.missing,
        notices=tuple(plain_text(notice) for notice in dict.fromkeys(body.notices)),
        changes=tuple(plain_text(change) for change in body.changes),
        assumptions=body.assumptions,
        working=tuple(
            Working(
                line.number,
                plain_text(line.label),
                plain_text(line.value),
                plain_text(line.formula),
                t("list.comma").join(chip.text for chip in line.chips),
            )
            for line in told.working
        ),
        sources=tuple(
            Line(source.title, source.detail, source.status_word, doubtful=source.status != Status.OFFICIAL)
            for source in told.sources
        ),
        data=tuple(_data(answer, t)),
        day=asked.day,
        code=code_of(asked.command, asked.day, asked.digest),
        carried=codes(asked.case) if asked.case else None,
    )


def reason_line(reason: ReasonLine) -> Line:
    """A reason with its mark and what it rests on."""
    chip = reason.chip
    return (
        cited(Line(plain_text(reason.text), mark=Mark(reason.state)), chip)
        if chip
        else Line(plain_text(reason.text), mark=Mark(reason.state))
    )


def cited(line: Line, chip: Chip) -> Line:
    """A line with what it rests on at its end."""
    return Line(line.text, line.note, chip.text, line.mark, line.strong, doubtful=chip.status != Status.OFFICIAL)


def joined(parts: Iterable[str], t: Texts) -> str:
    """Short notes in a row, which are no sentences of their own but for the last."""
    notes = [plain_text(part) for part in parts if part]
    return t("slip.and").join([*(note.rstrip("。.") for note in notes[:-1]), *notes[-1:]])


def _data(answer: Answer[Any], t: Texts) -> Iterable[str]:
    data = answer.data
    yield data_line(data, t)
    if data.signature_checked and data.expires:
        until = words.day(data.expires, t)
        yield t("slip.signed", signatures=data.signatures, needed=data.needed, until=until)
    elif data.signature_checked:
        yield t("slip.signed.no-end", signatures=data.signatures, needed=data.needed)
    else:
        yield t("slip.not-signed")
    if data.expired:
        yield t("slip.expired")
