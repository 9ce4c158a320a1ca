"""Keys for what stands on the page anyway: they press the button that is there, and nothing where there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWidget

from gigdesk.ui.widgets.body import scroll_to

TAKE_HOME, WORKING, ALOUD = "take-home", "look-working", "read-aloud"


def press(window: QWidget, event: QKeyEvent) -> bool:
    """Ctrl+P takes the result home, F1 to its working, F9 reads the page; else, and where there is none, False."""
    name = ""
    if event.matches(QKeySequence.StandardKey.Print):
        name = TAKE_HOME
    elif event.key() == Qt.Key.Key_F1:
        name = WORKING
    elif event.key() == Qt.Key.Key_F9:
        name = ALOUD
    found = window.findChild(QAbstractButton, name) if name else None
    if not isinstance(found, QAbstractButton) or not found.isVisible():
        return False
    found.setFocus(Qt.FocusReason.ShortcutFocusReason)
    scroll_to(found)
    if not found.isChecked():
        found.click()
    return True
