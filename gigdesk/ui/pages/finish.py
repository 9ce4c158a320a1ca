"""After finish and clear: what was removed, and home by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gigdesk.ui.models.finish import FinishModel
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.rows import Icon
from gigdesk.ui.widgets.text import Align, Words

HOME = "home"
STAYS_MS = 6000


def draw(_: FinishModel, desk: Desk) -> Drawn:
    """Draw the page; it leads home after a while."""
    theme, t = desk.theme, desk.t
    body = QWidget()
    column = QVBoxLayout(body)
    column.setSpacing(theme.px(24))
    column.addStretch(1)
    column.addWidget(Icon(theme, "check-circle", "yes", 160), 0, Align.AlignHCenter)
    column.addWidget(Words(t("finish.title"), theme, "hero", "ink", Align.AlignHCenter))
    column.addWidget(Words(t("finish.line"), theme, "body", "inkSoft", Align.AlignHCenter))
    home = Button(t("foot.home"), theme, "primary", "home")
    home.clicked.connect(lambda: desk.go(HOME))
    column.addWidget(home, 0, Align.AlignHCenter)
    column.addStretch(2)
    timer = QTimer(body)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: desk.go(HOME))
    timer.start(STAYS_MS)
    return Drawn(body, Foot(), home)
