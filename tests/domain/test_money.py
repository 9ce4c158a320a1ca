from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.money import FEN, YearMonth, age_text, half_up, truncated, whole_up

months = st.builds(YearMonth, st.integers(1900, 2199), st.integers(1, 12))
amounts = st.decimals(-(10**9), 10**9, places=6)


@given(months, st.integers(-600, 600))
def test_adding_months_and_taking_the_difference_are_inverse(start, count):
    assert (start + count) - start == count
    assert (start + count) + -count == start


@given(months, months)
def test_months_are_ordered_as_their_difference_says(one, other):
    assert (one < other) == (one - other < 0)


@given(months)
def test_a_month_reads_back_as_written(month):
    assert YearMonth.parse(str(month)) == month


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "26-01", "2026-1", "2026/01", "", "二〇二六-01", "２０２６-01"])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(ValueError, match="not a month"):
        YearMonth.parse(text)


@given(amounts)
def test_rounding_moves_by_half_a_fen_at_most(amount):
    assert abs(half_up(amount) - amount) <= FEN / 2


@given(amounts)
def test_rounding_keeps_the_sign_of_halves_away_from_zero(amount):
    assert half_up(-amount) == -half_up(amount)


def test_a_half_goes_up_where_binary_numbers_would_go_down():
    assert half_up(Decimal("2.675")) == Decimal("2.68")
    assert half_up(Decimal("1.005")) == Decimal("1.01")
    assert truncated(Decimal("30.6666")) == Decimal("30.66")


def test_whole_numbers_round_up():
    assert [whole_up(Decimal(text)) for text in ("72.01", "72", "0")] == [73, 72, 0]


def test_an_age_is_written_as_the_offices_do():
    assert age_text(756) == "63y0m"
