"""How the window looks: chosen in it, kept on the machine, never at a kiosk."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from gigdesk.services.upkeep import Upkeep
from gigdesk.store.settings import Settings
from gigdesk.store.style import FACTORY, STYLES, Style
from gigdesk.ui.kiosk import Kiosk
from gigdesk.ui.screenshots import sample_window


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
