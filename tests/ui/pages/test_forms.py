"""The pages around determination forms: the ways in and out, and that all of them is drawn."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES, SIZES


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def button(window, key):
    words = window.session.texts(key)
    return next(
        one for one in window.findChildren(QAbstractButton) if one.accessibleName() == words and one.isVisible()
    )


def to_result(window, page, **changes):
    """All answered at once: drawing each question is for other tests."""
    window.go(page)
    job = window.model(page)
    job.answer(SAMPLES[page]["city"])
    job.asking.answers.update({**SAMPLES[page], **changes})
    job.asking.position = len(job.asking.asks)
    window.redraw()
    return job


def test_the_first_pension_question_leads_to_the_form(qtbot, window):
    window.go("pension")
    press(qtbot, window.drawn.body.findChild(QWidget, "way-form"))
    assert window.page == "form"
    assert window.model("form").stage is Stage.ASKING
    press(qtbot, button(window, "foot.back"))
    assert window.page == "pension"


def test_the_pension_result_leads_to_the_form_with_the_city_known(qtbot, window):
    to_result(window, "pension")
    press(qtbot, window.drawn.body.findChild(QWidget, "page-form"))
    assert window.page == "form"
    press(qtbot, button(window, "foot.continue"))
    assert window.model("form").asking.answers == {"city": "370100"}


def test_a_figure_used_is_changed_from_the_result(qtbot, window):
    job = to_result(window, "form")
    row = next(
        one for one in window.drawn.body.findChildren(QAbstractButton)
        if one.accessibleName().startswith(window.session.texts("ask.form.benefit_base.short"))
    )  # fmt: skip
    press(qtbot, row)
    assert job.asking.current.id == "benefit_base"


def test_the_other_candidates_stand_on_a_page_of_their_own(qtbot, window):
    untold = {"printed_basic": UNSURE, "printed_account": UNSURE}
    totals = ("3944.95", "3976.98", "3950.28", "3939.57", "3993.12")
    for total in totals:
        job = to_result(window, "form", printed_total=Decimal(total), **untold)
        if job.result().others:
            press(qtbot, window.drawn.body.findChild(QWidget, "look-others"))
            assert job.stage is Stage.DETAIL
            press(qtbot, button(window, "foot.back-to-result"))
            assert job.stage is Stage.RESULT
            return
    pytest.fail("none of these totals has more than three candidates")


def test_the_data_page_leads_to_the_proof_and_back(qtbot, window):
    window.go("data")
    press(qtbot, window.drawn.body.findChild(QWidget, "page-proof"))
    assert window.page == "proof"
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    press(qtbot, button(window, "foot.back"))
    assert window.page == "data"


@pytest.mark.parametrize("text_size", ["medium", "large"])
def test_nothing_is_wider_than_the_page(window, text_size):
    window.session.text_size = text_size
    for size in SIZES:
        window.resize(*size)
        window.rebuild()
        to_result(window, "form")
        assert widest(window) == 0, size
        for page in ("proof", "data"):
            window.go(page)
            assert widest(window) == 0, (page, size)


def widest(window):
    """How far the page could be moved sideways."""
    return window.frame.body.findChild(QScrollArea).horizontalScrollBar().maximum()
