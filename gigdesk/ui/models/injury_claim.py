"""What is asked on request to work out the amounts, and the claim that the answers make."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from gigdesk.domain.injury.benefits import Claim, Dependant, Relation
from gigdesk.services.claim_input import MOST_DEPENDANTS
from gigdesk.store.texts import Texts
from gigdesk.ui.models.accident import DEATH, LATER, SURVIVED, WITHIN
from gigdesk.ui.models.ask import UNSURE, Ask, Option

DIED = "died"
GRADES = range(1, 11)
NOT_GRADED = "not_graded"
MOST_WAGE = 200_000
MOST_PEOPLE = MOST_DEPENDANTS - 1
"""Beside the spouse."""
FAMILY = ("spouse", "others", "lone")
OF_WORK_INJURY = {"wage", *FAMILY}
"""What only the amounts of work-injury insurance depend on."""

ALIVE = Ask("alive", options=(Option(SURVIVED), Option(DIED)), unsure=True)
"""Asked on request where the rules need not know it."""

Given = Mapping[str, object]


def asks(answers: Given, t: Texts) -> list[Ask]:
    """After the question how the person is: what the amounts depend on then."""
    if died(answers):
        found = [Ask("spouse", options=(Option("yes"), Option("no")), unsure=True), _people("others")]
        found += [_people("lone")] if _number(answers, "others") else []
    else:
        grades = [Option(str(grade), label=t("ask.injury.grade.is", grade=grade)) for grade in GRADES]
        found = [Ask("grade", options=(*grades, Option(NOT_GRADED)), columns=4)]
    return [*found, Ask("wage", kind="amount", unit="CNY/month", high=MOST_WAGE, unsure=True)]


def claim(answers: Given) -> Claim:
    """What the answers say about the amounts; not sure says nothing."""
    wage, grade = answers.get("wage"), answers.get("grade")
    return Claim(
        wage=wage if isinstance(wage, Decimal) else None,
        grade=int(grade) if isinstance(grade, str) and grade != NOT_GRADED else None,
        dependants=_dependants(answers),
    )


def died(answers: Given) -> bool:
    """Whether it was said that the person died, to the rules or when asked on request."""
    return answers.get(DEATH) in (WITHIN, LATER) or answers.get(ALIVE.id) == DIED


def facts(answers: Given) -> Given:
    """What the question asked on request says about the facts."""
    alive = answers.get(ALIVE.id)
    return {} if alive in (None, UNSURE) else {"death": alive == DIED}


def _dependants(answers: Given) -> tuple[Dependant, ...]:
    spouse = (Dependant(Relation.SPOUSE),) if answers.get("spouse") == "yes" else ()
    others, lone = _number(answers, "others"), _number(answers, "lone")
    return (*spouse, *(Dependant(Relation.OTHER, lone=number < lone) for number in range(others)))


def _people(id_: str) -> Ask:
    return Ask(id_, kind="amount", unit="people", high=MOST_PEOPLE, decimals=False, unsure=True)


def _number(answers: Given, name: str) -> int:
    found = answers.get(name)
    return int(found) if isinstance(found, Decimal) else 0
