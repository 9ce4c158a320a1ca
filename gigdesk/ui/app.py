"""The desktop program: the window is painted first, the store opens behind it."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gigdesk.domain.errors import GigDeskError
from gigdesk.services import Services
from gigdesk.services.speech import Speaker, speakers
from gigdesk.store import paths
from gigdesk.store.settings import Settings, kiosk_settings
from gigdesk.store.texts import LANGUAGES, Texts
from gigdesk.ui.background import Background
from gigdesk.ui.daily import Daily
from gigdesk.ui.kiosk import Kiosk
from gigdesk.ui.models.news import news_of
from gigdesk.ui.models.session import News, Session
from gigdesk.ui.qt_voice import qt_voice
from gigdesk.ui.theme import load_fonts
from gigdesk.ui.voice import ProgramVoice, Voices
from gigdesk.ui.window import Window

log = logging.getLogger(__name__)
SIZE = (1366, 768)
QUIT_AFTER_PAINT = "GIGDESK_QUIT_AFTER_PAINT"


def main(*, kiosk: bool = False, demo: bool = False) -> int:
    """Show the window until it is closed; returns the exit status. The settings can make it a kiosk too.

    Samples are shown on the program's own data in a folder that is gone afterwards; not on a kiosk, whose staff have
    them behind their code.
    """
    settings = kiosk_settings(paths.data_folder())
    if not demo or settings.kiosk:
        return _show(paths.data_folder(), settings, kiosk=kiosk or settings.kiosk)
    with TemporaryDirectory(prefix="gigdesk-", ignore_cleanup_errors=True) as folder:
        return _show(Path(folder), settings, demo=True)


def _show(folder: Path, settings: Settings, *, kiosk: bool = False, demo: bool = False) -> int:
    app = QApplication(sys.argv)
    app.setApplicationName("GigDesk")
    translator = _own_words(app)
    window = open_window(date.today)
    background = Background(app)
    apart = Background(app, "apart")
    window.session.run, window.session.apart = background.run, apart.run
    window.session.reopen = partial(_opened, folder)
    sys.excepthook = partial(_apologise, window)
    window.painted.connect(lambda: _open_store(window, background, folder))
    if os.environ.get(QUIT_AFTER_PAINT):
        window.painted.connect(partial(app.exit, 0))  # quit() asks the window, which a kiosk refuses
    window.painted.connect(partial(_find_voice, window, settings))
    window.session.usual = settings.style
    window.session.dress(settings.style)
    window.resize(*SIZE)
    alone = Kiosk(window, settings)
    if kiosk:
        alone.enter()
    else:
        if demo:
            window.show_samples()
        window.show()
    try:
        return app.exec()
    finally:
        window.aloud.stop()
        alone.release()
        window.updating.stop()
        apart.close()
        background.close()
        app.removeTranslator(translator)


def open_window(today: Callable[[], date]) -> Window:
    """A window with the bundled font, in the first language."""
    resources = paths.resources()
    load_fonts(resources / "fonts")
    session = Session(Texts(resources / "i18n", LANGUAGES[0]), today)
    return Window(session, resources)


def _opened(folder: Path) -> Services:
    """The store on the release that is in use now, with what would be read at the first question anyway."""
    today = date.today()  # noqa: DTZ011 - the user's own day
    return Services.open(folder, paths.resources(), now=datetime.now(UTC), clock=today).warm()


def _open_store(window: Window, background: Background, folder: Path) -> None:
    """Open the store, tell what a new release brought, and prepare what the search needs."""

    def opened(services: Services) -> None:
        window.session.services = services
        window.redraw()
        background.run(services.warm_search, lambda _: None, failed)
        if not window.session.demo:
            background.run(lambda: news_of(services), told, lambda _: None)
            Daily(window)

    def told(news: News | None) -> None:
        window.session.news = news
        if news and window.idle:
            window.redraw()

    def failed(error: GigDeskError) -> None:
        log.error("the store cannot be opened: %s", error)
        window.session.failure = error
        window.redraw()

    background.run(partial(_opened, folder), opened, failed)


def _find_voice(window: Window, settings: Settings) -> None:
    """Ask what speaks on this machine, apart from what the person waits for."""
    if settings.aloud == "off":
        return
    pace = settings.aloud_pace

    def found(programs: tuple[Speaker, ...]) -> None:
        own = qt_voice(pace, window)
        window.aloud.take(Voices([*([own] if own else []), ProgramVoice(programs, window)]))

    window.session.apart(lambda: speakers(pace), found, lambda _: None)


def _own_words(app: QApplication) -> QTranslator:
    """Qt's own dialogs in Chinese."""
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale("zh_CN"), "qtbase", "_", folder):
        app.installTranslator(translator)
    return translator


def _apologise(window: Window, kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
    """What nobody foresaw is logged, without its message, which may quote an answer; the person gets an apology."""
    log.critical("unforeseen %s:\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
    window.apologise()
