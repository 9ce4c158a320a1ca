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


@pytest.fixture(scope="module")
def opened(qapp, warm):  # noqa: ARG001 - a window needs the program
    """One Chinese window for the tests of a module."""
    window = sample_window(warm, LANGUAGES[0])
    window.resize(*SIZES[0])
    window.show()
    window.rebuild()
    yield window
    window.close()


@pytest.fixture
def again(qapp, opened):
    """That window as a new person finds it."""
    opened.resize(*SIZES[0])
    qapp.processEvents()
    opened.clear()
    opened.activateWindow()
    return opened
