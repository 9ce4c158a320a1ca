"""What makes a start one of a kiosk, and what starts it again."""

import configparser
import os
import subprocess
import sys

import pytest

from gigdesk.store import paths

PROGRAM = """
from PySide6.QtWidgets import QWidget
from gigdesk.__main__ import main
from gigdesk.ui.window import Window
Window.showFullScreen = lambda self: (print("full screen"), QWidget.showFullScreen(self))
main()
"""
AUTOSTART = paths.resources() / "autostart"


@pytest.mark.parametrize(
    ("words", "settings", "kiosk"),
    [
        ((), "", False),
        (("--kiosk",), "", True),
        ((), "kiosk = true\n", True),
        ((), "kiosk = true\nkiosk_idle = 5\n", True),
    ],
)
def test_the_flag_or_the_setting_makes_it_a_kiosk(tmp_path, words, settings, kiosk):
    (tmp_path / "settings.toml").write_text(settings, encoding="utf-8")
    with_data = {"GIGDESK_DATA": str(tmp_path), "GIGDESK_QUIT_AFTER_PAINT": "1", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words], env=os.environ | with_data, capture_output=True, text=True,
        timeout=60, check=True,
    )  # fmt: skip
    assert ("full screen" in done.stdout) is kiosk


def test_the_unit_starts_again_what_died_and_lets_staff_end_it():
    unit = configparser.ConfigParser(strict=False)
    unit.optionxform = str
    unit.read(AUTOSTART / "gigdesk-kiosk.service", encoding="utf-8")
    service = unit["Service"]
    assert service["ExecStart"] == "gigdesk --kiosk"
    assert (service["Restart"], service["LimitCORE"]) == ("on-failure", "0")
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"


def test_the_entry_at_login_starts_that_unit():
    entry = configparser.ConfigParser(strict=False, interpolation=None)
    entry.optionxform = str
    entry.read(AUTOSTART / "gigdesk-kiosk.desktop", encoding="utf-8")
    assert "systemctl --user start gigdesk-kiosk.service" in entry["Desktop Entry"]["Exec"]
