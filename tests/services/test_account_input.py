"""An account year by year: what is read, what is refused, and what an assumed rate does."""

from datetime import date
from decimal import Decimal

import pytest

from gigdesk.domain.errors import InputError
from gigdesk.domain.pension.account import RateToComeError
from gigdesk.services.account_input import read_account

TODAY = date(2026, 11, 24)
YEAR = {"year": 2025, "monthly": "360.32", "months": 6, "first_month": 3}


def record(*years, **more):
    return read_account({"region": "370000", "balance": "100", "years": list(years), **more})


def test_payments_stand_in_their_months():
    paid = record(YEAR).paid[2025]
    assert paid == (Decimal(0),) * 2 + (Decimal("360.32"),) * 6 + (Decimal(0),) * 4


@pytest.mark.parametrize(
    ("years", "field"),
    [
        ([YEAR, YEAR], "years[1].year"),
        ([{**YEAR, "months": 11}], "years[0].months"),
        ([{**YEAR, "mouths": 1}], "years[0].mouths"),
        ([], "years"),
    ],
)
def test_what_cannot_be_is_refused_by_name(years, field):
    with pytest.raises(InputError) as caught:
        record(*years)
    assert caught.value.field == field


def test_an_assumed_rate_is_taken_only_beyond_the_published_years(services):
    rows = services.pension.account(record(YEAR, {"year": 2027}, assumed_rate="0.02"), TODAY).result
    assert [str(row.rate) for row in rows] == ["0.0150", "0.02", "0.02"]


def test_without_an_assumed_rate_an_unpublished_year_is_refused(services):
    with pytest.raises(RateToComeError):
        services.pension.account(record({"year": 2028}), TODAY)
