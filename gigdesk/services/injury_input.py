"""The accident of the JSON contract, read exactly; any fact may be null or absent, which means not sure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gigdesk.domain.decision import Answers, Kind, Question
from gigdesk.domain.errors import InputError
from gigdesk.domain.injury.benefits import Claim
from gigdesk.domain.injury.facts import DEATH, PLATFORM, QUESTIONS, REGION, SECTOR, SO_FAR, WHEN, day_of, platform_code
from gigdesk.domain.law import NATIONAL, Law
from gigdesk.services.claim_input import read_claim
from gigdesk.services.fields import Fields
from gigdesk.services.injury import Injury

AT_THE_TOP = (REGION, WHEN, PLATFORM, SECTOR, DEATH)
HIGHEST_ALCOHOL = 1000


@dataclass(frozen=True)
class Accident:
    """What is known of it, the day from which days left are counted, and what the amounts depend on."""

    answers: Answers
    today: date
    claim: Claim


def read_accident(found: object, injury: Injury, today: date) -> Accident:
    """Read the input of `injury check`.

    Raises:
        InputError: naming the field, what it got and what it accepts.
    """
    top = Fields(found)
    given: dict[str, object] = {}
    if top.has("region"):
        given[REGION.id] = _place(top, injury)
    if top.has("when"):
        given[WHEN.id] = top.moment("when")
    seen = top.day("today") if top.has("today") else today
    law = injury.law(str(given.get(REGION.id, NATIONAL)), day_of(top.moment("when")) if top.has("when") else seen)
    given.update(_work(top, law))
    given.update(_facts(top.inner("facts"), law))
    harm = top.inner("harm_result")
    if harm.has("death"):
        given[DEATH.id] = harm.flag("death")
    claim = read_claim(top, harm)
    harm.done()
    top.done()
    return Accident(Answers(given), seen, claim)


def read_platform(fields: Fields, law: Law) -> str:
    """A platform by its code or any name in use.

    Raises:
        InputError: the law knows no platform of that name.
    """
    word = fields.text(PLATFORM.id)
    code = platform_code(word, law)
    if code is None:
        raise InputError(fields.name(PLATFORM.id), word, ", ".join(map(str, PLATFORM.options(law))))
    return code


def _place(top: Fields, injury: Injury) -> str:
    """A place where an accident can happen; the nation is none, because the pilot runs by province."""
    region = injury.reference.region(top.text("region")).code
    if region == NATIONAL:
        raise InputError("region", region, "GB/T 2260: 370100, 370000, …")
    return region


def _work(top: Fields, law: Law) -> dict[str, object]:
    """The platform by its code or any name in use, and the sector."""
    given: dict[str, object] = {}
    if top.has("platform"):
        given[PLATFORM.id] = read_platform(top, law)
    if top.has("sector"):
        given[SECTOR.id] = top.one_of("sector", SECTOR.options(law))
    return given


def _facts(facts: Fields, law: Law) -> dict[str, object]:
    readers: dict[Kind, Callable[[Question[object]], object]] = {
        Kind.CHOICE: lambda question: facts.one_of(question.id, [str(option) for option in question.options(law)]),
        Kind.FLAG: lambda question: facts.flag(question.id),
        Kind.NUMBER: lambda question: facts.number(question.id, 0, HIGHEST_ALCOHOL),
        Kind.MOMENT: lambda question: facts.moment(question.id),
        Kind.DAY: lambda question: _day(facts, question.id),
    }
    asked = (question for question in (*QUESTIONS, *SO_FAR) if question not in AT_THE_TOP)
    given = {question.id: readers[question.kind](question) for question in asked if facts.has(question.id)}
    facts.done()
    return given


def _day(facts: Fields, name: str) -> date:
    """A day, or the day in China of a moment."""
    given = facts.fields()[name]
    return day_of(facts.moment(name)) if isinstance(given, str) and "T" in given else facts.day(name)
