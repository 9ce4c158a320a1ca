"""The look the widgets are tried in: as designed and a quarter larger."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gigdesk.store import paths
from gigdesk.ui.theme import Theme, load_fonts


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> str:  # noqa: ARG001 - fonts are the application's
    return load_fonts(paths.resources() / "fonts")


@pytest.fixture(params=[1.0, 1.25], ids=["100%", "125%"])
def theme(request: pytest.FixtureRequest, fonts: str) -> Theme:
    assert fonts == "Noto Sans SC"
    return Theme.load(paths.resources() / "style", scale=request.param)
