"""How an answer is explained on a page: its working, its sources, its warnings, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gigdesk.domain.law import Source, Status
from gigdesk.domain.money import YearMonth
from gigdesk.domain.working import WorkingStep
from gigdesk.services import words
from gigdesk.services.answer import Answer, in_per_cent
from gigdesk.services.conditions import TRIED
from gigdesk.services.source_words import data_line, title
from gigdesk.store.texts import Texts


@dataclass(frozen=True)
class WorkingLine:
    """A line of the working: the official term, the formula with its values, the result, the sources."""

    number: int
    label: str
    formula: str
    value: str
    chips: tuple[words.Chip, ...]


@dataclass(frozen=True)
class SourceLine:
    """A source in full."""

    title: str
    detail: str
    status: str
    status_word: str


@dataclass(frozen=True)
class Explanation:
    """What stands behind the folds of a result page."""

    working: tuple[WorkingLine, ...]
    sources: tuple[SourceLine, ...]
    data: str


def explanation(answer: Answer[Any], t: Texts) -> Explanation:
    """The working and the sources of an answer."""
    lines = tuple(_line(number, step, answer, t) for number, step in enumerate(answer.steps, start=1))
    data = data_line(answer.data, t)
    return Explanation(lines, tuple(_source(source, t) for source in answer.sources.values()), data)


def warnings(answer: Answer[Any], t: Texts, *said: str) -> list[str]:
    """What must be known before the answer is used, but for what the page says anyway."""
    return [
        warned.said[t.language]
        if warned.said
        else t.tell(f"warning.{warned.code}", {name: shown(value, t) for name, value in warned.details.items()})
        for warned in answer.warnings
        if warned.code not in said
    ]


def shown(value: object, t: Texts) -> str:
    """A value of the working in words."""
    if isinstance(value, Decimal):
        return f"{value:,f}"
    if isinstance(value, YearMonth):
        return words.month(value, t)
    if isinstance(value, date):
        return words.day(value, t)
    return str(value)


def _line(number: int, step: WorkingStep, answer: Answer[Any], t: Texts) -> WorkingLine:
    tried = step.formula == TRIED
    value = t(f"found.{step.value}") if tried else shown(step.value, t)
    inputs = {name: shown(found, t) for name, found in step.inputs.items()}
    unit = t(f"unit.{step.unit}") if step.unit else ""
    return WorkingLine(
        number,
        t(f"step.{step.id}"),
        "" if tried else t(f"formula.{step.formula or step.id}", value=value, **inputs, **in_per_cent(step.inputs)),
        f"{value} {unit}".strip(),
        tuple(
            words.chip(answer.sources[source], t, _weaker(step.status, answer.sources[source]))
            for source in step.sources
        ),
    )


def _weaker(status: Status | None, source: Source) -> Status:
    order = list(Status)
    return max(status or source.status, source.status, key=order.index)


def _source(source: Source, t: Texts) -> SourceLine:
    parts = (source.document, source.publisher, source.published, source.url)
    detail = " · ".join(part for part in parts if part)
    return SourceLine(title(source, t), detail, str(source.status), t(f"status.{source.status}"))
