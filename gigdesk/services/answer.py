"""What every answer carries beside its result: the working, the sources, the warnings, the state of the data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from gigdesk.domain.law import Source
from gigdesk.domain.money import per_cent
from gigdesk.domain.working import Warned, Working, WorkingStep
from gigdesk.services.freshness import overdue
from gigdesk.services.standing import DataState, data_state, standing_warnings
from gigdesk.store.reference import Reference

T = TypeVar("T")


@dataclass(frozen=True)
class Answer(Generic[T]):
    """A result with everything needed to check it."""

    result: T
    steps: tuple[WorkingStep, ...]
    sources: Mapping[str, Source]
    warnings: tuple[Warned, ...]
    data: DataState


def answered(
    result: T,
    reference: Reference,
    today: date,
    working: Working | None = None,
    cited: Iterable[str | Source] = (),
) -> Answer[T]:
    """Wrap a result. The sources are those of the steps and those cited, whole where they are not of the release."""
    working, cited = working or Working(), list(cited)
    known = {**reference.book.sources, **{source.id: source for source in cited if isinstance(source, Source)}}
    named = [source if isinstance(source, str) else source.id for source in cited]
    named += [source for warned in working.warnings for source in warned.sources]
    used = dict.fromkeys([source for step in working.steps for source in step.sources] + named)
    for dataset, expected in overdue(reference, used, today):
        working.warn("stale-data", name=dataset.parameter or dataset.series, expected=expected)
    return Answer(
        result,
        tuple(working.steps),
        {source: known[source] for source in used},
        (*(one for one in standing_warnings(reference, today) if one not in working.warnings), *working.warnings),
        data_state(reference, today),
    )


def in_per_cent(inputs: Mapping[str, object]) -> dict[str, str]:
    """The exact numbers that went into a step as percentages, for a formula that speaks of `{<name>_percent}`."""
    return {f"{name}_percent": per_cent(found) for name, found in inputs.items() if isinstance(found, Decimal)}
