"""Days and months picked on a page: by touch, by keys, and what cannot be picked."""

from datetime import date

from PySide6.QtCore import Qt

from gigdesk.domain.money import YearMonth
from gigdesk.ui.models.ask import UNSURE, UNSURE_KEY
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.cells import Cells
from gigdesk.ui.widgets.choice import Choice


def to(window, page, ask_id):
    window.go(page)
    job = window.model(page)
    while job.asking.current.id != ask_id:
        job.answer(SAMPLES[page][job.asking.current.id])
        job.forward()
    return job


def cell(window, key):
    """The cell of a day, a year or a decade; a month has a key of one or two digits."""
    return next(c for cells in window.drawn.body.findChildren(Cells) for c in cells.cells if c.cell.key == key)


def touch(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def key(qtbot, window, *keys):
    for one in keys:
        qtbot.keyClick(window.focusWidget(), one)


def turn(qtbot, window, way):
    touch(qtbot, window.drawn.body.findChild(Button, f"calendar-{way}"))


def test_a_day_is_touched_in_the_calendar_and_said_beside_the_button(qtbot, again):
    job = to(again, "injury", "when")
    turn(qtbot, again, "month-back")
    touch(qtbot, cell(again, "2026-10-05"))
    assert job.asking.answers["when"] == date(2026, 10, 5)
    assert again.drawn.foot.right[0].text() != ""
    again.rebuild()
    assert cell(again, "2026-10-05").isChecked()


def test_yesterday_is_one_touch_and_stands_in_the_calendar_too(qtbot, again):
    job = to(again, "injury", "when")
    touch(qtbot, again.drawn.body.findChildren(Choice)[1])
    assert job.asking.answers["when"] == date(2026, 11, 22)
    assert cell(again, "2026-11-22").isChecked()
    touch(qtbot, cell(again, "2026-11-20"))
    assert not any(choice.isChecked() for choice in again.drawn.body.findChildren(Choice))


def test_nothing_is_chosen_for_anybody(again):
    job = to(again, "injury", "when")
    job.forward()
    assert (job.asking.current.id, "when" in job.asking.answers) == ("when", False)
    assert job.asking.message == again.session.texts("ask.choose-day")


def test_a_day_ahead_cannot_be_chosen_nor_led_to(qtbot, again):
    job = to(again, "injury", "when")
    assert not cell(again, "2026-11-24").isEnabled()
    assert not again.drawn.body.findChild(Button, "calendar-month-on").isEnabled()
    cell(again, "2026-11-23").setFocus()
    key(qtbot, again, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert job.asking.answers["when"] == date(2026, 11, 23)


def test_arrows_lead_into_the_month_before_and_page_keys_turn_it(qtbot, again):
    job = to(again, "injury", "when")
    cell(again, "2026-11-01").setFocus()
    key(qtbot, again, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert job.asking.answers["when"] == date(2026, 10, 24)
    key(qtbot, again, Qt.Key.Key_PageUp)
    assert cell(again, "2026-09-30").isVisible()


def test_a_day_before_the_accident_cannot_be_chosen(again):
    job = to(again, "injury", "when")
    while not job.asking.finished:
        job.answer(SAMPLES["injury"].get(job.asking.current.id, UNSURE))
        job.forward()
    job.ask_progress()
    job.answer("reported_at")
    job.forward()
    assert [cell(again, f"2026-11-{day}").isEnabled() for day in (15, 16, 23, 24)] == [False, True, True, False]


def test_a_month_of_birth_takes_three_touches(qtbot, again):
    job = to(again, "pension", "birth")
    for one in ("1980", "1985"):
        touch(qtbot, cell(again, one))
    assert "birth" not in job.asking.answers
    again.drawn.keep()
    again.rebuild()
    touch(qtbot, cell(again, "6"))
    assert job.asking.answers["birth"] == YearMonth(1985, 6)
    touch(qtbot, cell(again, "1990"))
    assert "birth" not in job.asking.answers


def test_a_month_picked_anew_answers_whole_and_one_that_is_corrected_waits(qtbot, again):
    job, whole = to(again, "pension", "birth"), []
    job.asking.settled = lambda: whole.append(job.asking.answers["birth"])
    for one in ("1980", "1985", "6"):
        touch(qtbot, cell(again, one))
    assert whole == [YearMonth(1985, 6)]
    again.rebuild()
    job.asking.settled = lambda: whole.append(job.asking.answers["birth"])
    for one in ("1986", "7"):
        touch(qtbot, cell(again, one))
    assert (job.asking.answers["birth"], len(whole)) == (YearMonth(1986, 7), 1)


def test_a_month_of_birth_is_picked_by_keys_alone(qtbot, again):
    job = to(again, "pension", "birth")
    key(qtbot, again, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space)
    key(qtbot, again, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert job.asking.answers["birth"] == YearMonth(1981, 7)


def test_not_sure_takes_the_place_of_a_month_and_a_month_of_not_sure(qtbot, again):
    job = to(again, "pension", "birth")
    for one in ("1975", "6"):
        touch(qtbot, cell(again, one))
    touch(qtbot, next(c for c in again.drawn.body.findChildren(Choice) if c.option.key == UNSURE_KEY))
    assert job.asking.answers["birth"] is UNSURE
    assert not cell(again, "1975").isChecked()
    touch(qtbot, cell(again, "1976"))
    assert "birth" not in job.asking.answers


def test_a_month_ahead_cannot_be_picked(qtbot, again):
    to(again, "form", "retired")
    touch(qtbot, cell(again, "2026"))
    assert cell(again, "11").isEnabled()
    assert not cell(again, "12").isEnabled()
    touch(qtbot, cell(again, "2025"))
    assert cell(again, "12").isEnabled()
