"""What the pension job asks, and the case that the answers make."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import MissingDataError
from gigdesk.domain.law import NATIONAL
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.index import Period
from gigdesk.domain.pension.projection import Plan
from gigdesk.services import Services
from gigdesk.services.pension_input import MOST_MONTHS
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import UNSURE, Answers, Ask, Option, Way
from gigdesk.ui.models.history import Taken
from gigdesk.ui.models.places import place_asks
from gigdesk.ui.models.recorded import HISTORY, MAY_WORK
from gigdesk.ui.models.session import Session

TIERS = (60, 80, 100)
FIRST_BIRTH = 1940
MOST_BALANCE = 2_000_000
WAYS_IN = (Way("resident", page="resident"), Way("form", page="form"))
"""Other pages about pensions, offered beside the first question."""


def asks(services: Services, session: Session, answers: Answers) -> list[Ask]:
    """Region, sex (and for a woman the kind of post), birth, months paid, on what, and the account."""
    first, *found = place_asks(services, session.texts.language, answers)
    found.insert(0, replace(first, ways=(*first.ways, *WAYS_IN)))
    found.append(Ask("sex", options=(Option("male", "user"), Option("female", "user")), unsure=True))
    if answers.get("sex") == "female":
        found.append(Ask("worker", options=(Option("never"), Option("worker")), unsure=True))
    found.append(birth_ask(session.today(), unsure=True))
    return [*found, *_record_asks(answers, _most_months(services, session, answers))]


def birth_ask(today: date, *, unsure: bool = False) -> Ask:
    """The month of birth of somebody old enough to work."""
    return Ask("birth", kind="month", low=FIRST_BIRTH, high=today.year - MAY_WORK, unsure=unsure)


def _most_months(services: Services, session: Session, answers: Answers) -> int:
    """As many months as there were since the age of joining; where the birth is not known, as many as in a life."""
    birth, today = answers.get("birth"), session.today()
    if not isinstance(birth, YearMonth):
        return MOST_MONTHS
    joining = services.data.reference.book.on(today, NATIONAL).whole("pension.joining_age")
    return max(min(YearMonth.of(today) - birth - joining * MONTHS_A_YEAR, MOST_MONTHS), 0)


def _record_asks(answers: Answers, most: int) -> list[Ask]:
    """Months and tier, or the contribution record in their place; and the account, for those who have paid."""
    balance = Ask("balance", kind="amount", unit="CNY", high=MOST_BALANCE, unsure=True)
    if HISTORY in answers:
        return [Ask(HISTORY, kind="part"), balance]
    ways = (Way(HISTORY),)
    months = Ask("paid_months", kind="amount", unit="months", high=most, decimals=False, unsure=True, ways=ways)
    if answers.get("paid_months") in (Decimal(0), UNSURE):
        return [months]
    return [months, Ask("tier_so_far", options=tuple(Option(str(tier)) for tier in TIERS), unsure=True), balance]


def case(answers: Answers, today: date, tier: int) -> Case:
    """The case of the answers, paying on a tier (in percent) until retirement."""
    return Case(
        as_of=YearMonth.of(today),
        birth=month(answers["birth"]),
        category=category(answers),
        record=_record(answers),
        plan=Plan(Choice(percent=Decimal(tier))),
    )


def _record(answers: Answers) -> Record:
    balance = answers.get("balance")
    known = balance if isinstance(balance, Decimal) else None
    taken = history(answers)
    if taken:
        return Record(taken.months, average_index=taken.index, account_balance=known)
    paid, index = answers["paid_months"], answers.get("tier_so_far")
    return Record(
        paid_months=int(paid) if isinstance(paid, Decimal) else 0,
        average_index=Decimal(index) / 100 if isinstance(index, str) else None,
        account_balance=known,
        months_known=isinstance(paid, Decimal),
    )


def history(answers: Answers) -> Taken | None:
    """The contribution record, where one was taken."""
    found = answers.get(HISTORY)
    return found if isinstance(found, Taken) else None


def periods(answers: Answers) -> tuple[Period, ...]:
    """The periods of the record; none where the months were typed."""
    taken = history(answers)
    return taken.periods if taken else ()


def paid_so_far(answers: Answers, then: object, t: Texts) -> tuple[str, str, str]:
    """What was paid so far: its label, the months in words with those `then`, and the question that changes it."""
    taken = history(answers)
    if taken:
        return t("pension.basis.history.label"), taken.in_words(t), HISTORY
    so_far = t("state.not-known") if answers["paid_months"] is UNSURE else answers["paid_months"]
    return t("pension.basis.paid.label"), t("pension.basis.paid", paid=so_far, then=then), "paid_months"


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
