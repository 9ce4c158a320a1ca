"""Kiosk mode as a visitor and as staff meet it, in a window without a screen and with a clock of its own."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from gigdesk.store.settings import Settings
from gigdesk.store.staff_code import hashed
from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.kiosk import Kiosk
from gigdesk.ui.models.ask import UNSURE
from gigdesk.ui.models.kiosk import FIRST_WAIT, FREE_TRIES, WARNING
from gigdesk.ui.parts import slip
from gigdesk.ui.parts.files import choose_file, choose_folder, choose_place
from gigdesk.ui.parts.glossary import GlossaryPanel
from gigdesk.ui.parts.idle import IdleWarning
from gigdesk.ui.parts.staff import StaffPanel
from gigdesk.ui.screenshots import SAMPLES, SIZES, sample_window
from gigdesk.ui.widgets.bars import Mark
from gigdesk.ui.widgets.keys import Key
from gigdesk.ui.widgets.number_pad import NumberPad

CODE, AFTER = "730951", 120
SETTINGS = Settings(kiosk=True, kiosk_code=hashed(CODE), kiosk_idle=AFTER)


class Clock:
    """Seconds that pass only when told."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, warm):
    window = sample_window(warm, request.param)
    qtbot.addWidget(window)
    window.resize(*SIZES[0])
    return window


@pytest.fixture
def kiosk(window, clock):
    kiosk = Kiosk(window, SETTINGS, clock)
    kiosk.enter()
    window.rebuild()
    window.activateWindow()
    yield kiosk
    if window.session.kiosk:
        kiosk.leave()


def wait(kiosk, clock, seconds):
    """Let seconds pass, each with its tick."""
    for _ in range(seconds):
        clock.now += 1
        kiosk.tick()


def shown(window, kind):
    return next((one for one in window.findChildren(kind) if one.isVisible()), None)


def press(window, key):
    """Press what has these words, wherever it stands."""
    words = window.session.texts(key)
    found = [one for one in window.findChildren(QAbstractButton) if one.accessibleName() == words and one.isVisible()]
    found[-1].click()


def answer_wages(window):
    job = window.model("wages")
    window.go("wages")
    while not job.asking.finished:
        job.asking.answers[job.asking.current.id] = SAMPLES["wages"].get(job.asking.current.id)
        job.forward()
    return job


def type_code(window, code):
    pad = shown(window, StaffPanel).findChild(NumberPad)
    assert {key.face for key in pad.findChildren(Key)} == {*"0123456789", "backspace"}
    for digit in code:
        pad.pressed.emit(digit)
    shown(window, StaffPanel).findChild(QWidget, "staff-enter").click()


def hold_mark(kiosk, window):
    """Hold the mark: what the timer of three seconds does at its end."""
    mark = shown(window, Mark)
    at = mark.mapTo(window, mark.rect().center())
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert kiosk.hold.isActive()
    assert kiosk.hold.interval() == 3000
    kiosk.hold.timeout.emit()
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


@pytest.mark.usefixtures("kiosk")
def test_the_window_fills_the_screen_without_a_frame_above_all_others(window):
    assert window.isFullScreen()
    for flag in (Qt.WindowType.FramelessWindowHint, Qt.WindowType.WindowStaysOnTopHint):
        assert window.windowFlags() & flag


@pytest.mark.usefixtures("kiosk")
def test_nobody_closes_it(window):
    asked = QCloseEvent()
    QApplication.sendEvent(window.windowHandle(), asked)
    assert not asked.isAccepted()
    assert window.isVisible()


LEADING_OUT = [
    ("Alt", "F4"), ("Control", "Q"), ("Control", "W"), ("No", "F11"), ("No", "Meta"), ("No", "Menu"),
    ("Control", "Escape"), ("Alt", "Tab"), ("Meta", "D"), ("Control", "P"), ("No", "F1"), ("Control", "O"),
]  # fmt: skip


@pytest.mark.usefixtures("kiosk")
def test_keys_that_lead_out_do_not_even_reach_the_page(window):
    answer_wages(window)
    seen = []
    window.keyPressEvent = lambda event: seen.append(event.key())
    for held, key in LEADING_OUT:
        modifier = getattr(Qt.KeyboardModifier, f"{held}Modifier")
        QTest.keyClick(window.windowHandle(), getattr(Qt.Key, f"Key_{key}"), modifier)
        assert getattr(Qt.Key, f"Key_{key}") not in seen, (held, key)
        assert (window.isFullScreen(), window.page) == (True, "wages"), (held, key)


@pytest.mark.usefixtures("kiosk")
def test_escape_only_goes_a_page_back(window):
    window.go("data")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Escape)
    assert (window.page, window.isFullScreen()) == ("home", True)


def test_the_second_button_of_a_mouse_opens_no_menu(kiosk, window):
    window.go("wages")
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(600, 500)
    )
    assert QApplication.activePopupWidget() is None
    assert kiosk.eventFilter(window.windowHandle(), QEvent(QEvent.Type.ContextMenu))


def test_after_the_time_without_a_touch_it_asks_counts_down_and_clears(kiosk, window, clock):
    job = answer_wages(window)
    QGuiApplication.clipboard().setText("6300")
    wait(kiosk, clock, AFTER - 1)
    assert shown(window, IdleWarning) is None
    wait(kiosk, clock, 1)
    warning = shown(window, IdleWarning)
    assert warning.still.hasFocus()
    assert WARNING >= 20
    wait(kiosk, clock, WARNING - 1)
    assert shown(window, IdleWarning) is warning
    assert window.page == "wages"
    wait(kiosk, clock, 1)
    assert (window.page, window.blank, window.session.texts.language) == ("home", True, LANGUAGES[0])
    assert (job.asking.answers, window.session.known, window.session.shown) == ({}, {}, {})
    assert QGuiApplication.clipboard().text() == ""
    assert shown(window, IdleWarning) is None


def test_a_machine_that_was_busy_counts_from_when_the_question_is_seen(kiosk, window, clock):
    answer_wages(window)
    clock.now += AFTER + 500
    kiosk.tick()
    assert shown(window, IdleWarning) is not None
    wait(kiosk, clock, WARNING - 1)
    assert window.page == "wages"


@pytest.mark.parametrize("way", ["button", "outside", "key"])
def test_whoever_is_still_there_goes_on_where_they_were(kiosk, window, clock, way):
    job = answer_wages(window)
    before = dict(job.asking.answers)
    wait(kiosk, clock, AFTER + 5)
    native = window.windowHandle()
    if way == "button":
        press(window, "idle.here")
    elif way == "outside":
        QTest.mouseClick(native, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 300))
    else:
        QTest.keyClick(shown(window, IdleWarning).still, Qt.Key.Key_X)
    assert shown(window, IdleWarning) is None
    assert (window.page, dict(job.asking.answers)) == ("wages", before)
    wait(kiosk, clock, AFTER - 1)
    assert shown(window, IdleWarning) is None


def test_clear_now_clears_now(kiosk, window, clock):
    answer_wages(window)
    wait(kiosk, clock, AFTER)
    press(window, "idle.clear")
    assert (window.page, window.blank) == ("home", True)


def test_a_touch_puts_the_question_off(kiosk, window, clock):
    answer_wages(window)
    for _ in range(3):
        wait(kiosk, clock, AFTER - 1)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert shown(window, IdleWarning) is None


def test_home_with_nothing_known_asks_nobody(kiosk, window, clock):
    window.clear()
    wait(kiosk, clock, 3 * AFTER)
    assert shown(window, IdleWarning) is None


def test_home_with_answers_still_in_memory_asks_and_clears(kiosk, window, clock):
    job = answer_wages(window)
    window.go("home")
    wait(kiosk, clock, AFTER)
    assert shown(window, IdleWarning) is not None
    wait(kiosk, clock, WARNING)
    assert job.asking.answers == {}


def test_the_question_stays_above_a_page_drawn_anew(kiosk, window, clock):
    answer_wages(window)
    wait(kiosk, clock, AFTER)
    window.rebuild()
    QApplication.processEvents()
    warning = shown(window, IdleWarning)
    assert window.childAt(window.rect().center()) in (warning.panel, *warning.panel.findChildren(QWidget))


def test_the_question_stands_above_words_that_were_looked_up(kiosk, window, clock):
    answer_wages(window)
    window.look_up(["tier"])
    wait(kiosk, clock, AFTER)
    QApplication.processEvents()
    warning = shown(window, IdleWarning)
    assert window.childAt(window.rect().center()) in (warning.panel, *warning.panel.findChildren(QWidget))
    assert warning.isAncestorOf(window.focusWidget())
    warning.still.click()
    assert warning.isHidden()


def test_a_short_press_on_the_mark_does_nothing(kiosk, window):
    mark = shown(window, Mark)
    at = mark.mapTo(window, mark.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert not kiosk.hold.isActive()
    assert shown(window, StaffPanel) is None


def test_a_long_press_and_the_code_open_the_data_page_with_what_is_for_staff(kiosk, window):
    answer_wages(window)
    hold_mark(kiosk, window)
    type_code(window, CODE)
    shown(window, StaffPanel).findChild(QWidget, "staff-data").click()
    assert (window.page, window.session.locked, window.session.known) == ("data", False, {})
    for name in ("stick", "look"):
        assert window.findChild(QWidget, name) is not None
    window.go("home")
    assert window.session.locked


def test_how_the_machine_looks_is_not_chosen_at_a_kiosk_even_by_staff(kiosk, window):
    hold_mark(kiosk, window)
    type_code(window, CODE)
    shown(window, StaffPanel).findChild(QWidget, "staff-data").click()
    window.rebuild()
    assert window.frame.tools.contrast.isCheckable()


def test_staff_who_walk_away_leave_nothing_open(kiosk, window, clock):
    hold_mark(kiosk, window)
    type_code(window, CODE)
    shown(window, StaffPanel).findChild(QWidget, "staff-data").click()
    wait(kiosk, clock, AFTER + WARNING)
    assert (window.page, window.session.locked) == ("home", True)
    hold_mark(kiosk, window)
    wait(kiosk, clock, AFTER + WARNING)
    assert shown(window, StaffPanel) is None


def test_the_code_makes_it_an_ordinary_window_again(kiosk, window):
    hold_mark(kiosk, window)
    type_code(window, CODE)
    shown(window, StaffPanel).findChild(QWidget, "staff-leave").click()
    assert not window.isFullScreen()
    assert not window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not window.session.locked
    assert window.close()


def test_wrong_codes_slow_down_and_the_right_one_waits_too(kiosk, window, clock):
    hold_mark(kiosk, window)
    for _ in range(FREE_TRIES):
        type_code(window, "000000")
    type_code(window, CODE)
    assert shown(window, StaffPanel).findChild(QWidget, "staff-leave") is None
    press(window, "staff.close")
    hold_mark(kiosk, window)
    type_code(window, CODE)
    assert shown(window, StaffPanel).findChild(QWidget, "staff-leave") is None
    wait(kiosk, clock, FIRST_WAIT)
    type_code(window, CODE)
    assert shown(window, StaffPanel).findChild(QWidget, "staff-leave") is not None


@pytest.mark.usefixtures("kiosk")
def test_keys_open_it_too_and_the_code_never_stands_in_plain_sight(window):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F12, both)
    field = shown(window, StaffPanel).field
    QTest.keyClicks(field, CODE)
    assert CODE not in field.displayText()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown(window, StaffPanel).findChild(QWidget, "staff-leave") is not None


def test_without_a_code_the_screen_says_how_to_set_one(window, clock):
    kiosk = Kiosk(window, Settings(kiosk=True), clock)
    kiosk.enter()
    kiosk.ask_staff()
    words = [label.text() for label in shown(window, StaffPanel).findChildren(QLabel)]
    assert any("gigdesk kiosk --code" in text for text in words)
    assert shown(window, StaffPanel).findChild(NumberPad) is None
    kiosk.leave()


@pytest.mark.usefixtures("kiosk")
def test_no_dialog_of_the_system_opens_for_a_visitor(window, monkeypatch):
    monkeypatch.setattr(QFileDialog, "exec", lambda _: pytest.fail("a dialog opened"))
    page = window.drawn.body
    assert choose_file(page, "", "") is None
    assert choose_folder(page, "") is None
    assert choose_place(page, "", "a.csv", "") is None


@pytest.mark.usefixtures("kiosk")
def test_what_would_save_or_open_a_file_is_not_offered(window):
    job = answer_wages(window)
    never = {"report", "look-take", "look-take-years", "look-take-compare", "stick", "look", "roll-back",
             "orders-open", "record-open"}  # fmt: skip
    for part in ("", "years", "compare", "orders"):
        job.look(part)
        assert not never & {one.objectName() for one in window.drawn.body.window().findChildren(QAbstractButton)}
    window.go("data")
    assert not never & {one.objectName() for one in window.findChildren(QAbstractButton) if one.isVisible()}
    for label in window.findChildren(QLabel):
        assert not label.openExternalLinks()


@pytest.mark.usefixtures("kiosk")
def test_finish_and_clear_is_in_reach_wherever_somebody_can_have_said_something(window):
    for page in ("home", "wages", "pension", "form", "resident", "injury", "entitlements", "data", "proof"):
        window.go(page)
        assert window.frame.finish.isVisible(), page


@pytest.mark.usefixtures("kiosk")
def test_a_line_that_was_typed_in_cannot_be_brought_back(window):
    window.go("wages")
    line = QLineEdit(window)
    line.insert("73519.42")
    window.finish()
    assert (line.text(), line.isUndoAvailable(), line.isRedoAvailable()) == ("", False, False)


@pytest.mark.usefixtures("kiosk")
def test_after_something_unforeseen_nothing_is_known_either(window):
    job = answer_wages(window)
    window.session.staff = True
    window.look_up(["tier"])
    panel = window.findChild(GlossaryPanel)
    window.apologise()
    assert panel.isHidden()
    assert (window.page, job.asking.answers, window.session.known, window.session.shown) == ("home", {}, {}, {})
    assert window.session.locked


@pytest.mark.parametrize("window", ["zh"], indirect=True)
def test_the_codes_of_a_day_are_gone_at_midnight_though_nobody_comes(kiosk, window):
    session, day = window.session, window.session.today()
    session.book.allowed = True
    session.book.keep("2222-2222", "case", day)
    kiosk.tick()
    assert session.book.find("2222-2222", day) == "case"
    session.today = lambda: day + timedelta(days=1)
    kiosk.tick()
    assert session.book.find("2222-2222", day) is None


def test_the_last_page_still_speaks_the_language_of_whoever_goes_and_home_the_first(kiosk, window):
    language = window.session.texts.language
    answer_wages(window)
    window.frame.finish.click()
    assert (window.page, window.session.texts.language, window.session.known) == ("finish", language, {})
    assert not any(bar.isVisible() for bar in window.frame.bars)
    window.drawn.focus.click()
    assert (window.page, window.session.texts.language, window.blank) == ("home", LANGUAGES[0], True)
    assert all(bar.isVisible() for bar in window.frame.bars)
    assert kiosk.idle.left() is None


@pytest.mark.usefixtures("kiosk")
@pytest.mark.parametrize("window", ["zh"], indirect=True)
def test_a_visitor_prints_on_the_machines_own_printer_or_hears_that_there_is_none(window, monkeypatch):
    monkeypatch.setattr(slip, "own_printer", lambda: None)
    monkeypatch.setattr(slip, "choose_printer", lambda *_: pytest.fail("a dialog of the system"))
    window.go("pension")
    job = window.model("pension")
    while not job.asking.finished:
        job.answer(SAMPLES["pension"].get(job.asking.current.id, UNSURE))
        job.forward()
    window.findChild(QWidget, "take-home").click()
    assert window.findChild(QWidget, "slip-a4") is None
    window.findChild(QWidget, "slip-print").click()
    assert job.slipping.printed is False
