from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.pension.benefit import Entitlement, benefit
from gigdesk.domain.pension.correction import correct
from gigdesk.domain.working import Working

JINAN = Entitlement(
    Decimal(7678), Decimal("1.735"), 289, Decimal("160413.01"), Decimal(168), transitional_months=29,
)  # fmt: skip
BASES = st.decimals(3000, 15000, places=1)


@pytest.fixture(scope="module")
def law(book):
    return book.on(date(2025, 11, 1), "370000")


@st.composite
def entitlements(draw):
    months = draw(st.integers(1, 600))
    return Entitlement(
        benefit_base=draw(BASES),
        index=draw(st.decimals("0.3", "3", places=4)),
        total_months=months,
        account_balance=draw(st.decimals(0, 500_000, places=2)),
        divisor=draw(st.decimals(56, 233, places=1)),
        transitional_months=draw(st.integers(0, min(months, 240))),
    )


def test_a_pension_of_2025_paid_on_the_base_of_2024(law):
    """The form of Jinan, by hand on 7678: (7678 + 13321.33) / 2 x 24.08 %, 954.84, 13321.33 x 2.42 x 1.3 %."""
    working = Working()
    found = correct(JINAN, Decimal(7831), 5, law, working)
    assert (found.provisional.total, found.final.total) == (Decimal("3902.25"), Decimal("3960.98"))
    assert found.difference == Decimal("58.73")
    assert found.arrears == Decimal("293.65")
    assert found.parts == {"basic": Decimal("50.38"), "account": 0, "transitional": Decimal("8.35")}
    assert [step.id for step in working.steps][-2:] == ["correction", "arrears"]
    assert {step.formula for step in working.steps if step.id.startswith("corrected-")} == {
        "indexed-wage", "basic", "transitional", "total",
    }  # fmt: skip


def test_without_the_months_drawn_there_are_no_arrears(law):
    found = correct(JINAN, Decimal(7831), None, law, Working())
    assert (found.difference, found.arrears) == (Decimal("58.73"), None)


def test_where_no_coefficient_is_known_only_the_parts_are_compared(book):
    law = book.on(date(2025, 11, 1), "610000")
    found = correct(JINAN, Decimal(7831), 5, law, Working())
    assert (found.difference, found.arrears, found.parts["transitional"]) == (None, None, None)
    assert found.parts["basic"] > 0


def test_a_final_base_below_the_provisional_one_is_said(law):
    working = Working()
    found = correct(JINAN, Decimal(7600), 3, law, working)
    assert found.difference < 0
    assert found.arrears == found.difference * 3
    assert [warned.code for warned in working.warnings] == ["correction-below"]


@settings(deadline=None)
@given(earned=entitlements(), months=st.integers(0, 36))
def test_the_same_base_changes_nothing(law, earned, months):
    found = correct(earned, earned.benefit_base, months, law, Working())
    assert (found.difference, found.arrears) == (0, 0)
    assert set(found.parts.values()) == {0}


@settings(deadline=None)
@given(earned=entitlements(), more=st.decimals(0, 2000, places=2), months=st.integers(0, 36))
def test_a_higher_base_never_lowers_and_leaves_the_account_alone(law, earned, more, months):
    found = correct(earned, earned.benefit_base + more, months, law, Working())
    assert all(part >= 0 for part in found.parts.values())
    assert found.parts["account"] == 0
    assert found.difference == sum(found.parts.values())
    assert found.arrears == found.difference * months
    assert found.final == benefit(replace(earned, benefit_base=earned.benefit_base + more), law, Working())
