"""From the injury result to the part "how much", to a question and back, by touch, in both languages."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES, SIZES
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.head_row import HeadRow
from gigdesk.ui.widgets.number_pad import AmountEntry


def to_the_result(window, **answers):
    """Answered at once: the questions themselves are clicked through elsewhere."""
    window.go("injury")
    job = window.model("injury")
    job.asking.answers.update({**SAMPLES["injury"], "circumstances": ("insured",), **answers})
    job.asking.leave()
    return job


def to_the_part(qtbot, window):
    job = to_the_result(window)
    window.redraw()
    press(qtbot, window.drawn.body.findChild(QWidget, "look-benefits"))
    return job


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def go_on(qtbot, window, key="foot.continue"):
    words = window.session.texts(key)
    found = [one for one in window.findChildren(QAbstractButton) if one.accessibleName() == words and one.isVisible()]
    press(qtbot, found[-1])


def rows(window):
    return [row.accessibleName() for row in window.drawn.body.findChildren(HeadRow)]


def test_a_wage_is_told_and_the_amounts_are_there(qtbot, window):
    job = to_the_part(qtbot, window)
    assert len(rows(window)) == len(job.result().claim.routes[0][1])
    press(qtbot, window.drawn.body.findChild(QWidget, "ask-wage"))
    window.drawn.body.findChildren(AmountEntry)[0].set_value("6000")
    go_on(qtbot, window)
    press(qtbot, window.drawn.body.findChild(QWidget, "ask-grade"))
    press(qtbot, next(one for one in window.drawn.body.findChildren(Choice) if one.option.key == "10"))
    go_on(qtbot, window)
    assert job.stage is Stage.DETAIL
    assert any("42,000" in row for row in rows(window))
    go_on(qtbot, window, "foot.back-to-result")
    assert job.stage is Stage.RESULT


def test_back_from_a_question_leads_to_the_part(qtbot, window):
    job = to_the_part(qtbot, window)
    press(qtbot, window.drawn.body.findChild(QWidget, "ask-alive"))
    go_on(qtbot, window, "foot.back")
    assert (job.stage, job.detail) == (Stage.DETAIL, "benefits")


@pytest.mark.parametrize(
    ("size", "text_size"), [(SIZES[0], "medium"), (SIZES[1], "large"), (SIZES[2], "medium"), (SIZES[2], "large")]
)
def test_it_needs_no_scrolling_sideways(qapp, window, size, text_size):
    window.session.text_size = text_size
    window.resize(*size)
    window.rebuild()
    job = to_the_result(window, wage=Decimal(123456))
    for alive in ("survived", "died"):
        job.ask("wage")
        job.ask("alive")
        job.answer(alive)
        job.asking.leave()
        job.detail = "benefits"
        window.redraw()
        qapp.sendPostedEvents()
        assert rows(window)
        assert window.frame.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
