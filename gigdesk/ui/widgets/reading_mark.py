"""The mark of what is being read aloud: its ground in the colour of what is selected, and a bar beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gigdesk.ui.theme import Theme

_AROUND, _BAR = 8, 6
_DARKEST = 128


class ReadingMark(QWidget):
    """A pane over a page that tints what is under it: on light ground it darkens, on dark ground it lights up."""

    def __init__(self, page: QWidget, theme: Theme) -> None:
        super().__init__(page)
        self._theme, self._marked = theme, page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def mark(self, widget: QWidget) -> None:
        """Mark a widget of the page; it moves with it."""
        self._marked.removeEventFilter(self)
        self._marked = widget
        widget.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay where the widget is."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground and bar."""
        painter, theme = QPainter(self), self._theme
        dark = theme.colour("surface").lightness() < _DARKEST
        modes = QPainter.CompositionMode
        painter.setCompositionMode(modes.CompositionMode_Lighten if dark else modes.CompositionMode_Darken)
        painter.fillRect(self.rect(), theme.colour("selected"))
        painter.setCompositionMode(modes.CompositionMode_SourceOver)
        painter.fillRect(0, 0, theme.px(_BAR), self.height(), theme.colour("selectedLine"))
        painter.end()

    def _place(self) -> None:
        page = self.parentWidget()
        if page is None:
            return
        around = self._theme.px(_AROUND)
        place = QRect(self._marked.mapTo(page, QPoint(0, 0)), self._marked.size())
        self.setGeometry(place.adjusted(-around - self._theme.px(_BAR), -around // 2, around, around // 2))
