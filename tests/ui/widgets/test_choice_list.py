"""Answers: arrow keys move, Space and a touch choose, not sure stands last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from gigdesk.ui.widgets.choice import Option
from gigdesk.ui.widgets.choice_list import Answers, ChoiceList, Group

# The offscreen platform says so of every window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

BEFORE = Group((Option("offline", "还没上线", "power"), Option("idle", "在线，等单", "wait")), "还没接到单")
DURING = Group(
    (Option("accepted", "接了单，去取货"), Option("picked", "取了货，去送"), Option("door", "到门口")), "手上有单"
)
UNSURE = Option("unsure", "不确定，记不清了", "help", "也能往下走")
LONG = Group(tuple(Option(str(number), f"第 {number} 个") for number in range(7)))


@pytest.fixture
def shown(qtbot, theme):
    def show(answers: Answers) -> ChoiceList:
        found = ChoiceList(answers, theme, "injury", "走到哪一步了")
        qtbot.addWidget(found)
        found.resize(1264, 700)
        found.show()
        found.activateWindow()
        qtbot.waitUntil(found.isActiveWindow)
        return found

    return show


def focused(shown: ChoiceList) -> str:
    return next(choice.option.key for choice in shown.choices if choice.hasFocus())


def press(qtbot, shown: ChoiceList, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(next(choice for choice in shown.choices if choice.hasFocus()), key)


def test_arrows_move_without_choosing_and_space_chooses(qtbot, shown):
    answers = shown(Answers((BEFORE, DURING), UNSURE))
    chosen = []
    answers.chosen.connect(chosen.append)
    answers.choices[0].setFocus()
    press(qtbot, answers, Qt.Key.Key_Down)
    assert (focused(answers), chosen) == ("idle", [])
    press(qtbot, answers, Qt.Key.Key_Right)
    assert focused(answers) == "picked"
    press(qtbot, answers, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert focused(answers) == "unsure"
    press(qtbot, answers, Qt.Key.Key_Down)
    assert focused(answers) == "offline"
    press(qtbot, answers, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert chosen == ["unsure"]


def test_a_touch_chooses_one_and_only_one(qtbot, shown):
    answers = shown(Answers((BEFORE, DURING), UNSURE, "idle"))
    with qtbot.waitSignal(answers.chosen) as told:
        qtbot.mouseClick(answers.choices[3], Qt.MouseButton.LeftButton)
    assert told.args == ["picked"]
    assert [choice.option.key for choice in answers.choices if choice.isChecked()] == ["picked"]


def test_a_touch_that_leaves_its_target_chooses_nothing(qtbot, shown):
    answers = shown(Answers((BEFORE,), UNSURE))
    choice = answers.choices[0]
    qtbot.mousePress(choice, Qt.MouseButton.LeftButton)
    assert choice.isDown()
    qtbot.mouseMove(answers, answers.rect().bottomRight())
    qtbot.mouseRelease(choice, Qt.MouseButton.LeftButton, pos=choice.rect().bottomRight() * 3)
    assert not choice.isChecked()


def test_what_was_answered_is_shown_and_can_be_taken_back(shown):
    answers = shown(Answers((BEFORE, DURING), UNSURE, "door"))
    told = []
    answers.chosen.connect(told.append)
    assert [choice.option.key for choice in answers.choices if choice.isChecked()] == ["door"]
    answers.show_chosen("")
    assert not any(choice.isChecked() for choice in answers.choices)
    assert told == []


def test_groups_stand_side_by_side_or_below_one_another(shown):
    beside, below = (shown(Answers((BEFORE, DURING), UNSURE, stacked=stacked)) for stacked in (False, True))
    assert beside.choices[0].y() == beside.choices[2].y()
    assert below.choices[0].x() == below.choices[2].x()
    for answers in (beside, below):
        last = answers.choices[-1]
        assert last.option is UNSURE
        assert last.y() > max(choice.y() for choice in answers.choices[:-1])
        assert last.width() == answers.width()
        assert last.height() >= answers.choices[0].minimumSizeHint().height()


def test_a_long_group_is_split_into_columns(shown):
    answers = shown(Answers((LONG,), columns=3))
    assert len({choice.x() for choice in answers.choices}) == 3
    assert [choice.option.key for choice in answers.choices] == [str(number) for number in range(7)]


def test_not_sure_can_stand_alone(shown):
    assert [choice.option.key for choice in shown(Answers((Group(()),), UNSURE)).choices] == ["unsure"]
    assert shown(Answers((), UNSURE)).choices
