"""An answer as the JSON object of the contract, and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from gigdesk.cli.context import Output
from gigdesk.domain.law import Source
from gigdesk.domain.working import Warned, WorkingStep, weakest
from gigdesk.services.answer import Answer, in_per_cent
from gigdesk.services.plain import plain
from gigdesk.services.source_words import data_line
from gigdesk.store.texts import Texts

T = TypeVar("T")


def as_json(output: Output, t: Texts) -> dict[str, object]:
    """Body first, then what every answer carries."""
    answer = output.answer
    return {
        **{name: plain(value) for name, value in output.body.items()},
        **working_body(answer, t),
        "sources": {source.id: _source(source) for source in answer.sources.values()},
        "data": plain(answer.data),
    }


def working_body(answer: Answer[Any], t: Texts) -> dict[str, object]:
    """The working and the warnings of an answer."""
    return {
        "steps": [_step(step, t) for step in answer.steps],
        "warnings": [_warning(warned, t) for warned in answer.warnings],
    }


def with_all_sources(answer: Answer[T], answers: Iterable[Answer[T]]) -> Answer[T]:
    """The answer with the sources of all of them."""
    return replace(answer, sources={name: found for each in answers for name, found in each.sources.items()})


def as_lines(output: Output, t: Texts) -> Iterator[str]:
    """The answer for people, or each of its parts, with the working and the warnings below; the sources at the end."""
    for part in output.parts:
        yield part.heading
        yield from part.lines
        yield from _working_lines(part.answer, t)
        if part is not output.parts[-1] or output.lines:
            yield ""
    yield from output.lines
    if not output.parts:
        yield from _working_lines(output.answer, t)
    yield from _source_lines(output.answer, t)


def _working_lines(answer: Answer[Any], t: Texts) -> Iterator[str]:
    if answer.steps:
        yield ""
        yield t("cli.working")
    for number, step in enumerate(answer.steps, start=1):
        marks = "".join(f" [{source}]" for source in step.sources) + _status_mark(step, answer, t)
        unit = f" {t(f'unit.{step.unit}')}" if step.unit else ""
        yield f"{number:3}. {t(f'step.{step.id}')} = {plain(step.value)}{unit}{marks}"
        yield f"     {formula(step, t)}"
    if answer.warnings:
        yield ""
        yield from (f"! {_warning(warned, t)['text']}" for warned in answer.warnings)


def _status_mark(step: WorkingStep, answer: Answer[Any], t: Texts) -> str:
    """How sure a value is, where its sources are more or less sure than it."""
    told = weakest(answer.sources[source].status for source in step.sources)
    return f" [{t(f'status.{step.status}')}]" if step.status and step.status is not told else ""


def _source_lines(answer: Answer[Any], t: Texts) -> Iterator[str]:
    if answer.sources:
        yield ""
        yield t("cli.sources")
    for source in answer.sources.values():
        parts = (source.title, source.document, source.publisher, source.published, t(f"status.{source.status}"))
        yield f"  [{source.id}] {' · '.join(dict.fromkeys(part for part in parts if part))}"
    yield ""
    yield data_line(answer.data, t)


def formula(step: WorkingStep, t: Texts) -> str:
    """The official formula with the values put in."""
    inputs = {name: plain(value) for name, value in step.inputs.items()}
    return t(f"formula.{step.formula or step.id}", value=plain(step.value), **inputs, **in_per_cent(step.inputs))


def _step(step: WorkingStep, t: Texts) -> dict[str, object]:
    return {
        "id": step.id,
        "label": t(f"step.{step.id}"),
        "formula": formula(step, t),
        "inputs": plain(step.inputs),
        "value": plain(step.value),
        "unit": step.unit,
        "sources": list(step.sources),
        "status": plain(step.status),
    }


def _source(source: Source) -> dict[str, object]:
    found = vars(source)
    return {name: plain(found[name]) for name in found if name != "id"}


def _warning(warned: Warned, t: Texts) -> dict[str, str]:
    details = {name: plain(value) for name, value in warned.details.items()}
    text = warned.said[t.language] if warned.said else t.tell(f"warning.{warned.code}", details)
    return {"code": warned.code, "text": text}
