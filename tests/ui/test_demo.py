"""gigdesk --demo in a window: all of it says that it is a sample, nothing is kept, and there is a way out."""

import os
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from gigdesk.reports.slip.paint import A4, pdf
from gigdesk.store.settings import Settings
from gigdesk.ui.kiosk import Kiosk
from gigdesk.ui.models.demo import STOPS
from gigdesk.ui.parts.staff import StaffPanel
from gigdesk.ui.screenshots import SIZES, sample_window

MARK = "样例 · 不是真的人和事"


@pytest.fixture
def window(qtbot, warm):
    window = sample_window(warm, "zh")
    qtbot.addWidget(window)
    window.resize(*SIZES[0])
    window.show_samples()
    return window


def press(window, name):
    (button,) = [one for one in window.drawn.body.window().findChildren(QAbstractButton, name) if one.isEnabled()][-1:]
    button.click()


def says(window):
    return {label.text() for label in window.frame.bars[0].findChildren(QLabel)}


def test_every_page_says_that_it_is_a_sample(window):
    for page in ("demo", "wages:wages-rider", "injury:injury-dropoff", "form:form-exact", "data", "proof", "tour"):
        window.go(page)
        assert MARK in says(window), page
        assert window.session.locked
    window.go("home")
    assert window.page == "demo"


def test_its_paper_says_so_on_each_sheet_and_cannot_be_opened_again(window):
    window.go("injury:injury-dropoff")
    slip = window.model("injury").slipping.slip()
    assert slip.sample
    assert slip.carried is None
    assert pdf(slip, A4, window.session.texts).startswith(b"%PDF")


def test_the_tour_leads_through_every_stop_to_the_samples(window):
    window.go("tour")
    for stop in STOPS:
        assert window.model("tour").stop is stop
        if stop.page:
            press(window, "tour-look")
            assert window.page == stop.page.partition(":")[0]
            window.go("home")
            window.go("tour")
        press(window, "tour-on")
    assert window.page == "demo"


def test_what_is_cleared_leads_back_to_the_samples(window):
    window.go("wages:wages-rider")
    window.finish()
    assert window.page == "finish"
    window.go("home")
    assert (window.page, window.session.demo, window.model("wages").asking.answers) == ("demo", True, {})


def test_a_window_of_samples_is_left_by_closing_it(window):
    window.show()
    press(window, "demo-leave")
    assert not window.isVisible()


@pytest.mark.parametrize("leave", ["button", "finish", "idle", "apologise", "staff"])
def test_at_a_kiosk_samples_end_before_anybody_else_comes(window, leave):
    window.session.demo = False
    window.session.kiosk = True
    now = [0.0]
    kiosk = Kiosk(window, Settings(kiosk_idle=60), lambda: now[0])
    kiosk.ask_staff()
    window.findChild(StaffPanel).chosen.emit("demo")
    assert (window.page, window.session.demo) == ("demo", True)
    if leave == "button":
        press(window, "demo-leave")
    elif leave == "staff":
        kiosk.leave()
    elif leave == "idle":
        now[0] = 61
        kiosk.tick()
        now[0] = 200
        kiosk.tick()
    else:
        getattr(window, leave)()
    window.go("home")
    assert (window.page, window.session.demo) == ("home", False)
    assert MARK not in says(window)
    window.session.kiosk = False


def test_the_program_shows_samples_and_leaves_no_folder(tmp_path):
    place = {"GIGDESK_DATA": str(tmp_path / "data"), "GIGDESK_QUIT_AFTER_PAINT": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "gigdesk", "--demo"],
        env={**os.environ, **place},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "data").exists()
