from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.errors import InputError
from gigdesk.domain.law import Status
from gigdesk.domain.wages.levels import PERCENTILES, Outside, WageLevel, position
from gigdesk.domain.wages.own_pay import Earnings, own_pay
from gigdesk.domain.working import Working

FIVE = dict(zip(PERCENTILES, map(Decimal, (4200, 5300, 6800, 8600, 10800)), strict=True))


def level(**given):
    usual = {
        "series": "s", "publisher": "p", "population": "employees", "pay_concept": "gross", "region": "000000",
        "dimension": "all", "subject": "all", "label": "", "period": "2024",
        "statistics": {"mean": Decimal(72000)}, "unit": "year", "source": "x", "status": Status.SECONDARY,
    }  # fmt: skip
    return WageLevel(**{**usual, **given})


@pytest.mark.parametrize(
    ("income", "percentile", "reason"),
    [(4200, 10, None), (6300, 41, None), (6800, 50, None), (10800, 90, None), (4199, None, Outside.BELOW_P10),
     (10801, None, Outside.ABOVE_P90)],
)  # fmt: skip
def test_a_position_is_interpolated_inside_the_published_range_only(income, percentile, reason):
    found = position(Decimal(income), FIVE)
    assert (found.percentile, found.reason) == (percentile, reason)


def test_a_mean_alone_gives_no_percentile():
    found = position(Decimal(6300), {"mean": Decimal(7496)})
    assert (found.percentile, found.reason, found.difference) == (None, Outside.ONLY_MEAN, -1196)


@given(st.lists(st.integers(1, 10**6), min_size=5, max_size=5), st.integers(1, 10**6), st.integers(1, 10**6))
def test_more_income_never_stands_lower(levels, one, other):
    statistics = dict(zip(PERCENTILES, map(Decimal, sorted(levels)), strict=True))
    low, high = (position(Decimal(income), statistics) for income in sorted((one, other)))
    if low.percentile is not None and high.percentile is not None:
        assert low.percentile <= high.percentile
        assert 10 <= low.percentile <= 90


def test_of_equal_percentiles_the_higher_counts():
    flat = {**FIVE, "p25": Decimal(6800)}
    assert position(Decimal(6800), flat).percentile == 50


def test_a_cell_without_a_middle_still_gives_a_place():
    found = position(Decimal(6000), {"p25": Decimal(5300), "p75": Decimal(8600)})
    assert (found.middle, found.difference, found.percentile) == (None, None, 35)


def test_a_level_by_year_month_and_hour():
    assert level().per("annual") == {"mean": Decimal("72000.00")}
    assert level().per("monthly") == {"mean": Decimal("6000.00")}
    assert level().per("hourly") == {"mean": Decimal("34.48")}
    assert level(unit="month", statistics={"mean": Decimal(6000)}).per("annual") == {"mean": Decimal("72000.00")}


def test_the_hour_of_the_picture():
    pay = own_pay(Earnings(Decimal(7200), "month", Decimal(900), Decimal(260), Decimal(180)), Working())
    assert (pay.net_monthly, pay.net_hour_logged, pay.net_hour_order) == (6300, Decimal("24.23"), 35)


@pytest.mark.parametrize(("logged", "order"), [(0, None), (745, None), (100, 101), (-1, None), ("1e-50", None)])
def test_impossible_hours_are_refused(logged, order):
    with pytest.raises(InputError):
        own_pay(Earnings(Decimal(7200), "month", Decimal(0), Decimal(logged), order and Decimal(order)), Working())


@pytest.mark.parametrize("amount", ["10000000.01", "1e30", "1e999999", "-1"])
def test_amounts_nobody_earns_or_spends_are_refused_by_name(amount):
    with pytest.raises(InputError, match=r"earned.*10,000,000"):
        own_pay(Earnings(Decimal(amount)), Working())
    with pytest.raises(InputError, match=r"costs.*10,000,000"):
        own_pay(Earnings(Decimal(1), costs=Decimal(amount)), Working())


def test_the_largest_amount_and_the_fewest_hours_are_worked_out():
    pay = own_pay(Earnings(Decimal(10_000_000), "day", hours_logged=Decimal("0.01"), days=Decimal(31)), Working())
    assert pay.net_hour_logged == Decimal("31000000000.00")


def test_costs_above_earnings_are_a_loss_and_not_an_error():
    assert own_pay(Earnings(Decimal(100), costs=Decimal(150)), Working()).net_monthly == -50
