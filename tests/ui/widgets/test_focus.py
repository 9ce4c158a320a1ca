"""The ring: seen while keys are used, around what has the focus, gone after a touch."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.focus import FocusRing

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot, theme):
    found = QWidget()
    qtbot.addWidget(found)
    holder = QWidget()
    column = QVBoxLayout(holder)
    found.buttons = [Button(f"{number}", theme) for number in range(12)]
    for button in found.buttons:
        column.addWidget(button)
    found.area = QScrollArea()
    found.area.setWidget(holder)
    QVBoxLayout(found).addWidget(found.area)
    found.ring = FocusRing(found, theme)
    found.resize(500, 500)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def around(window, button, theme):
    width = theme.size("focusInner") + theme.size("focusOuter")
    place = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
    return place.adjusted(-width, -width, width, width)


def test_a_touch_shows_no_ring(qtbot, window):
    qtbot.mouseClick(window.buttons[0], Qt.MouseButton.LeftButton)
    assert window.buttons[0].hasFocus()
    assert not window.ring.isVisible()


def test_a_key_shows_it_around_what_has_the_focus(qtbot, window, theme):
    window.buttons[0].setFocus()
    qtbot.keyClick(window.buttons[0], Qt.Key.Key_Tab)
    assert window.buttons[1].hasFocus()
    assert window.ring.isVisible()
    assert window.ring.geometry() == around(window, window.buttons[1], theme)


def test_it_stays_for_those_who_use_keys_when_a_page_moves_the_focus(qtbot, window, theme):
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    window.buttons[1].setFocus(Qt.FocusReason.OtherFocusReason)
    assert window.ring.isVisible()
    assert window.ring.geometry() == around(window, window.buttons[1], theme)


def test_a_touch_takes_it_away(qtbot, window):
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert window.ring.isVisible()
    qtbot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert not window.ring.isVisible()


def test_it_scrolls_along(qtbot, window, theme):
    window.buttons[0].setFocus()
    qtbot.keyClick(window.buttons[0], Qt.Key.Key_Tab)
    window.area.verticalScrollBar().setValue(60)
    assert window.ring.geometry() == around(window, window.buttons[1], theme)
    window.area.verticalScrollBar().setValue(window.area.verticalScrollBar().maximum())
    assert not window.ring.isVisible()


def test_what_is_deleted_is_not_followed(qtbot, window):
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    for button in window.buttons:
        button.deleteLater()
    qtbot.waitUntil(lambda: not window.ring.isVisible())


def test_a_window_that_goes_takes_its_ring_along(qtbot, theme):
    """The application lives on; its signal must not keep the ring."""
    gone = []
    for _ in range(3):
        found = QWidget()
        gone.append(weakref.ref(FocusRing(found, theme)))
        found.deleteLater()
        del found
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert not [each for each in gone if each() is not None]
    button = Button("下一个", theme)
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
