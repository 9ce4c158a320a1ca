"""Several answers at once: touches and Space add and take back; none and not sure rule the others out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gigdesk.ui.widgets.choice import Option
from gigdesk.ui.widgets.choice_list import Answers, Group
from gigdesk.ui.widgets.several_list import SeveralList

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WISHES = Group((Option("shop", "想开店"), Option("learn", "想学技术"), Option("drive", "想开网约车")))
NONE, UNSURE = Option("none", "都没有"), Option("unsure", "不确定")


@pytest.fixture
def shown(qtbot, theme):
    def show(*chosen: str, stacked: bool = False) -> SeveralList:
        answers = Answers((WISHES,), UNSURE, columns=2, none=NONE, stacked=stacked)
        found = SeveralList(answers, theme, "injury", "哪些说的是您", chosen)
        qtbot.addWidget(found)
        found.resize(1264, 700)
        found.show()
        found.activateWindow()
        qtbot.waitUntil(found.isActiveWindow)
        return found

    return show


def touch(qtbot, shown: SeveralList, key: str) -> None:
    choice = next(choice for choice in shown.choices if choice.option.key == key)
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)


def test_touches_add_and_take_back(qtbot, shown):
    wishes, told = shown(), []
    wishes.changed.connect(lambda: told.append(wishes.chosen_keys))
    for key in ("drive", "shop", "drive"):
        touch(qtbot, wishes, key)
    assert told == [("drive",), ("shop", "drive"), ("shop",)]


@pytest.mark.parametrize("alone", ["none", "unsure"])
def test_none_and_not_sure_stand_alone(qtbot, shown, alone):
    wishes = shown("shop", "learn")
    touch(qtbot, wishes, alone)
    assert wishes.chosen_keys == (alone,)
    touch(qtbot, wishes, "drive")
    assert wishes.chosen_keys == ("drive",)


def test_none_takes_the_place_of_not_sure(qtbot, shown):
    wishes = shown("unsure")
    touch(qtbot, wishes, "none")
    assert wishes.chosen_keys == ("none",)


def test_space_chooses_digits_choose_and_arrows_move(qtbot, shown):
    wishes = shown()
    wishes.choices[0].setFocus()
    qtbot.keyClick(wishes.choices[0], Qt.Key.Key_Space)
    wishes.pick(3)
    assert wishes.chosen_keys == ("shop", "drive")
    wishes.pick(1)
    wishes.pick(9)
    assert wishes.chosen_keys == ("drive",)
    qtbot.keyClick(wishes.choices[0], Qt.Key.Key_Up)
    assert wishes.choices[-1].hasFocus()
    qtbot.keyClick(wishes.choices[-1], Qt.Key.Key_Left)
    assert wishes.choices[-2].option.key == "none"
    assert wishes.choices[-2].hasFocus()


def test_none_and_not_sure_share_a_row_where_there_is_room(shown):
    beside, below = shown(), shown(stacked=True)
    assert beside.choices[-2].y() == beside.choices[-1].y()
    assert below.choices[-2].y() < below.choices[-1].y()


def test_the_keyboard_begins_at_what_was_chosen(shown):
    assert shown("learn").start().option.key == "learn"
