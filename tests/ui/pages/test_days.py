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


def test_a_day_is_touched_in_the_calendar_and_said_beside_the_button(qtbot, window):
    job = to(window, "injury", "when")
    turn(qtbot, window, "month-back")
    touch(qtbot, cell(window, "2026-10-05"))
    assert job.asking.answers["when"] == date(2026, 10, 5)
    assert window.drawn.foot.right[0].text() != ""
    window.rebuild()
    assert cell(window, "2026-10-05").isChecked()


def test_yesterday_is_one_touch_and_stands_in_the_calendar_too(qtbot, window):
    job = to(window, "injury", "when")
    touch(qtbot, window.drawn.body.findChildren(Choice)[1])
    assert job.asking.answers["when"] == date(2026, 11, 22)
    assert cell(window, "2026-11-22").isChecked()
    touch(qtbot, cell(window, "2026-11-20"))
    assert not any(choice.isChecked() for choice in window.drawn.body.findChildren(Choice))


def test_nothing_is_chosen_for_anybody(window):
    job = to(window, "injury", "when")
    job.forward()
    assert (job.asking.current.id, "when" in job.asking.answers) == ("when", False)
    assert job.asking.message == window.session.texts("ask.choose-day")


def test_a_day_ahead_cannot_be_chosen_nor_led_to(qtbot, window):
    job = to(window, "injury", "when")
    assert not cell(window, "2026-11-24").isEnabled()
    assert not window.drawn.body.findChild(Button, "calendar-month-on").isEnabled()
    cell(window, "2026-11-23").setFocus()
    key(qtbot, window, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert job.asking.answers["when"] == date(2026, 11, 23)


def test_arrows_lead_into_the_month_before_and_page_keys_turn_it(qtbot, window):
    job = to(window, "injury", "when")
    cell(window, "2026-11-01").setFocus()
    key(qtbot, window, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert job.asking.answers["when"] == date(2026, 10, 24)
    key(qtbot, window, Qt.Key.Key_PageUp)
    assert cell(window, "2026-09-30").isVisible()


def test_a_day_before_the_accident_cannot_be_chosen(window):
    job = to(window, "injury", "when")
    while not job.asking.finished:
        job.answer(SAMPLES["injury"].get(job.asking.current.id, UNSURE))
        job.forward()
    job.ask_progress()
    job.answer("reported_at")
    job.forward()
    assert [cell(window, f"2026-11-{day}").isEnabled() for day in (15, 16, 23, 24)] == [False, True, True, False]


def test_a_month_of_birth_takes_three_touches(qtbot, window):
    job = to(window, "pension", "birth")
    for one in ("1980", "1985"):
        touch(qtbot, cell(window, one))
    assert "birth" not in job.asking.answers
    window.drawn.keep()
    window.rebuild()
    touch(qtbot, cell(window, "6"))
    assert job.asking.answers["birth"] == YearMonth(1985, 6)
    touch(qtbot, cell(window, "1990"))
    assert "birth" not in job.asking.answers


def test_a_month_of_birth_is_picked_by_keys_alone(qtbot, window):
    job = to(window, "pension", "birth")
    key(qtbot, window, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space)
    key(qtbot, window, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert job.asking.answers["birth"] == YearMonth(1981, 7)


def test_not_sure_takes_the_place_of_a_month_and_a_month_of_not_sure(qtbot, window):
    job = to(window, "pension", "birth")
    for one in ("1975", "6"):
        touch(qtbot, cell(window, one))
    touch(qtbot, next(c for c in window.drawn.body.findChildren(Choice) if c.option.key == UNSURE_KEY))
    assert job.asking.answers["birth"] is UNSURE
    assert not cell(window, "1975").isChecked()
    touch(qtbot, cell(window, "1976"))
    assert "birth" not in job.asking.answers


def test_a_month_ahead_cannot_be_picked(qtbot, window):
    to(window, "form", "retired")
    touch(qtbot, cell(window, "2026"))
    assert cell(window, "11").isEnabled()
    assert not cell(window, "12").isEnabled()
    touch(qtbot, cell(window, "2025"))
    assert cell(window, "12").isEnabled()
