"""The residents' page by hand: the way in, an amount picked or typed, the folds, nothing cut."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.screenshots import SAMPLES, SIZES, sample_window
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.fold import Fold
from gigdesk.ui.widgets.number_pad import AmountEntry


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, warm):
    return opened(qtbot, warm, request.param)


def opened(qtbot, warm, language):
    window = sample_window(warm, language)
    window.resize(*SIZES[0])
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    return window


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def to_question(window, ask):
    window.go("resident")
    job = window.model("resident")
    while job.asking.current.id != ask:
        job.answer(SAMPLES["resident"][job.asking.current.id])
        job.forward()
    return job


def to_result(window, **changes):
    window.go("resident")
    job = window.model("resident")
    while not job.asking.finished:
        job.answer({**SAMPLES["resident"], **changes}[job.asking.current.id])
        job.forward()
    return job


def picks(window):
    return {one.option.key: one for one in window.drawn.body.findChildren(Choice)}


def test_the_way_in_is_beside_the_first_question_about_pensions(qtbot, window):
    window.go("pension")
    press(qtbot, window.findChild(QWidget, "way-resident"))
    assert window.page == "resident"
    assert window.model("resident").asking.current.id == "city"
    window.drawn.back()
    assert window.page == "pension"


def test_a_tier_is_picked_and_another_amount_takes_its_place(qtbot, window):
    job = to_question(window, "yearly")
    entry = window.drawn.body.findChild(AmountEntry)
    press(qtbot, picks(window)["500"])
    assert entry.value() == "500"
    assert picks(window)["500"].isChecked()
    entry.set_value("350")
    assert not any(one.isChecked() for one in picks(window).values())
    entry.set_value("2000")
    assert picks(window)["2000"].isChecked()
    window.drawn.enter()
    assert job.asking.answers["yearly"] == 2000


def test_not_sure_takes_the_place_of_a_tier_and_back(qtbot, window):
    job = to_question(window, "yearly")
    press(qtbot, picks(window)["500"])
    press(qtbot, picks(window)["unsure"])
    assert window.drawn.body.findChild(AmountEntry).value() == ""
    assert not picks(window)["500"].isChecked()
    assert job.asking.answers["yearly"] is UNSURE
    press(qtbot, picks(window)["300"])
    assert not picks(window)["unsure"].isChecked()
    window.drawn.enter()
    assert job.asking.answers["yearly"] == 300


def test_what_was_picked_stands_there_on_coming_back(window):
    job = to_question(window, "resident_balance")
    job.back()
    assert window.drawn.body.findChild(AmountEntry).value() == "1000"
    assert picks(window)["1000"].isChecked()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text_size", ["medium", "large"])
def test_nothing_needs_scrolling_sideways(qapp, qtbot, warm, size, text_size):
    """In English, whose words are the longer ones."""
    window = opened(qtbot, warm, "en")
    window.session.text_size = text_size
    window.resize(*size)
    window.rebuild()
    bar = lambda: window.frame.findChild(QScrollArea).horizontalScrollBar()  # noqa: E731
    to_question(window, "yearly")
    qapp.sendPostedEvents()
    assert bar().maximum() == 0
    to_result(window, sex="female", yearly=UNSURE, local_basic=UNSURE, paid_months=Decimal(20))
    qapp.sendPostedEvents()
    assert bar().maximum() == 0


def test_every_working_is_behind_its_fold(qtbot, window):
    job = to_result(window)
    folds = window.drawn.body.findChildren(Fold)
    assert len(folds) == len(job.result().workings) == 3
    for one in folds:
        press(qtbot, one.header)
        assert one.is_open()
    words = " ".join(label.text() for label in window.drawn.body.findChildren(QLabel))
    for _, explanation in job.result().workings:
        assert all(line.formula in words for line in explanation.working)
        assert all(source.title in words for source in explanation.sources)
