"""Steps: limits are kept and said, keys are held, the keyboard works."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.stepper import Stepper, StepperWords
from gigdesk.ui.widgets.text import Words

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WORDS = StepperWords("年", "减一年", "加一年", "最早 1960 年", "最晚 2010 年", lambda year: f"{year} 年")


@pytest.fixture
def stepper(qtbot, theme):
    found = Stepper(WORDS, theme, 1960, 2010, 2009)
    qtbot.addWidget(found)
    found.show()
    return found


def minus_and_plus(stepper):
    return stepper.findChildren(Key)


def said(stepper):
    return "".join(words.text() for words in stepper.findChildren(Words))


def test_it_steps_and_tells(qtbot, stepper):
    minus, plus = minus_and_plus(stepper)
    told = []
    stepper.changed.connect(told.append)
    qtbot.mouseClick(plus, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(minus, Qt.MouseButton.LeftButton)
    assert told == [2010, 2009]
    assert stepper.accessibleDescription() == "2009 年"


def test_at_a_limit_it_stays_and_says_so(qtbot, stepper):
    _, plus = minus_and_plus(stepper)
    told = []
    stepper.changed.connect(told.append)
    for _ in range(3):
        qtbot.mouseClick(plus, Qt.MouseButton.LeftButton)
    assert (stepper.value, told) == (2010, [2010])
    assert said(stepper) == WORDS.at_high
    assert plus.isEnabled()
    stepper.set_value(1900)
    assert (stepper.value, said(stepper)) == (1960, WORDS.at_low)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Up, 2010),
        (Qt.Key.Key_Down, 2008),
        (Qt.Key.Key_PageDown, 1999),
        (Qt.Key.Key_Home, 1960),
        (Qt.Key.Key_End, 2010),
    ],
)
def test_the_keyboard_steps(qtbot, stepper, key, value):
    qtbot.keyClick(stepper, key)
    assert stepper.value == value


def test_a_held_key_goes_on(qtbot, stepper):
    minus, _ = minus_and_plus(stepper)
    assert (minus.autoRepeatDelay(), minus.autoRepeatInterval()) == (500, 125)
    qtbot.mousePress(minus, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stepper.value <= 2007, timeout=3000)
    qtbot.mouseRelease(minus, Qt.MouseButton.LeftButton)


def test_the_longest_value_has_room(theme, stepper):
    figure = next(child for child in stepper.children() if hasattr(child, "say") and not isinstance(child, Words))
    assert figure.width() >= theme.px(200)
