"""Reading the page aloud: the button that starts and stops it, the mark that goes along, the focus it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gigdesk.ui.models.aloud import Reader, Voice
from gigdesk.ui.passages import Passage, passages
from gigdesk.ui.widgets.body import scroll_to
from gigdesk.ui.widgets.reading_mark import ReadingMark

if TYPE_CHECKING:
    from gigdesk.ui.window import Window


class Aloud(QObject):
    """One per window. Without a voice for the language shown it offers nothing."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._reader: Reader | None = None
        self._passages: list[Passage] = []
        self._mark: ReadingMark | None = None
        self._leading = False

    @property
    def offered(self) -> bool:
        """Whether there is a voice for the language shown."""
        return self._window.session.texts.language in self._window.session.voices

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return self._reader is not None and self._reader.place is not None

    def take(self, voice: Voice) -> None:
        """Speak with this voice from now on."""
        self.stop()
        self._window.session.voices = voice.languages()
        self._reader = Reader(voice, self._show, self._ended)
        if self.offered:
            self._window.rebuild_keeping()

    def toggle(self) -> None:
        """Read the page from its beginning, or stop."""
        if self.reading:
            self.stop()
        elif self._reader is not None and self.offered:
            window = self._window
            self._passages = passages(window.drawn.body, window.session.texts)
            self._mark = ReadingMark(window.drawn.body.parentWidget() or window.drawn.body, window.theme)
            cast("QApplication", QApplication.instance()).focusChanged.connect(self._follow)
            self._say("aloud.stop", "stop")
            self._reader.begin([passage.text for passage in self._passages], window.session.texts.language)

    def stop(self) -> None:
        """Be silent at once: nobody hears what was on the page of somebody before them."""
        if self.reading and self._reader is not None:
            self._reader.stop()
            self._leave("tool.aloud", "speaker")

    def _show(self, place: int | None) -> None:
        if place is None or self._mark is None:
            return
        widget = self._passages[place].widget
        if not isValid(widget):
            return
        self._leading = True
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._leading = False
        scroll_to(widget)
        self._mark.mark(widget)

    def _ended(self, well: bool) -> None:  # noqa: FBT001 - what is told
        self._leave(*(("tool.aloud", "speaker") if well else ("aloud.no-sound", "warn")))

    def _leave(self, key: str, icon: str) -> None:
        """Nothing is marked or followed any more."""
        cast("QApplication", QApplication.instance()).focusChanged.disconnect(self._follow)
        self._passages = []
        if self._mark is not None and isValid(self._mark):
            self._mark.hide()
            self._mark.deleteLater()
        self._mark = None
        self._say(key, icon)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Where the person moves the focus, reading goes on from there."""
        if self._leading or new is None or self._reader is None:
            return
        for place, passage in enumerate(self._passages):
            widget = passage.widget
            if isValid(widget) and (widget is new or new.isAncestorOf(widget) or widget.isAncestorOf(new)):
                self._reader.move_to(place)
                return

    def _say(self, key: str, icon: str) -> None:
        speaker = self._window.frame.tools.speaker
        if speaker is not None:
            speaker.say(self._window.session.texts(key), icon)
