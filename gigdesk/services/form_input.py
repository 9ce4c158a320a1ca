"""The figures of a determination form and of the office, read exactly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import BOTH, NOTHING, InputError, Phrase, either
from gigdesk.domain.money import MONTHS_A_YEAR, half_up
from gigdesk.domain.pension import rounding
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.domain.pension.gap.model import Official
from gigdesk.services.fields import Fields
from gigdesk.services.forms import FormFigures
from gigdesk.services.pension import Pension
from gigdesk.services.pension_input import LARGEST_INDEX, MOST_MONTHS

MOST_A_MONTH = 1_000_000


def read_form(found: object, pension: Pension, today: date, *, correction: bool = True) -> FormFigures:
    """Read the input of `pension replay`. Years are read as the form's province writes them.

    A later correction of the benefit base belongs to a replay only; elsewhere its fields are unknown.

    Raises:
        InputError: naming the field, what it got and what it accepts.
        NotInForceError: years are given, and the region's way to write them is not known.
    """
    form = Fields(found)
    region = form.text("region")
    retired = form.month("retired") if form.has("retired") else None

    def rule() -> str:
        return pension.year_rule(region, retired.first_day() if retired else today)

    total = _months(form, "total_months", "years", rule)
    before = _months(form, "months_before_account", "pre_account_years", rule, optional=True)
    if before > total:
        raise InputError(form.name("months_before_account"), before, f"0..{total}")
    divisor, age = _divisor(form)
    figures = FormFigures(
        region=region,
        retired=retired,
        entitlement=Entitlement(
            benefit_base=form.number("benefit_base", 1),
            index=form.number("index", 0, LARGEST_INDEX),
            total_months=total,
            account_balance=form.number("account_balance", 0),
            divisor=divisor,
            transitional_index=_optional_index(form),
            transitional_months=before,
        ),
        age_months=age,
    )
    if correction:
        figures = _corrected(figures, form)
    form.done()
    return figures


def read_official(total: Decimal, basic: Decimal | None, account: Decimal | None) -> Official:
    """Read the office's figures, yuan a month.

    Raises:
        InputError: not an amount of money, or the parts are more than the total.
    """
    known = {"--official": total, "--official-basic": basic, "--official-account": account}
    for name, amount in known.items():
        if amount is not None and (not 0 <= amount <= MOST_A_MONTH or amount != half_up(amount)):
            raise InputError(name, amount, f"0..{MOST_A_MONTH:,}: 2592.23")
    parts = (basic or Decimal(0)) + (account or Decimal(0))
    if total < parts:
        raise InputError("--official", total, f"{parts}.. (--official-basic + --official-account)")
    return Official(total, basic, account)


def _corrected(figures: FormFigures, form: Fields) -> FormFigures:
    """With the base of the year of retirement, and the months drawn until it was out."""
    drawn = form.whole("months_drawn", 0, MOST_MONTHS) if form.has("months_drawn") else None
    if form.has("final_benefit_base"):
        return replace(figures, final_base=form.number("final_benefit_base", 1), months_drawn=drawn)
    if drawn is not None:
        raise InputError(form.name("final_benefit_base"), NOTHING, Phrase.of("given-with", other="months_drawn"))
    return figures


def _months(form: Fields, months: str, years: str, rule: Callable[[], str], *, optional: bool = False) -> int:
    """Months, or years with decimals that stand for whole months (24.08 is 24 years and 1 month; in Anhui 24.1)."""
    if form.has(months) and form.has(years):
        raise InputError(form.name(months), BOTH, either(months, years))
    if form.has(years):
        printed = form.number(years, 0, MOST_MONTHS // MONTHS_A_YEAR)
        try:
            return rounding.months(rule(), printed)
        except ValueError:
            raise InputError(form.name(years), printed, _years_accepted(rule(), printed)) from None
    if optional and not form.has(months):
        return 0
    return form.whole(months, 0, MOST_MONTHS)


def _years_accepted(rule: str, printed: Decimal) -> str:
    if rule == "years_point_months":
        return "years.months: 30.7, 30.10, 30.11"
    return " | ".join(f"{near:f}" for near in rounding.neighbours(rule, printed))


def _optional_index(form: Fields) -> Decimal | None:
    return form.number("transitional_index", 0, LARGEST_INDEX) if form.has("transitional_index") else None


def _divisor(form: Fields) -> tuple[Decimal, int | None]:
    """The divisor; or 1 and the age, whose divisor then takes its place. One of the two must be given."""
    if form.has("divisor") == form.has("age_months"):
        raise InputError(
            form.name("divisor"), BOTH if form.has("divisor") else NOTHING, either("divisor", "age_months")
        )
    if form.has("divisor"):
        return form.number("divisor", 1), None
    return Decimal(1), form.whole("age_months", 0, MOST_MONTHS * 2)
