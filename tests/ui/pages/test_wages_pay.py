"""The pages of own pay: units by a press, costs on one page, a list of orders from the clipboard or a file."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QScrollArea, QWidget

from gigdesk.domain.wages.costs import Cost
from gigdesk.ui.models.ask import UNSURE, Per
from gigdesk.ui.models.costs import Costs
from gigdesk.ui.screenshots import ORDERS, SAMPLES, SIZES
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.number_pad import AmountEntry, AmountField


def to(window, ask_id):
    window.go("wages")
    job = window.model("wages")
    while job.asking.current.id != ask_id:
        job.answer(SAMPLES["wages"][job.asking.current.id])
        job.forward()
    return job


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def press_named(qtbot, window, name):
    found = window.drawn.body.findChild(QWidget, name)
    assert found, name
    press(qtbot, found)


def press_words(qtbot, window, key):
    words = window.session.texts(key)
    press(qtbot, next(b for b in window.findChildren(QAbstractButton) if b.accessibleName() == words and b.isVisible()))


def type_in(qtbot, window, text):
    for sign in text:
        qtbot.keyClick(window.focusWidget(), sign)


def kind(window, name):
    return next(one for one in window.drawn.body.findChildren(Choice) if one.option.key == name)


def test_a_unit_is_chosen_by_a_press_and_stands_behind_the_figure(qtbot, window):
    job = to(window, "earned")
    press_words(qtbot, window, "per.order")
    field = window.drawn.body.findChild(AmountField)
    assert window.session.texts("unit.CNY/order") in field.accessibleName()
    field.setFocus()
    type_in(qtbot, window, "8")
    press_words(qtbot, window, "foot.continue")
    assert job.asking.answers["earned"] == Per(Decimal(8), "order", "CNY")
    assert job.asking.current.id == "order_count"


def test_costs_are_typed_kind_by_kind_on_one_page(qtbot, window):
    job = to(window, "costs")
    press(qtbot, kind(window, "battery"))
    type_in(qtbot, window, "12")
    press(qtbot, kind(window, "rent"))
    type_in(qtbot, window, "300")
    assert kind(window, "battery").option.hint
    press_words(qtbot, window, "foot.continue")
    assert job.asking.answers["costs"] == Costs((Cost("battery", Decimal(12), "day"), Cost("rent", Decimal(300))))
    job.back()
    assert kind(window, "rent").option.hint


@pytest.mark.parametrize("ask_id", ["earned", "costs"])
def test_a_large_amount_is_repeated_in_words_wherever_it_is_typed(qtbot, window, ask_id):
    to(window, ask_id)
    type_in(qtbot, window, "12000")
    assert window.drawn.body.findChild(AmountEntry).in_words.text() in {"一万二千元", "twelve thousand yuan"}


def test_the_total_of_costs_is_typed_at_once(qtbot, window):
    job = to(window, "costs")
    type_in(qtbot, window, "900")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert job.asking.answers["costs"] == 900


def test_a_total_and_a_kind_are_refused_and_kept(qtbot, window):
    job = to(window, "costs")
    type_in(qtbot, window, "900")
    press(qtbot, kind(window, "rent"))
    type_in(qtbot, window, "300")
    press_words(qtbot, window, "foot.continue")
    assert job.asking.current.id == "costs"
    assert [notice.accessibleName() for notice in window.drawn.body.findChildren(Notice)]
    assert {kind(window, name).option.hint != "" for name in ("total", "rent")} == {True}


def test_a_bought_vehicle_needs_its_years(qtbot, window):
    job = to(window, "costs")
    press(qtbot, kind(window, "vehicle"))
    type_in(qtbot, window, "4800")
    press_words(qtbot, window, "foot.continue")
    assert job.asking.current.id == "costs"
    press_words(qtbot, window, "per.3years")
    press_words(qtbot, window, "foot.continue")
    assert job.asking.answers["costs"].costs == (Cost("vehicle", Decimal(4800), "years", Decimal(3)),)


def test_not_sure_of_the_costs(qtbot, window):
    job = to(window, "costs")
    type_in(qtbot, window, "9")
    press(qtbot, kind(window, "unsure"))
    assert job.asking.answers["costs"] is UNSURE
    press_words(qtbot, window, "foot.continue")
    assert job.asking.current.id == "hours_logged"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("text_size", ["medium", "large"])
def test_no_page_of_pay_needs_scrolling_sideways(qapp, window, size, text_size):
    window.session.text_size = text_size
    window.resize(*size)
    job = to(window, "costs")
    job.asking.answers["costs"] = Costs((
        Cost("vehicle", Decimal(14800), "years", Decimal(3)),
        Cost("insurance", Decimal(1240), "year"),
    ))
    window.rebuild()
    qapp.sendPostedEvents()
    assert window.frame.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
    job.look("orders")
    job.orders.paste(ORDERS)
    window.redraw()
    qapp.sendPostedEvents()
    assert window.frame.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_the_line_of_the_minimum_wage_leads_to_the_tier_and_back(qtbot, window):
    window.go("wages")
    job = window.model("wages")
    while not job.asking.finished:
        job.answer(SAMPLES["wages"][job.asking.current.id])
        job.forward()
    press_named(qtbot, window, "pay-tier")
    assert job.asking.current.id == "tier"
    assert kind(window, "city").isChecked()
    press(qtbot, kind(window, "2"))
    press_words(qtbot, window, "foot.continue")
    assert any("22.10" in line.value or "22.00" in line.value for line in job.result().pay)


def test_orders_are_pasted_looked_at_and_used(qtbot, window):
    job = to(window, "earned")
    press_named(qtbot, window, "way-orders")
    assert job.at_orders
    QGuiApplication.clipboard().setText(ORDERS)
    press_named(qtbot, window, "orders-paste")
    assert len(job.orders.view().lines) == 3
    press_words(qtbot, window, "orders.take")
    press_words(qtbot, window, "orders.take")
    assert job.asking.answers["earned"] == Decimal("41.30")
    assert job.asking.current.id == "costs"


def test_orders_are_pasted_by_keys_and_escape_leads_back(qtbot, window):
    job = to(window, "earned")
    job.look("orders")
    QGuiApplication.clipboard().setText("2026-09-03 12:00 3\n2026-10-03 12:00 4")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press_named(qtbot, window, "orders-month-2026-09")
    assert str(job.orders.month) == "2026-09"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert job.asking.current.id == "earned"
    assert not job.at_orders


def test_a_file_of_orders_is_chosen_and_read(qtbot, window, monkeypatch, workbook, tmp_path):
    path = tmp_path / "orders.xlsx"
    path.write_bytes(workbook({"明细": [["完成时间", "收入"], ["2026-10-03 12:00", 6.5]]}))
    monkeypatch.setattr(QFileDialog, "exec", lambda _: True)
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(path)])
    job = to(window, "earned")
    job.look("orders")
    press_named(qtbot, window, "orders-open")
    assert len(job.orders.view().lines) == 1


def test_finishing_forgets_the_orders(window):
    job = to(window, "earned")
    job.orders.paste(ORDERS)
    window.finish()
    assert job.orders.found is None
