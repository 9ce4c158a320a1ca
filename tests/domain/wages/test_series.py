"""A published figure over the years."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigdesk.domain.law import Status
from gigdesk.domain.wages.codes import dashed, subject
from gigdesk.domain.wages.levels import WageLevel
from gigdesk.domain.wages.series import series_of as series_of_found
from gigdesk.domain.wages.series import since
from gigdesk.domain.wages.widening import Found

PRICES = {2023: Decimal("0.10"), 2024: Decimal("0.002"), 2025: Decimal(0)}


def level(period, yuan=12000, **given):
    usual = {
        "series": "s", "publisher": "p", "population": "employees", "pay_concept": "gross", "region": "000000",
        "dimension": "all", "subject": "all", "label": "", "statistics": {"mean": Decimal(yuan)}, "unit": "year",
        "source": "x", "status": Status.SECONDARY,
    }  # fmt: skip
    return WageLevel(**{**usual, "period": period, **given})


def series_of(one, *rest):
    return series_of_found(Found(one, (), "all"), *rest)


def test_the_money_of_a_year_grows_by_the_prices_of_the_years_after_it():
    found = series_of(level("2025"), [level("2025"), level("2022"), level("2023")], "monthly", PRICES)
    assert [(point.period, point.statistics["mean"]) for point in found.points] == [
        ("2022", 1000), ("2023", 1000), ("2025", 1000)
    ]  # fmt: skip
    assert [point.real["mean"] for point in found.points] == [Decimal("1102.20"), Decimal("1002.00"), 1000]
    assert found.prices_of == 2025


@pytest.mark.parametrize("year", ["2021", "2026", "2026Q1"])
def test_a_year_whose_prices_are_not_known_has_no_real_figure(year):
    (point,) = series_of(level(year), [level(year)], "annual", PRICES).points
    assert point.real is None


def test_a_gap_in_the_prices_gives_no_real_figure_before_it():
    assert since(2022, {2023: Decimal("0.1"), 2025: Decimal(0)}) is None
    assert since(2024, {2023: Decimal("0.1"), 2025: Decimal(0)}) == 1
    assert since(2024, {}) is None


def test_other_cells_and_those_of_too_few_people_stay_out():
    others = [level("2024", population="riders"), level("2024", subject="G"), level("2024", region="370000"),
              level("2024", pay_concept="survey"), level("2024", unit="month"), level("2024", sample=3)]  # fmt: skip
    assert [point.period for point in series_of(level("2025"), [level("2025"), *others], "annual", PRICES).points] == [
        "2025"
    ]


def test_a_break_stays_with_its_year():
    levels = [level("2008"), level("2009", break_before=True)]
    assert [point.break_before for point in series_of(levels[1], levels, "annual", {}).points] == [False, True]


@pytest.mark.parametrize(
    ("code", "written"),
    [("4040502", "4-04-05-02"), ("40405", "4-04-05"), ("202", "2-02"), ("4", "4"), ("4-04-05-02", "4-04-05-02"),
     ("G", "G"), ("43-5021", "43-5021"), ("40", "40"), ("", ""), ("４", "４")],
)  # fmt: skip
def test_a_code_gets_its_dashes(code, written):
    assert dashed(code) == written


@given(st.text(), st.text(), st.text())
def test_a_figure_always_speaks_about_something(dimension, code, label):
    assert subject(dimension, code, label)
