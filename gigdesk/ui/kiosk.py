"""A window that a visitor cannot leave: full screen, cleared when nobody is there, opened by the staff code."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication

from gigdesk.services.speech import told
from gigdesk.store.settings import Settings
from gigdesk.store.style import FACTORY
from gigdesk.ui.models.kiosk import Clock, Idle, StaffLock
from gigdesk.ui.parts.idle import IdleWarning
from gigdesk.ui.parts.staff import StaffPanel
from gigdesk.ui.spool import Spool
from gigdesk.ui.widgets.bars import Mark
from gigdesk.ui.window import DATA, Window

A_SECOND, LONG = 1000, 3000
"""Milliseconds: between two looks at the clock, and of a long press on the mark."""
_Type, _Key, _Held = QEvent.Type, Qt.Key, Qt.KeyboardModifier
_KEYS = (_Type.KeyPress, _Type.KeyRelease, _Type.ShortcutOverride)
_PRESSES = (_Type.MouseButtonPress, _Type.MouseButtonDblClick, _Type.MouseButtonRelease)
_TOUCHES = (*_PRESSES, _Type.KeyPress, _Type.MouseMove, _Type.Wheel, _Type.TouchBegin, _Type.TouchUpdate)
_NEVER = (_Type.ContextMenu, _Type.DragEnter, _Type.Drop)
_EDITS = (_Key.Key_A, _Key.Key_C, _Key.Key_V, _Key.Key_X, _Key.Key_Z)
_LEAVING = (_Key.Key_Meta, _Key.Key_Super_L, _Key.Key_Super_R, _Key.Key_Menu, _Key.Key_Print, _Key.Key_SysReq)
_OTHERS = _Held.AltModifier | _Held.MetaModifier
STAFF = _Held.ControlModifier | _Held.ShiftModifier, _Key.Key_F12
"""The long press for whoever works with keys."""


def stays_in(event: QKeyEvent) -> bool:
    """Whether a key only types, moves or edits: every other one could lead out of the window."""
    key, held = event.key(), event.modifiers()
    if key in _LEAVING or _Key.Key_F1 <= key <= _Key.Key_F35 or held & _OTHERS:
        return False
    return not held & _Held.ControlModifier or key in _EDITS or key == _Key.Key_Control


class Kiosk(QObject):
    """One per window, from the moment it is a kiosk; `clock` counts seconds."""

    def __init__(self, window: Window, settings: Settings, clock: Clock = time.monotonic) -> None:
        super().__init__(window)
        self._window = window
        self.idle, self._lock = Idle(settings.kiosk_idle, clock), StaffLock(settings.kiosk_code, clock)
        self._mute = settings.aloud == "off"
        self._short_codes = settings.kiosk_short_codes
        self._warning: IdleWarning | None = None
        self._staff: StaffPanel | None = None
        self._pointer: object = None
        self._usual = window.session.usual
        self._watching = False
        self.spool = Spool(window.session, self)
        self.hold, self._second = QTimer(self), QTimer(self)
        self.hold.setSingleShot(True)
        self.hold.setInterval(LONG)
        self.hold.timeout.connect(self.ask_staff)
        self._second.timeout.connect(self.tick)

    def enter(self) -> None:
        """Fill the screen, and stay."""
        _write_no_cores()
        session = self._window.session
        session.kiosk, session.staff = True, False
        session.book.allowed = self._short_codes
        session.parted = self.spool.left
        self._usual, session.usual = session.usual, FACTORY
        session.dress(session.usual)
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        self._window.setWindowFlags(flags)
        self._window.setGeometry(self._window.screen().geometry())  # where nothing else makes it fill the screen
        self._window.showFullScreen()
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
            self._watching = True
        self._watch(self._window.windowHandle())
        self.idle.touched()
        self._second.start(A_SECOND)

    def leave(self) -> None:
        """Be an ordinary window again, until the program starts the next time."""
        self.release()
        session = self._window.session
        session.kiosk = session.staff = session.demo = session.book.allowed = False
        session.book.clear()
        session.parted = lambda: None
        session.usual = self._usual
        self._window.setWindowFlags(Qt.WindowType.Window)
        self._window.clear()
        self._window.showNormal()

    def release(self) -> None:
        """Watch nothing any more; also before the program ends, for events arrive while it is taken apart."""
        self._second.stop()
        self.hold.stop()
        app = QApplication.instance()
        if self._watching and isinstance(app, QGuiApplication):
            app.focusWindowChanged.disconnect(self._watch)
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
        self._watching = False

    def tick(self) -> None:
        """A second has passed."""
        window = self._window
        window.session.book.turn(window.session.today())
        if self._staff is not None:
            self._staff.tick()
        if window.aloud.reading or (window.blank and self._staff is None and not window.session.staff):
            self.idle.touched()
        left = self.idle.left()
        if left is None:
            return
        if left == 0:
            self._clear()
        elif self._warning is None:
            self._warn()
        else:
            self._warning.count(left)

    def ask_staff(self) -> None:
        """Ask for the staff code."""
        if self._warning is None and self._staff is None:
            self._window.aloud.stop()
            window, t = self._window, self._window.session.texts
            aloud = t("aloud.off") if self._mute else told(window.session.voices, t)
            self._staff = StaffPanel(window, window.theme, t, self._lock, aloud)
            self._staff.chosen.connect(self._chosen)
            self._staff.appear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let through what a visitor does on the page, and nothing else; what they touch is noted."""
        kind = event.type()
        if kind == _Type.Close and watched is self._window.windowHandle():
            event.ignore()
            return True
        if kind in _NEVER:
            return True
        if kind in _TOUCHES and self._warning is None and self._moved(event):
            self.idle.touched()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind in _PRESSES and isinstance(event, QMouseEvent):
            return self._press(event, watched)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if (event.modifiers(), event.key()) == STAFF and event.type() == _Type.KeyPress:
            self.ask_staff()
        return not stays_in(event)

    def _press(self, event: QMouseEvent, watched: QObject) -> bool:
        """Only the first button does anything; held on the mark it asks for the staff code."""
        self.hold.stop()
        if event.button() != Qt.MouseButton.LeftButton:
            return True
        if event.type() == _Type.MouseButtonPress and watched is self._window.windowHandle():
            under = self._window.childAt(event.position().toPoint())
            if isinstance(under, Mark):
                self.hold.start()
        return False

    def _moved(self, event: QEvent) -> bool:
        """A pointer that lies still is told of again whenever the page below it is drawn anew."""
        if event.type() != _Type.MouseMove or not isinstance(event, QMouseEvent):
            return True
        before, self._pointer = self._pointer, event.globalPosition().toPoint()
        return before is not None and before != self._pointer

    def _watch(self, native: QWindow | None) -> None:
        """Whatever window has the focus: this one, or a dialog that staff opened."""
        if native is not None:
            native.installEventFilter(self)

    def _warn(self) -> None:
        self._close_staff()
        _close_dialogs()
        self._warning = IdleWarning(self._window, self._window.theme, self._window.session.texts)
        self._warning.here.connect(self._here)
        self._warning.clear.connect(self._clear)
        self._warning.appear()

    def _here(self) -> None:
        self.idle.touched()
        if self._warning is not None:
            self._warning.leave()
            self._warning = None

    def _clear(self) -> None:
        self._here()
        self._window.clear()

    def _chosen(self, way: str) -> None:
        self._close_staff()
        ways: dict[str, Callable[[], None]] = {
            "data": self._to_data,
            "demo": self._window.show_samples,
            "clear": self._clear,
            "leave": self.leave,
        }
        if way in ways:
            ways[way]()

    def _to_data(self) -> None:
        """Whoever was there before is forgotten first; what opens a dialog is offered until the page is left."""
        self._window.clear()
        self._window.session.staff = True
        self._window.go(DATA)

    def _close_staff(self) -> None:
        if self._staff is not None:
            self._staff.leave()
            self._staff = None


def _close_dialogs() -> None:
    for dialog in QApplication.topLevelWidgets():
        if dialog.isModal() and dialog.isVisible():
            dialog.close()


def _write_no_cores() -> None:
    """A program that dies must not leave its memory on the disk; Windows has no such limit."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
