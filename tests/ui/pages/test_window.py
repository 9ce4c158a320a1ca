"""Every page clicked through in both languages, in a window without a screen."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from gigdesk.ui.app import open_window
from gigdesk.ui.models.ask import NONE_KEY, UNSURE
from gigdesk.ui.models.job import Stage
from gigdesk.ui.screenshots import SAMPLES, TODAY
from gigdesk.ui.widgets.bars import DataBadge
from gigdesk.ui.widgets.choice import Choice
from gigdesk.ui.widgets.number_pad import AmountEntry


def button(window, key):
    words = window.session.texts(key)
    found = [one for one in window.findChildren(QAbstractButton) if one.accessibleName() == words and one.isVisible()]
    assert found, words
    return found[-1]


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def choose(qtbot, window, key):
    press(qtbot, next(one for one in window.drawn.body.findChildren(Choice) if one.option.key == key))


def answer(qtbot, window, value):
    """Answer the question on the page by touch and keyboard."""
    entries = window.drawn.body.findChildren(AmountEntry)
    if entries:
        entries[0].set_value(str(value))
    elif isinstance(value, str):
        choose(qtbot, window, value)
    elif isinstance(value, tuple):
        for key in value or (NONE_KEY,):
            choose(qtbot, window, key)
    else:
        window.model(window.page).asking.answers[window.model(window.page).asking.current.id] = value
        window.redraw()


def to_page(qtbot, window, page):
    """By its slip, or for a page that has none by the way beside the first question about pensions."""
    tile = window.findChild(QWidget, f"tile-{page}")
    press(qtbot, tile or window.findChild(QWidget, "tile-pension"))
    if tile is None:
        press(qtbot, window.findChild(QWidget, f"way-{page}"))


def click_through(qtbot, window, page):
    to_page(qtbot, window, page)
    job = window.model(page)
    while job.stage is Stage.ASKING:
        before = job.asking.position
        answer(qtbot, window, SAMPLES[page][job.asking.current.id])
        press(qtbot, button(window, "foot.continue"))
        assert job.asking.position > before, job.asking.message
    return job


@pytest.mark.parametrize("page", list(SAMPLES))
def test_a_job_is_clicked_through_to_its_result_and_cleared(qtbot, window, page):
    job = click_through(qtbot, window, page)
    assert job.stage is Stage.RESULT
    assert not isinstance(job.result(), str)
    press(qtbot, button(window, "foot.change"))
    assert job.stage is Stage.REVIEW
    press(qtbot, button(window, "foot.back-to-result"))
    assert job.stage is Stage.RESULT
    press(qtbot, button(window, "foot.finish"))
    assert window.page == "finish"
    assert job.asking.answers == {}
    press(qtbot, button(window, "foot.home"))
    assert window.page == "home"


@pytest.mark.parametrize(
    ("page", "details"),
    [
        ("pension", ("working", "assumptions")),
        ("wages", ("others", "working")),
        ("form", ("working",)),
        ("injury", ("limits", "papers", "where")),
    ],
)
def test_what_stands_behind_a_result_is_shown_in_full(qtbot, window, page, details):
    click_through(qtbot, window, page)
    for detail in details:
        press(qtbot, window.findChild(QWidget, f"look-{detail}"))
        assert window.model(page).stage is Stage.DETAIL
        press(qtbot, button(window, "foot.back-to-result"))


def test_that_it_is_reported_is_asked_on_demand_and_moves_the_limits(qtbot, window):
    job = click_through(qtbot, window, "injury")
    before = job.result().steps
    press(qtbot, window.findChild(QWidget, "ask-progress"))
    press(qtbot, button(window, "foot.back"))
    assert job.stage is Stage.RESULT
    press(qtbot, window.findChild(QWidget, "ask-progress"))
    choose(qtbot, window, "reported_at")
    press(qtbot, button(window, "foot.continue"))
    qtbot.keyClicks(window, "1")
    press(qtbot, button(window, "foot.continue"))
    assert job.stage is Stage.RESULT
    assert job.result().steps != before


def test_choosing_another_tier_draws_it(qtbot, window):
    job = click_through(qtbot, window, "pension")
    job.choose(100)
    assert job.result().chosen == 100


def test_the_data_page_and_back(qtbot, window):
    press(qtbot, window.findChild(DataBadge))
    assert window.page == "data"
    press(qtbot, button(window, "foot.back"))
    assert window.page == "home"


def test_each_way_in_has_its_digit_and_the_one_after_the_last_leads_to_the_data(qtbot, window):
    for digit, page in enumerate((*window.model("home").entries, "data"), start=1):
        qtbot.keyClick(window.findChild(QWidget, "tile-pension"), str(digit))
        assert window.page == page
        window.go("home")
    qtbot.keyClick(window, "9")
    assert window.page == "home"


def test_every_slip_opens_in_full_and_leads_to_the_nearest_other_one(qtbot, window):
    job = click_through(qtbot, window, "entitlements")
    for id_, claim in job.result().claims.items():
        press(qtbot, window.findChild(QWidget, f"claim-{id_}"))
        assert (job.stage, job.detail) == (Stage.DETAIL, id_)
        if claim.alternative:
            press(qtbot, window.findChild(QWidget, f"other-{claim.alternative[0]}"))
            assert job.detail == claim.alternative[0]
        press(qtbot, button(window, "foot.back-to-result"))
        assert job.stage is Stage.RESULT


def test_one_press_changes_the_language_and_keeps_the_answers(qtbot, window):
    press(qtbot, window.findChild(QWidget, "tile-wages"))
    choose(qtbot, window, "370100")
    before = window.session.texts.language
    press(qtbot, button(window, "tool.language"))
    qtbot.waitUntil(lambda: window.session.texts.language != before and not window._later.isActive())  # noqa: SLF001
    assert window.model("wages").asking.answers == {"city": "370100"}
    assert window.page == "wages"


def test_keys_alone_lead_through_a_question(qtbot, window):
    qtbot.keyClick(window, "1")
    choice = window.drawn.body.findChildren(Choice)[0]
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    qtbot.keyClick(window, Qt.Key.Key_Return)
    assert window.model("wages").asking.position == 1
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.model("wages").asking.position == 0


def test_high_contrast_draws_too(window):
    window.session.look = "highContrast"
    window.rebuild()
    assert window.frame.palette().window().color().lightness() == 0


def test_something_unforeseen_leads_home_with_an_apology(qtbot, window):
    click_through(qtbot, window, "wages")
    window.apologise()
    assert window.page == "home"
    assert window.model("wages").asking.answers == {}


def test_the_home_page_is_painted_before_anything_heavy_is_imported():
    """Looked at in a fresh interpreter: this one has long imported everything."""
    program = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from datetime import date
from gigdesk.ui.app import open_window
window = open_window(date.today)
window.resize(1366, 768)
window.painted.connect(app.quit)
window.show()
app.exec()
heavy = {"pandas", "numpy", "python_calamine", "sqlmodel", "sqlalchemy", "pydantic", "requests", "urllib3", "yaml"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_home_without_a_store_says_that_it_is_being_prepared(qtbot):
    window = open_window(lambda: TODAY)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.go("wages")
    assert window.model("wages").stage is Stage.WAITING


def to_question(window, page, ask):
    window.go(page)
    job = window.model(page)
    while job.asking.current.id != ask:
        job.answer(SAMPLES[page][job.asking.current.id])
        job.forward()
    return job


def test_not_sure_takes_the_place_of_a_typed_amount_and_the_other_way_round(qtbot, window):
    job = to_question(window, "wages", "costs")
    entry = window.drawn.body.findChildren(AmountEntry)[0]
    unsure = window.drawn.body.findChildren(Choice)[-1]
    entry.set_value("5000")
    press(qtbot, unsure)
    assert (entry.value(), job.asking.answers["costs"]) == ("", UNSURE)
    entry.set_value("700")
    assert not unsure.isChecked()
    press(qtbot, button(window, "foot.continue"))
    assert job.asking.answers["costs"] == 700


def test_a_half_entered_amount_outlives_a_change_of_language(qtbot, window):
    to_question(window, "wages", "costs")
    window.drawn.body.findChildren(AmountEntry)[0].set_value("5000")
    press(qtbot, button(window, "tool.language"))
    qtbot.waitUntil(lambda: not window._later.isActive())  # noqa: SLF001
    assert window.drawn.body.findChildren(AmountEntry)[0].value() == "5000"


def test_finishing_leaves_nothing_of_a_half_entered_amount(window):
    job = to_question(window, "wages", "costs")
    window.drawn.body.findChildren(AmountEntry)[0].set_value("5000")
    window.finish()
    assert job.asking.answers == {}


def test_a_tier_is_chosen_by_a_press(qtbot, window):
    job = click_through(qtbot, window, "pension")
    rows = [row for row in window.drawn.body.findChildren(QAbstractButton) if row.isCheckable()]
    press(qtbot, rows[2])
    assert job.result().chosen == 100


def test_an_apology_before_the_store_is_open_does_not_wait_for_ever(qtbot):
    window = open_window(lambda: TODAY)
    qtbot.addWidget(window)
    window.apologise()
    window.go("wages")
    assert window.model("wages").stage is Stage.FAILED
