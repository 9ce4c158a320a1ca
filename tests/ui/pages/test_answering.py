"""Answering by keys alone, what is said where an answer is missing, and that nothing is cut."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from gigdesk.domain.money import YearMonth
from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.screenshots import SAMPLES, sample_window
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.choice_table import ChoiceTable
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.number_pad import AmountEntry, AmountField

KIOSK = (1366, 768)


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, warm):
    window = sample_window(warm, request.param)
    window.resize(*KIOSK)
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    window.activateWindow()
    return window


def to_question(window, page, ask, **changes):
    window.go(page)
    job = window.model(page)
    while job.asking.current.id != ask:
        job.answer({**SAMPLES[page], **changes}.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


def to_result(window, page, **changes):
    window.go(page)
    job = window.model(page)
    while not job.asking.finished:
        job.answer({**SAMPLES[page], **changes}.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


def type_keys(qtbot, window, keys):
    for key in keys:
        qtbot.keyClick(window.focusWidget() or window, key)


def choices(window):
    return window.drawn.body.findChildren(Choice)


def messages(window):
    return [one.accessibleName() for one in window.drawn.body.findChildren(Notice) if not one.isHidden()]


def test_a_new_question_is_ready_for_the_keyboard(qtbot, window):
    job = to_question(window, "pension", "sex")
    assert window.focusWidget() is choices(window)[0]
    type_keys(qtbot, window, [Qt.Key.Key_Down, Qt.Key.Key_Space])
    assert job.asking.answers["sex"] == "female"
    type_keys(qtbot, window, [Qt.Key.Key_Return])
    assert job.asking.current.id == "worker"
    assert window.focusWidget() is choices(window)[0]


def test_a_digit_chooses_the_answer_of_its_number(qtbot, window):
    job = to_question(window, "pension", "sex")
    type_keys(qtbot, window, "2")
    assert job.asking.answers["sex"] == "female"
    assert window.focusWidget() is choices(window)[1]
    type_keys(qtbot, window, "9")
    assert job.asking.answers["sex"] == "female"


def test_the_answer_given_before_has_the_focus(window):
    job = to_question(window, "pension", "worker", sex="female")
    job.back()
    assert window.focusWidget() is choices(window)[1]


def test_digits_go_into_the_field_of_an_amount(qtbot, window):
    job = to_question(window, "wages", "earned")
    assert isinstance(window.focusWidget(), AmountField)
    type_keys(qtbot, window, ["7", "2", "0", "0", Qt.Key.Key_Return])
    assert job.asking.answers["earned"] == 7200


def test_words_can_be_typed_for_an_occupation_and_arrows_lead_to_the_list(qtbot, window):
    to_question(window, "wages", "occupation")
    type_keys(qtbot, window, [Qt.Key.Key_Down])
    assert window.focusWidget() is choices(window)[0]


def test_several_answers_by_keys_alone(qtbot, window):
    job = to_question(window, "entitlements", "plans")
    assert window.focusWidget() is choices(window)[0]
    type_keys(qtbot, window, [Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Space])
    assert job.asking.answers["plans"] == ("small_firm",)
    type_keys(qtbot, window, "4")
    assert job.asking.answers["plans"] == ("small_firm", "wants_training")
    type_keys(qtbot, window, "67")
    assert job.asking.answers["plans"] is UNSURE
    type_keys(qtbot, window, "76")
    assert job.asking.answers["plans"] == ()
    type_keys(qtbot, window, [Qt.Key.Key_Return])
    assert job.asking.current.id == "study"
    job.back()
    assert [choice.option.key for choice in choices(window) if choice.isChecked()] == ["none"]


def test_nothing_chosen_of_several_is_no_answer(qtbot, window):
    job = to_question(window, "entitlements", "plans")
    type_keys(qtbot, window, "11")
    assert "plans" not in job.asking.answers
    type_keys(qtbot, window, [Qt.Key.Key_Return])
    assert job.asking.current.id == "plans"
    assert messages(window) == [window.session.texts("ask.choose-several")]
    type_keys(qtbot, window, "3")
    assert messages(window) == []


def test_page_keys_scroll_a_result(qtbot, window):
    to_result(window, "injury")
    bar = window.frame.findChild(QScrollArea).verticalScrollBar()
    window.setFocus()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key, there in (
        (Qt.Key.Key_End, bar.maximum),
        (Qt.Key.Key_Home, lambda: 0),
        (Qt.Key.Key_PageDown, lambda: min(bar.maximum(), round(bar.pageStep() * 0.85))),
        (Qt.Key.Key_PageUp, lambda: 0),
    ):
        type_keys(qtbot, window, [key])
        assert bar.value() == there()


@pytest.mark.parametrize(
    ("page", "ask", "key"),
    [
        ("wages", "city", "ask.choose-first"),
        ("pension", "tier_so_far", "ask.choose-first"),
        ("wages", "earned", "ask.enter-amount"),
        ("wages", "costs", "ask.enter-amount-or-unsure"),
        ("wages", "hours_logged", "ask.enter-amount-or-unsure"),
        ("wages", "occupation", "ask.choose-occupation"),
    ],
)
def test_what_is_missing_is_said_as_fits_the_question(window, page, ask, key):
    job = to_question(window, page, ask)
    job.forward()
    assert messages(window) == [window.session.texts(key)]


def test_the_message_goes_once_something_is_chosen(qtbot, window):
    job = to_question(window, "pension", "sex")
    job.forward()
    type_keys(qtbot, window, "1")
    assert messages(window) == []


def test_the_message_goes_once_something_is_typed(qtbot, window):
    job = to_question(window, "wages", "earned")
    job.forward()
    type_keys(qtbot, window, "7")
    assert messages(window) == []


def test_a_refused_amount_still_stands_in_its_field(qtbot, window):
    job = to_question(window, "wages", "hours_order", hours_logged=Decimal(180))
    type_keys(qtbot, window, ["2", "0", "0", Qt.Key.Key_Return])
    assert job.asking.current.id == "hours_order"
    assert messages(window)
    assert "180" in messages(window)[0]
    assert "hours_" not in messages(window)[0]
    assert window.drawn.body.findChildren(AmountEntry)[0].value() == "200"
    assert job.asking.answers["hours_logged"] == 180


def test_fewer_logged_hours_than_order_hours_lead_back_to_the_order_hours(window):
    job = to_result(window, "wages")
    job.change("hours_logged")
    job.asking.enter("100")
    job.forward()
    assert job.asking.current.id == "hours_order"


@pytest.mark.parametrize("page", ["wages", "pension", "resident", "injury", "entitlements"])
def test_the_provinces_need_no_scrolling_sideways(qapp, window, page):
    window.go(page)
    job = window.model(page)
    job.answer("elsewhere")
    job.forward()
    qapp.sendPostedEvents()
    assert job.asking.current.id == "province"
    assert window.frame.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_moving_down_a_long_list_scrolls_along(qtbot, window):
    to_question(window, "wages", "province", city="elsewhere")
    bar = window.frame.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    type_keys(qtbot, window, [Qt.Key.Key_Down] * 7)
    assert bar.value() > 0


def test_who_can_draw_now_is_shown_no_tiers_to_pay_on(window):
    job = to_result(window, "pension", birth=YearMonth(1964, 6), paid_months=Decimal(200))
    assert job.result().amount
    assert window.drawn.body.findChildren(ChoiceTable) == []


def test_both_ages_stand_at_the_headline_of_a_woman_who_is_not_sure(window):
    job = to_result(window, "pension", sex="female", worker=UNSURE)
    t, view = window.session.texts, job.result()
    words = " ".join(one.text() for one in window.drawn.body.findChildren(QLabel))
    assert t("pension.decides-50-55") in view.depends[0]
    assert all(line in words for line in view.depends)
    sure = replace(view, depends=())
    job.asking.answers["worker"] = "worker"
    at_50 = job.result()
    assert at_50.depends == sure.depends
    assert at_50.amount.strip("* ") in view.depends[-1]
    assert at_50.basis[1].value in view.depends[-1]


def test_what_was_said_about_one_answer_is_not_said_about_the_next(window):
    job = to_question(window, "pension", "birth")
    window.drawn.enter()
    job.answer(YearMonth(1985, 6))
    job.forward()
    assert messages(window) == []
