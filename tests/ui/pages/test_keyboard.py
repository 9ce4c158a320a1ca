"""The keyboard on the screen: where it stands, what it types, how it goes away."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.screenshots import SAMPLES, SIZES
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.keys import Key


def finish(job):
    while not job.asking.finished:
        job.answer(SAMPLES[job.id].get(job.asking.current.id, UNSURE))
        job.forward()


@pytest.fixture
def search(again):
    """The question for an occupation."""
    again.go("wages")
    job = again.model("wages")
    job.answer("370100")
    job.forward()
    return again


@pytest.fixture
def remark(again):
    """The line for a remark about a result."""
    again.go("injury")
    job = again.model("injury")
    finish(job)
    job.report()
    return again


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def bring(qtbot, window):
    press(qtbot, window.drawn.body.findChild(QWidget, "keyboard"))
    qtbot.waitUntil(lambda: line(window).visibleRegion().boundingRect() == line(window).rect())
    return window.frame.tray


def line(window):
    return window.drawn.body.findChild(QLineEdit)


def type_on(qtbot, window, faces):
    for face in faces:
        press(qtbot, next(k for k in window.frame.tray.findChildren(Key) if k.face == face and k.isVisible()))


def top(window, widget):
    return widget.mapTo(window, QPoint(0, 0)).y()


def test_a_search_gets_the_letters_and_finds_by_pinyin(qtbot, search):
    tray = bring(qtbot, search)
    type_on(qtbot, search, ["w", "a", "i", "m", "a", "i", "q", "backspace"])
    assert line(search).text() == "waimai"
    assert line(search).hasFocus()
    qtbot.waitUntil(
        lambda: (
            search.drawn.body.findChildren(Choice)[-1].option.key
            in search.model("wages").search("waimai").options[-1].key
        )
    )
    assert not any(key.face == "中" for key in tray.findChildren(Key))


@pytest.mark.parametrize("size", SIZES)
def test_it_never_covers_the_field_and_stands_above_the_bar(qtbot, qapp, remark, size):
    remark.resize(*size)
    remark.session.text_size = "large"
    qapp.processEvents()
    remark.rebuild()
    tray = bring(qtbot, remark)
    type_on(qtbot, remark, "j")
    field = line(remark)
    assert field.visibleRegion().boundingRect() == field.rect()
    assert top(remark, field) + field.height() <= top(remark, tray)
    assert top(remark, tray) + tray.height() <= top(remark, remark.frame.bars[1])


def test_chinese_is_typed_word_by_word_and_letters_after_a_switch(qtbot, remark):
    bring(qtbot, remark)
    type_on(qtbot, remark, "jinan")
    assert line(remark).text() == ""
    type_on(qtbot, remark, ["济南", "w", "m", "空格", "，", "中", "o", "k", ".", "2"])
    assert line(remark).text() == "济南外卖，ok.2"
    assert remark.model("injury").reporting.words == "济南外卖，ok.2"


def test_letters_on_their_way_are_taken_back_one_by_one(qtbot, remark):
    bring(qtbot, remark)
    type_on(qtbot, remark, ["1", "j", "i", "backspace", "backspace", "backspace"])
    assert line(remark).text() == ""


def test_escape_puts_it_away_before_it_leads_back(qtbot, search):
    bring(qtbot, search)
    qtbot.keyClick(search.focusWidget(), Qt.Key.Key_Escape)
    assert search.frame.tray is None
    assert search.model("wages").asking.current.id == "occupation"
    qtbot.keyClick(search.focusWidget(), Qt.Key.Key_Escape)
    assert search.model("wages").asking.current.id == "city"


def test_done_and_the_button_put_it_away_too(qtbot, search):
    bring(qtbot, search)
    type_on(qtbot, search, ["完成"])
    assert search.frame.tray is None
    bring(qtbot, search)
    press(qtbot, search.drawn.body.findChild(QWidget, "keyboard"))
    assert search.frame.tray is None


def test_its_keys_are_reached_and_pressed_by_keys(qtbot, search):
    tray = bring(qtbot, search)
    first = next(key for key in tray.findChildren(Key) if key.focusPolicy() & Qt.FocusPolicy.TabFocus)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(search.focusWidget(), key)
    assert line(search).text() == "ws"
    assert search.model("wages").asking.current.id == "occupation"


def test_at_a_kiosk_a_touch_of_the_field_brings_it(qtbot, search):
    search.session.kiosk = True
    search.redraw()
    assert search.frame.tray is None
    press(qtbot, line(search))
    assert search.frame.tray is not None
    search.session.kiosk = False


def test_it_goes_with_the_page_and_with_the_person(qtbot, remark):
    tray = bring(qtbot, remark)
    type_on(qtbot, remark, "wm")
    composing = tray.composing
    remark.finish()
    assert remark.frame.tray is None
    assert (composing.typed, composing.page) == ("", ())
    assert not [key for key in remark.findChildren(Key) if key.isVisible()]


def test_each_key_has_a_name(qtbot, remark):
    tray = bring(qtbot, remark)
    type_on(qtbot, remark, "shi")
    assert all(key.accessibleName() for key in tray.findChildren(Key) if key.isVisible())
