"""What the pension job asks, and the case that the answers make."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.money import YearMonth
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.projection import Plan
from gigdesk.services import Services
from gigdesk.ui.models.asking import UNSURE, Answers, Ask, Option
from gigdesk.ui.models.places import place_asks
from gigdesk.ui.models.session import Session

TIERS = (60, 80, 100)
MOST_MONTHS = 720
MOST_BALANCE = 2_000_000


def asks(services: Services, session: Session, answers: Answers) -> list[Ask]:
    """Region, sex (and for a woman the kind of post), birth, months paid, on what, and the account."""
    found = place_asks(services, session.texts.language, answers)
    found.append(Ask("sex", options=(Option("male", "user"), Option("female", "user")), unsure=True))
    if answers.get("sex") == "female":
        found.append(Ask("worker", options=(Option("never"), Option("worker")), unsure=True))
    found.append(Ask("birth", kind="month", low=1940, high=session.today().year - 16, unsure=True))
    found.append(Ask("paid_months", kind="amount", unit="months", high=MOST_MONTHS, decimals=False, unsure=True))
    if answers.get("paid_months") not in (Decimal(0), UNSURE):
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


def category(answers: Answers) -> str:
    """The category shown: by sex and kind of post; where they are not known a man's, and of a woman's that of 55."""
    if answers["sex"] == "female":
        return "female50" if answers.get("worker") == "worker" else "female55"
    return "male60"


def others(answers: Answers) -> tuple[str, ...]:
    """The categories that are possible too, as far as sex and kind of post are known."""
    if answers["sex"] is UNSURE:
        return ("female55", "female50")
    settled = answers["sex"] == "male" or answers.get("worker") in ("worker", "never")
    return () if settled else ("female50",)


def month(answer: object) -> YearMonth:
    """The month of birth.

    Raises:
        MissingDataError: it is not known, and without it there is no month of retirement.
    """
    if answer is UNSURE:
        raise MissingDataError("birth-not-known")
    if not isinstance(answer, YearMonth):
        raise TypeError("not a month")
    return answer
