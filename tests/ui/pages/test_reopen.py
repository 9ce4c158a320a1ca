"""A slip from last time at the window: from home, by its text, a picture, the camera or its code, on to the result."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gigdesk.reports.slip.codes import code
from gigdesk.reports.slip.paint.photo import texts_in
from gigdesk.services.carry import carry, read, texts
from gigdesk.store import paths
from gigdesk.store.texts import Texts
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.injury import InjuryJob
from gigdesk.ui.models.job import Stage
from gigdesk.ui.models.session import Session
from gigdesk.ui.parts import bringing, camera
from gigdesk.ui.parts.watching import Watching
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.code_square import CodeSquare
from gigdesk.ui.widgets.notice import Notice


def press(qtbot, window, name):
    """Press what is there now: what stood there before may not be gone yet."""
    found = [one for one in window.frame.findChildren(QWidget, name) if one.isVisible()]
    qtbot.mouseClick(found[-1], Qt.MouseButton.LeftButton)


def to_slip(window, page="injury"):
    """The page of a slip, reached by its job."""
    window.go(page)
    job = window.model(page)
    while not job.asking.finished:
        job.answer(SAMPLES[page].get(job.asking.current.id, UNSURE))
        job.forward()
    job.take_home()
    return job


@pytest.fixture(scope="module")
def text(warm):
    """The text of a slip of an accident."""
    day = date(2026, 11, 23)
    job = InjuryJob(Session(Texts(paths.resources() / "i18n", "zh"), lambda: day, warm))
    while not job.asking.finished:
        job.answer(SAMPLES["injury"].get(job.asking.current.id, UNSURE))
        job.forward()
    (found,) = texts(carry(job.command(warm, job.asking.given), warm, day))
    return found


@pytest.fixture(scope="module")
def picture(text):
    """Its code as a camera sees it."""
    made = code(text)
    side = made.side + 8
    seen = QImage(side, side, QImage.Format.Format_Grayscale8)
    seen.fill(255)
    for y, row in enumerate(made.modules):
        for x in (x for x, dark in enumerate(row) if dark):
            seen.setPixel(x + 4, y + 4, 0)
    return seen.scaled(side * 6, side * 6)


def shown(window):
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return window.grab().toImage()


def test_the_code_on_the_screen_is_read_from_a_photo_of_the_screen(again):
    job = to_slip(again)
    square = again.drawn.body.findChild(CodeSquare)
    seen = texts_in(square.grab().toImage())
    assert read(seen).command == job.command(again.session.services, job.asking.given)
    assert square.accessibleName()


def test_from_home_by_the_text_to_the_result(qtbot, again, text):
    press(qtbot, again, "way-reopen")
    assert again.page == "reopen"
    field = again.drawn.body.findChild(QLineEdit, "slip-text")
    assert field.hasFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert again.model("reopen").found
    press(qtbot, again, "reopen-go-on")
    assert again.page == "injury"
    assert again.model("injury").stage is Stage.RESULT


def test_what_is_no_slip_is_said_above_the_field_which_is_empty_again(qtbot, again):
    again.go("reopen")
    QGuiApplication.clipboard().setText("13800000000")
    press(qtbot, again, "reopen-paste")
    assert any("GIGDESK1:" in notice.accessibleName() for notice in again.drawn.body.findChildren(Notice))
    assert again.drawn.body.findChild(QLineEdit, "slip-text").text() == ""
    again.model("reopen").restart()
    again.redraw()
    press(qtbot, again, "reopen-open")
    assert any("GIGDESK1:" in notice.accessibleName() for notice in again.drawn.body.findChildren(Notice))


def test_a_picture_is_chosen_and_read(qtbot, again, picture, tmp_path, monkeypatch):
    file = tmp_path / "photo.png"
    picture.save(str(file))
    monkeypatch.setattr(bringing, "choose_file", lambda *_: file)
    again.go("reopen")
    press(qtbot, again, "reopen-picture")
    assert again.model("reopen").view().whole
    press(qtbot, again, "reopen-another")
    assert not again.model("reopen").found
    assert again.session.carried is None


def test_at_a_locked_kiosk_no_file_is_opened(again):
    again.session.kiosk = True
    try:
        again.go("reopen")
        assert again.drawn.body.findChild(QWidget, "reopen-picture") is None
        assert again.drawn.body.findChild(QWidget, "reopen-paste") is not None
    finally:
        again.session.kiosk = False


def test_without_a_camera_it_is_said_why(again):
    again.go("reopen")
    assert again.drawn.body.findChild(QWidget, "reopen-camera-start") is None
    assert camera.why_none()


class Seeing:
    """A camera at its seam: it shows what it is told, and knows whether it still looks."""

    def __init__(self):
        self.see, self.runs = None, False

    def start(self, see):
        self.see, self.runs = see, True

    def stop(self):
        self.runs = False


def test_the_camera_looks_until_it_sees_a_slip_and_then_stops(qtbot, again, picture, monkeypatch):
    eye = Seeing()
    monkeypatch.setattr(camera, "why_none", lambda: "")
    monkeypatch.setattr(camera, "open_camera", lambda _: eye)
    again.go("reopen")
    press(qtbot, again, "reopen-camera-start")
    watching = again.drawn.body.findChild(Watching)
    watching.look()
    blank = QImage(200, 100, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.gray)
    eye.see(blank)
    watching.look()
    assert not again.model("reopen").found
    assert eye.runs
    eye.see(picture)
    shown(again)
    watching.look()
    assert again.model("reopen").found
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not eye.runs


def test_the_code_is_typed_on_its_own_keys_where_that_is_allowed(qtbot, again):
    book = again.session.book
    try:
        again.go("reopen")
        assert again.drawn.body.findChild(QWidget, "slip-code") is None
        book.allowed = True
        typed = to_slip(again).slipping.slip().code
        again.clear()
        again.go("reopen")
        for sign in typed.replace("-", ""):
            key = next(one for one in again.drawn.body.findChildren(QWidget) if getattr(one, "face", "") == sign)
            qtbot.mouseClick(key, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        press(qtbot, again, "reopen-open")
        assert again.model("reopen").found
        again.finish()
        assert again.session.carried is None
    finally:
        book.allowed = False
        book.clear()


def test_a_changed_result_is_told_above_the_result_and_gone_with_the_person(again, text):
    model = again.model("reopen")
    again.go("reopen")
    model.take([text])
    carried = again.session.carried
    again.session.carried = replace(carried, since=replace(carried.since, same_result=False, changes=None))
    again.go(model.leads_to)
    said = [notice.accessibleName() for notice in again.drawn.body.findChildren(Notice)]
    assert any("GigDesk" in one or "程序" in one or "数据" in one for one in said)
    assert not again.blank
    again.clear()
    assert again.blank
    again.go("injury")
    assert again.model("injury").stage is Stage.ASKING
