"""How the personal account grows: two methods of 劳办发〔1997〕116号, rounded once a year when interest is credited.

Which one an office uses is its own choice; Shandong's is not known. For twelve equal payments the two differ in a year
by a 6,000th of the payments times the rate (13 months / 24 against 1.083 / 2), and a fen of rounding. For payments at
one end of the year only they differ by up to half a year's interest on them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import InputError, MissingDataError
from gigdesk.domain.law import Law, Status, Value, verified
from gigdesk.domain.money import MONTHS_A_YEAR, UseYear, half_up, per_cent
from gigdesk.domain.working import Working

RATE = "pension.account_rate"
ANNUAL_FACTOR = Decimal("1.083")


class RateToComeError(MissingDataError):
    """No rate is published for a year yet; the person may assume one."""

    def __init__(self, year: int) -> None:
        super().__init__("rate-to-come", name=RATE, asked=year)


@dataclass(frozen=True)
class AccountYear:
    """The account at the end of a year by each method, in yuan; each goes on from its own balance."""

    year: int
    rate: Decimal
    paid: Decimal
    by_month_product: Decimal
    by_year: Decimal


def credited(balance: Decimal, monthly: Decimal, paid_months: int, months: int, rate: Decimal) -> Decimal:
    """The balance after `months` of a calendar year with `paid_months` equal payments at their start.

    `balance` stands at the beginning of those months; each payment earns from its own month on. `rate` is
    the year's bookkeeping rate as a share. Rounded to the fen once, when the interest is credited.
    """
    months_earned = paid_months * months - paid_months * (paid_months - 1) // 2
    product = months * balance + monthly * months_earned
    return half_up(balance + monthly * paid_months + rate / MONTHS_A_YEAR * product)


def by_month_product(balance: Decimal, payments: Sequence[Decimal], rate: Decimal) -> Decimal:
    """The balance after a calendar year; `payments` by month from January on, each earning from its own month on."""
    product = MONTHS_A_YEAR * balance
    product += sum((paid * (MONTHS_A_YEAR - month) for month, paid in enumerate(payments)), Decimal(0))
    return half_up(balance + sum(payments, Decimal(0)) + rate / MONTHS_A_YEAR * product)


def by_year(balance: Decimal, paid: Decimal, rate: Decimal) -> Decimal:
    """The balance after a calendar year by the annual method: the year's payments count as paid evenly over it."""
    return half_up(balance * (1 + rate) + paid * (1 + rate * ANNUAL_FACTOR / 2))


def grow(
    balance: Decimal,
    paid: Mapping[int, Sequence[Decimal]],
    law: Law,
    working: Working,
    assumed: Decimal | None = None,
) -> tuple[AccountYear, ...]:
    """Follow an account over whole years with the published rates; `paid` has each year's payments by month.

    `assumed` is the yearly share taken for the years after the last published rate.

    Raises:
        InputError: a year has more than twelve payments.
        RateToComeError: no verified rate is published for a year yet, and none is assumed.
        NotInForceError: the year lies before the first published rate.
        UnverifiedError: the only rate known for a year among the published ones is not verified.
    """
    rows: list[AccountYear] = []
    one = other = balance
    for year in range(min(paid, default=0), max(paid, default=-1) + 1):
        payments = paid.get(year, ())
        if len(payments) > MONTHS_A_YEAR:
            raise InputError("paid", len(payments), f"0..{MONTHS_A_YEAR}")
        total = sum(payments, Decimal("0.00"))
        rate, cited = _rate(law, year, assumed, working)
        shown = {"year": year, "balance": one, "paid": total, "rate": rate}
        one, other = by_month_product(one, payments, rate), by_year(other, total, rate)
        working.step("account-year", one, "CNY", *cited, **shown, annual=other)
        rows.append(AccountYear(year, rate, total, one, other))
    _say_assumed([row.year for row in rows if _to_come(law, row.year)], assumed, working)
    if rows:
        working.warn("account-method-not-known", difference=abs(one - other))
    return tuple(rows)


def _say_assumed(years: Sequence[int], assumed: Decimal | None, working: Working) -> None:
    """One warning for all the years with an assumed rate, however many they are."""
    if years and assumed is not None:
        span = "–".join(map(str, dict.fromkeys((years[0], years[-1]))))
        working.warn("assumed-account-rate", years=span, percent=per_cent(assumed))


def _to_come(law: Law, year: int) -> bool:
    """Whether a year lies after the last one with a published rate."""
    return year > max(published_rates(law), default=year)


def _rate(law: Law, year: int, assumed: Decimal | None, working: Working) -> tuple[Decimal, tuple[Value, ...]]:
    """The year's rate and where it is from; beyond the published years the assumed one, which has no source."""
    if assumed is not None and _to_come(law, year):
        return assumed, ()
    try:
        found = law.for_year(RATE, UseYear(year))
        verified(found.value, year)
    except MissingDataError:
        if _to_come(law, year):
            raise RateToComeError(year) from None
        raise
    if found.provisional:
        working.warn_provisional("provisional-account-rate", found, year)
    return Decimal(str(found.value.content)), (found.value,)


def published_rates(law: Law) -> dict[int, Decimal]:
    """The bookkeeping rates that are published and verified, by year."""
    known: dict[int, Decimal] = {}
    for value in law.parameters.get(RATE, {}).values():
        if value.use_year and value.status is not Status.UNVERIFIED:
            known.setdefault(value.use_year, Decimal(str(value.content)))
    return known
