"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

_LONGEST = 40


@dataclass(frozen=True)
class Finding:
    """Which check, where, what was measured and what is asked."""

    check: str
    where: str
    measured: str
    asked: str

    def __str__(self) -> str:
        return f"{self.check}: {self.where}: {self.measured}, asked {self.asked}"


def called(widget: QWidget | None) -> str:
    """A widget in a few words: its kind, its name for the program, its name for people."""
    if widget is None:
        return "nothing"
    words = widget.accessibleName()
    if not words and isinstance(widget, QLabel | QLineEdit):
        words = widget.text()
    plain = " ".join(words.split())
    short = plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
    return f"{type(widget).__name__}{'#' + widget.objectName() if widget.objectName() else ''} “{short}”"
