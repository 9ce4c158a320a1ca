"""Lists of orders in the shapes in which platforms export them and people copy them."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigdesk.domain.errors import GigDeskError
from gigdesk.domain.money import YearMonth
from gigdesk.services.orders.cells import Stamp, money, stamp
from gigdesk.services.orders.columns import NAMES, columns_of
from gigdesk.services.orders.reading import read_orders
from gigdesk.services.orders.said import said
from gigdesk.store.sheets import Sheet, read_bytes, read_text
from gigdesk.store.texts import Texts

TODAY = date(2026, 11, 24)
OCTOBER = YearMonth(2026, 10)
HEAD = "订单号,接单时间,送达时间,骑手收入(元),奖励,罚款,状态"


def read(*texts):
    return read_orders([(f"{at}.csv", read_text(text, f"{at}.csv")) for at, text in enumerate(texts, start=1)], TODAY)


def rows(*lines, head=HEAD):
    return "\n".join((head, *lines))


def codes(remarks):
    return [remark.code for remark in remarks]


def test_a_platforms_export_comes_to_days_and_a_month():
    found = read(
        rows(
            "1,2026-10-03 11:48:20,2026-10-03 12:20:20,6.50,,,已完成",
            "2,2026-10-03 12:00:00,2026-10-03 12:30:20,5.50,1,,已完成",
            "3,2026-10-04 18:00:00,2026-10-04 18:30:00,7,,2,已送达",
        )
    )
    (month,) = found.months
    assert (month.month, month.days, month.orders) == (OCTOBER, 2, 3)
    assert (month.earned, month.penalties) == (Decimal("20.00"), Decimal("2.00"))
    assert month.hours == Decimal("1.20")  # 42 minutes for the two that overlap, 30 for the third
    first, second = found.days
    assert (first.orders, first.earned, first.hours, first.span) == (
        2,
        Decimal("13.00"),
        Decimal("0.70"),
        Decimal("0.70"),
    )
    assert (second.penalties, second.first.time(), second.last.time()) == (Decimal("2.00"), time(18), time(18, 30))
    assert found.problems == ()
    assert codes(found.notes) == ["bonus-added"]


@pytest.mark.parametrize(
    ("head", "row", "earned"),
    [
        ("送达时间,接单时间,配送费（元）", "2026-10-03 12:20,2026-10-03 11:48,6.5", "6.50"),
        ("完成时间,下单时间,实际到账", "2026/10/3 12:20,2026/10/3 11:48,6.5元", "6.50"),
        ("日期,接单时间,送达时间,收入", "2026年10月3日,11:48,12:20,￥6.5", "6.50"),
        ("日期,接单,送达,配送费(分)", "20261003,11:48,12:20,650", "6.50"),
        ("上车时间,下车时间,订单金额", "10-03 上午11:48,10-03 下午12:20,6.5", "6.50"),
        ("Accepted,Completed,Earnings", "2026-10-03T11:48:00,2026-10-03T12:20:00+08:00,6.5", "6.50"),
        ("Accepted,Completed,Earnings", "2026-10-03 11:48 AM,2026-10-03 12:20 PM,6.5", "6.50"),
        ("接单时间,送达时间,配送费,距离加价,小费", "20261003114800,20261003122000,5,1,0.5", "6.50"),
        ("接单时间,送达时间,收入", "46298.4916666667,46298.5138888889,6.5", "6.50"),
        ("接单时间\t送达时间\t收入", "2026-10-03 11:48\t2026-10-03 12:20\t6.5", "6.50"),
        ("接单时间 送达时间 收入", "2026-10-03 11:48 2026-10-03 12:20 6.5", "6.50"),
    ],
)
def test_columns_stand_in_any_order_and_times_in_any_form(head, row, earned):
    found = read(f"{head}\n{row}")
    assert found.problems == ()
    (day,) = found.days
    assert (day.day, day.earned, day.hours) == (date(2026, 10, 3), Decimal(earned), Decimal("0.53"))


def test_an_order_over_midnight_is_of_the_day_it_ends_and_its_month():
    found = read(rows("1,2026-10-31 23:50,2026-11-01 00:20,9,,,已完成"))
    assert [str(month.month) for month in found.months] == ["2026-11"]
    assert found.days[0].hours == Decimal("0.50")
    alone = read("日期,接单时间,送达时间,收入\n2026-10-31,23:50,00:20,9")
    assert (alone.days[0].day, alone.days[0].hours) == (date(2026, 11, 1), Decimal("0.50"))


def test_orders_carried_together_count_once_as_time():
    found = read(
        rows(
            "1,2026-10-03 11:00,2026-10-03 12:00,6,,,已完成",
            "2,2026-10-03 11:10,2026-10-03 11:30,6,,,已完成",
            "3,2026-10-03 11:50,2026-10-03 12:30,6,,,已完成",
        )
    )
    assert found.days[0].hours == Decimal("1.50")


def test_an_order_that_two_files_have_counts_once():
    one = rows("1,2026-10-03 11:00,2026-10-03 12:00,6,,,已完成", "2,2026-10-04 11:00,2026-10-04 12:00,7,,,已完成")
    other = rows("2,2026-10-04 11:00,2026-10-04 12:00,7,,,已完成", "3,2026-10-05 11:00,2026-10-05 12:00,8,,,已完成")
    found = read(one, other)
    assert (found.months[0].orders, found.months[0].earned) == (3, Decimal("21.00"))
    assert [(note.code, note.rows) for note in found.notes] == [("doubled", ("2.csv 2",))]


def test_one_number_with_two_amounts_is_a_question_and_counts_once():
    found = read(rows("1,2026-10-03 11:00,2026-10-03 12:00,6,,,完成", "1,2026-10-03 11:00,2026-10-03 12:00,9,,,完成"))
    assert found.months[0].earned == Decimal("6.00")
    assert codes(found.problems) == ["doubled-otherwise"]


def test_without_numbers_two_files_are_told_apart_by_all_that_they_say():
    lines = "10-03 11:48 12:20 6.5\n10-04 11:48 12:20 7"
    assert read(lines, lines).months[0].orders == 2
    assert read(f"{lines}\n10-04 11:48 12:20 7").months[0].orders == 3


def test_what_does_not_count_is_said_with_its_rows():
    found = read(
        rows(
            "1,2026-10-03 11:00,2026-10-03 12:00,6,,,已完成",
            "2,2026-10-03 12:00,,0,,,已取消",
            "3,2026-10-03 13:00,2026-10-03 13:30,3,,,已退款",
            "4,2026-10-03 14:00,,6,,,配送中",
            "5,2026-10-03 14:00,2026-10-03 14:30,6,,,归档",
            "合计,,,21,,,",
        )
    )
    assert found.months[0].orders == 2
    said_of = {note.code: note.rows for note in found.notes}
    assert said_of == {
        "cancelled": ("3",),
        "cancelled-paid": ("4",),
        "running": ("5",),
        "state-not-known": ("6",),
        "left-out": ("7",),
    }
    assert found.problems == ()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1,2026-10-03 25:00,2026-10-03 12:00,6,,,完成", "time"),
        ("1,2026-13-03 11:00,2026-10-03 12:00,6,,,完成", "time"),
        ("1,2026-10-03 11:00,2026-10-03 12:00,六块,,,完成", "amount"),
        ("1,2026-10-03 11:00,2026-10-03 12:00,1e9,,,完成", "amount"),
        ("1,2026-10-03 11:00,2026-10-03 12:00,,,,完成", "no-amount"),
        ("1,11:00,12:00,6,,,完成", "no-day"),
        ("1,2026-12-03 11:00,2026-12-03 12:00,6,,,完成", "not-yet"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_others_count(row, code):
    found = read(rows("9,2026-10-03 11:00,2026-10-03 12:00,6,,,完成", row))
    assert [(problem.code, problem.rows) for problem in found.problems] == [(code, ("3",))]
    assert found.months[0].orders == 1


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1,,2026-10-03 12:00,6,,,完成", "without-times"),
        ("1,2026-10-03 13:00,2026-10-03 12:00,6,,,完成", "times-order"),
        ("1,2026-10-02 11:00,2026-10-03 12:00,6,,,完成", "too-long"),
    ],
)
def test_an_order_without_usable_times_counts_in_yuan_and_not_in_hours(row, code):
    found = read(rows(row))
    assert (found.months[0].orders, found.months[0].hours) == (1, None)
    assert codes(found.notes) == [code]


def test_from_ordering_is_said_where_accepting_is_not_known():
    found = read("下单时间,完成时间,收入\n2026-10-03 11:00,2026-10-03 12:00,6")
    assert codes(found.notes) == ["from-ordering"]


def test_a_bill_by_kinds_has_bonuses_and_penalties_that_are_no_orders():
    found = read(
        "时间,类型,金额\n2026-10-03 11:48,配送费,6.5\n2026-10-03 12:48,奖励,10\n"
        "2026-10-04 11:48,违规扣款,-5\n2026-10-04 12:48,提现,-100"
    )
    (month,) = found.months
    assert (month.orders, month.earned, month.penalties) == (1, Decimal("16.50"), Decimal("5.00"))
    assert {note.code: note.rows for note in found.notes} == {
        "without-times": ("2",), "penalty-row": ("4",), "no-pay": ("5",),
    }  # fmt: skip


def test_what_was_paid_after_penalties_is_not_deducted_twice():
    found = read("完成时间,实际到账,扣款\n2026-10-03 12:00,4,2")
    assert (found.months[0].earned, found.months[0].penalties) == (Decimal("6.00"), Decimal("2.00"))
    assert "paid-after-penalty" in codes(found.notes)


def test_the_price_of_an_order_stands_in_only_with_a_word():
    assert "by-price" in codes(read("完成时间,订单金额\n2026-10-03 12:00,25").notes)
    assert "by-price" not in codes(read("完成时间,订单金额,骑手收入\n2026-10-03 12:00,25,6").notes)


def test_columns_that_are_not_used_are_named():
    (note, _) = read("完成时间,收入,商家,备注\n2026-10-03 12:00,6,面馆,快").notes
    assert (note.code, note.details["columns"]) == ("unused-columns", "商家、备注")


def test_several_sheets_and_one_without_a_header(workbook):
    data = workbook({
        "10月上": [["接单时间", "送达时间", "收入"], ["2026-10-03 11:00", "2026-10-03 12:00", 6.5]],
        "10月下": [["第 1 页"], ["收入", "送达时间"], [7, "2026-10-20 12:00"]],
        "说明": [["这是说明"]],
    })
    found = read_orders([("o.xlsx", read_bytes(data, "o.xlsx"))], TODAY)
    assert (found.months[0].orders, found.months[0].earned) == (2, Decimal("13.50"))
    assert {note.code: note.rows for note in found.notes} == {
        "before-header": ("10月下 1",), "without-times": ("10月下 3",), "sheet-without-header": (),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("订单号,接单时间,送达时间\n1,2026-10-03 11:00,2026-10-03 12:00", "no-amount-column"),
        ("订单号,骑手收入\n1,6", "no-time-column"),
        ("", "nothing"),
        ("你好", "nothing"),
        ("foo 3", "line"),
        ("10-03 11:48 12:20", "line"),
        ("10-03 6 7", "line"),
    ],
)
def test_what_is_no_list_of_orders_says_what_is_missing(text, code):
    assert codes(read(text).problems) == [code]


@pytest.mark.parametrize(
    ("line", "hours", "earned"),
    [
        ("10-03 11:48 12:20 6.5", "0.53", "6.50"),
        ("10月3日 11:48-12:20 6.5元", "0.53", "6.50"),
        ("2026-10-03 12:20 ¥6.5", None, "6.50"),
        ("20261003 6.5", None, "6.50"),
        ("202610030001 2026-10-03 11:48 2026-10-03 12:20 6.5", "0.53", "6.50"),
    ],
)
def test_lines_as_people_copy_them(line, hours, earned):
    (day,) = read(line).days
    assert (day.day, day.earned, day.hours and str(day.hours)) == (date(2026, 10, 3), Decimal(earned), hours)


def test_a_day_without_its_year_is_the_last_one_not_after_today():
    assert stamp("12-03", TODAY) == Stamp(date(2025, 12, 3), None)
    assert stamp("2月29日", TODAY) is None
    assert stamp("11-24 9:05", TODAY) == Stamp(TODAY, time(9, 5))


@pytest.mark.parametrize(
    ("text", "amount"),
    [("6.5", "6.5"), ("-5", "-5"), ("(5.00)", "-5.00"), ("¥-5", "-5"), ("+6", "6"), ("1,200.50元", "1200.50"),
     ("—", "0"), ("", "0"), ("abc", None), ("100001", None), ("1e5", None), ("NaN1", None)],
)  # fmt: skip
def test_amounts_as_platforms_write_them(text, amount):
    assert money(text) == (None if amount is None else Decimal(amount))


def test_no_name_of_a_column_stands_twice():
    names = [name for each in NAMES.values() for name in each.split()]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert columns_of(("骑手收入（元）", "收入", "送达时间")).places == {"income": (0,), "finished": (2,)}


def test_each_remark_has_words(texts: Texts):
    found = read(
        rows("1,x,,6,,,完成", "2,2026-10-03 11:00,2026-10-03 12:00,6,1,,完成", "3,2026-10-03 11:00,,6,,,已取消"),
    )
    for remark in (*found.notes, *found.problems):
        assert said(remark, texts)


words = st.sampled_from(
    [name for each in NAMES.values() for name in each.split()]
    + [
        "2026-10-03 11:48",
        "10-03",
        "11:48",
        "12:20",
        "46298.5",
        "6.5",
        "-5",
        "¥7",
        "已完成",
        "已取消",
        "合计",
        "abc",
        "",
        "1e9",
    ]
    + ["９９", "2026年13月40日", "25:61", "20261003114800", "99999999999999999999", "提现", "罚款", "'", '"', "=1+1"]
)
cells = (
    words | st.text(max_size=12) | st.decimals(allow_nan=True, allow_infinity=True).map(str) | st.datetimes().map(str)
)
tables = st.lists(st.lists(cells, max_size=8).map(tuple), max_size=12)


@settings(deadline=None, max_examples=400)
@given(st.lists(tables, min_size=1, max_size=2), st.sampled_from(["\t", ",", " "]), st.booleans())
def test_no_table_raises_anything_but_a_foreseen_error(found, separator, as_text):
    """Every row that holds something is counted, noted or a problem, or it is a head."""
    try:
        if as_text:
            texts = ["\n".join(separator.join(row) for row in table) for table in found]
            result = read(*texts)
        else:
            result = read_orders([("x", [Sheet(str(at), tuple(table)) for at, table in enumerate(found)])], TODAY)
    except GigDeskError:
        return
    assert result.months or result.problems
    assert sum(day.earned for day in result.days) == sum(month.earned for month in result.months)
    assert all(day.hours is None or day.hours >= 0 for day in result.days)
