"""What the pension job asks, and the case that the answers make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.projection import Plan
from gigdesk.services import Services
from gigdesk.ui.models.asking import Answers, Ask, Option, Way
from gigdesk.ui.models.places import place_asks
from gigdesk.ui.models.session import Session

TIERS = (60, 80, 100)
MOST_MONTHS = 720
MOST_BALANCE = 2_000_000
WAYS_IN = (Way("resident", page="resident"),)
"""Other pages about pensions, offered beside the first question."""


def asks(services: Services, session: Session, answers: Answers) -> list[Ask]:
    """Region, sex (and for a woman the kind of post), birth, months paid, on what, and the account."""
    first, *province = place_asks(services, session.texts.language, answers)
    found = [replace(first, ways=WAYS_IN), *province]
    found.append(Ask("sex", options=(Option("male", "user"), Option("female", "user"))))
    if answers.get("sex") == "female":
        found.append(Ask("worker", options=(Option("never"), Option("worker")), unsure=True))
    found.append(Ask("birth", kind="month", low=1940, high=session.today().year - 16))
    found.append(Ask("paid_months", kind="amount", unit="months", high=MOST_MONTHS, decimals=False))
    if answers.get("paid_months") != Decimal(0):
        found.append(Ask("tier_so_far", options=tuple(Option(str(tier)) for tier in TIERS), unsure=True))
        found.append(Ask("balance", kind="amount", unit="CNY", high=MOST_BALANCE, unsure=True))
    return found


def case(answers: Answers, today: date, tier: int) -> Case:
    """The case of the answers, paying on a tier (in percent) until retirement."""
    paid = answers["paid_months"]
    index, balance = answers.get("tier_so_far"), answers.get("balance")
    return Case(
        as_of=YearMonth.of(today),
        birth=month(answers["birth"]),
        category=category(answers),
        record=Record(
            paid_months=int(paid) if isinstance(paid, Decimal) else 0,
            average_index=Decimal(index) / 100 if isinstance(index, str) else None,
            account_balance=balance if isinstance(balance, Decimal) else None,
        ),
        plan=Plan(Choice(percent=Decimal(tier))),
    )


def either(answers: Answers) -> bool:
    """Whether both ages of a woman's retirement are possible."""
    return answers["sex"] == "female" and answers.get("worker") not in ("worker", "never")


def category(answers: Answers) -> str:
    """The category by sex and kind of post; a woman who does not know it is shown that of 55."""
    if answers["sex"] == "male":
        return "male60"
    return "female50" if answers.get("worker") == "worker" else "female55"


def month(answer: object) -> YearMonth:
    """An answer that must be a month."""
    if not isinstance(answer, YearMonth):
        raise TypeError("not a month")
    return answer
