"""The body between the bars: it scrolls only if the page is higher, and then a button says so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QSizePolicy, QVBoxLayout, QWidget

from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.buttons import Button

_OVERLAP = 0.85


def scroll_to(widget: QWidget) -> None:
    """Scroll what a widget stands in until it can be seen."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(widget)


class Body(QWidget):
    """A page in a scroll area without bars; at its end the button leads back up. What is `kept` stays in sight."""

    def __init__(self, theme: Theme, page_down: str, page_up: str) -> None:
        super().__init__()
        self._theme, self._looking = theme, False
        self.kept: QWidget | None = None
        self._words = (page_down, page_up)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        # A page too wide even after wrapping can still be reached; a page too high has the button.
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        QScroller.grabGesture(self._scroll.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.page_button = Button(page_down, theme, "page", "down")
        self.page_button.clicked.connect(self._turn)
        self._button_row = QWidget()
        self._below = QVBoxLayout(self._button_row)
        margin = theme.size("margin")
        self._below.setContentsMargins(margin, theme.px(8), margin, theme.px(12))
        self._below.addWidget(self.page_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._button_row)
        self._button_row.hide()
        self._scroll.verticalScrollBar().valueChanged.connect(self._name_button)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self, page: QWidget, *, bare: bool = False) -> None:
        """Put a page into the body, with the margins all pages have unless it is `bare`; the page before is deleted."""
        self.kept = None
        holder = QWidget()
        holder.setProperty("role", "sheet" if bare else "page")
        inside = QVBoxLayout(holder)
        margin, theme = self._theme.size("margin"), self._theme
        if bare:
            inside.setContentsMargins(0, 0, 0, 0)
            self._below.setContentsMargins(0, theme.px(8), 0, 0)
        else:
            inside.setContentsMargins(margin, theme.size("gutter"), margin, theme.size("stack"))
        inside.addWidget(page)
        holder.installEventFilter(self)
        self._scroll.setWidget(holder)
        self._scroll.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look again whether everything goes in when the page has become higher or lower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._show_button()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Look again whether everything goes in."""
        super().resizeEvent(event)
        self._show_button()

    def _show_button(self) -> None:
        """Measured against the whole body, so that showing the button cannot make it needless.

        Showing it lets layouts run, which may resize the body and lead here again: hence the guard and the second look.
        """
        if self._looking:
            return
        self._looking = True
        for _ in range(2):
            page = self._scroll.widget()
            self._button_row.setVisible(page is not None and self._needed(page) > self.height())
            self._column.activate()
        self._looking = False
        self._name_button()
        if self.kept is not None:
            self._scroll.ensureWidgetVisible(self.kept)

    def _needed(self, page: QWidget) -> int:
        layout = page.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.width())
        return page.minimumSizeHint().height()

    def _name_button(self) -> None:
        bar = self._scroll.verticalScrollBar()
        at_end = bar.value() >= bar.maximum() > 0
        self.page_button.say(self._words[at_end], "up" if at_end else "down")

    def scroll_by(self, key: int) -> bool:
        """Scroll by a page or to an end, if the key is one of those that do; otherwise False."""
        bar, step = self._scroll.verticalScrollBar(), self._step()
        places = {
            Qt.Key.Key_PageDown: bar.value() + step,
            Qt.Key.Key_PageUp: bar.value() - step,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
        }
        place = next((place for found, place in places.items() if found == key), None)
        if place is None:
            return False
        bar.setValue(place)
        return True

    def _turn(self) -> None:
        bar = self._scroll.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        bar.setValue(0 if at_end else bar.value() + self._step())

    def _step(self) -> int:
        return round(self._scroll.viewport().height() * _OVERLAP)
