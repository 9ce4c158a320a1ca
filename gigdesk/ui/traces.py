"""What somebody leaves outside the models: in fields, in what Ctrl+Z brings back, in the clipboards."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget


def wipe(window: QWidget) -> None:
    """Leave none of it: the next person must not see it. No page is told."""
    for line in window.findChildren(QLineEdit):
        with QSignalBlocker(line):
            line.setText("")  # unlike clear(), this also empties the list of what can be undone
    QGuiApplication.inputMethod().reset()
    for clipboard in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().clear(clipboard)
