"""What an estimate says is what a determination form with its figures says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError
from gigdesk.domain.money import MONTHS_A_YEAR, YearMonth
from gigdesk.domain.pension import rounding
from gigdesk.domain.pension.case import Case, Record
from gigdesk.domain.pension.contribution import Choice
from gigdesk.domain.pension.estimate import estimate
from gigdesk.domain.pension.projection import Plan
from gigdesk.domain.working import Working
from gigdesk.services import Services
from gigdesk.services.form_input import read_form

TODAY = date(2026, 11, 24)
AS_OF = YearMonth(2026, 11)
CATEGORIES = {"male60": 60, "female55": 55, "female50": 50}
REGIONS = ("370000", "370100", "110000", "310000", "320000", "440000")
"""Shandong, a city of it, and those others that have averages, benefit bases and a rounding of their own."""


@st.composite
def cases(draw):
    """Somebody still to retire, with a record that fits into the life lived, and mostly with months enough."""
    category = draw(st.sampled_from(list(CATEGORIES)))
    age = draw(st.integers(30 * MONTHS_A_YEAR, CATEGORIES[category] * MONTHS_A_YEAR - 1))
    paid = draw(st.integers(0, age - 16 * MONTHS_A_YEAR))
    deemed = draw(st.integers(0, min(60, age - 16 * MONTHS_A_YEAR - paid)))
    record = Record(
        paid_months=paid,
        deemed_months=deemed,
        months_before_account=draw(st.sampled_from([0, 0, 1, 7, 29, 88, 169])),
        average_index=draw(st.none() | st.decimals("0.4", "3", places=4)),
        account_balance=draw(st.none() | st.decimals(0, 400_000, places=2)),
    )
    assume(record.months_before_account <= paid + deemed)
    plan = Plan(Choice(percent=draw(st.sampled_from([Decimal(60), Decimal("81.5"), Decimal(300)]))))
    months = draw(st.sampled_from([12, 12, 10, 5]))
    return Case(
        as_of=AS_OF,
        birth=AS_OF + -age,
        category=category,
        record=record,
        plan=draw(st.sampled_from([None, replace(plan, months_per_year=months), plan])),
        shift_months=draw(st.integers(-36, 36) | st.just(0)),
    )


def as_form(region, found, earned):
    """The figures of an estimate written down as on a determination form."""
    when = found.retirement
    return {
        "region": region,
        "retired": str(when.chosen_month),
        "benefit_base": str(found.expected.benefit.benefit_base),
        "index": str(earned.index),
        "total_months": when.paid_months_then,
        "months_before_account": earned.transitional_months,
        "account_balance": str(found.expected.projection.account),
        "divisor": str(earned.divisor),
    }


@pytest.mark.parametrize("region", REGIONS)
@settings(deadline=None, max_examples=60)
@given(case=cases())
def test_a_replayed_estimate_is_the_estimate(services: Services, book, region, case):
    try:
        found = estimate(case, book.on(TODAY, region), Working())
    except InputError:  # a shift that the rules do not allow
        assume(False)  # noqa: FBT003 - hypothesis' own way to pass over a case
    paid = found.expected.benefit
    assume(paid is not None)
    form = as_form(region, found, found.expected.entitlement)
    assert services.pension.replay(read_form(form, services.pension, TODAY), TODAY).result == paid
    printed = {name: value for name, value in form.items() if name != "divisor"}
    by_age = {**printed, "age_months": found.retirement.chosen_age_months}
    assert services.pension.replay(read_form(by_age, services.pension, TODAY), TODAY).result == paid


@given(months=st.integers(0, 720), rule=st.sampled_from(list(rounding.YEARS)))
def test_the_years_of_any_rule_lead_back_to_the_months(months, rule):
    if rule == "exact":
        assert rounding.months(rule, rounding.years(rule, months).quantize(Decimal("0.0001"))) == months
    else:
        assert rounding.months(rule, rounding.years(rule, months)) == months
