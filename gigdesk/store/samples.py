"""Sample cases as data: which job, and what is answered. Nobody in them is real."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from gigdesk.domain.money import YearMonth

FILE = "samples.toml"
ANSWERS = "answers"
"""What a case opens at, if not at the result."""
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_AGO = re.compile(r"(\d+) days ago")


@dataclass(frozen=True)
class Sample:
    """A case by its id; `answers` by the ids of the questions, one that is left out is not known."""

    id: str
    job: str
    answers: Mapping[str, object]
    opens: str = ""


@cache
def samples(resources: Path, today: date) -> tuple[Sample, ...]:
    """The cases that the program ships, in the order of its jobs; what happened some days ago did so before today."""
    found = tomllib.loads((resources / FILE).read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(
        Sample(case["id"], case["job"], _answers(case["answers"], today), case.get("opens", ""))
        for case in found["sample"]
    )


def _answers(found: Mapping[str, object], today: date) -> dict[str, object]:
    return {ask: _typed(value, today) for ask, value in found.items()}


def _typed(value: object, today: date) -> object:
    """A value of the file as an answer: every number is a decimal, a list what is chosen together."""
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, str) and (month := _MONTH.fullmatch(value)):
        return YearMonth(int(month[1]), int(month[2]))
    if isinstance(value, str) and (ago := _AGO.fullmatch(value)):
        return today - timedelta(days=int(ago[1]))
    return value
