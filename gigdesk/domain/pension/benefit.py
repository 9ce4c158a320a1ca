"""The three parts of a pension, by the formula of 国发〔2005〕38号 and each province's rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gigdesk.domain.errors import GigDeskError, InputError, NotInForceError
from gigdesk.domain.law import Law, Value, number_of
from gigdesk.domain.money import MONTHS_A_YEAR, half_up
from gigdesk.domain.pension import rounding
from gigdesk.domain.working import Working

PERCENT = 100
FORM_ORDER = (
    "benefit-base",
    "index-then",
    "indexed-wage",
    "years",
    "basic",
    "account-then",
    "divisor",
    "account",
    "transitional",
    "total",
)
"""The lines of the working in the order of the official determination form."""
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Entitlement:
    """What goes into the formula. `indexed_months` are those behind the transitional pension."""

    benefit_base: Decimal
    index: Decimal
    total_months: int
    account_balance: Decimal
    divisor: Decimal
    transitional_index: Decimal | None = None
    transitional_months: int = 0


@dataclass(frozen=True)
class Benefit:
    """A monthly pension in yuan and its parts. `transitional` is None where the province's rule is not known."""

    benefit_base: Decimal
    indexed_wage: Decimal
    years: Decimal
    divisor: Decimal
    basic: Decimal
    account: Decimal
    transitional: Decimal | None
    total: Decimal | None


def benefit(case: Entitlement, law: Law, working: Working, *base_source: Value) -> Benefit:
    """Apply the formula, line by line in the order of the official determination form.

    Raises:
        NotInForceError: the region's rounding rule is not known.
    """
    amounts = law.value("pension.amount_rounding")
    step = rounding.AMOUNT_STEPS[str(amounts.content)]
    rule = law.value("pension.year_rounding")
    years = rounding.years(str(rule.content), case.total_months)
    wage = half_up(case.benefit_base * case.index)
    working.step("indexed-wage", wage, "CNY/month", *base_source, benefit_base=case.benefit_base, index=case.index)
    working.step("years", years, "years", rule, months=case.total_months)
    formula = law.value("pension.formula")
    factor, threshold = _low_index_factor(case.index, law)
    basic = half_up((factor * case.benefit_base + wage) / 2 * years / PERCENT, step)
    working.step(
        "basic",
        basic,
        "CNY/month",
        formula,
        *threshold,
        amounts,
        benefit_base=case.benefit_base,
        indexed_wage=wage,
        years=years,
    )
    account = half_up(case.account_balance / case.divisor, step)
    working.step("account", account, "CNY/month", formula, amounts, balance=case.account_balance, divisor=case.divisor)
    transitional = _transitional(case, law, working, step)
    total = None if transitional is None else basic + account + transitional
    if total is not None:
        working.step("total", total, "CNY/month", basic=basic, account=account, transitional=transitional)
    return Benefit(half_up(case.benefit_base), wage, years, case.divisor, basic, account, transitional, total)


def divisor(age_months: int, law: Law, working: Working) -> Decimal:
    """The months over which the account is paid out, by the age in months at retirement.

    Between two whole ages the value is interpolated and rounded to a tenth where the law in force says so;
    before that the whole age counts.

    Raises:
        InputError: the table does not reach that age.
    """
    table, how = law.value("pension.divisors"), law.value("pension.divisor_months")
    by_age = law.table("pension.divisors")
    age, months = divmod(age_months, MONTHS_A_YEAR)
    ages = sorted(int(key) for key in by_age)
    if not (ages[0] <= age <= ages[-1] and (months == 0 or age < ages[-1])):
        raise InputError("age_months", age_months, f"{ages[0] * MONTHS_A_YEAR}..{ages[-1] * MONTHS_A_YEAR}")
    here = by_age[str(age)]
    if how.content == "interpolated" and months:
        here -= (here - by_age[str(age + 1)]) * months / MONTHS_A_YEAR
    elif how.content not in ("interpolated", "whole_years"):
        raise GigDeskError("unknown-rule", rule=how.content)
    result = half_up(Decimal(here), TENTH)
    working.step("divisor", result, "months", table, how, age_years=age, age_months=months)
    return result


def _low_index_factor(index: Decimal, law: Law) -> tuple[Decimal, tuple[Value, ...]]:
    """Guangdong lowers the first half of the formula for an index below the threshold (粤府〔2006〕96号)."""
    if not law.has("pension.low_index_threshold"):
        return Decimal(1), ()
    threshold = law.value("pension.low_index_threshold")
    return min(Decimal(1), index / number_of(threshold, law.day)), (threshold,)


def _transitional(case: Entitlement, law: Law, working: Working, step: Decimal) -> Decimal | None:
    """Index wage x years before the account x coefficient; None where the coefficient is not in the data."""
    if case.transitional_months == 0:
        return Decimal("0.00")
    try:
        coefficient = law.value("pension.transitional_coefficient")
    except NotInForceError:
        working.warn("transitional-not-known")
        return None
    years = rounding.years(law.text("pension.year_rounding"), case.transitional_months)
    index = case.index if case.transitional_index is None else case.transitional_index
    wage = half_up(case.benefit_base * index)
    result = half_up(wage * years * number_of(coefficient, law.day), step)
    working.step(
        "transitional",
        result,
        "CNY/month",
        coefficient,
        indexed_wage=wage,
        years=years,
        coefficient=coefficient.content,
    )
    return result
