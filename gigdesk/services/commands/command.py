"""A command of the command line with what it is given, so that it can be asked again; and what came out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from gigdesk.domain.working import WorkingStep
from gigdesk.services import Services
from gigdesk.services.plain import plain


@dataclass(frozen=True)
class Command:
    """Its name, the object of its input file, and its options by their names, as plain as JSON says them."""

    name: str
    input: Mapping[str, object] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """What came out, in codes and figures and no words of a language, and the working behind it."""

    outcome: Mapping[str, object]
    steps: tuple[WorkingStep, ...]


AskAgain = Callable[[Command, Services, date], Found]
"""Reads a command exactly as the command line does, and answers it as seen on a day."""


def told(**fields: object) -> dict[str, object]:
    """Fields of an input: those that are known, as plain as JSON says them."""
    return {name: plain(value) for name, value in fields.items() if value is not None}


def codes(**fields: object) -> dict[str, object]:
    """Fields of an outcome: all of them, None included."""
    return {name: plain(value) for name, value in fields.items()}
