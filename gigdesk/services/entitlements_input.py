"""The person of the JSON contract, read exactly; any fact may be null or absent, which means not sure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gigdesk.domain.decision import Answers, Kind, Question
from gigdesk.domain.entitlements.facts import (
    ACCIDENT_GOT,
    PENSION_PAID,
    PLATFORM,
    PREMIUM,
    QUESTIONS,
    told_by_platform,
)
from gigdesk.domain.law import Law
from gigdesk.services.entitlements import Entitlements
from gigdesk.services.fields import Fields
from gigdesk.services.injury_input import read_platform

MOST_YUAN, MOST_COUNTED = 1_000_000, 100_000
AMOUNTS = (PREMIUM, ACCIDENT_GOT, PENSION_PAID)


@dataclass(frozen=True)
class Person:
    """What is known, where and on which day."""

    answers: Answers
    region: str
    today: date


def read_person(found: object, entitlements: Entitlements, today: date) -> Person:
    """Read the input of `entitlements check`.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    top = Fields(found)
    region = entitlements.reference.region(top.text("region")).code
    seen = top.day("today") if top.has("today") else today
    person, law = top.inner("person"), entitlements.law(region, seen)
    given = {question.id: _fact(question, person, law) for question in QUESTIONS if person.has(question.id)}
    person.done()
    top.done()
    platform = given.get(PLATFORM.id)
    implied = told_by_platform(str(platform), law) if platform else {}
    return Person(Answers({**implied, **given}), region, seen)


def _fact(question: Question[object], person: Fields, law: Law) -> object:
    if question == PLATFORM:
        return read_platform(person, law)
    readers: dict[Kind, Callable[[], object]] = {
        Kind.CHOICE: lambda: person.one_of(question.id, [str(option) for option in question.options(law)]),
        Kind.FLAG: lambda: person.flag(question.id),
        Kind.MONTH: lambda: person.month(question.id),
        Kind.NUMBER: lambda: _number(question, person),
    }
    return readers[question.kind]()


def _number(question: Question[object], person: Fields) -> Decimal:
    """Money to the fen; everything else is counted."""
    if question in AMOUNTS:
        return person.number(question.id, 0, MOST_YUAN)
    return Decimal(person.whole(question.id, 0, MOST_COUNTED))
