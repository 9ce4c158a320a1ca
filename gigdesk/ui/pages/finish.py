"""After finish and clear: what was removed, and home by itself."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gigdesk.ui.models.finish import FinishModel
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.parts.layout import row_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.frame import Foot
from gigdesk.ui.widgets.rows import Icon
from gigdesk.ui.widgets.text import Align, Words

HOME = "home"
STAYS_MS = 6000
REMOVED = ("answers", "results", "copied")


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
    column.addWidget(_removed(desk), 0, Align.AlignHCenter)
    column.addSpacing(theme.px(16))
    home = Button(t("foot.home"), theme, "primary", "home")
    home.clicked.connect(lambda: desk.go(HOME))
    column.addWidget(home, 0, Align.AlignHCenter)
    column.addWidget(Words(t("finish.home"), theme, "support", "inkSoft", Align.AlignHCenter))
    column.addStretch(2)
    timer = QTimer(body)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: desk.go(HOME))
    timer.start(STAYS_MS)
    return Drawn(body, Foot(bare=True), home)


def _removed(desk: Desk) -> QWidget:
    """What is gone, line by line."""
    theme = desk.theme
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(theme.px(12))
    for name in REMOVED:
        line = QWidget()
        row = row_in(line, theme.px(16))
        row.addWidget(Icon(theme, "check", "yes", 32), 0, Align.AlignVCenter)
        row.addWidget(Words(desk.t(f"finish.{name}"), theme, "body"), 1, Align.AlignVCenter)
        lines.addWidget(line)
    return holder
