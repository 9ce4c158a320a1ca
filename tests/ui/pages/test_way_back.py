"""Ways out and back: a question to be changed, a button in focus, a place that is not known, what was copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES, sample_window


@pytest.fixture
def window(qtbot, warm):
    window = sample_window(warm, "zh")
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    return window


def to_end(window, page, **changes):
    window.go(page)
    job = window.model(page)
    while not job.asking.finished:
        job.answer({**SAMPLES[page], **changes}.get(job.asking.current.id, UNSURE))
        job.forward()
    return job


def named(window, key):
    words = window.session.texts(key)
    return next(b for b in window.findChildren(QAbstractButton) if b.accessibleName() == words and b.isVisible())


@pytest.mark.parametrize("page", ["pension", "injury", "wages", "entitlements"])
def test_back_from_a_question_to_be_changed_leads_to_the_result(window, page):
    job = to_end(window, page)
    before = dict(job.asking.answers)
    job.change("city")
    assert job.stage is Stage.ASKING
    assert job.back()
    assert (job.stage, job.asking.answers) == (Stage.RESULT, before)


def test_a_question_changed_from_the_list_leads_back_to_the_list(window):
    job = to_end(window, "pension")
    job.review()
    job.change("sex")
    job.forward()
    assert job.stage is Stage.REVIEW
    job.change("sex")
    assert job.back()
    assert job.stage is Stage.REVIEW
    assert job.back()
    assert job.stage is Stage.RESULT


@pytest.mark.parametrize("page", ["pension", "injury", "wages", "form", "resident", "entitlements"])
def test_a_province_that_is_not_known_ends_with_words_and_asks_nothing_more(window, page):
    job = to_end(window, page, city="elsewhere", province=UNSURE)
    assert [ask.id for ask in job.asking.asks] == ["city", "province"]
    assert job.result() == window.session.texts("error.province-not-known")


def test_back_to_the_city_after_the_day_of_an_accident_and_elsewhere(window):
    window.go("injury")
    job = window.model("injury")
    for value in ("370100", SAMPLES["injury"]["when"]):
        job.answer(value)
        job.forward()
    job.back()
    job.back()
    job.answer("elsewhere")
    job.forward()
    assert job.asking.current.id == "province"


def test_enter_presses_the_button_in_focus(window):
    window.go("pension")
    named(window, "foot.back").setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.page == "home"


def test_what_was_copied_is_gone_after_finish(window):
    QGuiApplication.clipboard().setText("202401 4416")
    window.finish()
    assert QGuiApplication.clipboard().text() == ""


def test_more_months_than_a_working_life_has_are_refused(window):
    window.go("pension")
    job = window.model("pension")
    while job.asking.current.id != "paid_months":
        job.answer(SAMPLES["pension"][job.asking.current.id])
        job.forward()
    job.asking.enter("720")
    assert "305" in job.asking.message
    job.asking.enter("1.5")
    assert "整数" in job.asking.message
