"""`entitlements check`, written as its input and asked again."""

from __future__ import annotations

from datetime import date

from gigdesk.domain.decision import Answers
from gigdesk.domain.entitlements.check import Assessment, EntitlementsDecision
from gigdesk.services import Services
from gigdesk.services.commands.command import Command, Found, codes, told
from gigdesk.services.entitlements_input import read_person

NAME = "entitlements check"


def command(answers: Answers, region: str, today: date) -> Command:
    """What is known of a person, as it stands in the input."""
    return Command(NAME, told(region=region, today=today, person=told(**answers.given)))


def ask_again(asked: Command, services: Services, today: date) -> Found:
    """Assess again, and say what came of it in codes."""
    person = read_person(asked.input, services.entitlements, today)
    answer = services.entitlements.check(person.answers, person.region, person.today)
    return Found(_outcome(answer.result), answer.steps)


def _outcome(found: EntitlementsDecision) -> dict[str, object]:
    return codes(
        entitlements={one.id: _assessed(one) for one in found.assessed},
        not_assessed={one.id: one.why for one in found.not_assessed},
        missing=[question.id for question in found.missing],
    )


def _assessed(one: Assessment) -> dict[str, object]:
    return codes(
        outcome=one.outcome,
        amount=one.amount.exact,
        amount_least=one.amount.least,
        amount_most=one.amount.most,
        unit=one.amount.unit,
        months=one.duration.months,
        because={reason.condition: reason.state for reason in one.because},
        missing=[question.id for question in one.missing],
        status=one.rule.status,
    )
