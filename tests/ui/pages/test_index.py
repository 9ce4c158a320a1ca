"""Names looked up by the letter they begin with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gigdesk.ui.models.ask import UNSURE, UNSURE_KEY
from gigdesk.ui.models.initials import initial
from gigdesk.ui.models.places import ELSEWHERE
from gigdesk.ui.models.wages import COMMON
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cells import Cells
from gigdesk.ui.widgets.choice import Choice


def to(window, page, ask_id, **answers):
    window.go(page)
    job = window.model(page)
    while job.asking.current.id != ask_id:
        given = {**SAMPLES[page], **answers}
        job.answer(given.get(job.asking.current.id, UNSURE))
        job.forward()
    window.redraw()
    return job


def letters(window):
    return [button for cells in window.drawn.body.findChildren(Cells) for button in cells.cells]


def press(qtbot, window, letter):
    button = next(button for button in letters(window) if button.cell.key == letter)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def names(window):
    return [one.option.key for one in window.drawn.body.findChildren(Choice) if one.isVisible()]


@pytest.mark.parametrize(
    ("word", "letter"), [("重庆", "C"), ("饿了么", "E"), ("Jinan", "J"), ("T3出行", "T"), ("别的平台", ""), ("", "")]
)
def test_a_name_is_looked_up_as_it_is_read(warm, word, letter):
    assert initial(word, warm.data.reference.readings) == letter


def test_a_letter_leaves_the_cities_that_begin_with_it(qtbot, again):
    job = to(again, "injury", "city")
    every = names(again)
    press(qtbot, again, "J")
    assert names(again) == ["370100", "370800", ELSEWHERE, UNSURE_KEY]
    qtbot.mouseClick(again.drawn.body.findChildren(Choice)[-3], Qt.MouseButton.LeftButton)
    assert job.asking.answers["city"] == "370800"
    press(qtbot, again, "all")
    assert names(again) == every


def test_tab_comes_from_the_word_to_what_was_found(qtbot, again):
    to(again, "wages", "occupation")
    again.show()
    entry = again.drawn.body.entry
    entry.word.setText("司机")
    entry.find()
    entry.word.setFocus()
    stops = []
    for _ in range(3):
        stops.append(again.focusWidget())
        qtbot.keyClick(again.focusWidget(), Qt.Key.Key_Tab)
    assert stops[:2] == [entry.word, again.drawn.body.findChild(Button, "keyboard")]
    assert isinstance(stops[2], Choice)


def test_only_letters_that_a_name_has_are_offered(again):
    to(again, "injury", "platform")
    found = [button.cell.key for button in letters(again)]
    assert found[0] == "all"
    assert found[1:] == sorted(set(found[1:]))
    assert {"M", "D"} <= set(found) <= {"all", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def test_letters_are_reached_and_pressed_by_keys(qtbot, again):
    to(again, "injury", "city", city=ELSEWHERE)
    letters(again)[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space):
        qtbot.keyClick(again.focusWidget(), key)
    assert len(names(again)) < len(letters(again))


def test_work_is_looked_up_by_its_name_and_by_what_people_call_it(qtbot, again):
    to(again, "wages", "occupation")
    rider = "4-10-08-01"
    press(qtbot, again, "W")
    assert rider in names(again)
    assert len(names(again)) > 1
    press(qtbot, again, "all")
    assert names(again) == [code for code, _ in COMMON]


def test_a_word_takes_the_place_of_a_letter_and_a_letter_of_a_word(qtbot, again):
    to(again, "wages", "occupation")
    press(qtbot, again, "B")
    under_b = names(again)
    line = again.drawn.body.findChild(QLineEdit)
    line.setText("waimai")
    qtbot.waitUntil(lambda: names(again) != under_b)
    assert letters(again)[0].isChecked()
    press(qtbot, again, "B")
    assert (line.text(), names(again)) == ("", under_b)


def test_few_names_stand_without_letters(again):
    to(again, "injury", "order_state")
    assert not letters(again)
