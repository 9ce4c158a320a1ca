"""What every slip carries: the working, the sources, the warnings, the data, the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from gigdesk.services.explain import WorkingLine
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
        working=tuple(working_once(answer, told.working, t)),
        sources=tuple(
            Line(
                f"{number}. {source.title}",
                source.detail,
                source.status_word,
                doubtful=source.status != Status.OFFICIAL,
            )
            for number, source in enumerate(told.sources, start=1)
        ),
        data=tuple(_data(answer, t)),
        day=asked.day,
        code=code_of(asked.command, asked.day, asked.digest),
        carried=codes(asked.case) if asked.case else None,
    )


def working_once(answer: Answer[Any], lines: Sequence[WorkingLine], t: Texts) -> Iterator[Working]:
    """What was found more than once, for several ways to claim, stands once, with the numbers of all its sources.

    A number is the place of a source in the list at the end of the slip, which says how sure it is; where a step is
    less sure than its source, the step says so.
    """
    places = {source: (place, found.status) for place, (source, found) in enumerate(answer.sources.items(), start=1)}
    found: dict[tuple[str, str, str], dict[int, str]] = {}
    for step, line in zip(answer.steps, lines, strict=True):
        said = (plain_text(line.label), plain_text(line.value), plain_text(line.formula))
        numbers = found.setdefault(said, {})
        for source, chip in zip(step.sources, line.chips, strict=True):
            place, status = places[source]
            if chip.status != status or place not in numbers:
                numbers[place] = "" if chip.status == status else chip.status
    for number, ((label, value, formula), sources) in enumerate(found.items(), start=1):
        yield Working(number, label, value, formula, _numbers(sources, t))


def _numbers(sources: Mapping[int, str], t: Texts) -> str:
    shown = (
        t("chip", name=str(place), status=t(f"status.{status}")) if status else str(place)
        for place, status in sorted(sources.items())
    )
    numbers = t("list.comma").join(shown)
    return t("slip.rests-on", sources=numbers) if numbers else ""


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
