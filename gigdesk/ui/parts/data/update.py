"""What is being done with the data, or came of it: a band that follows the bytes while they come."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gigdesk.ui.models.data import DataModel, UpdateLine
from gigdesk.ui.page import Desk
from gigdesk.ui.parts.layout import column_in
from gigdesk.ui.widgets.cards import Card
from gigdesk.ui.widgets.charts.age_bar import Age, AgeBar
from gigdesk.ui.widgets.notice import Notice

OFTEN = 150
"""Milliseconds between two looks at how much is there."""


def band(model: DataModel, desk: Desk) -> QWidget | None:
    """The band above the table; None where nothing is being done."""
    line = model.update()
    if line is None:
        return None
    return _Progress(line, model, desk) if model.updating.running else Notice(line.words, desk.theme, line.tone, "body")


class _Progress(QWidget):
    """A bar and its words; whoever fetches tells another thread, so the band looks by itself."""

    def __init__(self, line: UpdateLine, model: DataModel, desk: Desk) -> None:
        super().__init__()
        self._model = model
        column = column_in(self, 0)
        card = Card(desk.theme)
        self._bar = AgeBar(_age(line), desk.theme)
        card.add(self._bar)
        column.addWidget(card)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(OFTEN)

    def _look(self) -> None:
        line = self._model.update()
        if line and self._model.updating.running:
            self._bar.tell(_age(line))


def _age(line: UpdateLine) -> Age:
    return Age(line.share or 0.0, "fresh", line.words)
