"""Help to choose at the kiosk: from home to the first question of a job in few touches, and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.choice import Choice


def touch(window, choice):
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    return window.page


def choice(window, key):
    return next(one for one in window.drawn.body.findChildren(Choice) if one.option.key == key)


def test_five_touches_lead_from_home_to_a_job_and_back_leads_to_the_suggestion(again):
    touch(again, again.findChild(QWidget, "way-choosing"))
    for key in ("nothing", "later", "nobody"):
        assert touch(again, choice(again, key)) == "choosing"
    assert touch(again, again.drawn.body.findChild(QWidget, "lead")) == "resident"
    again.drawn.back()
    assert again.page == "choosing"
    assert again.model("choosing").lead().job == "resident"
    again.clear()
    assert again.model("choosing").question == "happened"


def test_digits_and_escape_do_the_same(again):
    again.go("choosing")
    QTest.keyClick(again, "1")
    QTest.keyClick(again, "3")
    assert again.page == "injury"
    again.drawn.back()
    QTest.keyClick(again, Qt.Key.Key_Escape)
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert again.page == "home"


def test_from_another_job_that_a_result_led_to_back_leads_to_that_result(again):
    again.go("pension")
    job = again.model("pension")
    while not job.asking.finished:
        job.answer(SAMPLES["pension"].get(job.asking.current.id, UNSURE))
        job.forward()
    again.go("form")
    again.drawn.back()
    assert (again.page, job.stage) == ("pension", Stage.RESULT)
    again.go("form")
    again.clear()
    again.leave()
    assert again.page == "home"
