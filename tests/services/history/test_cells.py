"""Months and amounts in the forms that offices, spreadsheets and people use."""

from decimal import Decimal

import pytest

from gigdesk.services.history.cells import amount, october, span, span_in_year, spans, whole_year


@pytest.mark.parametrize(
    "text",
    [
        "202401", "2024-01", "2024/1", "2024年1月", "2024.01", "2024-01-01", "2024年01月份", "20240101",
        "２０２４年１月", "2024 年 1 月", "2024-01-01 00:00:00", "2024-01-01T00:00:00.000", "2024年1月1日", " 202401 ",
        "*202401",
    ],
)  # fmt: skip
def test_a_month_is_read_in_each_form(text):
    assert [str(end) for end in span(text)] == ["2024-01", "2024-01"]


@pytest.mark.parametrize(
    "text",
    [
        "202401-202406", "2024年1月至6月", "2024年1月到2024年6月", "2024-01至2024-06", "2024.1-2024.6", "2024.01-06",
        "2024年1-6月", "202401～202406", "202401—202406", "20240101-20240630", "2024-01 2024-06", "2024-01-2024-06",
        "2024/01/01 - 2024/06/30", "202401--202406",
    ],
)  # fmt: skip
def test_a_span_is_read_in_each_form(text):
    assert [str(end) for end in span(text)] == ["2024-01", "2024-06"]


@pytest.mark.parametrize(
    "text", ["", "2024", "202413", "2024-02-30", "1月", "4416", "4416.00", "合计", "2024-01 补", "0001-01"]
)
def test_what_is_no_month_is_none(text):
    assert span(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("4416.00 202401", "4416.00"), ("2024年1月3457元", "3457元"), ("2024-01 - 3457", "-3457"),
        ("从 2024年1月 起 3457", "从   起 3457"),
    ],
)  # fmt: skip
def test_a_month_is_found_in_a_line(text, rest):
    found, left = next(spans(text))
    assert [str(end) for end in found] == ["2024-01", "2024-01"]
    assert left.split() == rest.split()


def test_a_count_of_months_is_no_month():
    assert list(spans("2020年 12个月 3457")) == []


@pytest.mark.parametrize(
    ("text", "found"), [("2020", 2020), ("2020年", 2020), ("2020年度", 2020), ("20", None), ("9999", None)]
)
def test_a_year(text, found):
    assert whole_year(text) == found


@pytest.mark.parametrize(("text", "found"), [("3", "2024-03"), ("3月", "2024-03"), ("1-6月", "2024-01"), ("13", None)])
def test_a_month_beside_its_year(text, found):
    months = span_in_year(2024, text)
    assert (months and str(months[0])) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4,416.00", "4416.00"), ("４４１６", "4416"), ("4416元", "4416"), ("￥4416", "4416"), ("4416元/月", "4416"),
        ("1.2万", "12000"), ("-353.28", "-353.28"), ("", None), ("—", None), ("4416 4504", "44164504"), ("4416a", None),
    ],
)  # fmt: skip
def test_an_amount(text, found):
    assert amount(text) == (found and Decimal(found))


def test_a_spreadsheet_loses_the_nought_of_october():
    assert [october(cell) for cell in ("2024.1", "2024.01", "2024.11")] == ["2024.10", "2024.01", "2024.11"]
