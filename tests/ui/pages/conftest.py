"""The window that the tests of pages click through."""

import pytest

from gigdesk.store.texts import LANGUAGES
from gigdesk.ui.screenshots import SIZES, sample_window


@pytest.fixture(params=LANGUAGES)
def window(request, qtbot, warm):
    """A window with its store open, in each language in turn."""
    window = sample_window(warm, request.param)
    window.resize(*SIZES[0])
    qtbot.addWidget(window)
    window.show()
    window.rebuild()
    window.activateWindow()
    return window
