"""The working of an answer: one step a line, with what went in, what came out and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gigdesk.domain.law import Status, Value


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
    """Something the reader must know before using the answer. Its text is `warning.<code>`."""

    code: str
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass
class Working:
    """Collects the steps and warnings of one answer, in order."""

    steps: list[WorkingStep] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    def step(self, id_: str, value: object, unit: str, *law: Value, **inputs: object) -> None:
        """Add a line; `law` are the values of the law that went into it."""
        sources = tuple(dict.fromkeys(used.source for used in law))
        self.steps.append(WorkingStep(id_, inputs, value, unit, sources, weakest(used.status for used in law)))

    def warn(self, code: str, **details: object) -> None:
        """Add a warning once."""
        warned = Warned(code, details)
        if warned not in self.warnings:
            self.warnings.append(warned)


def weakest(statuses: Iterable[Status]) -> Status | None:
    """A line is only as sure as the least sure value in it."""
    order = list(Status)
    return max(statuses, key=order.index, default=None)
