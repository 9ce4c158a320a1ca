"""A field for words, and beside it the button that brings the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gigdesk.ui.page import Desk
from gigdesk.ui.parts.keyboard import Keyboard
from gigdesk.ui.parts.layout import row_in
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.frame import Frame


class TypingRow(QWidget):
    """A field with the button that brings the keyboard; at a kiosk a touch of the field brings it too.

    A `plain` field understands pinyin itself and gets the letters.
    """

    def __init__(self, field: QLineEdit, desk: Desk, *, plain: bool = False) -> None:
        super().__init__()
        self._field, self._desk, self._plain = field, desk, plain
        row = row_in(self, desk.theme.px(12))
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row.addWidget(field, 1)
        self.button = Button(desk.t("keyboard.open"), desk.theme, "tool", "keyboard")
        self.button.setObjectName("keyboard")
        self.button.clicked.connect(self._turn)
        row.addWidget(self.button)
        if desk.session.kiosk:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """A finger on the field; on release, for the page moves then."""
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self._field:
            self._bring()
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        frame = _frame_of(self)
        if frame is not None and frame.tray is not None:
            frame.put_away()
        else:
            self._bring()

    def _bring(self) -> None:
        frame = _frame_of(self)
        if frame is not None and frame.tray is None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            keyboard = Keyboard(self._field, self._desk, plain=self._plain)
            keyboard.closed.connect(frame.put_away)
            frame.bring(keyboard, self)


def _frame_of(widget: QWidget) -> Frame | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, Frame):
        above = above.parentWidget()
    return above
