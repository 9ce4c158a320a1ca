"""`injury check`, written as its input and asked again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from gigdesk.domain.decision import Answers
from gigdesk.domain.injury.benefits import NOTHING_KNOWN, Benefit, Claim
from gigdesk.domain.injury.check import InjuryDecision
from gigdesk.domain.injury.facts import CHINA, DEATH, day_of
from gigdesk.services import Services
from gigdesk.services.commands.command import Command, Found, codes, told
from gigdesk.services.injury_input import AT_THE_TOP, read_accident

NAME = "injury check"
HOURS = {1: (12,), 2: (8, 16), 3: (8, 12, 16)}


def command(answers: Answers, today: date, claim: Claim = NOTHING_KNOWN) -> Command:
    """The facts of an accident as they stand in the input, without the time of day of any of them."""
    given = without_times(answers.given)
    top = {question.id: given.get(question.id) for question in AT_THE_TOP if question != DEATH}
    facts = {name: fact for name, fact in given.items() if name not in top and name != DEATH.id}
    harm = told(
        death=given.get(DEATH.id),
        disability_grade=claim.grade,
        care=claim.care,
        dependants=[{"relation": one.relation, "lone_elderly_or_orphan": one.lone} for one in claim.dependants] or None,
        relationship_ends=claim.relationship_ends,
        hard_to_place=claim.hard_to_place,
        months_to_retirement=claim.months_to_retirement,
    )
    beside = {"wage": claim.wage, "accept_unverified": claim.accept_unverified or None}
    return Command(NAME, told(**top, today=today, facts=told(**facts), harm_result=harm, **beside))


def without_times(given: Mapping[str, object]) -> dict[str, object]:
    """The same days, and of the times of day only which of them was earlier: no rule asks for more.

    Every limit in hours is one of whole days, so what came first and what lay within the hours stay as they were.
    """
    moments = {name: fact for name, fact in given.items() if isinstance(fact, datetime)}
    times = sorted({_time(moment) for moment in moments.values()})
    hours = dict(zip(times, HOURS.get(len(times), ()), strict=True))
    coarse = {
        name: datetime.combine(day_of(moment), time(hours[_time(moment)]), CHINA) for name, moment in moments.items()
    }
    return {**given, **coarse}


def ask_again(asked: Command, services: Services, today: date) -> Found:
    """Decide again, and say what came of it in codes."""
    accident = read_accident(asked.input, services.injury, today)
    answer = services.injury.check(accident.answers, accident.today, claim=accident.claim)
    return Found(_outcome(answer.result), answer.steps)


def _outcome(found: InjuryDecision) -> dict[str, object]:
    return codes(
        outcome=found.outcome,
        possible=found.possible,
        because={reason.condition: reason.state for reason in found.because},
        routes={route.id: route.open for route in found.routes},
        missing=[question.id for question in found.missing],
        deadlines={one.id: one.by for one in found.deadlines},
        documents=[document.id for document in found.documents],
        next_step=found.next_step,
        benefits={f"{one.route}.{one.id}": _benefit(one) for one in found.benefits},
        warnings=[warned.code for warned in found.warnings],
    )


def _benefit(one: Benefit) -> dict[str, object]:
    worked = one.worked
    return codes(
        amount=worked.amount,
        between=worked.between,
        months=worked.months,
        why_no_amount=worked.why.code if worked.why else None,
        status=one.status,
    )


def _time(moment: datetime) -> time:
    return moment.astimezone(CHINA).time()
