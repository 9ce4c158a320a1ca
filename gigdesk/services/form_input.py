"""The figures of a determination form, read exactly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from gigdesk.domain.errors import InputError
from gigdesk.domain.money import MONTHS_A_YEAR
from gigdesk.domain.pension import rounding
from gigdesk.domain.pension.benefit import Entitlement
from gigdesk.services.fields import Fields
from gigdesk.services.pension import FormFigures, Pension
from gigdesk.services.pension_input import LARGEST_INDEX, MOST_MONTHS


def read_form(found: object, pension: Pension, today: date) -> FormFigures:
    """Read the input of `pension replay`. Years are read as the form's province writes them.

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
    figures = FormFigures(
        region=region,
        retired=retired,
        entitlement=Entitlement(
            benefit_base=form.number("benefit_base", 1),
            index=form.number("index", 0, LARGEST_INDEX),
            total_months=total,
            account_balance=form.number("account_balance", 0),
            divisor=form.number("divisor", 1) if form.has("divisor") else _no_divisor(form),
            transitional_index=_optional_index(form),
            transitional_months=before,
        ),
        age_months=None if form.has("divisor") else form.whole("age_months", 0, MOST_MONTHS * 2),
    )
    form.done()
    return figures


def _months(form: Fields, months: str, years: str, rule: Callable[[], str], *, optional: bool = False) -> int:
    """Months, or years with decimals that stand for whole months (24.08 is 24 years and 1 month; in Anhui 24.1)."""
    if form.has(months) and form.has(years):
        raise InputError(form.name(months), "both", f"either {months} or {years}")
    if form.has(years):
        printed = form.number(years, 0, MOST_MONTHS // MONTHS_A_YEAR)
        try:
            return rounding.months(rule(), printed)
        except ValueError:
            raise InputError(form.name(years), printed, "years.months: 30.7, 30.10, 30.11") from None
    if optional and not form.has(months):
        return 0
    return form.whole(months, 0, MOST_MONTHS)


def _optional_index(form: Fields) -> Decimal | None:
    return form.number("transitional_index", 0, LARGEST_INDEX) if form.has("transitional_index") else None


def _no_divisor(form: Fields) -> Decimal:
    """Replaced by the divisor of the age; one of the two must be given."""
    if not form.has("age_months"):
        raise InputError(form.name("divisor"), "nothing", "divisor, or age_months")
    return Decimal(1)
