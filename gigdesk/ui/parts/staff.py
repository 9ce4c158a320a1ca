"""For staff: the code, typed on a pad of its own, and what it opens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gigdesk.store.staff_code import MOST
from gigdesk.store.texts import Texts
from gigdesk.ui.models.kiosk import StaffLock
from gigdesk.ui.theme import Theme
from gigdesk.ui.widgets.buttons import Button
from gigdesk.ui.widgets.number_pad import NumberPad
from gigdesk.ui.widgets.overlay import Overlay
from gigdesk.ui.widgets.text import Align, Words

WIDTH = 880
WAYS = (("data", "database"), ("demo", "users"), ("clear", "clear"), ("leave", "door"))
"""What staff can do, and the icon of each."""
BACKSPACE = "backspace"
BESIDES = 480
"""Design pixels: what stands above and below the pad."""


class StaffPanel(Overlay):
    """The pad first, after the right code the ways and a `line` on the machine. `chosen` carries a way, "" for none."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, theme: Theme, t: Texts, lock: StaffLock, line: str = "") -> None:
        super().__init__(window, theme, WIDTH)
        self.setObjectName("staff")
        self._t, self._lock, self._line = t, lock, line
        lock.begin()
        self.outside.connect(self._close)
        self._draw()

    def tick(self) -> None:
        """Another second has passed: the wait after wrong codes gets shorter."""
        if not self._lock.open and self._lock.settable:
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter tries the code or presses the button in focus, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.press():
            self.enter()

    def _draw(self) -> None:
        t, theme, lock = self._t, self._theme, self._lock
        while item := self.rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.rows.addWidget(Words(t("staff.title"), theme, "resultTitle"))
        self._told = Words("", theme, "body", "inkSoft")
        self.rows.addWidget(self._told)
        if lock.open:
            self._told.say(t("staff.open"))
            self._ways()
            self.rows.addWidget(Words(self._line, theme, "support", "inkSoft"))
        elif lock.settable:
            self._pad()
        else:
            self._told.say(t("staff.no-code"))
            self.start = self._button("staff.close", "back", "outline", self._close)
            self.rows.addWidget(self.start)

    def _ways(self) -> None:
        for name, icon in WAYS:
            button = self._button(f"staff.{name}", icon, "tinted", partial(self.chosen.emit, name))
            button.setObjectName(f"staff-{name}")
            self.rows.addWidget(button)
        close = self._button("staff.close", "back", "outline", self._close)
        self.rows.addWidget(close)
        self.start = close
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pad(self) -> None:
        t, theme = self._t, self._theme
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setProperty("role", "amount")
        self.field.setFont(theme.font("field"))
        self.field.setMaxLength(MOST)
        self.field.setMinimumHeight(theme.size("field"))
        self.field.setAccessibleName(t("staff.code"))
        self.field.textChanged.connect(self._lock.say)
        pad = NumberPad(theme, t("staff.backspace"), corner="")
        pad.pressed.connect(self._type)
        self.rows.addWidget(self._with(pad))
        across = QWidget()
        row = QHBoxLayout(across)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(20))
        row.addWidget(self._button("staff.close", "back", "outline", self._close))
        enter = self._button("staff.enter", "lock", "primary", self.enter)
        enter.setObjectName("staff-enter")
        row.addWidget(enter, 1)
        self.rows.addWidget(across)
        self.start = self.field
        self._tell()

    def _with(self, pad: NumberPad) -> QWidget:
        """The field above the pad; beside it where the window is too low for both."""
        theme = self._theme
        low = pad.sizeHint().height() + theme.px(BESIDES) > self.window().height()
        holder = QWidget()
        both: QBoxLayout = QHBoxLayout(holder) if low else QVBoxLayout(holder)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(20))
        both.addWidget(self.field, int(low), Align.AlignTop)
        both.addWidget(pad, 0, Align.AlignTop if low else Align.AlignHCenter)
        return holder

    def _type(self, key: str) -> None:
        if key == BACKSPACE:
            self.field.backspace()
        else:
            self.field.insert(key)

    def enter(self) -> None:
        """Try the code that stands in the field."""
        if self._lock.open or not self._lock.settable:
            return
        if self._lock.enter():
            self._draw()
            return
        self.field.setText("")
        self._tell()

    def _tell(self) -> None:
        t, lock = self._t, self._lock
        if lock.wait:
            self._told.say(t("staff.wait", seconds=lock.wait), "error")
        elif lock.failed:
            self._told.say(t("staff.wrong"), "error")
        else:
            self._told.say(t("staff.line"), "inkSoft")

    def _close(self) -> None:
        self.chosen.emit("")

    def _button(self, key: str, icon: str, role: str, press: Callable[[], object]) -> Button:
        button = Button(self._t(key), self._theme, role, icon)
        button.clicked.connect(lambda: press())  # noqa: PLW0108 - without the argument of the signal
        return button
