"""The residents' pension of 国发〔2014〕8号: a payment and a subsidy a year, from 60 on a basic pension beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from gigdesk.domain.errors import InputError, NotInForceError, Phrase, UnverifiedError
from gigdesk.domain.law import NATIONAL, Law, Status, Value, expect, reached
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, YearMonth, half_up
from gigdesk.domain.pension.account import credited
from gigdesk.domain.pension.retirement import of_joining_age
from gigdesk.domain.working import Working

ASK = "12333"
NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class ResidentCase:
    """A person and a plan; None is not known. Without `yearly` nothing more is paid.

    Without `years_ahead` one payment falls into each calendar year before the one of 60: whether that year may still
    be paid differs by place.
    """

    as_of: YearMonth
    birth: YearMonth
    paid_years: int = 0
    account_balance: Decimal | None = None
    yearly: Decimal | None = None
    years_ahead: int | None = None
    paid_this_year: bool = False
    make_up: bool = False
    subsidy: Decimal | None = None
    local_basic: Decimal | None = None
    account_rate: Decimal | None = None


@dataclass(frozen=True)
class Missing:
    """What the place decides and is not known here: the parameter, what stands in for it, and whom to ask."""

    parameter: str
    stands_in: Decimal | None = None
    ask: str = ASK


@dataclass(frozen=True)
class ResidentYear:
    """One calendar year of the account, in yuan."""

    year: int
    paid: Decimal
    subsidy: Decimal
    account_end: Decimal


@dataclass(frozen=True)
class Monthly:
    """A residents' pension in yuan a month, by today's amounts."""

    basic: Decimal
    account: Decimal
    total: Decimal


@dataclass(frozen=True)
class Resident:
    """The answer: "pension", "made-up" (the missing years are paid at 60 in one sum) or "short" (no pension)."""

    outcome: str
    begins: YearMonth
    years: int
    years_short: int
    ledger: tuple[ResidentYear, ...]
    made_up: Decimal
    account: Decimal
    pension: Monthly | None
    missing: tuple[Missing, ...]


def resident(case: ResidentCase, law: Law, working: Working) -> Resident:
    """Work out a residents' pension. What the place decides is entered; otherwise the nation's least stands in, said.

    Raises:
        InputError: an age at which nobody joins, a payment that is no tier, more years than there are, a basic pension
            below the least.
        NotInForceError: no least is published for the year, and no basic pension was entered.
        UnverifiedError: what the place adds or pays is not entered, and the law knows it unverified only.
    """
    of_joining_age("birth", case.birth, case.as_of, law.whole("resident.joining_age"))
    turns = case.birth + law.whole("resident.pension_age") * MONTHS_A_YEAR
    begins, ahead, least = max(case.as_of, turns), _years_ahead(case, turns), law.whole("resident.minimum_years")
    short = max(least - case.paid_years - ahead, 0)
    after = short if case.make_up else 0
    years = case.paid_years + ahead + after
    counted = {"paid": case.paid_years, "ahead": ahead, "made_up": after, "least": least}
    working.step("resident-years", years, "years", law.value("resident.minimum_years"), **counted)
    if case.years_ahead is None and case.yearly is not None and case.as_of < turns:
        working.warn("resident-last-year", year=turns.year)
    place = _Place(case, law, working)
    if ahead or after:
        place.check_tier()
    ledger = _ledger(case, begins, ahead, place.subsidy() if ahead else NOTHING)
    made_up = place.made_up(after) if after else NOTHING
    account = place.account(ledger, made_up)
    pension = place.pension(account, begins) if years >= least else None
    if pension is None:
        working.warn("resident-years-short", short=short, least=least, at=turns)
    outcome = "short" if pension is None else "made-up" if after else "pension"
    return Resident(outcome, begins, years, short, ledger, made_up, account, pension, tuple(place.missing))


def _years_ahead(case: ResidentCase, turns: YearMonth) -> int:
    most = max(turns.year - _first_year(case) + 1, 0) if case.as_of < turns else 0
    if case.years_ahead is not None and not 0 <= case.years_ahead <= most:
        raise InputError("years_ahead", case.years_ahead, f"0..{most}")
    if case.yearly is None:
        if case.years_ahead or case.make_up:
            raise InputError("yearly", Phrase("nothing"), Phrase("yuan-a-year"))
        return 0
    return max(most - 1, 0) if case.years_ahead is None else case.years_ahead


def _first_year(case: ResidentCase) -> int:
    return case.as_of.year + case.paid_this_year


def _ledger(case: ResidentCase, begins: YearMonth, ahead: int, subsidy: Decimal) -> tuple[ResidentYear, ...]:
    """A year's payment and subsidy earn from the next year on: in which month they are credited is not known."""
    rows: list[ResidentYear] = []
    balance, rate = case.account_balance or NOTHING, case.account_rate or NOTHING
    for year in range(case.as_of.year, begins.year + 1):
        months = min(begins, YearMonth(year + 1, 1)) - max(case.as_of, YearMonth(year, 1))
        pays = 0 <= year - _first_year(case) < ahead
        paid, added = (half_up(case.yearly or NOTHING), half_up(subsidy)) if pays else (NOTHING, NOTHING)
        balance = credited(balance, NOTHING, 0, months, rate) + paid + added
        rows.append(ResidentYear(year, paid, added, balance))
    return tuple(rows)


@dataclass(frozen=True)
class _Place:
    """The amounts of a place, entered or by its law. It names what it does not know, in the answer and as a warning."""

    case: ResidentCase
    law: Law
    working: Working
    missing: list[Missing] = field(default_factory=list)

    def subsidy(self) -> Decimal:
        """What is added to a payment in a year."""
        yearly = self.case.yearly or NOTHING
        if self.case.subsidy is not None:
            self.working.step("resident-subsidy-entered", self.case.subsidy, "CNY/year", yearly=yearly)
            return self.case.subsidy
        table, value = self.law.table("resident.subsidy"), self.law.value("resident.subsidy")
        if value.status is Status.UNVERIFIED:
            raise UnverifiedError(value.name, self.law.day)
        amount = reached(table, yearly)
        if value.region == NATIONAL:
            self._lacks(value.name, amount)
        self.working.step("resident-subsidy", amount, "CNY/year", value, yearly=yearly)
        return amount

    def check_tier(self) -> None:
        """The payment must be a tier of the place; where only the nation's are known, at least the lowest of them."""
        yearly, tiers = self.case.yearly or NOTHING, self.law.value("resident.tiers")
        allowed = [Decimal(tier) for tier in self.law.codes("resident.tiers")]
        local = tiers.region != NATIONAL and tiers.status is not Status.UNVERIFIED
        if yearly < min(allowed) or (local and yearly not in allowed):
            raise InputError("yearly", yearly, " | ".join(map(str, allowed)))
        if not local:
            self._lacks(tiers.name)

    def made_up(self, years: int) -> Decimal:
        """What the missing years cost at 60, without a subsidy."""
        if not self.law.flag("resident.make_up"):
            raise InputError("make_up", "true", "false")
        cost = half_up(years * (self.case.yearly or NOTHING))
        law = (self.law.value("resident.make_up"), self.law.value("resident.make_up_subsidy"))
        self.working.step("resident-made-up", cost, "CNY", *law, years=years, yearly=self.case.yearly)
        self._lacks("resident.make_up")
        return cost

    def account(self, ledger: tuple[ResidentYear, ...], made_up: Decimal) -> Decimal:
        """The account when the pension begins. An unknown balance or rate is counted as nothing."""
        if self.case.account_rate is None:
            self._lacks("resident.account_rate")
        if self.case.account_balance is None and self.case.paid_years:
            self.working.warn("account-not-known")
        total = ledger[-1].account_end + made_up
        shown = {"balance": self.case.account_balance or NOTHING, "rate": self.case.account_rate or NOTHING}
        paid = sum((row.paid for row in ledger), made_up)
        added = sum((row.subsidy for row in ledger), NOTHING)
        self.working.step("resident-account", total, "CNY", **shown, paid=paid, subsidies=added)
        return total

    def pension(self, account: Decimal, begins: YearMonth) -> Monthly:
        """The basic pension, what the account gives, and both together."""
        basic, over = self._basic(begins), self.law.number("resident.divisor")
        part = half_up(account / over)
        law = self.law.value("resident.divisor")
        self.working.step("resident-account-pension", part, "CNY/month", law, balance=account, divisor=over)
        self.working.step("resident-total", basic + part, "CNY/month", basic=basic, account=part)
        self._lacks("resident.supplements")
        return Monthly(basic, part, basic + part)

    def _basic(self, begins: YearMonth) -> Decimal:
        """What was entered, or what the law of the place or the nation gives at least this year."""
        year, entered = UseYear(self.case.as_of.year), self.case.local_basic
        if begins.year > year:
            self.working.warn("resident-basic-of-today", year=year, begins=begins)
        least = self._least(year)
        if entered is not None:
            if least and entered < expect(least, Decimal):
                raise InputError("local_basic", entered, Phrase.of("yuan-from", least=least.content, year=year))
            self.working.step("resident-basic-entered", entered, "CNY/month", year=year)
            return half_up(entered)
        if least is None:
            raise UnverifiedError("resident.basic", year)
        amount = half_up(expect(least, Decimal))
        if least.region == NATIONAL:
            self._lacks(least.name, amount)
        self.working.step("resident-basic", amount, "CNY/month", least, year=least.use_year)
        return amount

    def _least(self, year: UseYear) -> Value | None:
        """The basic pension of the year in the law. It may be lacking or unverified where one is entered."""
        try:
            found = self.law.for_year("resident.basic", year)
        except NotInForceError:
            if self.case.local_basic is None:
                raise
            return None
        if found.provisional and self.case.local_basic is None:
            self.working.warn_provisional("provisional-resident-basic", found, year)
        return found.value if found.value.status is not Status.UNVERIFIED else None

    def _lacks(self, parameter: str, stands_in: Decimal | None = None) -> None:
        self.missing.append(Missing(parameter, stands_in))
        if stands_in is None:
            self.working.warn("local-not-known", name=parameter, ask=ASK)
        else:
            self.working.warn("local-stands-in", name=parameter, used=stands_in, ask=ASK)
