"""A window as the person at the machine sees it: shown, in front, with all it will be built of."""

from __future__ import annotations

import pytest
from access.everything import settle
from PySide6.QtTest import QTest

from gigdesk.ui.screenshots import SIZES, sample_window


@pytest.fixture
def window(qtbot, warm):
    """In Chinese, at the kiosk's size, on the home page."""
    window = sample_window(warm, "zh")
    qtbot.addWidget(window)
    window.resize(*SIZES[0])
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.rebuild()
    settle()
    return window
