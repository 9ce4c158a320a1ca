"""The data page by touch: update from a stick, what changed, back to the release before, and the way home."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gigdesk.store.origin import Origin
from gigdesk.ui.daily import Daily
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.updating import State
from gigdesk.ui.pages import data
from gigdesk.ui.screens_data import SIGNED, data_states
from gigdesk.ui.screenshots import SAMPLES
from gigdesk.ui.widgets.charts.age_bar import AgeBar
from gigdesk.ui.widgets.notice import Notice
from gigdesk.ui.widgets.text import Words
from gigdesk.ui.widgets.verdict import Verdict

NEW, OLD = "2026.11.30-1", "2026.11.23-1"


@pytest.fixture
def window(window, kiosk):
    """A window over data that may change."""
    for name in ("services", "reopen", "now", "today"):
        setattr(window.session, name, getattr(kiosk, name))
    return window


@pytest.fixture(autouse=True)
def chosen(monkeypatch):
    """The folder that is chosen in the dialog; None where none is."""
    held = {"folder": Path("/media/stick")}
    monkeypatch.setattr(data, "choose_folder", lambda *_: held["folder"])
    return held


def seen(window, name):
    return [one for one in window.findChildren(QWidget, name) if one.isVisible()]


def press(qtbot, window, name):
    (button,) = seen(window, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def in_use(window):
    return window.session.services.data.reference.about.id


def test_a_stick_brings_new_data_and_the_home_page_tells_it_until_the_person_leaves(window, qtbot):
    window.go("data")
    press(qtbot, window, "stick")
    assert in_use(window) == NEW
    window.go("home")
    press(qtbot, window, "page-data:changes")
    assert (window.page, window.model("data").part) == ("data", "changes")
    assert window.drawn.back
    window.drawn.back()
    assert window.model("data").part == ""
    window.finish()
    window.go("home")
    assert not seen(window, "page-data:changes")


def test_a_dialog_that_is_closed_changes_nothing(window, qtbot, chosen):
    chosen["folder"] = None
    window.go("data")
    press(qtbot, window, "stick")
    assert window.updating.state is State.IDLE


def test_going_back_is_asked_for_twice(window, qtbot):
    window.go("data")
    assert not seen(window, "roll-back")
    press(qtbot, window, "stick")
    press(qtbot, window, "roll-back")
    assert in_use(window) == NEW
    press(qtbot, window, "roll-back-go")
    assert in_use(window) == OLD
    assert window.model("data").part == ""


def test_looking_for_new_data_without_an_address_says_so(window, qtbot):
    window.go("data")
    press(qtbot, window, "look")
    assert window.updating.state is State.FAILED
    assert window.session.texts("error.no-source.plain") in window.model("data").update().words


def test_what_comes_is_followed_and_can_be_stopped(window, qtbot):
    begun = []
    window.session.apart = lambda *work: begun.append(work)
    window.go("data")
    press(qtbot, window, "stick")
    assert not seen(window, "look")
    bars = [bar for bar in window.findChildren(AgeBar) if bar.isVisible()]
    window.updating.there, window.updating.whole = 1_200_000, 2_400_000
    qtbot.waitUntil(lambda: "1.2" in bars[0].accessibleName())
    press(qtbot, window, "stop")
    ((work, done, _),) = begun
    window.go("home")
    done(work())
    assert in_use(window) == NEW


def test_in_a_question_the_data_does_not_change_until_the_person_is_done(window, qtbot):
    begun = []
    window.session.apart = lambda *work: begun.append(work)
    window.go("data")
    press(qtbot, window, "stick")
    ((work, done, _),) = begun
    window.go("pension")
    done(work())
    assert in_use(window) == OLD
    window.go("home")
    assert in_use(window) == NEW


def test_it_looks_by_itself_only_when_it_is_time_and_nobody_is_in_a_question(window):
    daily = Daily(window)
    upkeep = window.session.services.upkeep
    daily.tick()
    assert window.updating.state is State.IDLE
    upkeep.set("https://data.example.org/", "daily")
    early, hours = window.session.now(), 9
    window.session.now = lambda: early.replace(hour=early.hour + hours)
    window.go("pension")
    daily.tick()
    assert window.updating.state is State.IDLE
    window.go("home")
    daily.tick()
    assert in_use(window) == NEW


def test_settings_that_cannot_be_read_stop_nobody(window):
    services = window.session.services
    (services.upkeep.folder / "settings.toml").write_text('sync = "hourly"', encoding="utf-8")
    Daily(window).tick()
    assert window.updating.state is State.IDLE
    window.session.services = None
    Daily(window).tick()


def test_a_clock_that_is_set_back_while_it_runs_is_noticed(window):
    services, early = window.session.services, window.session.now()
    daily = Daily(window)
    daily.tick()
    window.session.now = lambda: early.replace(year=2025)
    daily.tick()
    assert services.data.reference.seen_later
    window.go("data")
    (verdict,) = (one for one in window.findChildren(Verdict) if one.isVisible())
    assert window.session.texts("data.title.clock") in verdict.accessibleName()


def test_every_state_of_the_page_is_drawn(window):
    assert len(list(data_states(window))) > 15


def test_an_expired_release_is_marked_on_every_page_and_the_mark_goes_with_it(window):
    reference = window.session.services.data.reference
    words = window.session.texts("mark.expired")
    before, expired = reference.origin, Origin(**vars(SIGNED) | {"expires": date(2026, 11, 20)})
    for page in ("home", "wages", "data", "proof"):
        reference.origin = expired
        window.go(page)
        assert any(words in name.text() for name in window.frame.findChildren(Words))
        reference.origin = before
        window.redraw()
        assert not any(words in name.text() for name in window.frame.findChildren(Words))


def test_a_result_shown_again_on_other_data_says_what_it_was(window):
    job, session = window.model("pension"), window.session
    for name, value in SAMPLES["pension"].items():
        job.asking.answers[name] = value
    window.page = "pension"
    while not job.asking.finished:
        job.asking.answers.setdefault(job.asking.current.id, UNSURE)
        job.forward()
    window.redraw()
    assert not job.because
    session.shown["pension"] = replace(session.shown["pension"], release="another", title="每月大约领 1 元")
    window.redraw()
    (notice,) = (one for one in window.findChildren(Notice) if one.isVisible() and one.accessibleName() == job.because)
    assert "1 元" in notice.accessibleName()


def test_where_nothing_can_be_noted_nobody_is_asked_each_minute(window, monkeypatch):
    session, looked = window.session, []
    session.services.upkeep.set("https://data.example.org/", "daily")
    monkeypatch.setattr(window.updating, "look", lambda: looked.append(session.now()))
    daily, early = Daily(window), session.now()
    for minute in range(0, 600, 10):
        session.now = lambda minute=minute: early + timedelta(hours=8, minutes=minute)
        daily.tick()
    assert len(looked) == 3
