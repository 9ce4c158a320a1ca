"""Figures as offices print them."""

from decimal import Decimal

import pytest

from gigdesk.domain.wages.levels import Flag
from gigdesk.services.wage_tables.figures import MARKS, Figures, amount_of, sample_of


@pytest.mark.parametrize(
    ("text", "yuan"),
    [
        ("98800", "98800"),
        ("98,800", "98800"),
        ("98 800", "98800"),
        ("98'800", "98800"),
        ("98’800.50", "98800.50"),
        ("９８，８００", "98800"),
        ("5 2 0 1 8", "52018"),
        ("52\u3000018", "52018"),
        ("9.88万", "98800"),
        ("9.88 万元", "98800"),
        (".5", "0.5"),
        ("0", "0"),
        ("7.", "7"),
    ],
)
def test_a_figure_is_read_however_its_digits_are_set(text, yuan):
    assert Figures().read(text) == (int(Decimal(yuan) * 100), "")


@pytest.mark.parametrize(
    "text",
    ["十万", "12,34", "1,2345", "1.234.567", "98,800*", "9-12", "4.04E+06", "-5", "²", "98800②", "98,800¹", "9" * 30],
)
def test_what_is_no_figure_is_never_guessed_at(text):
    assert Figures().read(text) is None


@pytest.mark.parametrize("mark", ["", "*", "**", "-", "—", "…", "..", ":", "x", "/", "~", "－", "＊"])
def test_a_mark_in_the_place_of_a_figure_is_a_missing_one_and_no_zero(mark):
    assert Figures().read(mark) == (None, Flag.MISSING)


def test_a_mark_for_this_or_more_is_flagged_and_has_a_figure_only_where_the_legend_says_which():
    assert Figures().read("#") == (None, Flag.TOP)
    assert Figures(top=Decimal(239200)).read("#") == (23_920_000, Flag.TOP)
    assert Figures().read("≥239,200") == (23_920_000, Flag.TOP)


def test_the_tables_own_legend_goes_before_the_usual_one():
    marks = {**MARKS, "*": Flag.TOP, "a": Flag.MISSING}
    assert Figures(marks=marks).read("*") == (None, Flag.TOP)
    assert Figures(marks=marks).read("a") == (None, Flag.MISSING)


def test_ten_thousands_become_yuan_exactly():
    read = Figures(Decimal(10_000)).read
    assert [read(text) for text in ("7.90", "0.73", "9", "10.05")] == [
        (7_900_000, ""), (730_000, ""), (9_000_000, ""), (10_050_000, "")
    ]  # fmt: skip


def test_a_number_of_people_is_whole():
    assert [sample_of(text) for text in ("1,234", "56人", "5.5", "x")] == [1234, 56, None, None]
    assert amount_of("1 2 3") == 123


@pytest.mark.parametrize("text", ["1234567890123456789", "12345678901234567890", "99999999999", "999999999.9万"])
def test_a_figure_beyond_all_pay_is_not_read_and_does_not_reach_the_store(text):
    assert Figures(factor=Decimal(10) ** 8).read(text) is None


def test_a_number_of_people_beyond_all_people_is_not_read():
    assert sample_of("99999999999999999999") is None
