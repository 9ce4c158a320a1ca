"""What the residents' job asks, and the cases that the answers make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import NotInForceError
from gigdesk.domain.law import Law, Status, expect
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, YearMonth
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.contribution import LOWEST_PERCENT, Choice
from gigdesk.domain.pension.projection import Assumptions, Plan
from gigdesk.domain.pension.resident import Resident, ResidentCase
from gigdesk.domain.pension.transfer import TransferCase
from gigdesk.services import Services
from gigdesk.services.pension_input import MOST_MONTHS
from gigdesk.services.resident_input import HIGHEST_BASIC, HIGHEST_YEARLY, MOST_YEARS
from gigdesk.ui.models.ask import UNSURE, Answers, Ask, Option
from gigdesk.ui.models.pension_case import MOST_BALANCE, birth_ask, category, month
from gigdesk.ui.models.places import place, place_asks
from gigdesk.ui.models.session import Session

LATER = 5
"""Questions that follow once the birth is known: which of them are needless depends on it."""
TODAYS = Assumptions(*[Decimal(0)] * 4)
"""Nothing grows and nothing earns: what is compared stands on the same ground, today's amounts."""


@dataclass(frozen=True)
class Given:
    """The answers, read once: `yearly` is None where nothing more is paid, `tier` what a missing year is paid on.

    What is not known is None; a payment that is not known is the lowest tier.
    """

    region: str
    as_of: YearMonth
    birth: YearMonth
    woman: bool
    years: int | None
    yearly: Decimal | None
    tier: Decimal
    balance: Decimal | None
    basic: Decimal | None
    months: int | None
    yearly_known: bool

    @classmethod
    def of(cls, answers: Answers, today: date, law: Law) -> Given:
        """Read the answers of a finished job."""
        amounts = {name: found for name, found in answers.items() if isinstance(found, Decimal)}
        lowest, known = lowest_tier(law), answers.get("yearly") is not UNSURE
        yearly = (amounts.get("yearly") or None) if known else lowest
        return cls(
            region=place(answers),
            as_of=YearMonth.of(today),
            birth=month(answers["birth"]),
            woman=answers["sex"] == "female",
            years=_whole(amounts.get("resident_years")),
            yearly=yearly,
            tier=yearly or lowest,
            balance=amounts.get("resident_balance"),
            basic=amounts.get("local_basic"),
            months=_whole(amounts.get("paid_months")),
            yearly_known=known,
        )

    def resident(self) -> ResidentCase:
        """The residents' scheme alone, paid on until the year of its age."""
        return ResidentCase(
            as_of=self.as_of,
            birth=self.birth,
            paid_years=self.years or 0,
            account_balance=self.balance,
            yearly=self.yearly,
            local_basic=self.basic,
        )

    def made_up(self) -> ResidentCase:
        """The same with what is missing paid at once; on the lowest tier where nothing is paid on."""
        ahead = None if self.yearly else 0
        return replace(self.resident(), yearly=self.tier, years_ahead=ahead, make_up=True)

    def transfer(self, answers: Answers, found: Resident) -> TransferCase:
        """Both schemes: the employees' months so far, the residents' years as they will be."""
        months = self.months or 0
        return TransferCase(self.as_of, self.birth, category(answers), months, found.years, from_now=True)

    def employees(self, answers: Answers) -> Case:
        """The employees' scheme from now on, on its lowest base."""
        record = Record(self.months or 0)
        plan = Plan(Choice(percent=Decimal(LOWEST_PERCENT)))
        return Case(self.as_of, self.birth, category(answers), record, plan, assumptions=TODAYS)


def asks(services: Services, session: Session, answers: Answers) -> list[Ask]:
    """Place, sex, birth; years, payment, account and basic pension of the residents' scheme; months of the other."""
    found = place_asks(services, session.texts.language, answers)
    found.append(Ask("sex", options=(Option("male", "user"), Option("female", "user"))))
    found.append(birth_ask(session.today()))
    if any(ask.id not in answers for ask in found):
        return found
    today, birth = session.today(), month(answers["birth"])
    law = law_of(services, answers, today)
    lived = YearMonth.of(today) - birth
    years = min(today.year - birth.year, MOST_YEARS)
    found.append(Ask("resident_years", kind="amount", unit="years", high=years, decimals=False, unsure=True))
    if not _done(answers, law, lived):
        found.append(_yearly(law))
    if answers.get("resident_years") != Decimal(0):
        found.append(Ask("resident_balance", kind="amount", unit="CNY", high=MOST_BALANCE, unsure=True))
    basic = Ask("local_basic", kind="amount", unit="CNY/month", low=_least_basic(law), high=HIGHEST_BASIC, unsure=True)
    most = min(lived, MOST_MONTHS)
    return [*found, basic, Ask("paid_months", kind="amount", unit="months", high=most, decimals=False, unsure=True)]


def law_of(services: Services, answers: Answers, today: date) -> Law:
    """The law of the place that was chosen."""
    return services.data.reference.book.on(today, place(answers))


def lowest_tier(law: Law) -> Decimal:
    """The least that may be paid a year."""
    return min(map(Decimal, law.codes("resident.tiers")))


def _yearly(law: Law) -> Ask:
    tiers = tuple(Option(tier, label=f"{int(tier):,}") for tier in law.codes("resident.tiers"))
    low = int(lowest_tier(law))
    return Ask(
        "yearly", "amount", tiers, 4, unit="CNY/year", low=low, high=HIGHEST_YEARLY, or_zero=True, unsure=True
    )  # fmt: skip


def _done(answers: Answers, law: Law, lived: int) -> bool:
    """Whether all is paid: of age, and with enough years."""
    years = answers.get("resident_years")
    enough = isinstance(years, Decimal) and years >= law.number("resident.minimum_years")
    return enough and lived >= law.whole("resident.pension_age") * MONTHS_A_YEAR


def _least_basic(law: Law) -> int:
    """The least basic pension of the year in whole yuan; 0 where none is published, or none that is verified."""
    try:
        found = law.for_year("resident.basic", UseYear(law.day.year)).value
    except NotInForceError:
        return 0
    return 0 if found.status is Status.UNVERIFIED else int(expect(found, Decimal))


def _whole(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount)
