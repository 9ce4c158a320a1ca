"""Folds: a header that says how much is behind it; open pushes down and closes the others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gigdesk.ui.icons import paint_icon
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.row import Icon, Row
from gigdesk.ui.widgets.text import Words


@dataclass(frozen=True)
class FoldWords:
    """Icon, title and how much is behind it: a count or a date."""

    icon: str
    title: str
    count: str = ""


class _Header(Row):
    def __init__(self, words: FoldWords, theme: Theme) -> None:
        super().__init__(theme, f"{words.title} {words.count}".strip(), pressable=True)
        self.setCheckable(True)
        self.ring_radius = theme.size("cardRadius")
        self.setMinimumHeight(theme.size("row") - 2 * theme.size("line"))
        self.line.setContentsMargins(theme.size("cardX"), 0, theme.size("cardX"), 0)
        self.line.setSpacing(theme.px(14))
        self.add(Icon(theme, words.icon, "primary", 38))
        self.add(Words(words.title, theme, "rowTitle"))
        self.add(Words(words.count, theme, "support", "inkSoft"), 1)
        self.line.addSpacing(theme.px(34))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        size = self._theme.px(34)
        place = QRectF(rect.right() - self._theme.size("cardX") - size, rect.center().y() - size / 2, size, size)
        paint_icon(painter, place, self._theme, "up" if self.isChecked() else "down", "ink", stroke=2.4)


class Fold(QFrame):
    """A card that shows its content while its header is checked."""

    opened = Signal()

    def __init__(self, words: FoldWords, content: QWidget, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.header = _Header(words, theme)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(theme.size("cardX"), 0, theme.size("cardX"), theme.size("cardY"))
        inside.addWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._inside)
        self._inside.hide()
        self.header.toggled.connect(self._toggle)

    def is_open(self) -> bool:
        """Whether its content is shown."""
        return self.header.isChecked()

    def fold_up(self) -> None:
        """Close it."""
        self.header.setChecked(False)

    def _toggle(self, shown: bool) -> None:  # noqa: FBT001 - the slot of toggled(bool)
        self._inside.setVisible(shown)
        if shown:
            self.opened.emit()


class FoldGroup(QWidget):
    """Folds of which one at most is open; where all is dense, the first is from the start."""

    def __init__(self, folds: list[Fold], theme: Theme) -> None:
        super().__init__()
        self.folds = folds
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for fold in folds:
            column.addWidget(fold)
            fold.opened.connect(self._close_others, Qt.ConnectionType.DirectConnection)
        if folds and theme.dense:
            folds[0].header.setChecked(True)

    def _close_others(self) -> None:
        opened = self.sender()
        for fold in self.folds:
            if fold is not opened:
                fold.fold_up()
