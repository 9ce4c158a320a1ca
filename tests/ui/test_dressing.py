"""How the window looks: chosen in it, kept on the machine, never at a kiosk."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gigdesk.services.upkeep import Upkeep
from gigdesk.store.settings import Settings
from gigdesk.store.style import FACTORY, STYLES, Style
from gigdesk.ui.kiosk import Kiosk
from gigdesk.ui.models.slipping import SLIP
from gigdesk.ui.screenshots import SAMPLES, sample_window
from gigdesk.ui.widgets.rows import KeyValueRow


@pytest.fixture
def window(qtbot, warm, tmp_path):
    services = replace(warm, upkeep=Upkeep(tmp_path))
    window = sample_window(services, "zh")
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    window.activateWindow()
    return window


def pick(window, qtbot, field, key):
    cell = next(cell for cell in window.dressing.panel.choices[field].cells if cell.segment.key == key)
    qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)


def test_each_choice_is_seen_at_once_and_kept(window, qtbot):
    qtbot.mouseClick(window.frame.tools.contrast, Qt.MouseButton.LeftButton)
    pick(window, qtbot, "look", "dark")
    pick(window, qtbot, "density", "advisor")
    pick(window, qtbot, "text_size", "xlarge")
    assert (window.theme.name, window.theme.density, window.theme.scale) == ("dark", "advisor", 1.5)
    assert window.session.services.upkeep.settings().style == Style("dark", "advisor", "xlarge")
    assert window.focusWidget() is window.dressing.panel.choices["text_size"].checked()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.dressing.panel is None
    assert window.focusWidget() is not None


def test_what_is_half_entered_is_still_there_in_another_look(window, qtbot):
    window.go("wages")
    job = window.model("wages")
    job.asking.answers.update(city="370100", occupation="4-10-08-01")
    job.change("earned")
    window.redraw()
    window.drawn.focus.setText("7200")
    window.dressing.ask()
    pick(window, qtbot, "look", "highContrast")
    assert window.page == "wages"
    assert window.drawn.focus.text() == "7,200"


def test_finishing_goes_back_to_how_the_machine_usually_looks(window, qtbot):
    window.dressing.ask()
    pick(window, qtbot, "look", "dark")
    window.dressing.close()
    window.frame.text_size_chosen.emit("large")
    assert not window.blank
    window.clear()
    assert window.session.style == Style("dark")
    assert window.blank


def test_high_contrast_is_turned_off_even_where_it_is_usual(window):
    window.session.usual = Style("highContrast")
    window.session.dress(window.session.usual)
    window.session.turn_contrast(on=False)
    assert window.session.look == FACTORY.look
    window.session.turn_contrast(on=True)
    assert window.session.style == window.session.usual


def test_a_choice_that_cannot_be_kept_is_said_and_holds_for_now(window, qtbot, tmp_path):
    (tmp_path / "settings.toml").write_text("look = 3")
    window.dressing.ask()
    pick(window, qtbot, "look", "dark")
    assert window.theme.name == "dark"
    assert (tmp_path / "settings.toml").read_text() == "look = 3"


def test_a_kiosk_looks_as_it_came_and_offers_the_contrast_alone(window):
    window.session.usual = Style("dark", "advisor", "xlarge")
    window.session.dress(window.session.usual)
    kiosk = Kiosk(window, Settings())
    kiosk.enter()
    window.rebuild()
    assert window.session.style == FACTORY
    assert window.frame.tools.contrast.isCheckable()
    kiosk.leave()
    assert window.session.style == Style("dark", "advisor", "xlarge")


def test_all_that_can_be_chosen_has_a_word_in_each_language(in_each_language):
    t = in_each_language.texts
    assert all(f"looks.{field}.{key}" in t for field, keys in STYLES.items() for key in keys)


@pytest.fixture
def dense(window):
    window.session.dress(Style(density="advisor"))
    window.rebuild()
    return window


def at_result(window):
    window.go("pension")
    job = window.model("pension")
    job.asking.answers.update(SAMPLES["pension"])
    job.asking.leave()
    window.redraw()


def test_where_all_is_dense_the_working_stands_open_and_a_key_leads_to_it(dense, qtbot):
    at_result(dense)
    qtbot.keyClick(dense, Qt.Key.Key_F1)
    assert dense.focusWidget().objectName() == "look-working"
    assert dense.focusWidget().isChecked()
    assert dense.page == "pension"


def test_elsewhere_the_same_key_goes_to_the_page_of_the_working(window, qtbot):
    at_result(window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.model("pension").detail == "working"


def test_ctrl_p_takes_the_result_home_and_does_nothing_on_a_question(dense, qtbot):
    dense.go("pension")
    qtbot.keyClick(dense, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not dense.model("pension").detail
    at_result(dense)
    qtbot.keyClick(dense, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert dense.model("pension").detail == SLIP


def test_beside_a_question_stand_the_answers_before_it_and_lead_back(dense, qtbot):
    dense.go("pension")
    job = dense.model("pension")
    job.asking.answers.update(city="370100", sex="male")
    job.asking.position = 2
    dense.redraw()
    rows = dense.drawn.body.findChildren(KeyValueRow)
    assert [row.accessibleName() for row in rows] == ["城市 济南", "性别 男"]
    qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert job.asking.current.id == "sex"
