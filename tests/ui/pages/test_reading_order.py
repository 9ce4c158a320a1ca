"""Tab goes through a page as it is read, and reaches all that can be pressed, whatever it starts at."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gigdesk.store import paths
from gigdesk.store.texts import Texts
from gigdesk.ui.screenshots import SAMPLES, sample_window
from gigdesk.ui.window import Window

ENOUGH = 120


@pytest.fixture
def result(warm, qtbot) -> Window:
    """A window at the pension result."""
    window = sample_window(warm, "zh")
    window.resize(1920, 1080)
    window.rebuild()
    qtbot.addWidget(window)
    job = window.model("pension")
    window.go("pension")
    while not job.asking.finished:
        ask = job.asking.current
        job.asking.answers[ask.id] = SAMPLES["pension"][ask.id]
        job.forward()
    return window


def _shown(window: Window, qtbot) -> QWidget:
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    QApplication.sendPostedEvents()
    return window.drawn.body


def _tabbed(window: Window) -> list[QWidget]:
    """What Tab reaches on the page, from where the keyboard starts until it is there again."""
    assert window.drawn.focus is not None
    window.drawn.focus.setFocus()
    found: list[QWidget] = []
    for _ in range(ENOUGH):
        at = window.focusWidget()
        if at is None or (found and at is found[0]):
            break
        found.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return found


def _pressable(body: QWidget) -> set[QWidget]:
    buttons = body.findChildren(QAbstractButton)
    return {button for button in buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus and button.isVisible()}


@pytest.mark.parametrize("part", ["", "compare", "assumptions"])
def test_tab_reaches_all_that_can_be_pressed(result, qtbot, part):
    result.model("pension").look(part)
    body = _shown(result, qtbot)
    tabbed = _tabbed(result)
    # Only now: of a group in which one is chosen, Tab goes to that one; the arrows lead to the others.
    assert not {button.accessibleName() for button in _pressable(body) - set(tabbed)}


def test_the_ways_to_stop_come_before_the_table(result, qtbot):
    result.model("pension").look("compare")
    _shown(result, qtbot)
    *_, own, stop = _tabbed(result)
    assert own.objectName().startswith("fill-")
    assert stop.parentWidget().accessibleName() == result.session.texts("compare.stop")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_question_of_many_answers_and_a_result_with_two_notices_need_no_scrolling(result, qtbot, language):
    result.session.texts = Texts(paths.resources() / "i18n", language)
    job = result.model("pension")
    for show in (job.show, partial(job.change, "city")):
        show()
        result.rebuild()
        _shown(result, qtbot)
        assert not result.frame.body.page_button.isVisible()
