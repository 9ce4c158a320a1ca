"""The working of an answer: one step a line, with what went in, what came out and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from gigdesk.domain.law import Status, Value, YearValue


@dataclass(frozen=True)
class WorkingStep:
    """One line of the working. Its label is the text `step.<id>`, its formula `formula.<formula or id>`."""

    id: str
    inputs: Mapping[str, object]
    value: object
    unit: str
    sources: tuple[str, ...] = ()
    status: Status | None = None
    formula: str = ""


@dataclass(frozen=True)
class Warned:
    """Something the reader must know before using the answer. Its text is `warning.<code>`.

    `said`: the release's own sentence by language, which stands in its place, from `sources`.
    """

    code: str
    details: Mapping[str, object] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()


@dataclass
class Working:
    """Collects the steps and warnings of one answer, in order."""

    steps: list[WorkingStep] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    def step(self, id_: str, value: object, unit: str, *law: Value, **inputs: object) -> None:
        """Add a line; `law` are the values of the law that went into it."""
        sources = tuple(dict.fromkeys(used.source for used in law))
        self.steps.append(WorkingStep(id_, inputs, value, unit, sources, weakest(used.status for used in law)))

    def arrange(self, order: Sequence[str]) -> None:
        """Put the lines of these ids into this order, where the first of them stands; the others stay."""
        places = {id_: place for place, id_ in enumerate(order)}
        first = next((at for at, step in enumerate(self.steps) if step.id in places), 0)
        named = sorted((step for step in self.steps if step.id in places), key=lambda step: places[step.id])
        others = [step for step in self.steps if step.id not in places]
        self.steps[:] = [*others[:first], *named, *others[first:]]

    def warn(self, code: str, **details: object) -> None:
        """Add a warning once."""
        self._once(Warned(code, details))

    def warn_provisional(self, code: str, found: YearValue, year: int, stands_in: int | None = None) -> None:
        """Say that last year's value stands in for a year's: in the words of the release, if it has any."""
        notice = found.unpublished
        said, sources = (notice.texts, (notice.source,)) if notice else ({}, ())
        self._once(Warned(code, {"year": year, "stands_in": stands_in or found.value.use_year}, said, sources))

    def _once(self, warned: Warned) -> None:
        if warned not in self.warnings:
            self.warnings.append(warned)


def weakest(statuses: Iterable[Status]) -> Status | None:
    """A line is only as sure as the least sure value in it."""
    order = list(Status)
    return max(statuses, key=order.index, default=None)
