"""The window: a frame around one page at a time. It knows a list of pages, and none by name but the first and last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from gigdesk.domain.errors import GigDeskError
from gigdesk.store.texts import LANGUAGES, Texts
from gigdesk.ui import shortcuts
from gigdesk.ui.aloud import Aloud
from gigdesk.ui.dressing import Dressing
from gigdesk.ui.frame_words import frame_words
from gigdesk.ui.models.data import DataModel
from gigdesk.ui.models.demo import open_case
from gigdesk.ui.models.importing import ImportingModel
from gigdesk.ui.models.job import REOPENED, Job
from gigdesk.ui.models.reopening import ReopenModel
from gigdesk.ui.models.session import Session
from gigdesk.ui.models.standing import mark
from gigdesk.ui.models.updating import Updating
from gigdesk.ui.page import Desk, Drawn
from gigdesk.ui.pages import PAGES
from gigdesk.ui.parts.glossary import GlossaryPanel
from gigdesk.ui.theme import Theme, dressed
from gigdesk.ui.traces import wipe
from gigdesk.ui.widgets.frame import Foot, Frame

FIRST, LAST, DATA, DEMO = "home", "finish", "data", "demo"
FOR_STAFF = (DATA, "importing")
"""The pages on which the staff code stays in force."""
DIGITS = tuple("123456789")
ONE_COLUMN = 1650
"""Design pixels: below this width a page has one column."""


class Window(QWidget):
    """Draws the current page; a change of language, look or shape draws it anew from the same model."""

    painted = Signal()

    def __init__(self, session: Session, resources: Path) -> None:
        super().__init__()
        self.session, self._resources = session, resources
        self._from: dict[str, str] = {}
        self._models = {page.id: page.model(session) for page in PAGES}
        self._draw = {page.id: page.draw for page in PAGES}
        self._data: DataModel = self._models[DATA]
        for model in self._models.values():
            if isinstance(model, Job | ImportingModel | DataModel | ReopenModel):
                model.show = self.redraw
        self.updating.show, self.updating.idle = self._data_changed, lambda: self.idle
        self.page, self.drawn, self._was_painted = FIRST, Drawn(QWidget(), Foot()), False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.rebuild_keeping)
        self.dressing, self.aloud = Dressing(self), Aloud(self)
        self.frame = self._frame()
        self._show_frame()

    def model(self, page: str) -> Any:  # noqa: ANN401 - each page has a model of its own
        """The model of a page."""
        return self._models[page]

    @property
    def updating(self) -> Updating:
        """The update of the data that may be on its way."""
        return self._data.updating

    @property
    def idle(self) -> bool:
        """Whether nobody is in a question: the data may then change."""
        return self.page in (FIRST, LAST, DATA)

    def go(self, page: str) -> None:
        """Show a page, or a part of it: "data:changes". The way in through a slip begins a job anew."""
        page, _, part = page.partition(":")
        page = self.first if page == FIRST and self.page != LAST else page
        if (self.page, page) == (LAST, FIRST):
            self.clear()
            return
        if page not in (self.page, FIRST):
            self._restart(page)
            self._from[page] = self.page
        if part not in ("", REOPENED) and isinstance(self._models[page], Job):
            open_case(self._models[page], part)
        elif part:
            self._models[page].part = part
        self._turn_to(page)

    def leave(self) -> None:
        """Go back to the page that led here: it is as it was."""
        self._turn_to(self._from.pop(self.page, self.first))

    def look_up(self, terms: Sequence[str]) -> None:
        """Say what these terms mean, over the page, which stays as it is."""
        self.aloud.stop()
        panel = GlossaryPanel(self, self._theme, self.session.texts, terms)
        panel.closed.connect(panel.leave)
        panel.appear()

    def show_samples(self) -> None:
        """Forget whoever was there; from now on every page and paper is marked as a sample."""
        self.clear()
        self.session.demo = True
        self.go(FIRST)

    @property
    def first(self) -> str:
        """The page where one begins: home, or the list of the samples."""
        return DEMO if self.session.demo else FIRST

    @property
    def theme(self) -> Theme:
        """The look of the frame that is shown."""
        return self._theme

    @property
    def blank(self) -> bool:
        """Whether there is nothing to clear: home or the last page, and nothing of a person anywhere."""
        answered = any(model.asking.answers for model in self._models.values() if isinstance(model, Job))
        first = self.session.texts.language == LANGUAGES[0]
        return self.page in (FIRST, LAST) and self.session.blank and first and not answered

    def finish(self) -> None:
        """Forget everything, and say so in the language of whoever goes; from there it goes home as `clear` does."""
        self._clear_to(LAST)

    def clear(self) -> None:
        """Forget everything, and be ready for the next person."""
        self._clear_to(FIRST)

    def apologise(self) -> None:
        """After something unforeseen: forget the person, go home, and say that it was not their fault."""
        self._forget()
        self.session.known.clear()
        self.session.shown.clear()
        self.session.staff = False
        self.session.demo = self.session.demo and not self.session.kiosk
        self.page = self.first
        self.session.notice = self.session.texts("app.sorry")
        if self.session.services is None and self.session.failure is None:
            self.session.failure = GigDeskError("unforeseen")
        self.redraw()

    def redraw(self) -> None:
        """Draw the page again from its model; with the frame, where that is to be marked, or no longer."""
        self.aloud.stop()
        if mark(self.session) != self._mark:
            self.rebuild()
            return
        frame, pixels = self.frame, self.width() - 2 * self._theme.size("margin")
        narrow = frame.room < ONE_COLUMN
        desk = Desk(self._theme, self.session, frame.upright, narrow, pixels, self.go, self.leave, self.look_up)
        self.drawn = self._draw[self.page](self._models[self.page], desk)
        self.frame.show_page(self.drawn.body, self.drawn.foot)
        self.setWindowTitle(f"{self.session.texts('app.name')} GigDesk")
        if self.drawn.focus:
            self.drawn.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def rebuild(self) -> None:
        """Build the frame anew: for another language, size, look or shape of the window."""
        self._later.stop()  # what was to be drawn later is drawn now
        old, self.frame = self.frame, self._frame()
        self._column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self._show_frame()

    def rebuild_keeping(self) -> None:
        """For another look of the same page: what stands half entered is kept."""
        if self.drawn.keep:
            self.drawn.keep()
        self.rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A window of another size is drawn at another scale."""
        super().resizeEvent(event)
        self._later.start(0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tell once that there is something to see: what is heavy begins only then."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses the button in focus or goes on, Escape goes back, a digit chooses, other keys press and scroll.

        A key that is held down presses and goes on only once.
        """
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._enter()
        elif event.key() == Qt.Key.Key_Escape and self.drawn.back:
            self.drawn.back()
        elif self.drawn.pick and event.text() in DIGITS:
            self.drawn.pick(int(event.text()))
        elif not (shortcuts.press(self, event) or self.frame.body.scroll_by(event.key())):
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """A button of the bars is pressed; of a page, only where Enter does not lead on."""
        focused, enter = self.focusWidget(), self.drawn.enter
        leads_on = enter is not None and focused is not None and self.drawn.body.isAncestorOf(focused)
        if isinstance(focused, QAbstractButton) and not focused.isCheckable() and not leads_on:
            focused.click()
        elif enter:
            enter()

    def _show_frame(self) -> None:
        self._column.addWidget(self.frame)
        self.frame.show()
        self._column.activate()
        self.redraw()

    def _turn_to(self, page: str) -> None:
        if page == FIRST:
            self._from.clear()
        if page not in FOR_STAFF:
            self.session.staff = False
        self.page = page
        self.updating.adopt()
        self.redraw()

    def _clear_to(self, page: str) -> None:
        self._forget()
        self.session.forget()
        if page == FIRST:
            self.session.texts = self._texts(LANGUAGES[0])
        self.page = self.first if page == FIRST else page
        self.updating.adopt()
        self.rebuild()

    def _forget(self) -> None:
        """Every answer, what lies over the page, and what was left outside the models."""
        self.aloud.stop()
        self.dressing.close()
        for panel in self.findChildren(GlossaryPanel):
            panel.leave()
        wipe(self)
        self._from.clear()
        for page in self._models:
            self._restart(page)

    def _restart(self, page: str) -> None:
        self._models[page].restart()

    def _frame(self) -> Frame:
        session, size = self.session, (max(self.width(), 1), max(self.height(), 1))
        self._theme = dressed(self._resources / "style", session.style, size)
        self._theme.apply(self)
        self._mark = mark(session)
        words = frame_words(session, self._mark, dense=self._theme.dense, aloud=self.aloud.offered)
        frame = Frame(words, self._theme, session.text_size)
        frame.read_aloud.connect(self.aloud.toggle)
        frame.text_size_chosen.connect(self._choose_size)
        frame.contrast_chosen.connect(self._choose_contrast)
        frame.look_asked.connect(self.dressing.ask)
        frame.language_asked.connect(self._other_language)
        frame.finished.connect(self.finish)
        frame.data_asked.connect(partial(self.go, DATA))
        return frame

    def _choose_size(self, size: str) -> None:
        self.session.text_size = size
        self._later.start(0)

    def _choose_contrast(self, contrast: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.session.turn_contrast(on=contrast)
        self._later.start(0)

    def _other_language(self) -> None:
        here = LANGUAGES.index(self.session.texts.language)
        self.session.texts = self._texts(LANGUAGES[(here + 1) % len(LANGUAGES)])
        self._later.start(0)

    def _data_changed(self) -> None:
        """What speaks of the data is drawn anew; a question is left alone."""
        if self.idle:
            self.redraw()

    def _texts(self, language: str) -> Texts:
        return Texts(self._resources / "i18n", language)

    def _is_locked(self) -> bool:
        return self.session.locked

    locked = Property(bool, _is_locked)
    """For whatever would open a dialog, and knows no more than that it stands in some window."""
